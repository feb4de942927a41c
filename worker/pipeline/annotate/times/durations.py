"""Rules for lengths of time: "14 months" P14M, "two and a half years" P2Y6M, "weeks after" PXW."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from worker.pipeline.annotate.times.lengths import amount, iso, rank, vague
from worker.pipeline.annotate.times.rule import (
    A_UNIT,
    COUNT,
    END,
    NUMBER,
    UNIT,
    UNIT_NAMES,
    Rule,
    before,
    rule,
    unit_of,
    word_after,
    word_before,
)
from worker.pipeline.annotate.times.stamps import Stamp

if TYPE_CHECKING:
    import re

    from worker.pipeline.annotate.times.stamps import Reading


def _counted(match: re.Match[str]) -> Reading | None:
    """The second of two parts is of a smaller unit; "two days and three weeks" are two lengths."""
    unit = unit_of(match["unit"])
    count = amount(match["number"])
    if count is None or _no_duration(match, unit):
        return None
    parts = [(count + (Decimal("0.5") if match["half"] else 0), unit)]
    if match["number2"]:
        second = amount(match["number2"])
        smaller = unit_of(match["unit2"])
        if second is None or rank(smaller) <= rank(unit):
            return None
        parts.append((second, smaller))
    return Stamp("duration", iso(parts))


_IDLE_ARTICLE: Final = frozenset({"second", "minute", "night", "quarter"})
_ONE_DAY_CUES: Final = frozenset(
    {"for", "in", "after", "within", "only", "just", "least", "than", "of", "lasted", "took"}
)


def _no_duration(match: re.Match[str], unit: str) -> bool:
    """For "one day" may be any day, "three quarters" a fraction, "a minute" an idiom, "second-half" a game's."""
    number, text, end = match["number"].lower(), match.string, match.end()
    if number in {"a", "an"}:
        idle = unit in _IDLE_ARTICLE or (unit == "day" and not _lasts_a_day(match))
        return (idle and not match["half"]) or text[end : end + 4].lower() == "-old"
    if number == "one" and unit in {"day", "night"} and word_before(match) not in _ONE_DAY_CUES:
        return not text.startswith("-", match.start() + 3)
    if unit == "quarter" and (number == "one" or word_after(match) in {"of", "finals", "final"}):
        return True
    return unit in {"second", "quarter"} and text[end : end + 1] == "-" and text[end + 1 : end + 5].lower() != "long"


def _lasts_a_day(match: re.Match[str]) -> bool:
    """As in "for a day", "a day after the vote"; "after a day on which" and "a day off" tell no length."""
    after = word_after(match).lower()
    return after in _AFTER_PLURAL or (word_before(match) in _ONE_DAY_CUES and after not in _DESCRIBES)


_DESCRIBES: Final = frozenset({"on", "when", "that", "off", "of", "out", "to", "like", "at", "trip", "job", "care"})


def _half_a(match: re.Match[str]) -> Reading:
    return Stamp("duration", iso([(Decimal("0.5"), unit_of(match["unit"]))]))


def _quarters(match: re.Match[str]) -> Reading:
    count = Decimal("0.25") if match["number"].lower() == "a" else Decimal("0.75")
    return Stamp("duration", iso([(count, match["unit"].lower())]))


def _all_long(match: re.Match[str]) -> Reading:
    """As in "a year-long study", "a decades-long feud"."""
    unit = unit_of(match["unit"])
    return Stamp("duration", vague(unit) if match["unit"].lower() != unit else iso([(Decimal(1), unit)]))


def _another(match: re.Match[str]) -> Reading | None:
    unit = match["unit"].lower()
    return None if unit in _IDLE_UNITS else Stamp("duration", iso([(Decimal(1), unit)]))


_IDLE_UNITS: Final = frozenset({"second", "minute", "night", "quarter", "day"})  # "another day at the office"


def _vague(match: re.Match[str]) -> Reading | None:
    return Stamp("duration", vague(unit_of(match["unit"])))


def _bare_plural(match: re.Match[str]) -> Reading | None:
    """As in "weeks after the vote", "for years": a plural by itself where a duration is asked for."""
    after, cue = word_after(match).lower(), word_before(match)
    return _vague(match) if after in _AFTER_PLURAL or cue in _BEFORE_PLURAL else None


