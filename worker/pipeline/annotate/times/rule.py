"""What a rule of the time grammar is, and the fragments its patterns are made of.

Every repeat in a fragment is bounded. Letter case is ignored by the patterns; where it matters (months, weekdays)
the reader looks at it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from worker.pipeline.annotate import numbers
from worker.pipeline.annotate.times import stamps, words
from worker.pipeline.annotate.times.stamps import mapped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from worker.pipeline.annotate.times.stamps import Part, Reading
    from worker.pipeline.values import Span

Reader: TypeAlias = "Callable[[re.Match[str]], Reading | None]"

# What may open a rule besides a word: a number of up to two digits, one of four, and any number before a unit of
# time. "the late" opens it at "the" before "late", so that the commonest words try few rules.
SHORT: Final = "#2"
LONG: Final = "#4"
COUNT: Final = "#unit"
SP: Final = r"[ \u00a0]{1,3}"
GAP: Final = r",?[ \u00a0]{1,3}"
END: Final = r"(?![A-Za-z0-9])"


def alternation(names: Iterable[str]) -> str:
    """The names as alternatives, longest first, with either apostrophe."""
    ordered = sorted(names, key=len, reverse=True)
    return "|".join(re.escape(name).replace("'", "['\u2019]").replace(r"\ ", SP) for name in ordered)


MONTH: Final = rf"(?:may\.(?=[ ]\d)|(?:{alternation(words.MONTHS)}){END}|(?:{alternation(words.MONTH_SHORT)}){END}\.?)"
WEEKDAY: Final = rf"(?:{alternation(words.WEEKDAYS)}){END}"
WEEKDAY_ANY: Final = rf"(?:{WEEKDAY}|(?:{alternation(words.WEEKDAY_SHORT)}){END}\.?)"
YEAR: Final = r"(?:1[0-9]\d\d|20\d\d)(?!\d|[.,]\d)"
DAY: Final = r"(?:[0-3]?\d)(?:st|nd|rd|th)?(?![A-Za-z0-9]|[.:,]\d)"
PART: Final = (
    r"(?:(?:early|mid|late)(?:-|[ ](?:in[ ])?)|mid(?=[12]\d)"
    r"|the[ ](?:beginning|start|end|middle|close)[ ]of[ ](?:the[ ]year[ ])?)"
)
PART_OF_DAY: Final = rf"(?:{alternation(words.PARTS_OF_DAY)})(?:time)?{END}"
SEASON: Final = rf"(?:{alternation(words.SEASON_WORDS)}){END}"
UNIT: Final = (
    r"(?:seconds?|minutes?|hours?|days?|nights?|weeks?|fortnights?|months?|quarters?|years?|decades?|century|centuries"
    rf"|secs?|mins?|hrs?|wks?|yrs?){END}"
)
WHICH: Final = r"(?P<which>this[ ]coming|this[ ]past|this|last|next)"
WHICH_OPENERS: Final = frozenset({"this", "last", "next"})
NUMBER: Final = rf"(?:{numbers.DIGITS}(?:[ -]and[ -]a[ -]half{END}|[ -]{numbers.SCALE})?|{numbers.WORDS})"
_PARTS: Final[dict[str, Part]] = {
    "early": "early", "begi": "early", "star": "early", "mid": "mid", "midd": "mid", "late": "late", "end": "late",
    "clos": "late",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern that may match where one of `opens` stands, and what it means."""

    opens: frozenset[str]
    pattern: re.Pattern[str]
    read: Reader


@dataclass(frozen=True, slots=True)
class Found:
    """An expression as worded, before it is resolved."""

    span: Span
    reading: Reading


def rule(opens: Iterable[str], pattern: str, read: Reader) -> Rule:
    return Rule(frozenset(opens), re.compile(pattern, re.IGNORECASE), read)


def month_of(name: str) -> int | None:
    """The month's number; None where a small letter shows that the word is a verb ("may", "march")."""
    if not name[0].isupper():
        return None
    plain = name.rstrip(".").lower()
    return words.MONTHS.get(plain) or words.MONTH_SHORT.get(plain)


def weekday_of(name: str) -> int | None:
    plain = name.rstrip(".").lower()
    return words.WEEKDAYS.get(plain, words.WEEKDAY_SHORT.get(plain)) if name[0].isupper() else None


def number_of(day: str) -> int:
    """The number before an ordinal's ending: "21st" -> 21."""
    return int(day.rstrip("stndrhSTNDRH"))


def part_named(modifier: str | None) -> Part | None:
    if not modifier:
        return None
    plain = modifier.lower().removeprefix("the ").strip(" -")
    return _PARTS.get(plain.split()[0]) or _PARTS.get(plain[:4]) or _PARTS.get(plain[:3])


def with_part(reading: Reading, modifier: str | None) -> Reading:
    """The part of it that the words before it name, if any: "late" of 2018."""
    part = part_named(modifier)
    return mapped(reading, lambda stamp: stamps.part_of(stamp, part)) if part else reading


def unit_of(name: str) -> str:
    """As in "Years" -> "year", "hrs" -> "hour"."""
    plain = name.lower()
    return words.UNIT_SHORT.get(plain) or plain.removesuffix("s")


def word_before(match: re.Match[str]) -> str:
    """The word right before the match, in small letters; "" at a line's or the text's beginning."""
    before = match.string[max(0, match.start() - 24) : match.start()]
    head = before.rstrip(" \u00a0(“\"'\u2018\u2019")
    return "" if not head or head[-1] == "\n" else head.replace("\n", " ").split(" ")[-1].lower().strip("“\"'\u2018(")


def opens_sentence(match: re.Match[str]) -> bool:
    """Nothing, or the end of a sentence, a mark or a line stands before the match."""
    head = match.string[max(0, match.start() - 4) : match.start()].rstrip(" \u00a0\"'\u201c\u2018(")
    return not head or head[-1] in ".!?:;\n\u2014-|\u2022"


_WORD_AFTER: Final = re.compile(r"[ \u00a0]{1,3}([A-Za-z][A-Za-z\u2019'-]{0,29})")


def word_after(match: re.Match[str]) -> str:
    """The word right after the match as written, "" before a mark or a line's end."""
    after = _WORD_AFTER.match(match.string, match.end(), match.end() + 34)
    return after.group(1) if after else ""


def before(word: str, following: Iterable[str]) -> set[str]:
    """Openers of two words: "the" before any of the others."""
    return {f"{word} {other}" for other in following}


MONTH_OPENERS: Final = frozenset(words.MONTHS) | frozenset(words.MONTH_SHORT)
WEEKDAY_OPENERS: Final = frozenset(words.WEEKDAYS) | frozenset(words.WEEKDAY_SHORT)
PART_OPENERS: Final = frozenset({"early", "mid", "late"}) | before(
    "the", ("beginning", "start", "end", "middle", "close")
)
UNIT_NAMES: Final = frozenset(words.UNITS)
A_UNIT: Final = before("a", UNIT_NAMES) | before("an", UNIT_NAMES)
