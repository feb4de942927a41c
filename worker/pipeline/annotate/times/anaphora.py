"""Rules for expressions that count from a time told before: "the next day", "two years later", "that afternoon".

What they count from is found where they stand (`narrative`); without it they stay open or remain lengths of time.
Those before a clause ("the day before she died") count from an event that no date tells.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final

from worker.pipeline.annotate.times import stamps, words
from worker.pipeline.annotate.times.lengths import amount, iso
from worker.pipeline.annotate.times.periods import OPEN
from worker.pipeline.annotate.times.rule import (
    A_UNIT,
    COUNT,
    END,
    MONTH,
    NUMBER,
    SEASON,
    UNIT,
    Rule,
    before,
    month_of,
    rule,
    unit_of,
    weekday_of,
    word_after,
    word_before,
)
from worker.pipeline.annotate.times.stamps import Event, Relative, Stamp

if TYPE_CHECKING:
    from worker.pipeline.annotate.times.stamps import Reading, Tense

_SHIFTS: Final = {"next": 1, "following": 1, "after": 1, "previous": -1, "before": -1, "same": 0, "that": 0}
_MONTH_DAYS, _QUARTER_DAYS = range(27, 32), range(88, 93)


def _never(_: date, __: Tense) -> Stamp | None:
    return None


def _shifted(event: Event, unit: str, count: int) -> Stamp | None:
    """So many units away from a time that is at least as exact; None from a coarser one."""
    length = (event.last - event.first).days
    if unit in {"day", "night"}:
        day = stamps.shifted_days(event.first, count) if not length else None
        return stamps.of_day(day) if day else None
    if unit in {"week", "weekend"} and length < 7:
        day = stamps.shifted_days(event.first, 7 * count)
        return (stamps.of_weekend(day) if unit == "weekend" else stamps.of_week(day)) if day else None
    if unit == "month" and length <= _MONTH_DAYS[-1]:
        day = stamps.shifted_months(event.first, count)
        return stamps.of_month(day.year, day.month) if day else None
    if unit == "quarter" and length in _QUARTER_DAYS:
        return _quarter(event, 3 * count)
    if unit == "decade":
        return _decades_away(event, count)
    return _years_away(event, count) if unit == "year" else None


def _decades_away(event: Event, count: int) -> Stamp | None:
    year = event.first.year + 10 * count
    return stamps.of_decade(year) if event.first.year // 10 == event.last.year // 10 and 10 <= year < 9990 else None


def _years_away(event: Event, count: int) -> Stamp | None:
    """Of a quarter "a year earlier" is the same quarter, of all else the whole year."""
    if event.first.year != event.last.year or not 1 <= event.first.year + count < date.max.year:
        return None
    if (event.last - event.first).days in _QUARTER_DAYS and event.first.month % 3 == 1:
        return _quarter(event, 12 * count)
    return stamps.of_year(event.first.year + count)


def _quarter(event: Event, months: int) -> Stamp | None:
    day = stamps.shifted_months(event.first, months)
    return stamps.of_quarter(day.year, (day.month + 2) // 3) if day else None


# ------------------------------------------------------------------------------------------- so much later

_LATER: Final = {"later": 1, "after": 1, "on": 1, "afterwards": 1, "afterward": 1, "earlier": -1, "before": -1}
_OF_A_CLAUSE: Final = frozenset({"earlier", "later"})


def _later(match: re.Match[str]) -> Reading | None:
    """As in "three years later": the year; "a day earlier" may count from the article's own day."""
    way, count, unit = match["way"].lower(), amount(match["number"]), unit_of(match["unit"])
    if count is None or word_after(match) == "than" or (way not in _OF_A_CLAUSE and not _ends_clause(match)):
        return None
    length = Stamp("duration", iso([(count, unit)]))
    if count != int(count) or count > 10_000 or words.UNITS[unit][1]:
        return length
    letter, _, multiple = words.UNITS[unit]
    step = int(count) * multiple * _LATER[way]
    named = {"D": "day", "W": "week", "M": "month", "Y": "year"}[letter]

    def earlier(anchor: date, _: Tense) -> Stamp | None:
        return _shifted(Event(anchor, anchor, ""), named, step) if way == "earlier" else None

    return Relative(earlier, length, counted=lambda event: _shifted(event, named, step), by_day=named == "day")


_CLAUSE_END: Final = re.compile(
    r"[ \u00a0]?(?:$|[.,;:!?)\"”\u2019\n\u2014\u2013-]"
    r"|(?:and|but|or|when|while|with|in|at|on|by|for|to|as|because|also|was|were|had|is)\b)",
    re.IGNORECASE,
)


def _ends_clause(match: re.Match[str]) -> bool:
    """Nothing follows that it could be before or after."""
    return _CLAUSE_END.match(match.string, match.end()) is not None


# ------------------------------------------------------------------------------------------ the next, the same


def _neighbour(match: re.Match[str]) -> Reading | None:
    """As in "the next day", "the previous year", "that night", "the day before"."""
    if not match["unit"].islower() or (match["which"].lower() in {"before", "after"} and not _ends_clause(match)):
        return None if not match["unit"].islower() else _open(match["unit"])
    which = match["which"].lower()
    if which == "that" and word_before(match) in _SAYING:
        return None
    return _around(match["unit"], _SHIFTS[which])


_SAYING: Final = frozenset({"said", "says", "so", "is", "was", "believe", "think", "know", "hope", "sure", "now"})


