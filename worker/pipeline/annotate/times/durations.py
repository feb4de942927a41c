"""Rules for durations, ages and sets, in ISO 8601: "14 months" P14M, "aged 57" P57Y, "every night" P1D."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from worker.pipeline.annotate import numbers
from worker.pipeline.annotate.times import words
from worker.pipeline.annotate.times.rule import (
    COUNT,
    END,
    NUMBER,
    PART_OF_DAY,
    SEASON,
    SHORT,
    UNIT,
    UNIT_NAMES,
    WEEKDAY,
    Rule,
    before,
    rule,
    unit_of,
    weekday_of,
    word_after,
    word_before,
)
from worker.pipeline.annotate.times.stamps import Stamp

if TYPE_CHECKING:
    from collections.abc import Iterable

    from worker.pipeline.annotate.times.stamps import Reading

# Unit -> the next smaller one and how many of it, for halves ("two and a half years": P2Y6M).
_SMALLER: Final = {"Y": ("M", 12), "TH": ("TM", 60), "TM": ("TS", 60), "W": ("D", 7), "D": ("TH", 24)}
_ORDER: Final = ("Y", "M", "W", "D", "TH", "TM", "TS")


def iso(parts: Iterable[tuple[Decimal, str]]) -> str:
    """ISO 8601 of amounts with our unit names: [(2, "year"), (6, "month")] -> "P2Y6M"."""
    amounts: dict[str, Decimal] = {}
    for amount, unit in parts:
        letter, timed, multiple = words.UNITS[unit]
        key = f"T{letter}" if timed else letter
        whole, rest = divmod(amount * multiple, 1)
        smaller, count = _SMALLER.get(key, (key, 1))
        if rest and (rest * count) % 1 == 0:
            amounts[key] = amounts.get(key, Decimal(0)) + whole
            amounts[smaller] = amounts.get(smaller, Decimal(0)) + rest * count
        else:
            amounts[key] = amounts.get(key, Decimal(0)) + whole + rest
    return _written({key: amount for key, amount in amounts.items() if amount or len(amounts) == 1})


def _written(amounts: dict[str, Decimal]) -> str:
    dates = "".join(f"{numbers.plain(amounts[key])}{key}" for key in _ORDER if key in amounts and key[0] != "T")
    times = "".join(f"{numbers.plain(amounts[key])}{key[1]}" for key in _ORDER if key in amounts and key[0] == "T")
    return f"P{dates}T{times}" if times else f"P{dates}"


def vague(unit: str) -> str:
    """A duration of which only the unit is known: "months" -> "PXM"."""
    letter, timed, _ = words.UNITS[unit]
    special = {"decade": "DE", "century": "CE"}.get(unit, letter)
    return f"P{'T' if timed else ''}X{special}"


# ------------------------------------------------------------------------------------------------- durations


def _counted(match: re.Match[str]) -> Reading | None:
    unit = unit_of(match["unit"])
    amount = _amount(match["number"])
    if amount is None or _no_duration(match, unit):
        return None
    parts = [(amount + (Decimal("0.5") if match["half"] else 0), unit)]
    if match["number2"]:
        second = _amount(match["number2"])
        smaller = unit_of(match["unit2"])
        if second is None or _rank(smaller) <= _rank(unit):
            return None
        parts.append((second, smaller))
    return Stamp("duration", iso(parts))


def _rank(unit: str) -> int:
    letter, timed, _ = words.UNITS[unit]
    return _ORDER.index(f"T{letter}" if timed else letter)


def _amount(text: str) -> Decimal | None:
    plain = re.sub(r"-and-a-half", " and a half", text.lower().strip())
    return Decimal(1) if plain in {"a", "an"} else numbers.read(plain)


_IDLE_ARTICLE: Final = frozenset({"second", "minute", "night", "quarter"})
_ONE_DAY_CUES: Final = frozenset(
    {"for", "in", "after", "within", "only", "just", "least", "than", "of", "lasted", "took"}
)


def _no_duration(match: re.Match[str], unit: str) -> bool:
    """For "one day" may be any day, "three quarters" a fraction, "a minute" an idiom, "one second-half goal" a game's."""
    number, text, end = match["number"].lower(), match.string, match.end()
    if number in {"a", "an"}:
        return unit in _IDLE_ARTICLE or text[end : end + 4].lower() == "-old"
    if number == "one" and unit in {"day", "night"} and word_before(match) not in _ONE_DAY_CUES:
        return not text.startswith("-", match.start() + 3)
    if unit == "quarter" and word_after(match) in {"of", "finals", "final"}:
        return True
    return unit in {"second", "quarter"} and text[end : end + 1] == "-" and text[end + 1 : end + 5].lower() != "long"


