"""Rules for calendar dates: full dates in any order, months, years, decades, quarters, seasons and feasts.

A numeric date with both numbers up to 12 is read in the American order unless the article writes the day first
elsewhere ("13/4/2019", or "16 May 2019" and never "May 16, 2019"); `day_first` finds out. A date without its year
lies in the direction of the sentence's tense, without a tense nearest to the day it is told.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from worker.pipeline.annotate.times import stamps, words
from worker.pipeline.annotate.times.rule import (
    DAY,
    DIGIT,
    END,
    GAP,
    MONTH,
    MONTH_OPENERS,
    PART,
    PART_OPENERS,
    SEASON,
    SP,
    WEEKDAY_ANY,
    WEEKDAY_OPENERS,
    YEAR,
    Rule,
    alternation,
    month_of,
    number_of,
    part_named,
    rule,
    word_after,
    word_before,
)
from worker.pipeline.annotate.times.stamps import Reading, Relative, Stamp, mapped

if TYPE_CHECKING:
    from collections.abc import Callable

    from worker.pipeline.annotate.times.stamps import Tense

_MONTH_DAY = re.compile(rf"{MONTH}[ ]\d{{1,2}},?[ ]\d{{4}}")
_DAY_MONTH = re.compile(rf"\b\d{{1,2}}[ ]{MONTH},?[ ]\d{{4}}", re.IGNORECASE)
_DAY_SURELY_FIRST = re.compile(r"\b(?:1[3-9]|2\d|3[01])([/.-])\d{1,2}\1(?:\d{4}|\d{2})\b")
_RANGE = r"[ ]?(?:-|–|—|to|through|until|till)[ ]?"


def day_first(text: str) -> bool:
    if _DAY_SURELY_FIRST.search(text):
        return True
    return _DAY_MONTH.search(text) is not None and _MONTH_DAY.search(text) is None


# ------------------------------------------------------------------------------------------------------ days


def _full(match: re.Match[str]) -> Reading | None:
    month = month_of(match["month"])
    return _day_reading(match["year"], month, number_of(match["day"])) if month else None


def _day_reading(year: str | None, month: int, day: int) -> Reading | None:
    if year:
        made = stamps.made_day(int(year), month, day)
        return stamps.of_day(made) if made else None
    if stamps.made_day(2000, month, day) is None:  # a leap year has every day
        return None
    return Relative(_nearest(month, day), stamps.unresolved(f"XXXX-{month:02}-{day:02}"))


def _nearest(month: int, day: int) -> Callable[[date, Tense], Stamp | None]:
    def at(anchor: date, tense: Tense) -> Stamp | None:
        years = (anchor.year - 1, anchor.year, anchor.year + 1)
        days = [made for year in years if (made := stamps.made_day(year, month, day))]
        if tense == "past":
            days = [made for made in days if made <= anchor][-1:]
        elif tense == "future":
            days = [made for made in days if made >= anchor][:1]
        return stamps.of_day(min(days, key=lambda made: abs(made - anchor))) if days else None

    return at


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
    """ "4/8/2019" in the article's order; a first number above 12 is a day in any case."""
    one, two, year = int(match["one"]), int(match["two"]), int(match["year"])
    if len(match["year"]) == 2:
        year += 2000 if year < 50 else 1900
    month, day = (two, one) if one > 12 or (first_is_day and two <= 12) else (one, two)
    made = stamps.made_day(year, month, day)
    return stamps.of_day(made) if made and year >= 1000 else None


def _two_days(match: re.Match[str]) -> Reading | None:
    """ "June 3-5", "3 to 5 June 2019", "June 5 and 6"."""
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


# ---------------------------------------------------------------------------------------------------- months


def _month_year(match: re.Match[str]) -> Reading | None:
    month = month_of(match["month"])
    return _with_part(stamps.of_month(int(match["year"]), month), match["part"]) if month else None


def _bare_month(match: re.Match[str]) -> Reading | None:
    month = month_of(match["month"])
    if month is None or not (match["part"] or _stands_for_a_month(match)):
        return None
    unresolved = stamps.unresolved(f"XXXX-{month:02}")
    return _with_part(Relative(_nearest_month(month), unresolved), match["part"])


def _stands_for_a_month(match: re.Match[str]) -> bool:
    name, before, after = match["month"].rstrip(".").lower(), word_before(match), word_after(match)
    if name in words.MONTH_SHORT:
        return before in words.MONTH_CUES
    if name not in words.MONTHS_AMBIGUOUS:
        return not (after[:1].isupper() and before not in words.MONTH_CUES)
    if before not in words.MONTH_CUES or before == "and":
        return False
    if before in {"to", "by", "of", "for", "with"} and after[:1].isupper():
        return False  # "by June Carter", "for April Jones"
    return not (name == "march" and before in {"the", "a", "his", "her", "their", "this"} and after in words.WALK_CUES)


