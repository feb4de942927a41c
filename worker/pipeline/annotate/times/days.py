"""Rules for days and months of the calendar: full dates in any order, days without a year, months, ranges of days.

A numeric date with both numbers up to 12 is read in the American order unless the article writes the day first
elsewhere ("13/4/2019", or "16 May 2019" and never "May 16, 2019"); `day_first` finds out. A date without its year
lies in the direction of the sentence's tense, without a tense nearest to the day it is told.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

from worker.pipeline.annotate.times import stamps, words
from worker.pipeline.annotate.times.rule import (
    DAY,
    END,
    GAP,
    LONG,
    MONTH,
    MONTH_OPENERS,
    PART,
    PART_OPENERS,
    SHORT,
    SP,
    WEEKDAY_ANY,
    WEEKDAY_OPENERS,
    YEAR,
    Rule,
    alternation,
    month_of,
    number_of,
    opens_sentence,
    rule,
    with_part,
    word_after,
    word_before,
)
from worker.pipeline.annotate.times.stamps import Reading, Relative, Stamp

if TYPE_CHECKING:
    from collections.abc import Callable

    from worker.pipeline.annotate.times.stamps import Tense

_MONTH_DAY = re.compile(rf"{MONTH}[ ]\d{{1,2}},?[ ]\d{{4}}")
_DAY_MONTH = re.compile(rf"\b\d{{1,2}}[ ]{MONTH},?[ ]\d{{4}}", re.IGNORECASE)
_DAY_SURELY_FIRST = re.compile(r"\b(?:1[3-9]|2\d|3[01])([/.-])\d{1,2}\1(?:\d{4}|\d{2})\b")
_RANGE = r"[ ]?(?:-|\u2013|—|to|through|until|till)[ ]?"


def day_first(text: str) -> bool:
    if _DAY_SURELY_FIRST.search(text):
        return True
    return _DAY_MONTH.search(text) is not None and _MONTH_DAY.search(text) is None


def _full(match: re.Match[str]) -> Reading | None:
    month = month_of(match["month"])
    return _day_reading(match["year"], month, number_of(match["day"])) if month else None


def _day_reading(year: str | None, month: int, day: int) -> Reading | None:
    if year:
        made = stamps.made_day(int(year), month, day)
        return stamps.of_day(made) if made else None
    if stamps.made_day(2000, month, day) is None:  # a leap year has every day
        return None
    return Relative(_nearest(month, day), stamps.unresolved(f"XXXX-{month:02}-{day:02}"), calendar=True)


def _nearest(month: int, day: int) -> Callable[[date, Tense], Stamp | None]:
    def at(anchor: date, tense: Tense) -> Stamp | None:
        years = (anchor.year - 1, anchor.year, anchor.year + 1)
        days = [made for year in years if (made := stamps.made_day(year, month, day))]
        wanted = [made for made in days if _lies(made, anchor, tense)]
        return stamps.of_day(min(wanted or days, key=lambda made: abs(made - anchor))) if days else None

    return at


def _lies(day: date, anchor: date, tense: Tense) -> bool:
    return tense == "unknown" or (day <= anchor if tense == "past" else day >= anchor)


def _iso(match: re.Match[str]) -> Reading | None:
    made = stamps.made_day(int(match["year"]), int(match["month"]), int(match["day"]))
    if made is None:
        return None
    if match["hour"] is None:
        return stamps.of_day(made)
    if int(match["hour"]) > 23 or int(match["minute"]) > 59:
        return None
    seconds = f":{match['second']}" if match["second"] else ""
    zone = "Z" if match["zone"] == "Z" else match["zone"] or ""
    return stamps.of_clock(made, f"T{match['hour']}:{match['minute']}{seconds}{zone}")


def numeric(match: re.Match[str], *, first_is_day: bool) -> Stamp | None:
    """As in "4/8/2019", in the article's order; before dots and above 12 the first number is a day in any case."""
    one, two, year = int(match["one"]), int(match["two"]), int(match["year"])
    if len(match["year"]) == 2:
        year += 2000 if year < 50 else 1900
    month, day = (two, one) if one > 12 or ((first_is_day or match["dot"]) and two <= 12) else (one, two)
    made = stamps.made_day(year, month, day)
    return stamps.of_day(made) if made and year >= 1000 else None


