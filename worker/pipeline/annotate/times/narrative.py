"""The time a text has reached: the told day, month or year that "the next day" and "at 9pm" count from.

The nearest expression before the place that was resolved, in the same paragraph or shortly before it, and on the side
of the article's day that the sentence's tense looks to. Quotations have a narrative of their own.
"""

from __future__ import annotations

from collections import deque
from datetime import date
from typing import TYPE_CHECKING, Final

from worker.pipeline.annotate.times.stamps import Event

if TYPE_CHECKING:
    from worker.pipeline.annotate.times.anchors import Ground
    from worker.pipeline.annotate.times.stamps import Tense
    from worker.pipeline.values import Span, TimeExpression

_KEPT: Final = 8  # expressions that a reader still has in mind; keeps every look back short
_REACH: Final = 700  # characters, about two paragraphs of a news article
_NEAR: Final = 200  # one or two sentences


class Narrative:
    """What has been told so far; `article` is the day that parts past from future."""

    def __init__(self, text: str, article: Ground | None) -> None:
        self._text = text
        self._article = article
        self._told: deque[tuple[Span, Event]] = deque(maxlen=_KEPT)

    def add(self, time: TimeExpression, counted_from: Event | None = None) -> None:
        """Durations and what is open tell no time to count from; a look back leaves it where it is."""
        if time.type in {"date", "time"} and time.earliest and time.latest:
            first, last = date.fromisoformat(time.earliest), date.fromisoformat(time.latest)
            if counted_from is None or first >= counted_from.first:
                event = Event(first, last, time.edtf or time.timex3, told=time.anchor is None)
                self._told.append((time.span, event))

    def event(self, span: Span, tense: Tense, *, day: bool, near: bool = False) -> Event | None:
        """The time to count from at `span`; with `day` only one that is a single day, with `near` one just before."""
        for at, event in reversed(self._told):
            if span.start - at.end > (_NEAR if near else _REACH):
                return None
            if (not day or event.first == event.last) and self._on_side(event, tense, at, span):
                return event
        return None

    def old_year(self, span: Span) -> int | None:
        """The year of a paragraph that tells of long ago, at least two full years before the article."""
        if not self._told or self._article is None:
            return None
        at, event = self._told[-1]
        old = event.told and event.first.year < self._article.first.year - 2 and event.first.year == event.last.year
        return event.first.year if old and "\n" not in self._text[at.end : span.start] else None

    def _on_side(self, event: Event, tense: Tense, at: Span, span: Span) -> bool:
        """In the past nothing that lies ahead is counted from, in the future nothing that is over.

        Without a tense only what the paragraph itself told.
        """
        if self._article is None:
            return True
        ahead = event.first > self._article.last
        if tense == "past":
            return not ahead
        near = "\n" not in self._text[at.end : span.start]
        return near and (tense == "unknown" or event.last >= self._article.first)
