"""Neighbours that make one expression: ranges, a day with its clock; and the words before one that change it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from worker.pipeline.annotate.times import stamps
from worker.pipeline.annotate.times.days import joined
from worker.pipeline.annotate.times.stamps import Reading, Relative, Stamp, at_clock, mapped
from worker.pipeline.values import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


@dataclass(frozen=True, slots=True)
class Found:
    """An expression as worded, before it is resolved."""

    span: Span
    reading: Reading


_TO: Final = re.compile(r"[ ]?[-\u2013—][ ]?|[ ](?:to|through|until|till)[ ](?:the[ ])?", re.IGNORECASE)
_AND: Final = re.compile(r"[ ]and[ ]", re.IGNORECASE)
_TO_CLOCK: Final = re.compile(r"(?:,?[ ](?:(?:at|around|about|by|from)[ ])?(?:about[ ]|around[ ])?)", re.IGNORECASE)
_TO_DAY: Final = re.compile(r",?[ ](?:on[ ]|this[ ])?", re.IGNORECASE)
_NEXT_LINE: Final = re.compile(r"[ ]?\n[ ]?")
_LONGEST_GAP = 16


def merged(text: str, found: Sequence[Found]) -> Iterator[Found]:
    """Ranges and days with a clock are one expression: "from Monday to Friday", "3 p.m. on Thursday"."""
    held: Found | None = None
    for current in found:
        if held is None:
            held = current
            continue
        union = _union(text, held, current)
        if union is None:
            yield held
            held = _on_next_line(text, held, current)
        else:
            held = union
    if held is not None:
        yield held


def _union(text: str, left: Found, right: Found) -> Found | None:
    gap = text[left.span.end : right.span.start]
    if len(gap) > _LONGEST_GAP:
        return None
    whole = Span(left.span.start, right.span.end)
    clock, day = _clock(left.reading), _clock(right.reading)
    if day and _TO_CLOCK.fullmatch(gap) and _is_day(left.reading):
        return Found(whole, at_clock(left.reading, day))
    if clock and _TO_DAY.fullmatch(gap) and _is_day(right.reading):
        return Found(whole, at_clock(right.reading, clock))
    between = _AND.fullmatch(gap) and text[max(0, left.span.start - 8) : left.span.start].lower() == "between "
    if (_TO.fullmatch(gap) or between) and _is_date(left.reading) and _is_date(right.reading):
        span = joined(left.reading, right.reading)
        return Found(whole, span) if span else None
    return None


def _on_next_line(text: str, left: Found, right: Found) -> Found:
    """A clock on the line below a date belongs to that day."""
    clock = _clock(right.reading)
    gap = text[left.span.end : right.span.start]
    if clock and len(gap) <= _LONGEST_GAP and _NEXT_LINE.fullmatch(gap) and _is_day(left.reading):
        return replace(right, reading=at_clock(left.reading, clock))
    return right


def _clock(reading: Reading) -> str | None:
    if isinstance(reading, Stamp) and reading.kind == "time" and reading.timex3[:1] == "T":
        return reading.timex3
    return None


def _is_day(reading: Reading) -> bool:
    """Days ("XXXX-XX-XX", "XXXX-WXX-4", ISO) have ten characters and no interval in them."""
    stamp = reading if isinstance(reading, Stamp) else reading.unresolved
    return stamp.kind == "date" and len(stamp.timex3) == 10 and "/" not in stamp.timex3


def _is_date(reading: Reading) -> bool:
    stamp = reading if isinstance(reading, Stamp) else reading.unresolved
    if stamp.kind != "date" or "/" in stamp.timex3:
        return False
    return isinstance(reading, Relative) or stamp.first is not None


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
