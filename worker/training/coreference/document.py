"""A text with its gold references, whatever corpus it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from worker.pipeline.values import CleanArticle, Metadata

if TYPE_CHECKING:
    from worker.pipeline.values import Block, MentionKind, Span


@dataclass(frozen=True, slots=True)
class Gold:
    """`head`: the words that a mention of ours must hold to be this one; `kind` None for "this", "who", "any"."""

    span: Span
    head: Span
    entity: str
    kind: MentionKind | None
    sort: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """`gold` in text order, of two that begin together the longer first."""

    name: str
    text: str
    blocks: tuple[Block, ...]
    gold: tuple[Gold, ...]

    @property
    def clean(self) -> CleanArticle:
        return CleanArticle(self.name, self.text, self.blocks, Metadata())