def _nearest_month(month: int) -> Callable[[date, Tense], Stamp | None]:
    def at(anchor: date, tense: Tense) -> Stamp | None:
        if tense == "future":
            year = anchor.year + (month < anchor.month)
        else:
            year = anchor.year - (month > anchor.month)
        return stamps.of_month(year, month) if 1 <= year <= date.max.year else None

    return at


def _with_part(reading: Reading, modifier: str | None) -> Reading:
    part = part_named(modifier)
    return mapped(reading, lambda stamp: stamps.part_of(stamp, part)) if part else reading


# ----------------------------------------------------------------------------------- years, decades, centuries

# After these a number of four digits counts something ("in 2000 people") or measures it.
_COUNTED = re.compile(
    r"[ -](?:people|men|women|children|workers|jobs|votes|miles|feet|metres|meters|kilometres|kilometers|tons|tonnes"
    r"|pounds|dollars|euros|pages|words|points|troops|soldiers|homes|houses|acres|square|cases|deaths|employees|staff"
    r"|students|copies|units|seats|km|kg|mph|calories|times|years|days|hours|barrels|megawatts|migrants|refugees)\b"
    r"|[ ]?(?:%|percent|per cent|bn\b|million\b|billion\b|hours\b)",
    re.IGNORECASE,
)
_SEASON_OF_SPORT = r"(?:season|campaign|term|school[ ]year|academic[ ]year|financial[ ]year)"


def _year(match: re.Match[str]) -> Reading | None:
    year = int(match["year"])
    if match["part"] is None and not _stands_for_a_year(match, year):
        return None
    return _with_part(stamps.of_year(year), match["part"])


def _stands_for_a_year(match: re.Match[str], year: int) -> bool:
    text, before = match.string, word_before(match)
    if text[match.start() - 1 : match.start()] in tuple("$£€#.,:/-+"):
        return False
    if _COUNTED.match(text, match.end()):
        return False
    if before in words.YEAR_CUES or before.rstrip(".,").capitalize() in _MONTH_NAMES:
        return True
    likely = 1900 <= year <= 2050
    if text[match.start() - 1 : match.start()] == "(" and text[match.end() : match.end() + 1] in {")", ",", ";", "-", "–"}:
        return True
    after = word_after(match)
    if before in words.YEAR_CUES_WEAK:
        return likely and not (after.endswith("s") and after[:1].islower() and before not in {"the", "from"})
    return likely and _closes_a_phrase(text, match.end()) and before.isalpha()


_MONTH_NAMES: Final = frozenset(name.capitalize() for name in (*words.MONTHS, *words.MONTH_SHORT))


def _closes_a_phrase(text: str, at: int) -> bool:
    return text[at : at + 1] in {"", ".", ",", ")", "\n", "?", "!", ";", ":"}


def _years(match: re.Match[str]) -> Reading | None:
    """ "1998-2004", "from 1998 to 2004", "the 2018-19 season", "1914–18"."""
    first, last = int(match["year"]), match["until"]
    end = int(last) if len(last) == 4 else first - first % 100 + int(last)
    dashed = match["dash"] is not None
    if dashed and len(last) == 2 and not (match["season"] or end == first + 1 or word_before(match) in {"in", "of", "the"}):
        return None
    if not (1000 <= first < end <= 2100) or _COUNTED.match(match.string, match.end()):
        return None
    return stamps.between(stamps.of_year(first), stamps.of_year(end))


def _decade(match: re.Match[str]) -> Reading | None:
    digits = match["decade"]
    year = int(digits) if len(digits) == 4 else 1900 + int(digits) if int(digits) >= 20 else 2000 + int(digits)
    return _with_part(stamps.of_decade(year), match["part"])


_DECADE_WORDS: Final = {
    "twenties": 1920, "thirties": 1930, "forties": 1940, "fifties": 1950, "sixties": 1960, "seventies": 1970,
    "eighties": 1980, "nineties": 1990,
}  # fmt: skip


def _decade_in_words(match: re.Match[str]) -> Reading | None:
    return _with_part(stamps.of_decade(_DECADE_WORDS[match["decade"].lower()]), match["part"])


def _century(match: re.Match[str]) -> Reading | None:
    stamp = stamps.of_century(number_of(match["century"]))
    return _with_part(stamp, match["part"]) if stamp else None


# ------------------------------------------------------------------------------ quarters, halves, seasons, feasts

_ORDINALS: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_OF_YEAR = rf"(?:(?:,?[ ](?:of[ ]|in[ ])?(?:fiscal[ ](?:year[ ])?)?)(?P<year>{YEAR}|this[ ]year|last[ ]year|next[ ]year|the[ ]year))"


