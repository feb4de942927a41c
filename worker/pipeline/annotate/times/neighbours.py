"""Neighbours that make one expression: ranges, a day with its clock; and the words before one that change it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from worker.pipeline.annotate.times import stamps
from worker.pipeline.annotate.times.day_clocks import clock_of, exact_day, is_day, is_marker
from worker.pipeline.annotate.times.days import joined, range_ends
from worker.pipeline.annotate.times.rule import Found
from worker.pipeline.annotate.times.stamps import Reading, Relative, Stamp, at_clock, mapped
from worker.pipeline.values import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_DASH: Final = re.compile(r"[ ]?[-\u2013—][ ]?")
_TO: Final = re.compile(r"[ ](?:to|through|until|till)[ ](?:the[ ])?", re.IGNORECASE)
_AND: Final = re.compile(r"[ ]and[ ]", re.IGNORECASE)
_NEXT_LINE: Final = re.compile(r"[ ]?\n[ ]?")
_LONGEST_GAP = 16


def merged(text: str, found: Sequence[Found]) -> Iterator[Found]:
    """Ranges by a dash and days with a clock are one expression: "May 3 - June 5", "3 p.m. on Thursday"."""
    held: Found | None = None
    closes = False  # what is held closes a range already; a chain of ends would nest without bound
    for current in found:
        if held is None:
            held = current
            continue
        union = _union(text, held, current)
        if union is None:
            opening, closing = (held, current) if closes else _bounded(text, held, current)
            closes = closing is not current
            if not is_marker(opening):
                yield opening
            held = _on_next_line(text, opening, closing)
        else:
            held = union
    if held is not None and not is_marker(held):
        yield held


def _union(text: str, left: Found, right: Found) -> Found | None:
    gap = text[left.span.end : right.span.start]
    if len(gap) > _LONGEST_GAP:
        return None
    whole = Span(left.span.start, right.span.end)
    reading = exact_day(text, left, right, gap)
    if reading is None and _DASH.fullmatch(gap) and is_date(left.reading) and is_date(right.reading):
        reading = None if _lifespan(left, right, gap) else joined(left.reading, right.reading)
    return Found(whole, reading) if reading else None


def _lifespan(left: Found, right: Found, gap: str) -> bool:
    """As in "8 September 1841 - 1 May 1904": two full dates, which need each other for nothing."""
    full = (isinstance(one.reading, Stamp) and one.reading.precision == "day" for one in (left, right))
    return gap[:1] == " " and all(full)


def _bounded(text: str, left: Found, right: Found) -> tuple[Found, Found]:
    """The ends of a range in words, each counted from the other."""
    gap = text[left.span.end : right.span.start]
    between = _AND.fullmatch(gap) and text[max(0, left.span.start - 8) : left.span.start].lower() == "between "
    if not (_TO.fullmatch(gap) or between) or not (is_date(left.reading) and is_date(right.reading)):
        return left, right
    first, last = range_ends(left.reading, right.reading)
    return replace(left, reading=first), replace(right, reading=last)


def is_date(reading: Reading) -> bool:
    stamp = reading if isinstance(reading, Stamp) else reading.unresolved
    if stamp.kind != "date" or "/" in stamp.timex3:
        return False
    return isinstance(reading, Relative) or stamp.first is not None


def _on_next_line(text: str, left: Found, right: Found) -> Found:
    """A clock on the line below a date belongs to that day."""
    clock = clock_of(right.reading)
    gap = text[left.span.end : right.span.start]
    if clock and len(gap) <= _LONGEST_GAP and _NEXT_LINE.fullmatch(gap) and is_day(left.reading):
        return replace(right, reading=at_clock(left.reading, clock))
    return right


# ---------------------------------------------------------------------------------- words before that change it

_BY: Final = re.compile(
    r"(?:\bby|\bno later than|\bnot later than)[ ](?:(?:about|around|the end of|late|early)[ ])?$",
    re.IGNORECASE,
)
_ABOUT: Final = re.compile(r"(?:\babout|\baround|\broughly|\bapproximately|\bcirca|\bc\.)[ ]$", re.IGNORECASE)
_MORE_OR_LESS: Final = re.compile(r"\b(?:nearly|almost|some|over|more than|less than)[ ]$", re.IGNORECASE)
_WINDOW = 24  # the longest of them with their spaces


def cued(text: str, found: Found) -> Found:
    """The word "by" in "by Friday" bounds the day, "around" makes it approximate; neither is part of the span."""
    before = text[max(0, found.span.start - _WINDOW) : found.span.start]
    if _BY.search(before):
        return replace(found, reading=mapped(found.reading, stamps.no_later_than))
    ago = text[max(0, found.span.end - 4) : found.span.end].lower() == " ago"
    if _ABOUT.search(before) or (ago and _MORE_OR_LESS.search(before)):
        return replace(found, reading=mapped(found.reading, stamps.approximate))
    return found
