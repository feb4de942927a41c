"""Words around a number that tell whether it is exact: "more than", "at least", "nearly", "or more"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from worker.pipeline.values import Comparator

_BEFORE: Final[dict[Comparator, str]] = {
    ">": r"over|more than|greater than|in excess of|upwards? of|north of|exceeding|above|well over|just over|beyond|topping|>",
    ">=": r"at least|no (?:fewer|less) than|not (?:fewer|less) than|a minimum of|minimum of|≥|>=",
    "<=": r"up to|at most|no more than|not more than|a maximum of|maximum of|as (?:many|much) as|≤|<=",
    "<": r"fewer than|less than|under|below|just under|well under|shy of|short of|<",
    "~": r"nearly|almost|about|around|roughly|approximately|some|an estimated|estimated|close to|circa|c\.|~|approx\.?"
         r"|an average of|in the region of|somewhere around|more or less",
}  # fmt: skip
_WORDS: Final = re.compile(
    r"(?<![\w])(?:" + "|".join(f"(?P<c{index}>{words})" for index, words in enumerate(_BEFORE.values())) + r")[ \u00a0]?$",
    re.IGNORECASE,
)
_KINDS: Final[tuple[Comparator, ...]] = tuple(_BEFORE)
_WINDOW = 26  # the longest of them, "somewhere around ", with some room
_AFTER: Final = re.compile(r"[ ]or[ ](?P<word>more|so|fewer|less|above|higher|over|under)(?![a-z])|(?P<plus>\+|-plus(?![a-z])|[ ]plus(?![a-z]))", re.IGNORECASE)
_AFTER_KINDS: Final[dict[str, Comparator]] = {
    "more": ">=", "above": ">=", "higher": ">=", "over": ">=", "so": "~", "fewer": "<=", "less": "<=", "under": "<=",
}  # fmt: skip


def before(text: str, start: int) -> tuple[int, Comparator] | None:
    """Where the comparator that ends at `start` begins, and what it says."""
    low = max(0, start - _WINDOW)
    match = _WORDS.search(text[low:start])
    if match is None or match.lastgroup is None:
        return None
    return low + match.start(), _KINDS[int(match.lastgroup[1:])]


def after(text: str, end: int) -> tuple[int, Comparator] | None:
    """Where the comparator that begins at `end` stops, and what it says."""
    match = _AFTER.match(text, end)
    if match is None:
        return None
    return match.end(), _AFTER_KINDS[match["word"].lower()] if match["word"] else ">="