_AFTER_PLURAL: Final = frozenset(
    {"after", "before", "later", "earlier", "since", "prior", "ahead", "into", "following", "until"}
)
_BEFORE_PLURAL: Final = frozenset(
    {"for", "in", "within", "after", "took", "takes", "spent", "recent", "past", "last", "over", "lasted", "through"}
)


def _period(match: re.Match[str]) -> Reading | None:
    """As in "the past year", "the next two weeks", "recent months"."""
    unit = unit_of(match["unit"])
    if match["number"]:
        count = amount(match["number"])
        return Stamp("duration", iso([(count, unit)])) if count is not None else None
    if match["which"].lower() in {"first", "last", "final", "next"} and word_after(match) == "of":
        return None  # "the last week of May" is no length of time
    plural = match["unit"].lower() != unit
    if unit == "second" or (not plural and unit in {"day", "night", "hour"} and match["which"].lower() != "past"):
        return None
    return Stamp("duration", vague(unit) if plural else iso([(Decimal(1), unit)]))


def _all_that_year(match: re.Match[str]) -> Reading:
    """As in "it's been quite a year": the year that has gone by."""
    return Stamp("duration", iso([(Decimal(1), match["core"].lower())]))


_HALF = rf"(?P<half>[ ]and[ ]a[ ]half{END})?"
_MORE = (
    r"(?:more|further|additional|extra|consecutive|straight|successive|full|whole|long|solid|clear|calendar|working"
    r"|difficult|short|unbroken)"
)
_SECOND_PART = rf"(?:(?:,?[ ]and[ ]|,[ ]|[ ])(?P<number2>{NUMBER})[ ](?P<unit2>{UNIT}))?"
_NO_SECOND_PART = r"(?P<number2>(?!))?"
_ONE_PART = rf"(?P<number>{NUMBER}|an?)(?:[ ]{_MORE})?[ -](?P<unit>{UNIT}){_HALF}"
_OF_WHAT = r"(?:[ ]of[ ]an?[ ]|[ -](?=century))(?P<unit>hour|day|year|decade|century)"
_SOME = r"(?:several|many|(?:a[ ])?few(?:[ ]more)?|a[ ]number[ ]of|some)"
_PERIODS = ("past", "last", "next", "coming", "previous", "recent", "first", "final")
_PERIOD = rf"(?:the[ ])?(?P<which>{'|'.join(_PERIODS)})[ ](?:few[ ]|several[ ]|couple[ ]of[ ])?"
_PLURALS = {"days", "weeks", "months", "years", "decades", "hours", "minutes", "centuries"}
_OPEN_BEEN = before("been", ("a", "an", "the", "one", "quite"))
_BEEN = r"been[ ](?:quite[ ])?(?:an?|the|one)(?:[ ][a-z-]{2,15}){0,2}[ ]"

RULES: Final[tuple[Rule, ...]] = (
    rule({COUNT} | A_UNIT, rf"{_ONE_PART}{_SECOND_PART}(?:-long{END})?", _counted),
    rule({COUNT} | A_UNIT, rf"{_ONE_PART}{_NO_SECOND_PART}(?:-long{END})?", _counted),
    rule(
        {"half a", "half an"} | before("half", UNIT_NAMES),
        rf"half(?:[ ]an?[ ]|[ -])(?P<unit>hour|century|decade|year|day){END}",
        _half_a,
    ),
    rule({"a quarter", "three quarters"}, rf"(?P<number>a|three)[ -]quarters?{_OF_WHAT}{END}", _quarters),
    rule({*UNIT_NAMES, *_PLURALS}, rf"(?P<unit>{UNIT})-long{END}", _all_long),
    rule(before("another", UNIT_NAMES), rf"another[ ](?P<unit>{UNIT})", _another),
    rule({"several", "many", "few", "a few", "a number", "some"}, rf"{_SOME}[ ](?P<unit>{UNIT})(?<=s)", _vague),
    rule(_PLURALS, rf"(?P<unit>{UNIT})", _bare_plural),
    rule({"recent"} | before("the", _PERIODS), rf"{_PERIOD}(?:(?P<number>{NUMBER})[ ])?(?P<unit>{UNIT})", _period),
    rule(_OPEN_BEEN, rf"{_BEEN}(?P<core>week|month|year|decade){END}", _all_that_year),
)