def _quarter(match: re.Match[str]) -> Reading | None:
    name = match["quarter"].lower()
    quarter = _ORDINALS.get(name) or int(name.strip("qQ"))
    year = match["year"]
    if year is None and not _financial(match):
        return None  # a quarter of a game
    return _in_year(year, lambda of: stamps.of_quarter(of, quarter), f"XXXX-Q{quarter}", quarter * 3 - 2)


def _financial(match: re.Match[str]) -> bool:
    near = match.string[max(0, match.start() - 160) : match.end() + 160].lower()
    return any(word.strip(".,;:'’\"") in words.FINANCE for word in near.replace("-", " ").split())


def _half(match: re.Match[str]) -> Reading | None:
    half = 1 if match["half"].lower() in {"first", "1st"} else 2
    return _in_year(match["year"], lambda of: stamps.of_half(of, half), f"XXXX-H{half}", half * 6 - 5)


def _in_year(year: str | None, of: Callable[[int], Stamp], unresolved: str, month: int) -> Reading:
    """Something of a year that is told, named ("last year") or, if neither, the one the tense points to."""
    if year and year.isdigit():
        return of(int(year))
    shift = {"last year": -1, "next year": 1}.get((year or "").lower(), 0)

    def at(anchor: date, tense: Tense) -> Stamp | None:
        turn = 0 if year else (tense == "future" and month + 2 < anchor.month) - (tense != "future" and month > anchor.month)
        target = anchor.year + shift + turn
        return of(target) if 1 <= target < date.max.year else None

    return Relative(at, stamps.unresolved(unresolved))


def _season_year(match: re.Match[str]) -> Reading | None:
    return _with_part(stamps.of_season(int(match["year"]), words.SEASON_WORDS[match["season"].lower()]), match["part"])


def _bare_season(match: re.Match[str]) -> Reading | None:
    name = match["season"].lower()
    following = word_after(match)
    if name.startswith(("fall", "spring")) and following in {"of", "from", "in", "into", "to", "for", "for", "water"}:
        return None
    season = words.SEASON_WORDS[name]
    month = stamps.SEASONS[season][1]
    return _in_year(None, lambda of: stamps.of_season(of, season), f"XXXX-{season}", month)


def _feast(match: re.Match[str]) -> Reading | None:
    name = " ".join(match["feast"].lower().replace("’", "'").split()).replace("st. ", "st ")
    if name in words.FEASTS_LOOSE and not match["year"] and word_before(match) not in words.FEAST_CUES:
        return None
    if match["year"]:
        day = _feast_day(name, int(match["year"]))
        return stamps.of_day(day) if day else None
    last_or_next = word_before(match)
    return Relative(_nearest_feast(name, last_or_next), stamps.unresolved("XXXX-XX-XX"))


def _nearest_feast(name: str, cue: str) -> Callable[[date, Tense], Stamp | None]:
    def at(anchor: date, tense: Tense) -> Stamp | None:
        days = [made for year in range(anchor.year - 1, anchor.year + 2) if (made := _feast_day(name, year))]
        if cue == "last" or (tense == "past" and cue != "next"):
            days = [made for made in days if made <= anchor][-1:]
        elif cue == "next" or tense == "future":
            days = [made for made in days if made >= anchor][:1]
        return stamps.of_day(min(days, key=lambda made: abs(made - anchor))) if days else None

    return at


def _feast_day(name: str, year: int) -> date | None:
    if not 1600 <= year < date.max.year:  # the computus below is the Gregorian one
        return None
    if name in words.EASTER_FEASTS:
        return easter(year) + timedelta(days=words.EASTER_FEASTS[name])
    return date(year, *words.FEASTS[name])


