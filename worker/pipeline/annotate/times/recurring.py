"""Rules for what recurs, sets in TIMEX3: "every night" P1D, "twice a week" P1W, "each Sunday" XXXX-WXX-7."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from worker.pipeline.annotate.times.lengths import amount, iso
from worker.pipeline.annotate.times.rule import (
    A_UNIT,
    END,
    MONTH,
    NUMBER,
    PART_OF_DAY,
    SEASON,
    UNIT,
    UNIT_NAMES,
    WEEKDAY,
    Rule,
    before,
    month_of,
    rule,
    unit_of,
    weekday_of,
)
from worker.pipeline.annotate.times.stamps import Stamp

if TYPE_CHECKING:
    from worker.pipeline.annotate.times.stamps import Reading


def _every(match: re.Match[str]) -> Reading | None:
    if match["weekday"]:
        weekday = weekday_of(match["weekday"])
        return Stamp("set", f"XXXX-WXX-{weekday + 1}") if weekday is not None else None
    if match["month"]:
        month = month_of(match["month"])
        return Stamp("set", f"XXXX-{month:02}") if month else None
    if match["part"]:
        return Stamp("set", "P1D")
    if match["season"]:
        return Stamp("set", "P1Y")
    count = Decimal(2) if match["other"] else amount(match["number"]) if match["number"] else Decimal(1)
    return Stamp("set", iso([(count, unit_of(match["unit"]))])) if count else None


_ADVERBS: Final = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "fortnightly": "P2W", "monthly": "P1M",
    "quarterly": "P3M", "annually": "P1Y", "yearly": "P1Y",
}  # fmt: skip


def _adverb(match: re.Match[str]) -> Reading | None:
    word = match.group()
    return Stamp("set", _ADVERBS[word]) if word in _ADVERBS else None  # capitalised, it is a newspaper


# "$15 an hour", "twice a week", "three per cent a year"
_RATE_BEFORE: Final = re.compile(
    r"(?:\d|\b(?:hundred|thousand|million|billion|trillion|dollars|euros|pounds|cents|pence|times|once|twice|percent"
    r"|per[ ]cent)"
    r"|\d[kmb]n?|%)[ ]$",
    re.IGNORECASE,
)


def _rate(match: re.Match[str]) -> Reading | None:
    lead = match.string[max(0, match.start() - 12) : match.start()]
    if match["per"].lower() != "per" and not _RATE_BEFORE.search(lead):
        return None
    return Stamp("set", iso([(Decimal(1), unit_of(match["unit"]))]))


_NAMED = rf"(?P<weekday>{WEEKDAY})|(?P<month>{MONTH})|(?P<part>{PART_OF_DAY})|(?P<season>{SEASON})"
_COUNTED = rf"(?:(?P<other>other)[ ]|(?P<number>{NUMBER})[ ])?(?P<unit>{UNIT})"
_PER = rf"(?P<per>an?|per)[ ](?P<unit>second|minute|hour|day|night|week|month|quarter|year){END}"

RULES: Final[tuple[Rule, ...]] = (
    rule({"every", "each"}, rf"(?:every|each)[ ](?:and[ ]every[ ])?(?:{_NAMED}|{_COUNTED})", _every),
    rule(_ADVERBS, rf"(?:{'|'.join(_ADVERBS)}){END}", _adverb),
    rule(A_UNIT | before("per", UNIT_NAMES), _PER, _rate),
)