def _two_days(match: re.Match[str]) -> Reading | None:
    """As in "June 3-5", "3 to 5 June 2019", "June 5 and 6"."""
    month = month_of(match["month"])
    low, high = number_of(match["day"]), number_of(match["until"])
    if month is None or low >= high or (match["and"] and high != low + 1):
        return None
    first, last = _day_reading(match["year"], month, low), _day_reading(match["year"], month, high)
    return joined(first, last) if first and last else None


def joined(first: Reading, last: Reading) -> Reading | None:
    """The range of two readings; the first is counted from the second, so "May 3 to June 5, 2019" has one year."""
    if isinstance(last, Stamp):
        start = first if isinstance(first, Stamp) else last.first and first.at(last.first, "past")
        return stamps.between(start, last) if start else None
    end, opening = last, first

    def at(anchor: date, tense: Tense) -> Stamp | None:
        closing = end.at(anchor, tense)
        if closing is None or closing.first is None:
            return None
        start = opening if isinstance(opening, Stamp) else opening.at(closing.first, "past")
        return stamps.between(start, closing) if start else None

    begin = opening.timex3 if isinstance(opening, Stamp) else opening.unresolved.timex3
    return Relative(at, stamps.unresolved(f"{begin}/{end.unresolved.timex3}"))


def range_ends(first: Reading, last: Reading) -> tuple[Reading, Reading]:
    """The two ends of a range in words, the first counted back from the last, of the future the last from the first.

    So "from May 3 to June 5, 2019" has one year, and Friday follows Monday.
    """
    if isinstance(first, Stamp):
        return first, last
    begin = first.at
    if isinstance(last, Stamp):
        return (last.first and begin(last.first, "past")) or first, last
    end = last.at

    def opening(anchor: date, tense: Tense) -> Stamp | None:
        closing = end(anchor, tense) if tense != "future" else None
        return begin(closing.first, "past") if closing and closing.first else begin(anchor, tense)

    def closing(anchor: date, tense: Tense) -> Stamp | None:
        start = begin(anchor, tense) if tense == "future" else None
        return end(start.first, "future") if start and start.first else end(anchor, tense)

    return replace(first, at=opening, calendar=False), replace(last, at=closing, calendar=False)


# ---------------------------------------------------------------------------------------------------- months


def _month_year(match: re.Match[str]) -> Reading | None:
    month = month_of(match["month"])
    return with_part(stamps.of_month(int(match["year"]), month), match["part"]) if month else None


def _of_a_year(match: re.Match[str]) -> Reading | None:
    """As in "March last year", "5 June this year", "May of next year"."""
    month, shift = month_of(match["month"]), {"last": -1, "this": 0, "next": 1}[match["which"].lower()]
    if month is None:
        return None

    def at(anchor: date, _: Tense) -> Stamp | None:
        year = anchor.year + shift
        if not 1 <= year <= date.max.year:
            return None
        day = match["day"] or match["late"]
        made = stamps.made_day(year, month, number_of(day)) if day else None
        return stamps.of_day(made) if made else None if day else stamps.of_month(year, month)

    return with_part(Relative(at, stamps.unresolved(f"XXXX-{month:02}")), match["part"])


def _bare_month(match: re.Match[str]) -> Reading | None:
    month = month_of(match["month"])
    if month is None or not (match["part"] or _stands_for_a_month(match)):
        return None
    unresolved = stamps.unresolved(f"XXXX-{month:02}")
    if word_before(match) == "that":
        return unresolved
    return with_part(Relative(_nearest_month(month), unresolved, calendar=not _is_subject(match)), match["part"])


def _stands_for_a_month(match: re.Match[str]) -> bool:
    name, cue, after = match["month"].rstrip(".").lower(), word_before(match), word_after(match)
    if name in words.MONTH_SHORT:
        return cue in words.MONTH_CUES
    if _is_subject(match):
        return True
    return _cued_month(match, name, cue, after)


def _cued_month(match: re.Match[str], name: str, cue: str, after: str) -> bool:
    if name not in words.MONTHS_AMBIGUOUS:
        return not (after[:1].isupper() and cue not in words.MONTH_CUES)
    if cue in {"and", "or"}:
        return _AFTER_MONTH.search(match.string[max(0, match.start() - 16) : match.start()]) is not None
    if cue not in words.MONTH_CUES:
        return _BEFORE_MONTH.match(match.string, match.end()) is not None
    if cue in {"to", "by", "of", "for", "with"} and after[:1].isupper():
        return False  # "by June Carter", "for April Jones"
    return not (name == "march" and cue in {"the", "a", "his", "her", "their", "this"} and after in words.WALK_CUES)