def easter(year: int) -> date:
    """Western Easter Sunday, by the Anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, chapter 8)."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    leap, skip = divmod(century, 4)
    moon = (19 * golden + century - leap - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * skip + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)


_FEAST = alternation({name.replace("st ", "st. ") for name in words.FEASTS if name.startswith("st ")}
                     | set(words.FEASTS) | set(words.EASTER_FEASTS))
_FEAST_OPENERS = {re.split(r"[ '-]", name)[0] for name in (*words.FEASTS, *words.EASTER_FEASTS)}
_WD = rf"(?:{WEEKDAY_ANY}{GAP}(?:the[ ])?)?"
_OPEN_DAY = WEEKDAY_OPENERS | {DIGIT, "the"}
_OPEN_MONTH = WEEKDAY_OPENERS | MONTH_OPENERS

RULES: Final[tuple[Rule, ...]] = (
    rule({DIGIT}, r"(?P<year>[12]\d{3})-(?P<month>\d\d)-(?P<day>\d\d)(?:[T ](?P<hour>\d\d):(?P<minute>\d\d)"
         r"(?::(?P<second>\d\d)(?:\.\d{1,9})?)?(?P<zone>Z|[+-]\d\d:?\d\d)?)?(?![\w-])", _iso),
    rule(_OPEN_MONTH, rf"{_WD}(?P<month>{MONTH}){SP}(?P<day>{DAY})(?:{GAP}(?P<year>{YEAR}))?", _full),
    rule(_OPEN_DAY, rf"{_WD}(?P<day>{DAY})(?:[ ]of)?[ -](?P<month>{MONTH})(?:(?:{GAP}|-)(?P<year>{YEAR}))?", _full),
    rule(_OPEN_MONTH, rf"{_WD}(?P<month>{MONTH}){SP}(?P<day>{DAY})(?:{_RANGE}|(?P<and>[ ]and[ ]))(?P<until>{DAY})"
         rf"(?:{GAP}(?P<year>{YEAR}))?", _two_days),
    rule(_OPEN_DAY, rf"{_WD}(?P<day>{DAY})(?:{_RANGE}|(?P<and>[ ]and[ ]))(?P<until>{DAY})[ ](?P<month>{MONTH})"
         rf"(?:{GAP}(?P<year>{YEAR}))?", _two_days),
    rule(MONTH_OPENERS | PART_OPENERS, rf"(?P<part>{PART})?(?P<month>{MONTH}),?[ ](?:of[ ])?(?P<year>{YEAR})", _month_year),
    rule(MONTH_OPENERS | PART_OPENERS, rf"(?P<part>{PART})?(?P<month>{MONTH})", _bare_month),
    rule({DIGIT} | PART_OPENERS, rf"(?P<part>{PART})?(?P<year>{YEAR})(?![A-Za-z/–-]|['’]?s\b(?![ ]))", _year),
    rule({DIGIT}, rf"(?P<year>{YEAR})(?:(?P<dash>[-–—/])|[ ](?:to|until|through|till|and)[ ])(?P<until>{YEAR}|\d\d(?![\d-]))"
         rf"(?P<season>[ ]{_SEASON_OF_SPORT})?(?![\w-])", _years),
    rule({DIGIT} | PART_OPENERS, rf"(?:the[ ])?(?P<part>{PART})?(?:the[ ])?['’]?(?P<decade>(?:1[5-9]|20)\d0)['’]?s{END}", _decade),
    rule(PART_OPENERS, rf"(?:the[ ])?(?P<part>{PART})?(?:the[ ])?['’‘](?P<decade>\d0)s{END}", _decade),
    rule({"the"}, rf"the[ ](?P<part>{PART})?(?P<decade>{alternation(_DECADE_WORDS)}){END}", _decade_in_words),
    rule({"the", DIGIT} | PART_OPENERS, rf"(?:the[ ])?(?P<part>{PART})?(?P<century>\d{{1,2}}(?:st|nd|rd|th))[ -]century{END}", _century),
    rule({"the", *_ORDINALS, DIGIT}, rf"(?:the[ ])?(?P<quarter>first|second|third|fourth|1st|2nd|3rd|4th)[ -]quarter{END}{_OF_YEAR}?", _quarter),
    rule({"q"}, rf"(?P<quarter>q[1-4]){END}{_OF_YEAR}?", _quarter),
    rule({"the", *_ORDINALS}, rf"(?:the[ ])?(?P<half>first|second)[ ]half{_OF_YEAR}", _half),
    rule({"fiscal", "fy"}, rf"(?:fiscal[ ](?:year[ ])?|fy[ ]?)(?P<part>(?!))?(?P<year>{YEAR})", lambda m: stamps.of_year(int(m["year"]))),
    rule({"the", *words.SEASON_WORDS} | PART_OPENERS, rf"(?:the[ ])?(?P<part>(?!))?(?P<season>{SEASON})(?:[ ]of)?,?[ ](?P<year>{YEAR})", _season_year),
    rule({"in", "during", "since", "until", "by"}, rf"(?:in|during|since|until|by)[ ](?P<core>(?:the[ ])?(?P<season>{SEASON}))", _bare_season),
    rule(_FEAST_OPENERS, rf"(?P<feast>{_FEAST}){END}(?:{GAP}(?P<year>{YEAR}))?", _feast),
)  # fmt: skip

NUMERIC: Final = re.compile(
    r"(?P<one>\d{1,2})(?:(?P<slash>/)|(?P<dot>[.-]))(?P<two>\d{1,2})(?(slash)/|[.-])(?P<year>\d{4}|(?(slash)\d{2}))(?![\d/.-]\d|\w)"
)
