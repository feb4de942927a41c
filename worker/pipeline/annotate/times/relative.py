"""Rules for expressions that count from the day they are told: "today", "last night", "two years ago".

Those that count from a time told before ("the next day") are `anaphora`.
"""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from worker.pipeline.annotate import numbers
from worker.pipeline.annotate.times import feast_words, stamps, words
from worker.pipeline.annotate.times.day_clocks import MARKER
from worker.pipeline.annotate.times.rule import (
    A_UNIT,
    COUNT,
    END,
    NUMBER,
    PART_OF_DAY,
    UNIT,
    WHICH,
    WHICH_OPENERS,
    Rule,
    before,
    opens_sentence,
    rule,
    unit_of,
    word_after,
)
from worker.pipeline.annotate.times.stamps import Relative, Stamp, at_clock

if TYPE_CHECKING:
    import re
    from datetime import date, datetime

    from worker.pipeline.annotate.times.stamps import Reading, Tense

# ------------------------------------------------------------------------------------------------------ days

_DAYS: Final = {
    "today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "the day before yesterday": -2,
    "the day after tomorrow": 2,
}  # fmt: skip


def _deictic(match: re.Match[str]) -> Reading | None:
    name = " ".join(match["day"].lower().split())
    if match["day"][0].isupper() and not opens_sentence(match):
        return None  # the name of a show or a paper
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


# ------------------------------------------------------------------------------------------------------- ago


def _ago(match: re.Match[str]) -> Reading | None:
    """So many units back, as exact as the unit: "two years ago" is a year, "a year ago today" a day."""
    unit = unit_of(match["unit"])
    amount = _amount(match["number"])
    letter, timed, multiple = words.UNITS[unit]
    if amount is None:
        return stamps.unresolved("PAST_REF")
    sign = 1 if match["way"].lower() == "from now" else -1
    if timed:
        return _clock_away(unit, sign * amount)
    amount *= multiple
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


def _clock_away(unit: str, amount: Decimal) -> Reading:
    """As in "three hours ago", of an article that tells its clock; "48 hours ago" of any."""
    seconds = {"hour": 3600, "minute": 60, "second": 1}[unit]
    away = timedelta(seconds=float(amount) * seconds) if abs(amount) < 9999 else None
    unresolved = stamps.unresolved("PAST_REF" if amount < 0 else "FUTURE_REF")

    def at(anchor: date, _: Tense) -> Stamp | None:
        whole = away is not None and not away % timedelta(days=1)
        day = stamps.shifted_days(anchor, away.days) if away and whole else None
        return stamps.of_day(day) if day else None

    def at_clock_of(moment: datetime) -> Stamp | None:
        if away is None or moment.year < 2 or moment.year > 9998:
            return None
        then = moment + away
        return stamps.of_clock(then.date(), f"T{then:%H}" if unit == "hour" else f"T{then:%H:%M}")

    return Relative(at, unresolved, by_clock=at_clock_of)


def _part_of_a_day(match: re.Match[str]) -> Reading:
    """As in "the night of" April 7: joined with the day behind it (`neighbours`), nothing without one."""
    return Stamp("time", f"{MARKER}{words.PARTS_OF_DAY[match['part'].lower()]}")


def _year_and_a_half_ago(_: re.Match[str]) -> Reading:
    return Relative(
        lambda anchor, _: _as_exact(day, "M", "") if (day := stamps.shifted_months(anchor, -18)) else None,
        stamps.unresolved("PAST_REF"),
    )


def _overnight(match: re.Match[str]) -> Reading | None:
    """The night before the day of its telling, or that day's if the sentence looks ahead; no "overnight success"."""
    after = word_after(match)
    if after.islower() and after not in feast_words.FEAST_FOLLOWED | {"into", "following", "near"}:
        return None

    def at(anchor: date, tense: Tense) -> Stamp | None:
        day = stamps.shifted_days(anchor, 0 if tense == "future" else -1)
        return stamps.of_clock(day, "TNI") if day else None

    return Relative(at, stamps.unresolved("XXXX-XX-XXTNI", "time"))


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


_VAGUE = r"(?:several|many|some|a[ ]few|(?:a[ ]|any[ ])?number[ ]of|few)"
_NONE = r"(?P<number>(?!))?"
_TODAY = rf"(?P<exact>[ ](?:today|to[ ]the[ ]day|this[ ](?:week|month)){END})?"
_PLURALS = {"days", "weeks", "months", "years", "decades", "centuries", "hours", "minutes"}
_DAY = r"(?P<day>today|tonight|yesterday|tomorrow|the[ ]day[ ](?:before[ ]yesterday|after[ ]tomorrow))"

RULES: Final[tuple[Rule, ...]] = (
    rule(
        {"today", "tonight", "yesterday", "tomorrow", "the day"},
        rf"{_DAY}{END}(?:[ ](?P<part>{PART_OF_DAY}))?",
        _deictic,
    ),
    rule(before("the", words.PARTS_OF_DAY), r"the[ ](?P<part>morning|afternoon|evening|night)[ ]of[ ](?=[A-Z0-9t])",
         _part_of_a_day),
    rule({"a year"}, rf"a[ ]year[ ]and[ ]a[ ]half[ ]ago{END}", _year_and_a_half_ago),
    rule({"overnight"}, rf"overnight{END}(?!-)", _overnight),
    rule(WHICH_OPENERS, rf"{WHICH}[ ](?P<part>{PART_OF_DAY})", _this_morning),
    rule(
        {COUNT} | A_UNIT,
        rf"(?P<number>{NUMBER}|an?)[ ](?P<unit>{UNIT})[ ](?P<way>ago|from[ ]now){END}{_TODAY}",
        _ago,
    ),
    rule(
        {"several", "many", "some", "a few", "few", "a number"},
        rf"{_VAGUE}[ ]{_NONE}(?P<unit>{UNIT})[ ](?P<way>ago|from[ ]now){END}{_TODAY}",
        _ago,
    ),
    rule(_PLURALS, rf"{_NONE}(?P<unit>{UNIT})[ ](?P<way>ago){END}{_TODAY}", _ago),
)
