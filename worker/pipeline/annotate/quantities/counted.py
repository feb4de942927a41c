"""What is counted: the noun behind a number, as a lemma in UCUM braces ("300,000 likes" -> {like})."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from worker.pipeline.annotate.quantities.nouns import (
    COMPOUND_HEADS,
    ES_ENDINGS,
    HYPHENED,
    IE_NOUNS,
    IRREGULAR,
    MODIFIERS_IN_S,
    NOT_PLURAL,
    PEOPLE,
    STOPS,
    TIME_NOUNS,
    UNCOUNTED,
    US_NOUNS,
)

_WORD: Final = re.compile(r"[ \u00a0]([A-Za-z][A-Za-z\u2019'-]{0,29})(?![A-Za-z0-9])")
_MODIFIERS = 4  # "three senior White House officials"


@dataclass(frozen=True, slots=True)
class Noun:
    """Where the noun phrase ends and the noun's lemma; `time` if it measures time, so that nothing is counted."""

    end: int
    lemma: str
    time: bool = False


def noun_after(text: str, at: int, *, single: bool) -> Noun | None:
    """The head of the phrase that starts at `at`, right behind a number. `single`: the number is one."""
    for step in range(_MODIFIERS + 1):
        match = _WORD.match(text, at)
        if match is None:
            return None
        word = match.group(1)
        lower = word.lower()
        if lower in TIME_NOUNS:
            return Noun(match.end(), lower, time=True) if step < 2 else None
        if _closes(word) or (step and _verb(word)):
            return None
        noun = _head(text, match, single=single)
        if noun is not None:
            return noun
        at = match.end()
    return None


_HYPHENED: Final = re.compile(r"-([a-z]{3,10})(?![A-Za-z])")


def hyphened(text: str, at: int) -> Noun | None:
    """The noun of an adjective that a number opens: "500-page"."""
    match = _HYPHENED.match(text, at)
    return Noun(match.end(), match.group(1)) if match and match.group(1) in HYPHENED else None


def _head(text: str, match: re.Match[str], *, single: bool) -> Noun | None:
    word = match.group(1)
    if single:
        return Noun(match.end(), word.lower()) if word.lower() in PEOPLE else None
    if not is_plural(word) or word.lower() in UNCOUNTED:
        return None
    following = _WORD.match(text, match.end())
    if following and word.lower() in MODIFIERS_IN_S:
        return Noun(following.end(), singular(following.group(1))) if is_plural(following.group(1)) else None
    if following and following.group(1).lower() in COMPOUND_HEADS:
        return Noun(following.end(), singular(following.group(1)))
    return Noun(match.end(), singular(word))


def _closes(word: str) -> bool:
    """Function words close the phrase; "US" is none of them."""
    lower = word.lower()
    return (lower in STOPS and not (word.isupper() and len(word) > 1)) or lower.startswith("and-")


def _verb(word: str) -> bool:
    """A modifier ending in -ed or -ing may be a verb; behind another word it closes the phrase."""
    return word.endswith("ing") and word.islower()


def is_plural(word: str) -> bool:
    lower = word.lower().split("-")[-1]
    if word.isupper() or "'" in word or "\u2019" in word:
        return False
    if lower in IRREGULAR or lower.endswith(("men", "children", "people")):
        return lower not in NOT_PLURAL
    if lower in NOT_PLURAL or len(lower) < 4:
        return False
    return lower.endswith("s") and not lower.endswith(("ss", "us", "is"))


def singular(word: str) -> str:
    """The lemma of a plural noun: "teeth" -> "tooth", "families" -> "family", "boxes" -> "box"."""
    head, dash, lower = word.lower().rpartition("-")
    if dash:
        return f"{head}-{singular(lower)}"
    if lower in IRREGULAR:
        return IRREGULAR[lower]
    for plural, one in (("women", "woman"), ("men", "man"), ("children", "child"), ("people", "person")):
        if lower.endswith(plural):
            return lower.removesuffix(plural) + one
    if lower.endswith("ies") and lower not in IE_NOUNS:
        return f"{lower[:-3]}y"
    if lower.endswith(ES_ENDINGS) or lower in US_NOUNS:
        return lower[:-2]
    return lower.removesuffix("s")
