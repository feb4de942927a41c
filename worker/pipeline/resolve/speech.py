"""Which quotation a word stands in."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from worker.pipeline.values import Quote, Span


class Speech:
    """The direct quotations of an article; `speakers`: the spans that name whoever speaks, in any form."""

    def __init__(self, quotes: Sequence[Quote]) -> None:
        direct = [quote for quote in quotes if quote.kind != "indirect"]
        self._parts = sorted(((part, quote) for quote in direct for part in quote.parts), key=lambda p: p[0])
        self._starts = [part.start for part, _ in self._parts]
        self.speakers = frozenset(quote.speaker for quote in quotes if quote.speaker is not None)

    def around(self, span: Span) -> Quote | None:
        at = bisect_right(self._starts, span.start) - 1
        return self._parts[at][1] if at >= 0 and self._parts[at][0].covers(span) else None