def _half_a(match: re.Match[str]) -> Reading:
    return Stamp("duration", iso([(Decimal("0.5"), unit_of(match["unit"]))]))


def _unit_and_a_half(match: re.Match[str]) -> Reading:
    return Stamp("duration", iso([(Decimal("1.5"), unit_of(match["unit"]))]))


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
        amount = _amount(match["number"])
        return Stamp("duration", iso([(amount, unit)])) if amount is not None else None
    if match["which"].lower() in {"first", "last", "final", "next"} and word_after(match) == "of":
        return None  # "the last week of May" is no length of time
    plural = match["unit"].lower() != unit
    if unit == "second" or (not plural and unit in {"day", "night", "hour"} and match["which"].lower() != "past"):
        return None
    return Stamp("duration", vague(unit) if plural else iso([(Decimal(1), unit)]))


# ------------------------------------------------------------------------------------------------------ ages


def _age(match: re.Match[str]) -> Reading | None:
    amount = _amount(match["number"])
    if amount is None or (not match["unit"] and not 0 <= amount < 130):
        return None
    unit = unit_of(match["unit"]) if match["unit"] else "year"
    return Stamp("duration", iso([(amount, unit)]))


# What may follow "turns 40"; "turned 40 people away" is no age.
_AFTER_TURNS: Final = re.compile(
    r"$|[.,;:!?)\"'”\u2019\n]|[ ](?:today|tomorrow|yesterday|on|in|this|last|next|and|but|when|while|just|earlier|later|years?)\b"
    r"|[ ](?:mon|tues|wednes|thurs|fri|satur|sun)day\b",
    re.IGNORECASE,
)


def _turning(match: re.Match[str]) -> Reading | None:
    age = numbers.read(match["number"].lower())
    if age is None or age != int(age) or not 1 <= age < 120 or not _AFTER_TURNS.match(match.string, match.end()):
        return None
    return Stamp("duration", iso([(age, "year")]))


_NAME_BEFORE: Final = re.compile(r"([A-Z][A-Za-z\u2019'.-]{1,30}),[ ]$")


def _appositive_age(match: re.Match[str]) -> Reading | None:
    """The 57 of "Jane Doe, 57, said": set off by commas right behind a capitalised word that is no date's."""
    lead = match.string[max(0, match.start() - 40) : match.start()]
    name = _NAME_BEFORE.search(lead)
    if name is None or not 1 <= int(match["age"]) <= 115:
        return None
    plain = name.group(1).rstrip(".").lower()
    if plain in words.MONTHS or plain in words.MONTH_SHORT or plain in words.WEEKDAYS:
        return None
    return Stamp("duration", f"P{int(match['age'])}Y")


# ------------------------------------------------------------------------------------------------------ sets


def _every(match: re.Match[str]) -> Reading | None:
    if match["weekday"]:
        weekday = weekday_of(match["weekday"])
        return Stamp("set", f"XXXX-WXX-{weekday + 1}") if weekday is not None else None
    if match["part"]:
        return Stamp("set", "P1D")
    if match["season"]:
        return Stamp("set", "P1Y")
    amount = Decimal(2) if match["other"] else _amount(match["number"]) if match["number"] else Decimal(1)
    return Stamp("set", iso([(amount, unit_of(match["unit"]))])) if amount else None


_ADVERBS: Final = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "fortnightly": "P2W", "monthly": "P1M",
    "quarterly": "P3M", "annually": "P1Y", "yearly": "P1Y",
}  # fmt: skip


def _adverb(match: re.Match[str]) -> Reading | None:
    word = match.group()
    return Stamp("set", _ADVERBS[word]) if word in _ADVERBS else None  # capitalised, it is a newspaper


# "$15 an hour", "twice a week", "three per cent a year"
_RATE_BEFORE: Final = re.compile(
    r"(?:\d|\b(?:hundred|thousand|million|billion|trillion|dollars|euros|pounds|cents|pence|times|once|twice|percent|per[ ]cent)"
    r"|\d[kmb]n?|%)[ ]$",
    re.IGNORECASE,
)