def _weekday_after(match: re.Match[str]) -> Reading | None:
    """As in "the following Wednesday": the first after (or last before) a day told before."""
    weekday, shift = weekday_of(match["weekday"]), _SHIFTS[match["which"].lower()]
    if weekday is None:
        return None

    def at(event: Event) -> Stamp | None:
        ahead = (weekday - event.first.weekday()) % 7 or 7
        day = stamps.shifted_days(event.first, ahead if shift > 0 else -((7 - ahead) or 7))
        return stamps.of_day(day) if day else None

    return Relative(_never, stamps.unresolved(f"XXXX-WXX-{weekday + 1}"), counted=at, by_day=True)


def _around(unit: str, shift: int) -> Reading:
    if unit in words.SEASON_WORDS:
        season = words.SEASON_WORDS[unit]
        unresolved = stamps.unresolved(f"XXXX-{season}")
        return Relative(_never, unresolved, counted=lambda event: _season(event, season, shift))
    part = words.PARTS_OF_DAY.get(unit)
    if part is None:
        return Relative(_never, _open(unit), counted=lambda event: _shifted(event, unit, shift), by_day=unit == "day")

    def at(event: Event) -> Stamp | None:
        day = stamps.shifted_days(event.first, shift)
        return stamps.of_clock(day, part) if day else None

    return Relative(_never, _open(unit), counted=at, by_day=True)


def _open(unit: str) -> Stamp:
    part = words.PARTS_OF_DAY.get(unit)
    if part:
        return stamps.unresolved(f"XXXX-XX-XX{part}", "time")
    return stamps.unresolved(OPEN.get(unit, "XXXX-XX-XX"))


def _season(event: Event, season: str, shift: int) -> Stamp | None:
    """The season of the event's year, or the first that begins after it or is over before it."""
    years = range(max(1, event.first.year - 1), min(event.first.year + 2, date.max.year - 1))
    seasons = [stamps.of_season(year, season) for year in years]
    if shift == 0:
        return stamps.of_season(event.first.year, season)
    if shift > 0:
        return next((one for one in seasons if one.first and one.first > event.last), None)
    return next((one for one in reversed(seasons) if one.last and one.last < event.first), None)


def _month_of_that_year(match: re.Match[str]) -> Reading | None:
    """As in "October of that year", "March the same year"."""
    month = month_of(match["month"])
    if month is None:
        return None
    unresolved = stamps.unresolved(f"XXXX-{month:02}")
    shift = {"next": 1, "following": 1, "previous": -1}.get(match["which"].lower(), 0)

    def at(event: Event) -> Stamp | None:
        year = event.first.year + shift
        return stamps.of_month(year, month) if event.first.year == event.last.year and 1 <= year < 9999 else None

    return Relative(_never, unresolved, counted=at)


def _day_from(match: re.Match[str]) -> Reading | None:
    """As in "a week from Monday", "two weeks on Friday", "Tuesday week"."""
    count, weekday = amount(match["number"]), weekday_of(match["weekday"])
    if count is None or count != int(count) or weekday is None or count > 60:
        return None
    return Relative(_weeks_from(weekday, int(count)), stamps.unresolved(f"XXXX-WXX-{weekday + 1}"))


def _weekday_week(match: re.Match[str]) -> Reading | None:
    weekday = weekday_of(match["weekday"])
    if weekday is None:
        return None
    return Relative(_weeks_from(weekday, 1), stamps.unresolved(f"XXXX-WXX-{weekday + 1}"))


def _weeks_from(weekday: int, weeks: int) -> stamps.At:
    def at(anchor: date, _: Tense) -> Stamp | None:
        day = stamps.shifted_days(anchor, (weekday - anchor.weekday()) % 7 + 7 * weeks)
        return stamps.of_day(day) if day else None

    return at


_WAYS = r"(?P<way>later|earlier|before|after|afterwards?)"
_NEXT = ("next", "following", "previous", "same")
_OF_NEXT = rf"(?P<unit>day|morning|afternoon|evening|night|week|weekend|month|quarter|year|decade|{SEASON})"
_BEFORE = ("day", "night", "morning", "evening", "week", "weekend", "month", "year")
_THAT = ("day", "morning", "afternoon", "evening", "night", "week", "weekend", "month", "year", *words.SEASON_WORDS)
_DAYS = "|".join(words.WEEKDAYS)

RULES: Final[tuple[Rule, ...]] = (
    rule({COUNT} | A_UNIT, rf"(?P<number>{NUMBER}|an?)[ ](?P<unit>{UNIT})[ ]{_WAYS}{END}", _later),
    rule(before("the", (*_NEXT, "very")), rf"the[ ](?:very[ ])?(?P<which>{'|'.join(_NEXT)})[ ]{_OF_NEXT}{END}",
         _neighbour),
    rule(before("the", _BEFORE),
         rf"the[ ](?P<unit>{'|'.join(_BEFORE)})[ ](?P<which>before|after)"
         rf"(?![ ](?:yesterday|tomorrow|last|next)\b){END}",
         _neighbour),
    rule(before("the", _NEXT), rf"the[ ](?P<which>following|previous)[ ](?P<weekday>{_DAYS}){END}", _weekday_after),
    rule(before("that", _THAT), rf"(?P<which>that)[ ](?P<unit>{'|'.join(_THAT)}){END}", _neighbour),
    rule(words.MONTHS,
         rf"(?P<month>{MONTH}),?[ ](?:of[ ])?(?:the[ ])?(?P<which>that|same|next|following|previous)[ ]year{END}",
         _month_of_that_year),
    rule(A_UNIT | {COUNT}, rf"(?P<number>{NUMBER}|an?)[ ]weeks?[ ](?:from|on)[ ](?P<weekday>{_DAYS}){END}",
         _day_from),
    rule({f"{day} week" for day in words.WEEKDAYS},
         rf"(?P<weekday>{_DAYS})[ ]week(?![A-Za-z0-9'\u2019-])", _weekday_week),
)  # fmt: skip
