"""Rules for ages, which are durations: "57-year-old", "aged 14 months", "turns 40", "Jane Doe, 57," P57Y."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from worker.pipeline.annotate import numbers
from worker.pipeline.annotate.times import words
from worker.pipeline.annotate.times.lengths import amount, iso
from worker.pipeline.annotate.times.rule import COUNT, END, NUMBER, SHORT, UNIT, Rule, rule, unit_of
from worker.pipeline.annotate.times.stamps import Stamp

if TYPE_CHECKING:
    from worker.pipeline.annotate.times.stamps import Reading


def _age(match: re.Match[str]) -> Reading | None:
    count = amount(match["number"])
    if count is None or (not match["unit"] and not 0 <= count < 130):
        return None
    unit = unit_of(match["unit"]) if match["unit"] else "year"
    return Stamp("duration", iso([(count, unit)]), age=True)


# What may follow "turns 40"; "turned 40 people away" is no age.
_AFTER_TURNS: Final = re.compile(
    r"$|[.,;:!?)\"'”\u2019\n]"
    r"|[ ](?:today|tomorrow|yesterday|on|in|this|last|next|and|but|when|while|just|earlier|later|years?)\b"
    r"|[ ](?:mon|tues|wednes|thurs|fri|satur|sun)day\b",
    re.IGNORECASE,
)


def _turning(match: re.Match[str]) -> Reading | None:
    age = numbers.read(match["number"].lower())
    if age is None or age != int(age) or not 1 <= age < 120 or not _AFTER_TURNS.match(match.string, match.end()):
        return None
    return Stamp("duration", iso([(age, "year")]), age=True)


# "a man, 34, was held": what a person may be called without a name.
_PERSON_BEFORE: Final = re.compile(
    r"\b(?:man|woman|boy|girl|son|daughter|mother|father|mum|mom|dad|brother|sister|wife|husband|partner|driver|widow"
    r"|teenager|pensioner|student|nephew|niece|grandson|granddaughter|grandmother|grandfather|cousin|twin|fiancee?"
    r"|girlfriend|boyfriend|victim|suspect|player|actor|actress|singer|striker|midfielder|defender|goalkeeper),[ ]$"
)
_NAME_BEFORE: Final = re.compile(r"([A-Z][A-Za-z\u2019'.-]{1,30}),[ ]$")


def _appositive_age(match: re.Match[str]) -> Reading | None:
    """The 57 of "Jane Doe, 57, said": set off by commas right behind a capitalised word that is no date's."""
    lead = match.string[max(0, match.start() - 40) : match.start()]
    if _PERSON_BEFORE.search(lead):
        return Stamp("duration", f"P{int(match['age'])}Y", age=True) if 1 <= int(match["age"]) <= 115 else None
    name = _NAME_BEFORE.search(lead)
    if name is None or not 1 <= int(match["age"]) <= 115:
        return None
    plain = name.group(1).rstrip(".").lower()
    if plain in words.MONTHS or plain in words.MONTH_SHORT or plain in words.WEEKDAYS:
        return None
    return Stamp("duration", f"P{int(match['age'])}Y", age=True)


def _was(match: re.Match[str]) -> Reading | None:
    """The 91 of "He was 91." at the end of a sentence; "he was 12 of 12" is none."""
    lead = match.string[max(0, match.start() - 14) : match.start()]
    age = int(match["age"]) if _PERSON_WAS.search(lead) else 0
    return Stamp("duration", f"P{age}Y", age=True) if 1 <= age <= 115 else None


_PERSON_WAS: Final = re.compile(r"\b(?:[Hh]e|[Ss]he|[Ww]ho)[ ](?:was|is|were)[ ](?:just[ ]|only[ ])?$")


def _in_brackets(match: re.Match[str]) -> Reading | None:
    """The 57 of "Jane Doe (57)": right behind a capitalised word, alone in its brackets."""
    name = _NAME_OPENS.search(match.string[max(0, match.start() - 40) : match.start()])
    return Stamp("duration", f"P{int(match['age'])}Y", age=True) if name and 14 <= int(match["age"]) <= 115 else None


_NAME_OPENS: Final = re.compile(r"[A-Z][a-z\u2019'-]{1,30}[ ][A-Z][A-Za-z\u2019'-]{1,30}[ ]\($")
_OLD = rf"(?:[ -]old{END}|[ ]of[ ]age{END})"
_AGED = rf"(?:aged|ages?)[ ](?:of[ ])?(?P<number>{NUMBER})(?:[ ](?P<unit>{UNIT}))?(?![\w%]|[ ]percent)"

RULES: Final[tuple[Rule, ...]] = (
    rule({COUNT}, rf"(?P<number>{NUMBER})[ -](?P<unit>{UNIT}){_OLD}", _age),
    rule({"aged", "age", "ages"}, _AGED, _age),
    rule(
        {"turn", "turns", "turned", "turning"},
        rf"turn(?:s|ed|ing)?[ ](?P<number>{NUMBER})(?:[ ]years[ ]old)?",
        _turning,
    ),
    rule({SHORT}, r"(?P<age>\d{1,3})(?=,[ ](?!\d)|[.;](?:[ \n]|$))", _appositive_age),
    rule({SHORT}, r"(?P<age>\d{1,3})(?=[.;,](?:[\s\"”]|$)|[ ](?:when|and|at)[ ])", _was),
    rule({SHORT}, r"(?P<age>\d{2,3})(?=\))", _in_brackets),
)