def _rate(match: re.Match[str]) -> Reading | None:
    lead = match.string[max(0, match.start() - 12) : match.start()]
    if match["per"].lower() != "per" and not _RATE_BEFORE.search(lead):
        return None
    return Stamp("set", iso([(Decimal(1), unit_of(match["unit"]))]))


def _all_that_year(match: re.Match[str]) -> Reading:
    """As in "it's been quite a year": the year that has gone by."""
    return Stamp("duration", iso([(Decimal(1), match["core"].lower())]))


_SECOND_PART = rf"(?:(?:,?[ ]and[ ]|,[ ]|[ ])(?P<number2>{NUMBER})[ ](?P<unit2>{UNIT}))?"
_OLD = rf"(?:[ -]old{END}|[ ]of[ ]age{END})"
_LONE_UNIT = r"(?P<unit>hour|day|week|fortnight|month|year|decade|century)"

_A_UNIT = before("a", UNIT_NAMES) | before("an", UNIT_NAMES)
_PERIODS = ("past", "last", "next", "coming", "previous", "recent", "first", "final")

RULES: Final[tuple[Rule, ...]] = (
    rule(_A_UNIT | before("per", UNIT_NAMES), rf"(?P<per>an?|per)[ ](?P<unit>second|minute|hour|day|night|week|month|quarter|year){END}", _rate),
    rule({COUNT} | _A_UNIT, rf"(?P<number>{NUMBER}|an?)[ -](?P<unit>{UNIT})(?P<half>[ ]and[ ]a[ ]half{END})?{_SECOND_PART}(?:-long{END})?",
         _counted),
    rule({"half a", "half an"} | before("half", UNIT_NAMES), rf"half(?:[ ]an?[ ]|[ -])(?P<unit>hour|century|decade|year|day){END}", _half_a),
    rule(_A_UNIT, rf"an?[ ]{_LONE_UNIT}[ ]and[ ]a[ ]half{END}", _unit_and_a_half),
    rule({"several", "many", "few", "a few", "a number", "some"}, rf"(?:several|many|(?:a[ ])?few(?:[ ]more)?|a[ ]number[ ]of|some)[ ](?P<unit>{UNIT})(?<=s)", _vague),
    rule({"days", "weeks", "months", "years", "decades", "hours", "minutes", "centuries"}, rf"(?P<unit>{UNIT})", _bare_plural),
    rule({"recent"} | before("the", _PERIODS), rf"(?:the[ ])?(?P<which>{'|'.join(_PERIODS)})[ ](?:few[ ]|several[ ]|couple[ ]of[ ])?"
         rf"(?:(?P<number>{NUMBER})[ ])?(?P<unit>{UNIT})", _period),
    rule({COUNT}, rf"(?P<number>{NUMBER})[ -](?P<unit>{UNIT}){_OLD}", _age),
    rule({"aged", "age", "ages"}, rf"(?:aged|ages?)[ ](?:of[ ])?(?P<number>{NUMBER})(?:[ ](?P<unit>{UNIT}))?(?![\w%]|[ ]percent)", _age),
    rule({"turn", "turns", "turned", "turning"}, rf"turn(?:s|ed|ing)?[ ](?P<number>{NUMBER})(?:[ ]years[ ]old)?", _turning),
    rule({SHORT}, r"(?P<age>\d{1,3})(?=,[ ](?!\d)|[.;](?:[ \n]|$))", _appositive_age),
    rule({"every", "each"}, rf"(?:every|each)[ ](?:and[ ]every[ ])?(?:(?P<weekday>{WEEKDAY})|(?P<part>{PART_OF_DAY})|(?P<season>{SEASON})"
         rf"|(?:(?P<other>other)[ ]|(?P<number>{NUMBER})[ ])?(?P<unit>{UNIT}))", _every),
    rule(_ADVERBS, rf"(?:{'|'.join(_ADVERBS)}){END}", _adverb),
    rule(before("been", ("a", "an", "the", "one", "quite")), rf"been[ ](?:quite[ ])?(?:an?|the|one)(?:[ ][a-z-]{{2,15}}){{0,2}}[ ](?P<core>week|month|year|decade){END}", _all_that_year),
)  # fmt: skip
