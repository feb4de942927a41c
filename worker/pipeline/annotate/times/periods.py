"""Rules for weeks, months, quarters, years and seasons told from now: "last week", "late next year", "this summer"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

from worker.pipeline.annotate.times import stamps, words
from worker.pipeline.annotate.times.rule import (
    END,
    MONTH,
    PART,
    PART_OPENERS,
    SEASON,
    SP,
    WHICH,
    WHICH_OPENERS,
    Rule,
    month_of,
    part_named,
    rule,
    word_after,
    word_before,
)
from worker.pipeline.annotate.times.stamps import Relative, Stamp, mapped

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

    from worker.pipeline.annotate.times.stamps import Reading, Tense

_SHIFTS: Final = {
    "last": -1, "this past": -1, "previous": -1, "this": 0, "current": 0, "the current": 0, "next": 1,
    "this coming": 1, "coming": 1,
}  # fmt: skip


def _unit(match: re.Match[str]) -> Reading | None:
    if _is_of_its_own(match):
        return None
    which = " ".join(match["which"].lower().split())
    unit, shift = match["unit"].lower(), _SHIFTS[which]
    at = _UNITS[unit]

    def shifted(anchor: date, _: Tense) -> Stamp | None:
        return at(anchor, shift)

    return _limited(Relative(shifted, stamps.unresolved(OPEN[unit])), match["limit"])


_OWNERS: Final = frozenset({"his", "her", "their", "my", "our", "your"})  # "its last quarter" is a firm's, and last


def _is_of_its_own(match: re.Match[str]) -> bool:
    """As in "the last week of May", "her last year at school": not the one before that of the telling."""
    cue = word_before(match)
    return cue in _OWNERS or (cue == "the" and word_after(match) == "of")


def _week(anchor: date, shift: int) -> Stamp | None:
    day = stamps.shifted_days(anchor, 7 * shift)
    return stamps.of_week(day) if day else None


def _weekend(anchor: date, shift: int) -> Stamp | None:
    day = stamps.shifted_days(anchor, 7 * shift)
    return stamps.of_weekend(day) if day else None


def _month(anchor: date, shift: int) -> Stamp | None:
    day = stamps.shifted_months(anchor, shift)
    return stamps.of_month(day.year, day.month) if day else None


def _quarter(anchor: date, shift: int) -> Stamp | None:
    day = stamps.shifted_months(anchor, 3 * shift)
    return stamps.of_quarter(day.year, (day.month + 2) // 3) if day else None


def _year(anchor: date, shift: int) -> Stamp | None:
    day = stamps.shifted_months(anchor, 12 * shift)
    return stamps.of_year(day.year) if day else None


def _decade(anchor: date, shift: int) -> Stamp | None:
    day = stamps.shifted_months(anchor, 120 * shift)
    return stamps.of_decade(day.year) if day and 10 <= day.year < 9990 else None


def _century(anchor: date, shift: int) -> Stamp | None:
    return stamps.of_century(anchor.year // 100 + 1 + shift)


_UNITS: Final[dict[str, Callable[[date, int], Stamp | None]]] = {
    "week": _week, "weekend": _weekend, "month": _month, "quarter": _quarter, "year": _year, "decade": _decade,
    "century": _century,
}  # fmt: skip
OPEN: Final = {
    "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "quarter": "XXXX-QX", "year": "XXXX",
    "decade": "XXX", "century": "XX",
}  # fmt: skip


def _limited(reading: Relative, limit: str | None) -> Reading:
    """The words "late next year" name a part of it, "later this year" the year from the day on which it is told."""
    word = (limit or "").lower().strip()
    if word not in {"earlier", "later"}:
        part = part_named(limit)
        return mapped(reading, lambda stamp: stamps.part_of(stamp, part)) if part else reading
    whole = reading.at

    def at(anchor: date, tense: Tense) -> Stamp | None:
        stamp = whole(anchor, tense)
        if stamp is None or stamp.first is None or stamp.last is None or not stamp.first <= anchor <= stamp.last:
            return stamp
        return replace(stamp, last=anchor) if word == "earlier" else replace(stamp, first=anchor)

    return replace(reading, at=at)


def _end_of(match: re.Match[str]) -> Reading | None:
    """As in "by the end of the month": a part of the unit it is told in; of weeks only the whole is kept."""
    unit, part = match["unit"].lower(), part_named(match["part"])
    at = _UNITS[unit]
    whole = Relative(lambda anchor, _: at(anchor, 0), stamps.unresolved(OPEN[unit]))
    return mapped(whole, lambda stamp: stamps.part_of(stamp, part)) if part else whole


def _the_weekend(_: re.Match[str]) -> Reading:
    """As in "over the weekend": the last one up to its telling, or the coming one if the sentence looks ahead."""

    def at(anchor: date, tense: Tense) -> Stamp | None:
        return _weekend(anchor, 0 if tense == "future" or anchor.weekday() >= 5 else -1)

    return Relative(at, stamps.unresolved("XXXX-WXX-WE"))


def _named_month(match: re.Match[str]) -> Reading | None:
    """The words "last June" mean the one before this month, "this June" that of the year."""
    month = month_of(match["month"])
    if month is None:
        return None
    which = match["which"].lower().split()[-1]

    def at(anchor: date, _: Tense) -> Stamp | None:
        turn = {"last": -(month >= anchor.month), "past": -(month >= anchor.month), "this": 0}
        year = anchor.year + turn.get(which, int(month <= anchor.month))
        return stamps.of_month(year, month) if 1 <= year <= date.max.year else None

    reading = Relative(at, stamps.unresolved(f"XXXX-{month:02}"))
    return _limited(reading, match["limit"])


def _named_season(match: re.Match[str]) -> Reading | None:
    """The words "last summer" mean the last one that is over, "next summer" the first that is yet to begin."""
    season, which = words.SEASON_WORDS[match["season"].lower()], match["which"].lower().split()[-1]

    def at(anchor: date, _: Tense) -> Stamp | None:
        years = range(max(1, anchor.year - 2), min(anchor.year + 2, date.max.year) + 1)
        all_of_them = [stamps.of_season(year, season) for year in years]
        if which in {"last", "past"}:
            return next((one for one in reversed(all_of_them) if one.last and one.last < anchor), None)
        if which in {"next", "coming"}:
            return next((one for one in all_of_them if one.first and one.first > anchor), None)
        return min(all_of_them, key=lambda one: abs((one.last or anchor) - anchor))

    return Relative(at, stamps.unresolved(f"XXXX-{season}"))


_LIMIT = rf"(?:(?P<limit>earlier[ ]|later[ ]|{PART}))?"
_LIMIT_OPENERS = PART_OPENERS | WHICH_OPENERS | {"earlier", "later"}
_UNIT = rf"(?P<unit>week|weekend|month|quarter|year|decade|century){END}"
_EDGE = r"(?P<part>the[ ](?:beginning|start|end|middle|close)[ ]of[ ])"

RULES: Final[tuple[Rule, ...]] = (
    rule(_LIMIT_OPENERS, rf"{_LIMIT}{WHICH}[ ]{_UNIT}", _unit),
    rule({"the current"}, rf"(?P<limit>(?!))?(?P<which>the[ ]current)[ ]{_UNIT}", _unit),
    rule(PART_OPENERS, rf"{_EDGE}(?:the|this)[ ](?P<unit>week|month|year|decade){END}", _end_of),
    rule({"the weekend"}, rf"the[ ]weekend{END}", _the_weekend),
    rule(_LIMIT_OPENERS, rf"{_LIMIT}{WHICH}[ ](?P<month>{MONTH})(?!{SP}\d)", _named_month),
    rule(WHICH_OPENERS, rf"{WHICH}[ ](?P<season>{SEASON})", _named_season),
)
