"""Small whole numbers in words and figures: "eight", "forty-two", "2nd", "second"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from worker.pipeline.extract.lexicon.grammar import ORDINALS, UNITS

if TYPE_CHECKING:
    from worker.pipeline.values import Comparator

_FIGURES = re.compile(r"\d{1,3}(?:,\d{3}){0,4}|\d{1,15}")
_ORDINAL_FIGURES = re.compile(r"(\d{1,3})(?:st|nd|rd|th)")
_UNIT_WORDS = "|".join(sorted(UNITS, key=len, reverse=True))
_ORDINAL_WORDS = "|".join(sorted(ORDINALS, key=len, reverse=True))

# Pattern pieces for the rules' templates.
CARDINAL = rf"(?:\d{{1,3}}(?:,\d{{3}}){{0,3}}|(?:{_UNIT_WORDS})(?:-(?:{_UNIT_WORDS}))?)"
ORDINAL = rf"(?:\d{{1,3}}(?:st|nd|rd|th)|(?:(?:{_UNIT_WORDS})-)?(?:{_ORDINAL_WORDS}))"


# What stands before a number and makes it a bound or a guess.
_COMPARATORS: dict[str, Comparator] = {
    "at least": ">=", "more than": ">", "over": ">", "up to": "<=", "nearly": "~", "about": "~", "around": "~",
    "some": "~", "approximately": "~", "roughly": "~", "almost": "~", "an estimated": "~",
}  # fmt: skip


def comparator(words: str | None) -> Comparator:
    return _COMPARATORS.get((words or "").strip().lower(), "=")


def cardinal(words: str) -> int | None:
    """42 for "42" and "forty-two"; None if it is no number."""
    lowered = words.strip().lower()
    if _FIGURES.fullmatch(lowered):
        return int(lowered.replace(",", ""))
    tens, _, ones = lowered.partition("-")
    if tens not in UNITS or (ones and ones not in UNITS):
        return None
    return UNITS[tens] + UNITS.get(ones, 0)


def ordinal(words: str) -> int | None:
    """2 for "2nd" and "second", 21 for "twenty-first"; None if it is no ordinal."""
    lowered = words.strip().lower()
    figures = _ORDINAL_FIGURES.fullmatch(lowered)
    if figures:
        return int(figures.group(1))
    tens, _, last = lowered.rpartition("-")
    if last not in ORDINALS or (tens and tens not in UNITS):
        return None
    return UNITS.get(tens, 0) + ORDINALS[last]
