"""Which gold mention a mention of ours is: it lies inside and holds the head."""

# ruff: noqa: RUF001 - typographic marks are what the text holds

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from worker.pipeline.values import Entity, Span
    from worker.training.coreference.document import Document, Gold

_REACH = 40  # gold mentions looked at before a place: more never open around one word


def align(document: Document, entities: Sequence[Entity]) -> dict[Span, int]:
    """The smallest fitting gold mention of each of our mentions; several of ours may be one ("the singer Jane Roe")."""
    starts = [g.span.start for g in document.gold]
    found = {}
    for span in (mention.span for entity in entities for mention in entity.mentions):
        last = bisect_right(starts, span.end)
        near = range(max(0, last - _REACH), last)
        fitting = [i for i in near if _fits(span, document.gold[i])] or [
            i for i in near if _is_edge(span, document.gold[i], document.text)
        ]
        if fitting:
            found[span] = min(fitting, key=lambda i: document.gold[i].span.end - document.gold[i].span.start)
    return found


def _is_edge(span: Span, gold: Gold, text: str) -> bool:
    """The singer in "the singer Jane Roe", the name in "President Jane Roe's": whichever word is the head."""
    if not gold.span.covers(span):
        return False
    return span.start == gold.span.start or (gold.kind == "name" and text[span.end : gold.span.end] in _POSSESSIVE)


_POSSESSIVE = frozenset(("", "'s", "’s", "'", "’"))


def _fits(span: Span, gold: Gold) -> bool:
    """A nominal that is marked shorter than we do ("son" for "Roe's son") has the same head."""
    return span.covers(gold.head) and (gold.span.covers(span) or span.end == gold.span.end)
