"""Unnamed entities that only a rule can see: the post behind "her tweet", the bystander behind "one follower"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from worker.pipeline.values import Entity, Mention

if TYPE_CHECKING:
    from worker.pipeline.extract.view import View
    from worker.pipeline.values import EntityType, Span

_NO_WORD = re.compile(r"[^a-z0-9]+")


def unnamed(view: View, span: Span, kind: EntityType, label: str) -> Entity:
    """Bound to the document by its key; equal labels of one document are one entity, so that ids need no offsets."""
    slug = _NO_WORD.sub("-", label.casefold()).strip("-")[:60] or kind
    document = view.article.annotated.article.document_id
    return Entity(
        id=f"x:{kind}:{slug}",
        key=f"{kind}:{document}:{slug}",
        label=label,
        type=kind,
        named=False,
        mentions=(Mention(span, "nominal"),),
    )
