"""A day made exact by what stands beside it: its clock, its morning or night, its date behind its weekday."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from worker.pipeline.annotate.times.stamps import Reading, Stamp, at_clock

if TYPE_CHECKING:
    from worker.pipeline.annotate.times.rule import Found

MARKER: Final = "OF"  # before the part of a day that is named before the day: "the night of" April 7
_TO_CLOCK: Final = re.compile(r"(?:,?[ ](?:(?:at|around|about|by|from)[ ])?(?:about[ ]|around[ ])?)", re.IGNORECASE)
_TO_DAY: Final = re.compile(r",?[ ](?:on[ ]|this[ ])?", re.IGNORECASE)
_NIGHT_OF: Final = re.compile(r"[ ](?:on[ ])?")


def exact_day(text: str, left: Found, right: Found, gap: str) -> Reading | None:
    """As in "Thursday at 3 p.m.", "9pm last night", "the night of April 7", "Tuesday evening, June 13"."""
    clock, later_clock = clock_of(left.reading), clock_of(right.reading)
    if later_clock and _TO_CLOCK.fullmatch(gap) and _takes_clock(left.reading):
        return at_clock(left.reading, later_clock)
    if clock and _TO_DAY.fullmatch(gap) and _takes_clock(right.reading):
        return at_clock(right.reading, _in_half(text, left, right, clock))
    part = _part_for(text, left, right, gap)
    return at_clock(right.reading, part) if part and is_day(right.reading) else None


def _part_for(text: str, left: Found, right: Found, gap: str) -> str | None:
    """The part of the day on the right that the words on the left name."""
    if is_marker(left):
        return None if gap else _value(left.reading).removeprefix(MARKER)
    if _is_part(left.reading) and gap == ", " and _has_date(right.reading):
        return _value(left.reading)[-3:]
    overnight = left.span.of(text).lower() == "overnight" and _NIGHT_OF.fullmatch(gap)
    return "TNI" if overnight else None


def _takes_clock(reading: Reading) -> bool:
    return is_day(reading) or _is_part(reading)


def is_marker(found: Found) -> bool:
    return isinstance(found.reading, Stamp) and found.reading.timex3.startswith(MARKER)


def _value(reading: Reading) -> str:
    return (reading if isinstance(reading, Stamp) else reading.unresolved).timex3


def _has_date(reading: Reading) -> bool:
    """A day by its date, not by its weekday's name."""
    return isinstance(reading, Stamp) or reading.calendar


def _in_half(text: str, clock: Found, day: Found, hour: str) -> str:
    """The clock of "8.30 this evening" in twenty-four hours; "am" and "pm" have told theirs."""
    told = text[clock.span.start : clock.span.end].rstrip(".").lower().endswith("m")
    late = _is_part(day.reading) and _value(day.reading)[-3:] in {"TAF", "TEV", "TNI"}
    return f"T{int(hour[1:3]) + 12}{hour[3:]}" if late and not told and "T00" < hour[:3] < "T12" else hour


def _is_part(reading: Reading) -> bool:
    """The morning, evening or night of a day ("XXXX-XX-XXTNI"), which a clock makes exact."""
    stamp = reading if isinstance(reading, Stamp) else reading.unresolved
    return stamp.kind == "time" and stamp.timex3[-3:-2] == "T" and stamp.timex3[-2:].isalpha() and len(stamp.timex3) > 3


def is_day(reading: Reading) -> bool:
    """Days ("XXXX-XX-XX", "XXXX-WXX-4", ISO) have ten characters and no interval in them."""
    stamp = reading if isinstance(reading, Stamp) else reading.unresolved
    return stamp.kind == "date" and len(stamp.timex3) == 10 and "/" not in stamp.timex3


def clock_of(reading: Reading) -> str | None:
    if isinstance(reading, Stamp) and reading.kind == "time" and reading.timex3[:1] == "T":
        return reading.timex3
    return None
