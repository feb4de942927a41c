"""Rules for years, spans of years, decades and centuries; "1600 people" is no year."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from worker.pipeline.annotate.times import stamps, words
from worker.pipeline.annotate.times.rule import (
    END,
    LONG,
    PART,
    PART_OPENERS,
    SHORT,
    YEAR,
    Rule,
    alternation,
    before,
    number_of,
    rule,
    with_part,
    word_after,
    word_before,
)

if TYPE_CHECKING:
    from worker.pipeline.annotate.times.stamps import Reading

# After these a number of four digits counts something ("in 2000 people") or measures it.
_COUNTED = re.compile(
    r"[ -](?:people|men|women|children|workers|jobs|votes|miles|feet|metres|meters|kilometres|kilometers|tons|tonnes"
    r"|pounds|dollars|euros|pages|words|points|troops|soldiers|homes|houses|acres|square|cases|deaths|employees|staff"
    r"|students|copies|units|seats|km|kg|mph|calories|times|years|days|hours|barrels|litres|liters|gallons|ounces|grams|megawatts|migrants|refugees)\b"
    r"|[ ]?(?:%|percent|per cent|bn\b|million\b|billion\b|hours\b)",
    re.IGNORECASE,
)
_SEASON_OF_SPORT = r"(?:season|campaign|term|school[ ]year|academic[ ]year|financial[ ]year)"


def _year(match: re.Match[str]) -> Reading | None:
    year = int(match["year"])
    if match["part"] is None and not _stands_for_a_year(match, year):
        return None
    return with_part(stamps.of_year(year), match["part"])


def _stands_for_a_year(match: re.Match[str], year: int) -> bool:
    text, cue = match.string, word_before(match)
    if text.endswith("-", 0, match.start()):
        return False
    if _COUNTED.match(text, match.end()):
        return False
    if text[max(0, match.start() - 12) : match.start()].lower().endswith(("later than ", "earlier than ")):
        return True
    if cue in words.YEAR_CUES or cue.rstrip(".,").capitalize() in _MONTH_NAMES:
        return True
    if cue.rstrip(".") in words.YEAR_LABELS or cue[-1:].isdigit() or not _likely(year, match):
        return False
    after = word_after(match)
    counts = after.endswith("s") and after.islower() and cue != "the"
    return not counts or year % 50 != 0  # "2018 elections", but "2000 protesters": who counts so many rounds them


def _likely(year: int, match: re.Match[str]) -> bool:
    """The last two centuries need no cue; older years have a bracket or a preposition of time before them."""
    if 1900 <= year <= 2100:
        return True
    cue, after = word_before(match), word_after(match)
    opened = match.string[match.start() - 1 : match.start()] == "("
    named = year >= 1700 and cue in {"the", "this", "a", "an"} and after and not after.endswith("s")
    return year >= 1500 and (opened or bool(named) or cue in words.YEAR_CUES_OLD or _paired(match))


def _paired(match: re.Match[str]) -> bool:
    """Beside another year: "from 1598 to 1722"."""
    lead = match.string[max(0, match.start() - 14) : match.start()]
    return _YEAR_BEFORE.search(lead) is not None or _YEAR_AFTER.match(match.string, match.end()) is not None


_YEAR_BEFORE: Final = re.compile(r"\b1[5-9]\d\d[ ](?:to|and|or|until|through)[ ]$")
_YEAR_AFTER: Final = re.compile(r"[ ](?:to|and|or|until|through)[ ](?:1[5-9]|20)\d\d\b")


_MONTH_NAMES: Final = frozenset(name.capitalize() for name in (*words.MONTHS, *words.MONTH_SHORT))


def _years(match: re.Match[str]) -> Reading | None:
    """As in "1998-2004", "the 2018-19 season", "1914-18"; "from 1998 to 2004" are two."""
    first, last = int(match["year"]), match["until"]
    end = int(last) if len(last) == 4 else first - first % 100 + int(last)
    cued = match["season"] or end == first + 1 or word_before(match) in {"in", "of", "the", "from"}
    if len(last) == 2 and not cued:
        return None
    if not (1500 <= first < end <= 2100) or _COUNTED.match(match.string, match.end()):
        return None
    return stamps.between(stamps.of_year(first), stamps.of_year(end))


def _short_year(match: re.Match[str]) -> Reading | None:
    """As in "in '56", "the class of '91"; up to 29 it is of this century."""
    year = int(match["year"])
    return stamps.of_year(year + (2000 if year < 30 else 1900)) if word_before(match) in _SHORT_CUES else None


_SHORT_CUES: Final = frozenset({"in", "of", "since", "by", "before", "after", "until", "summer", "winter", "spring"})


def _decade(match: re.Match[str]) -> Reading | None:
    digits = match["decade"]
    year = int(digits) if len(digits) == 4 else 1900 + int(digits) if int(digits) >= 20 else 2000 + int(digits)
    return with_part(stamps.of_decade(year), match["part"])


_DECADE_WORDS: Final = {
    "twenties": 1920, "thirties": 1930, "forties": 1940, "fifties": 1950, "sixties": 1960, "seventies": 1970,
    "eighties": 1980, "nineties": 1990,
}  # fmt: skip


def _decade_in_words(match: re.Match[str]) -> Reading | None:
    return with_part(stamps.of_decade(_DECADE_WORDS[match["decade"].lower()]), match["part"])


def _century(match: re.Match[str]) -> Reading | None:
    stamp = stamps.of_century(number_of(match["century"]))
    return with_part(stamp, match["part"]) if stamp else None


def _fiscal(match: re.Match[str]) -> Reading:
    """The year as worded; when a firm's year begins is not in the words."""
    year = int(match["year"])
    return stamps.of_year(year if year > 99 else 2000 + year)