_SUBJECT: Final = re.compile(r"(?:['\u2019]s[ ][a-z]|[ ](?:was|is|has|had|saw|brought|looks|marked|will)[ ])")
_FIRST_NAME: Final = re.compile(r"\b([A-Za-z]{3,9}) (?=[A-Z][a-z])")
_PEOPLE_NEAR = 1000  # characters in which a person of that name would be met by her full name


def _is_subject(match: re.Match[str]) -> bool:
    """As in "June was the hottest": opening a sentence, unless someone near bears the name ("June Carter")."""
    if not opens_sentence(match) or not _SUBJECT.match(match.string, match.end()) or match["month"] == "March":
        return False
    near = match.string[max(0, match.start() - _PEOPLE_NEAR) : match.end() + _PEOPLE_NEAR]
    return match["month"] not in _FIRST_NAME.findall(near)


_BEFORE_MONTH: Final = re.compile(rf"{_RANGE}(?:{alternation(words.MONTHS)})\b", re.IGNORECASE)
_AFTER_MONTH: Final = re.compile(rf"(?:{alternation(words.MONTHS)})[ ](?:and|or)[ ]$", re.IGNORECASE)


def _nearest_month(month: int) -> Callable[[date, Tense], Stamp | None]:
    def at(anchor: date, tense: Tense) -> Stamp | None:
        over, ahead = month < anchor.month, month > anchor.month
        year = anchor.year + (int(over) if tense == "future" else -int(ahead))
        return stamps.of_month(year, month) if 1 <= year <= date.max.year else None

    return at


_WD = rf"(?:{WEEKDAY_ANY}{GAP})?"
_YEAR = rf"(?:{GAP}(?P<year>{YEAR}))?"
_UNTIL = rf"(?:{_RANGE}|(?P<and>[ ]and[ ]))(?P<until>{DAY})"
_CLOCK = r"[T ](?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:\.\d{1,9})?)?(?P<zone>Z|[+-]\d\d:?\d\d)?"
_OPEN_DAY = WEEKDAY_OPENERS | {SHORT, "the #"}
_OPEN_MONTH = WEEKDAY_OPENERS | MONTH_OPENERS
_OPEN_PART = MONTH_OPENERS | PART_OPENERS

RULES: Final[tuple[Rule, ...]] = (
    rule({LONG}, rf"(?P<year>[12]\d{{3}})-(?P<month>\d\d)-(?P<day>\d\d)(?:{_CLOCK})?(?![\w-])", _iso),
    rule(_OPEN_MONTH, rf"{_WD}(?P<month>{MONTH}){SP}(?P<day>{DAY}){_YEAR}", _full),
    rule(
        _OPEN_DAY,
        rf"{_WD}(?:the[ ])?(?P<day>{DAY})(?:[ ]of)?[ -](?P<month>{MONTH})(?:(?:{GAP}|-)(?P<year>{YEAR}))?",
        _full,
    ),
    rule(_OPEN_MONTH, rf"{_WD}(?P<month>{MONTH}){SP}(?P<day>{DAY}){_UNTIL}{_YEAR}", _two_days),
    rule(_OPEN_MONTH, rf"(?P<core>{_WD}(?P<month>{MONTH}){SP}(?P<day>{DAY}))[ ]and[ ]{DAY}{_YEAR}", _full),
    rule(_OPEN_DAY, rf"{_WD}(?:the[ ])?(?P<day>{DAY}){_UNTIL}[ ](?P<month>{MONTH}){_YEAR}", _two_days),
    rule(_OPEN_PART, rf"(?P<part>{PART})?(?P<month>{MONTH}),?[ ](?:of[ ])?(?P<year>{YEAR})", _month_year),
    rule(_OPEN_PART | {SHORT},
         rf"(?P<part>{PART})?(?:(?P<day>{DAY})[ ])?(?P<month>{MONTH})(?:[ ](?P<late>{DAY}))?,?[ ](?:of[ ])?"
         rf"(?P<which>last|this|next)[ ]year{END}", _of_a_year),
    rule(_OPEN_PART, rf"(?P<part>{PART})?(?P<month>{MONTH})(?!{SP}\d{{1,2}}(?!\d))", _bare_month),
)
NUMERIC: Final = re.compile(
    r"(?P<one>\d{1,2})(?:(?P<slash>/)|(?P<dot>[.-]))(?P<two>\d{1,2})(?(slash)/|[.-])"
    r"(?P<year>\d{4}|(?(slash)\d{2}|(?!)))(?![\d/.-]\d|\w)"
)
