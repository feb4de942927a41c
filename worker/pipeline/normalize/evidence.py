"""Words of the text that carry a fact, with what stands before and after, and a hash that names the text."""

from __future__ import annotations

import hashlib
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from schemas.fact import Evidence
from worker.pipeline.values import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from worker.pipeline.values import AnnotatedArticle, Entity, Mention, MentionKind

_BEST_FIRST: Final[tuple[MentionKind, ...]] = ("name", "nominal", "pronoun")
CONTEXT = 32  # code points on each side: enough to find the words again in a text that moved


@dataclass(frozen=True, slots=True)
class Witness:
    """Builds evidence for the spans of one article."""

    text: str
    text_sha256: str
    sentences: tuple[int, ...]  # where each starts
    blocks: tuple[int, ...]
    labels: tuple[str, ...]

    @classmethod
    def over(cls, annotated: AnnotatedArticle, text_sha256: str) -> Witness:
        blocks = annotated.article.blocks
        return cls(
            annotated.article.text,
            text_sha256,
            tuple(s.span.start for s in annotated.sentences),
            tuple(b.span.start for b in blocks),
            tuple(b.label for b in blocks),
        )

    def label(self, offset: int) -> str:
        """Of the block that holds the offset, "" before the first."""
        block = _at(offset, self.blocks)
        return self.labels[block] if block is not None else ""

    def evidence(self, span: Span) -> Evidence:
        text, block = self.text, _at(span.start, self.blocks)
        return Evidence(
            exact=span.of(text),
            prefix=text[max(0, span.start - CONTEXT) : span.start],
            suffix=text[span.end : span.end + CONTEXT],
            start=span.start,
            end=span.end,
            text_sha256=self.text_sha256,
            sentence=_at(span.start, self.sentences),
            block_id=block,
            block_label=self.labels[block] if block is not None else None,
        )


def seen_as(entity: Entity, spans: Iterable[Span]) -> MentionKind | Literal["absent"]:
    """By what the spans call the entity at best: its name, a description, a pronoun."""
    kinds = {mention.kind for span in spans for mention in _mentions_in(entity.mentions, span)}
    return next((kind for kind in _BEST_FIRST if kind in kinds), "absent")


def _mentions_in(mentions: tuple[Mention, ...], span: Span) -> tuple[Mention, ...]:
    """Those that begin inside `span`; mentions are in text order."""
    first = bisect_left(mentions, span.start, key=lambda mention: mention.span.start)
    last = bisect_left(mentions, span.end, key=lambda mention: mention.span.start)
    return mentions[first:last]


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def union(spans: Iterable[Span]) -> tuple[Span, ...]:
    """In text order, without those that lie inside another."""
    kept: list[Span] = []
    for span in sorted(set(spans), key=lambda s: (s.start, -s.end)):
        if not kept or not kept[-1].covers(span):
            kept.append(span)
    return tuple(kept)


def trimmed(span: Span, text: str) -> Span:
    """Without white space at its ends."""
    words = span.of(text)
    return Span(span.start + len(words) - len(words.lstrip()), span.end - len(words) + len(words.rstrip()))


def _at(offset: int, starts: tuple[int, ...]) -> int | None:
    found = bisect_right(starts, offset) - 1
    return found if found >= 0 else None
