"""Rules for expressions that count from the day they are told: "today", "last week", "on Thursday", "two years ago".

Those that count from an event ("the next day") are kept unresolved: their anchor is not known here.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from worker.pipeline.annotate import numbers
from worker.pipeline.annotate.times import stamps, words
from worker.pipeline.annotate.times.rule import (
    COUNT,
    END,
    MONTH,
    NUMBER,
    PART,
    PART_OF_DAY,
    PART_OPENERS,
    SEASON,
    SP,
    UNIT,
    UNIT_NAMES,
    WHICH,
    WHICH_OPENERS,
    Rule,
    before,
    month_of,
    part_named,
    rule,
    unit_of,
)
from worker.pipeline.annotate.times.stamps import Relative, Stamp, at_clock, mapped

if TYPE_CHECKING:
    import re
    from collections.abc import Callable
    from datetime import date

    from worker.pipeline.annotate.times.stamps import Reading, Tense

# ------------------------------------------------------------------------------------------------------ days

_DAYS: Final = {
    "today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "the day before yesterday": -2,
    "the day after tomorrow": 2,
}  # fmt: skip


def _deictic(match: re.Match[str]) -> Reading | None:
    name = " ".join(match["day"].lower().split())
    part = "TNI" if name == "tonight" else words.PARTS_OF_DAY[match["part"].lower()] if match["part"] else None
    return at_clock(_so_many_days(_DAYS[name]), part)


def _so_many_days(days: int) -> Relative:
    def at(anchor: date, _: Tense) -> Stamp | None:
        day = stamps.shifted_days(anchor, days)
        return stamps.of_day(day) if day else None

    return Relative(at, stamps.unresolved("XXXX-XX-XX"))


def _this_morning(match: re.Match[str]) -> Reading | None:
    part = words.PARTS_OF_DAY[match["part"].lower()]
    days = 0 if match["which"].lower() == "this" else -1 if match["which"].lower() == "last" else 1
    if days and part != "TNI":
        return None
    return at_clock(_so_many_days(days), part)


# ------------------------------------------------------------------------------------- weeks, months, years

_SHIFTS: Final = {
    "last": -1, "this past": -1, "previous": -1, "this": 0, "current": 0, "the current": 0, "next": 1,
    "this coming": 1, "coming": 1,
}  # fmt: skip


def _unit(match: re.Match[str]) -> Reading | None:
    which = " ".join(match["which"].lower().split())
    unit, shift = match["unit"].lower(), _SHIFTS[which]
    at = _UNITS[unit]

    def shifted(anchor: date, _: Tense) -> Stamp | None:
        return at(anchor, shift)

    return _limited(Relative(shifted, stamps.unresolved(_OPEN[unit])), match["limit"])


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
_OPEN: Final = {
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
    """As in "by the end of the month": a part of the unit in which it is told; of weeks only the whole is kept."""
    unit, part = match["unit"].lower(), part_named(match["part"])
    at = _UNITS[unit]
    whole = Relative(lambda anchor, _: at(anchor, 0), stamps.unresolved(_OPEN[unit]))
    return mapped(whole, lambda stamp: stamps.part_of(stamp, part)) if part else whole


def _the_weekend(_: re.Match[str]) -> Reading:
    """As in "over the weekend": the last one up to the day it is told, or the coming one if the sentence looks ahead."""

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
        return stamps.of_month(year, month) if year >= 1 else None

    reading = Relative(at, stamps.unresolved(f"XXXX-{month:02}"))
    return _limited(reading, match["limit"])


def _named_season(match: re.Match[str]) -> Reading | None:
    """The words "last summer" mean the last one that is over, "next summer" the first that is yet to begin."""
    season, which = words.SEASON_WORDS[match["season"].lower()], match["which"].lower().split()[-1]

    def at(anchor: date, _: Tense) -> Stamp | None:
        years = range(max(1, anchor.year - 2), anchor.year + 3)
        all_of_them = [stamps.of_season(year, season) for year in years]
        if which in {"last", "past"}:
            return next((one for one in reversed(all_of_them) if one.last and one.last < anchor), None)
        if which in {"next", "coming"}:
            return next((one for one in all_of_them if one.first and one.first > anchor), None)
        return min(all_of_them, key=lambda one: abs((one.last or anchor) - anchor))

    return Relative(at, stamps.unresolved(f"XXXX-{season}"))


# ------------------------------------------------------------------------------------------------------- ago


def _ago(match: re.Match[str]) -> Reading | None:
    """So many units back, as exact as the unit: "two years ago" is a year, "a year ago today" a day."""
    unit = unit_of(match["unit"])
    amount = _amount(match["number"])
    letter, timed, multiple = words.UNITS[unit]
    if amount is None or timed:
        return stamps.unresolved("PAST_REF")
    amount *= multiple
    sign = 1 if match["way"].lower() == "from now" else -1
    if amount > 10_000:
        return stamps.unresolved("PAST_REF")
    exact, rough = match["exact"], amount != int(amount) or unit in {"decade", "century", "fortnight"}

    def at(anchor: date, _: Tense) -> Stamp | None:
        day = _counted(anchor, sign * amount, letter)
        if day is None:
            return None
        stamp = _as_exact(day, letter if amount == int(amount) else "M", (exact or "").lower())
        return stamps.approximate(stamp) or stamp if stamp and rough else stamp

    return Relative(at, stamps.unresolved("PAST_REF" if sign < 0 else "FUTURE_REF"))


def _amount(text: str | None) -> Decimal | None:
    if text is None:
        return None
    plain = text.lower().strip()
    return Decimal(1) if plain in {"a", "an"} else numbers.read(plain)


def _counted(anchor: date, amount: Decimal, letter: str) -> date | None:
    if letter in "DW":
        return stamps.shifted_days(anchor, int(amount * (7 if letter == "W" else 1)))
    return stamps.shifted_months(anchor, int(amount * (12 if letter == "Y" else 1)))


def _as_exact(day: date, letter: str, exact: str) -> Stamp | None:
    if letter == "D" or "day" in exact:
        return stamps.of_day(day)
    if letter == "W" or "week" in exact:
        return stamps.of_week(day)
    if letter == "M" or "month" in exact:
        return stamps.of_month(day.year, day.month)
    return stamps.of_year(day.year)


def _from_an_event(match: re.Match[str]) -> Reading | None:
    """As in "the next day", "the following year": of a day that the grammar does not know."""
    if not match["unit"].islower():
        return None  # the title of something
    unit = match["unit"]
    part = words.PARTS_OF_DAY.get(unit)
    if part:
        return stamps.unresolved(f"XXXX-XX-XX{part}", "time")
    return stamps.unresolved(_OPEN.get(unit, "XXXX-XX-XX"))


_LIMIT = rf"(?:(?P<limit>earlier[ ]|later[ ]|{PART}))?"
_LIMIT_OPENERS = PART_OPENERS | {"earlier", "later"}
_VAGUE = r"(?:several|many|some|a[ ]few|(?:a[ ]|any[ ])?number[ ]of|few)"
_CALENDAR_UNIT = rf"(?P<unit>week|weekend|month|quarter|year|decade|century){END}"
_A_UNIT = before("a", UNIT_NAMES) | before("an", UNIT_NAMES)

RULES: Final[tuple[Rule, ...]] = (
    rule({"today", "tonight", "yesterday", "tomorrow", "the day"},
         r"(?P<day>today|tonight|yesterday|tomorrow|the[ ]day[ ](?:before[ ]yesterday|after[ ]tomorrow))"
         rf"{END}(?:[ ](?P<part>{PART_OF_DAY}))?", _deictic),
    rule(WHICH_OPENERS, rf"{WHICH}[ ](?P<part>{PART_OF_DAY})", _this_morning),
    rule(WHICH_OPENERS | _LIMIT_OPENERS, rf"{_LIMIT}{WHICH}[ ]{_CALENDAR_UNIT}", _unit),
    rule({"the current"}, rf"(?P<limit>(?!))?(?P<which>the[ ]current)[ ]{_CALENDAR_UNIT}", _unit),
    rule(PART_OPENERS, r"(?P<part>the[ ](?:beginning|start|end|middle|close)[ ]of[ ])(?:the|this)[ ]"
         rf"(?P<unit>week|month|year|decade){END}", _end_of),
    rule({"over the", "at the", "on the", "during the"}, rf"(?:over|at|on|during)[ ](?P<core>the[ ]weekend{END})", _the_weekend),
    rule(WHICH_OPENERS | _LIMIT_OPENERS, rf"{_LIMIT}{WHICH}[ ](?P<month>{MONTH})(?!{SP}\d)", _named_month),
    rule(WHICH_OPENERS, rf"{WHICH}[ ](?P<season>{SEASON})", _named_season),
    rule({COUNT} | _A_UNIT, rf"(?P<number>{NUMBER}|an?)[ ](?P<unit>{UNIT})[ ](?P<way>ago|from[ ]now){END}"
         rf"(?P<exact>[ ](?:today|to[ ]the[ ]day|this[ ](?:week|month)){END})?", _ago),
    rule({"several", "many", "some", "a few", "few", "a number"}, rf"{_VAGUE}[ ](?P<number>(?!))?(?P<unit>{UNIT})[ ](?P<way>ago|from[ ]now)"
         rf"(?P<exact>(?!))?{END}", _ago),
    rule({"days", "weeks", "months", "years", "decades", "centuries", "hours", "minutes"},
         rf"(?P<number>(?!))?(?P<unit>{UNIT})[ ](?P<way>ago){END}(?P<exact>(?!))?", _ago),
    rule(before("the", ("next", "following", "previous", "same", "very")), rf"the[ ](?:next|following|previous|same|very[ ]next)[ ](?P<unit>day|morning|afternoon|evening|night|week|weekend|"
         rf"month|year|decade){END}", _from_an_event),
    rule(before("the", ("day", "night", "week", "month", "year")), rf"the[ ](?P<unit>day|night|week|month|year)[ ](?:before|after)(?![ ](?:yesterday|tomorrow)){END}", _from_an_event),
)  # fmt: skip