_THE_PART = PART_OPENERS | before("the", ("early", "late", "mid", "#"))
_DECADE = r"(?P<decade>(?:1[5-9]|20)\d0)['\u2019]?s"
_SHORT_DECADE = r"['\u2019\u2018](?P<decade>\d0)s"
_NAMED = alternation(_DECADE_WORDS)
_OPEN_NAMED = before("the", (*_DECADE_WORDS, "early", "late", "mid"))
_BETWEEN = r"(?:[-\u2013—/]|[ ][-\u2013—][ ](?=[12]\d{3}))"
_OF_SPORT = rf"(?P<season>[ ]{_SEASON_OF_SPORT})?"
_CENTURY = r"(?P<century>\d{1,2}(?:st|nd|rd|th))"
_NO_PART = r"(?P<part>(?!))?"

RULES: Final[tuple[Rule, ...]] = (
    rule({LONG} | PART_OPENERS, rf"(?P<part>{PART})?(?P<year>{YEAR})(?![A-Za-z/]|[\u2013-]\d)", _year),
    rule({LONG}, rf"(?P<year>{YEAR}){_BETWEEN}(?P<until>{YEAR}|\d\d(?![\d-])){_OF_SPORT}(?![\w-])", _years),
    rule({LONG} | _THE_PART, rf"(?:the[ ])?(?P<part>{PART})?(?:the[ ])?['\u2019]?{_DECADE}{END}", _decade),
    rule({SHORT}, r"(?<=['\u2019\u2018])(?P<year>\d\d)(?![\w'\u2019])", _short_year),
    rule({SHORT}, rf"(?<=['\u2019\u2018]){_NO_PART}(?P<decade>\d0)s{END}", _decade),
    rule(_THE_PART, rf"(?:the[ ])?(?P<part>{PART})?(?:the[ ])?{_SHORT_DECADE}{END}", _decade),
    rule(_OPEN_NAMED, rf"the[ ](?P<part>{PART})?(?P<decade>{_NAMED}){END}", _decade_in_words),
    rule({SHORT} | _THE_PART, rf"(?:the[ ])?(?P<part>{PART})?{_CENTURY}[ -]century{END}", _century),
    rule({"fiscal", "fy"}, rf"(?:fiscal[ ](?:year[ ])?|fy[ ]?)(?P<year>{YEAR}|(?<=[fy])\d\d(?![\d/.-]))", _fiscal),
)  # fmt: skip
