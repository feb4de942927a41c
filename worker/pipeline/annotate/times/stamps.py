"""What a time expression says once its words are understood: TIMEX3 and EDTF values with the days that bound them."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from worker.pipeline.values import Precision

Kind: TypeAlias = Literal["date", "time", "duration", "set"]
Tense: TypeAlias = Literal["past", "future", "unknown"]
Part: TypeAlias = Literal["early", "mid", "late"]

# TIMEX3 names of the seasons, with their EDTF codes and first months (northern, meteorological).
SEASONS: Final = {"SP": (21, 3), "SU": (22, 6), "FA": (23, 9), "WI": (24, 12)}


@dataclass(frozen=True, slots=True)
class Stamp:
    """The value of an expression. `first`, `last`: the days that bound it; both None while unresolved.

    `age`: a duration that somebody or something has lived.
    """

    kind: Kind
    timex3: str
    edtf: str | None = None
    precision: Precision | None = None
    first: date | None = None
    last: date | None = None
    age: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """A time told before, by the days that bound it. `value`: its EDTF; `told`: the text tells its year itself."""

    first: date
    last: date
    value: str
    told: bool = False


At: TypeAlias = "Callable[[date, Tense], Stamp | None]"


@dataclass(frozen=True, slots=True)
class Relative:
    """An expression that needs a day to count from. `at` gives None where the sum leaves the calendar.

    `counted`: its value if it counts from a time told before, of which `by_day` asks that it is a single day.
    """

    at: At
    unresolved: Stamp
    weekday: bool = False  # a weekday needs the sentence's tense; without a verb its week stays open
    counted: Callable[[Event], Stamp | None] | None = None
    by_day: bool = False
    calendar: bool = False  # a month or a day without its year
    by_clock: Callable[[datetime], Stamp | None] | None = None  # its value where the clock of the telling is known


Reading: TypeAlias = Stamp | Relative


def mapped(reading: Reading, change: Callable[[Stamp], Stamp | None]) -> Reading:
    """The reading with every stamp it can give put through `change`; where that gives None, as it was."""
    if isinstance(reading, Stamp):
        return change(reading) or reading
    at, counted = reading.at, reading.counted

    def changed(day: date, tense: Tense) -> Stamp | None:
        stamp = at(day, tense)
        return stamp and (change(stamp) or stamp)

    def recounted(event: Event) -> Stamp | None:
        stamp = counted(event) if counted else None
        return stamp and (change(stamp) or stamp)

    return replace(reading, at=changed, counted=recounted if counted else None)


# ------------------------------------------------------------------------------------------- calendar units


def of_day(day: date) -> Stamp:
    return Stamp("date", day.isoformat(), day.isoformat(), "day", day, day)


def of_month(year: int, month: int) -> Stamp:
    text = f"{year:04}-{month:02}"
    return Stamp("date", text, text, "month", date(year, month, 1), month_end(year, month))


def of_year(year: int) -> Stamp:
    return Stamp("date", f"{year:04}", f"{year:04}", "year", date(year, 1, 1), date(year, 12, 31))


def of_week(day: date) -> Stamp | None:
    year, week, _ = day.isocalendar()
    text, monday = f"{year:04}-W{week:02}", shifted_days(day, -day.weekday())
    sunday = shifted_days(day, 6 - day.weekday())
    return Stamp("date", text, text, "week", monday, sunday) if monday and sunday else None


def of_weekend(day: date) -> Stamp | None:
    week = of_week(day)
    if week is None or week.last is None:
        return None
    return replace(week, timex3=f"{week.timex3}-WE", edtf=f"{week.timex3}-WE", first=week.last - timedelta(days=1))


def of_quarter(year: int, quarter: int) -> Stamp:
    text = f"{year:04}-Q{quarter}"
    last = month_end(year, 3 * quarter)
    return Stamp("date", text, text, "season", date(year, 3 * quarter - 2, 1), last)


def of_half(year: int, half: int) -> Stamp:
    months = (1, 6) if half == 1 else (7, 12)
    edtf = f"{year:04}-{months[0]:02}/{year:04}-{months[1]:02}"
    return Stamp("date", f"{year:04}-H{half}", edtf, "month", date(year, months[0], 1), month_end(year, months[1]))


def of_season(year: int, season: str) -> Stamp:
    code, month = SEASONS[season]
    closing = (min(year + 1, date.max.year), 2) if season == "WI" else (year, month + 2)
    return Stamp(
        "date", f"{year:04}-{season}", f"{year:04}-{code}", "season", date(year, month, 1), month_end(*closing)
    )


def of_decade(year: int) -> Stamp:
    start = year - year % 10
    return Stamp("date", f"{start // 10:03}", f"{start // 10:03}X", "year", date(start, 1, 1), date(start + 9, 12, 31))


def of_century(number: int) -> Stamp | None:
    if not 2 <= number <= 99:
        return None
    start = 100 * (number - 1)
    return Stamp("date", f"{number - 1:02}", f"{number - 1:02}XX", "year", date(start, 1, 1), date(start + 99, 12, 31))


def of_clock(day: date, clock: str) -> Stamp:
    """`clock`: "T14:32", "T14:32Z" or a part of day ("TMO"), which EDTF cannot write."""
    text = f"{day.isoformat()}{clock}"
    if not clock[1:2].isdigit():
        return Stamp("time", text, day.isoformat(), "day", day, day)
    precision: Precision = "second" if clock[6:7] == ":" else "minute" if clock[3:4] == ":" else "hour"
    return Stamp("time", text, text, precision, day, day)


def unresolved(timex3: str, kind: Kind = "date") -> Stamp:
    return Stamp(kind, timex3)


def at_clock(reading: Reading, clock: str | None) -> Reading:
    """A day with a clock ("T14:32") or part of day ("TMO"); without one as it was."""
    if clock is None:
        return reading
    timed = mapped(reading, lambda stamp: of_clock(stamp.first, clock) if stamp.first else None)
    if isinstance(timed, Relative):
        open_time = unresolved(f"{timed.unresolved.timex3}{clock}", "time")
        return replace(timed, unresolved=open_time)
    return timed


# ----------------------------------------------------------------------------------------- parts and bounds

_YEAR_PARTS: Final[dict[Part, tuple[int, int]]] = {"early": (1, 3), "mid": (5, 8), "late": (10, 12)}
_MONTH_PARTS: Final[dict[Part, tuple[int, int]]] = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}
_DECADE_PARTS: Final[dict[Part, tuple[int, int]]] = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}
_SPANS: Final[dict[str, int]] = {"year": 366, "decade": 3653, "century": 36525}


def part_of(stamp: Stamp, part: Part) -> Stamp | None:
    """As in "late 2018": the part as an EDTF interval; TIMEX3 keeps the whole (its `mod` is not part of the value)."""
    if stamp.first is None or stamp.last is None or stamp.precision not in {"month", "year"}:
        return None
    first, length = stamp.first, (stamp.last - stamp.first).days
    if stamp.precision == "month":
        return _month_part(stamp, first, part)
    if length <= _SPANS["year"]:
        start, end = _YEAR_PARTS[part]
        text = f"{first.year:04}-{start:02}/{first.year:04}-{end:02}"
        return Stamp("date", stamp.timex3, text, "month", first.replace(month=start), month_end(first.year, end))
    scale = 10 if length > _SPANS["decade"] else 1
    start, end = (first.year + scale * years for years in _DECADE_PARTS[part])
    end += scale - 1
    return Stamp("date", stamp.timex3, f"{start:04}/{end:04}", "year", date(start, 1, 1), date(end, 12, 31))


def _month_part(stamp: Stamp, first: date, part: Part) -> Stamp:
    start, end = _MONTH_PARTS[part]
    last = min(end, month_end(first.year, first.month).day)
    days = first.replace(day=start), first.replace(day=last)
    return Stamp("date", stamp.timex3, f"{days[0]}/{days[1]}", "day", *days)


def approximate(stamp: Stamp) -> Stamp | None:
    if stamp.kind != "date" or not _plain(stamp.edtf):
        return None
    return replace(stamp, edtf=f"{stamp.edtf}~")


def no_later_than(stamp: Stamp) -> Stamp | None:
    """As in "by 4 August": `../2019-08-04`; nothing bounds it from below."""
    if stamp.edtf is None or "/" in stamp.edtf:
        return None
    return replace(stamp, edtf=f"../{stamp.edtf}", first=None)


def between(first: Stamp, last: Stamp) -> Stamp | None:
    """The EDTF interval from one plain date to another, None unless the second begins later."""
    in_order = first.first and last.first and first.first < last.first
    if not in_order or not _plain(first.edtf) or not _plain(last.edtf):
        return None
    timex3 = f"{first.timex3}/{last.timex3}"
    return Stamp("date", timex3, f"{first.edtf}/{last.edtf}", last.precision, first.first, last.last)


def _plain(edtf: str | None) -> bool:
    return edtf is not None and all(char.isdigit() or char == "-" for char in edtf)


# ------------------------------------------------------------------------------------------------ arithmetic


def month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def made_day(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has no such day."""
    if not (1 <= year <= date.max.year and 1 <= month <= 12 and 1 <= day <= 31):
        return None
    return date(year, month, day) if day <= calendar.monthrange(year, month)[1] else None


def shifted_days(day: date, days: int) -> date | None:
    ordinal = day.toordinal() + days
    return date.fromordinal(ordinal) if 1 <= ordinal <= date.max.toordinal() else None


def shifted_months(day: date, months: int) -> date | None:
    """The day so many months away; a day that month lacks becomes its last ("31 May" less a month: 30 April)."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= date.max.year:
        return None
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
