"""Words around a number that tell whether it is exact: "more than", "at least", "nearly", "or more"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from worker.pipeline.values import Comparator

_BEFORE: Final[dict[Comparator, tuple[str, ...]]] = {
    ">": ("over", "more than", "greater than", "in excess of", "upwards of", "upward of", "north of", "exceeding",
          "above", "well over", "just over", "beyond", "topping", "topped", "tops", "exceed", "exceeds",
          "exceeded", "surpass", "surpasses", "surpassed", "surpassing", "a little over", "slightly more than", ">"),
    ">=": ("at least", "no fewer than", "no less than", "not fewer than", "not less than", "as few as", "as little as",
           "a minimum of",
           "minimum of", "≥", ">="),
    "<=": ("up to", "at most", "no more than", "not more than", "a maximum of", "maximum of", "as many as",
           "as much as", "≤", "<="),
    "<": ("fewer than", "less than", "under", "below", "just under", "well under", "just shy of",
          "not quite", "shy of", "short of", "<"),
    "~": ("nearly", "almost", "about", "around", "roughly", "approximately", "some", "an estimated", "estimated",
          "close to", "circa", "c.", "approx", "approx.", "an average of", "in the region of", "somewhere around",
          "just about", "the best part of", "getting on for", "something like"),
}  # fmt: skip
_PHRASES: Final = {tuple(phrase.split()): kind for kind, phrases in _BEFORE.items() for phrase in phrases}
_LONGEST = max(len(phrase) for phrase in _PHRASES)
_ENDINGS: Final = frozenset(phrase[-1] for phrase in _PHRASES)
_WINDOW = 28  # characters of the longest of them with a word more before it, so that none is cut
_TOKEN: Final = re.compile(r"[^\s(\"'“\u2018\[—\u2013]+")
_AFTER: Final = re.compile(
    r"[ ]or[ ](?P<word>more|so|fewer|less|above|higher|over|under)(?![a-z])"
    r"|(?P<plus>\+|-plus(?![a-z])|[ ]plus(?![a-z]))",
    re.IGNORECASE,
)
_AFTER_KINDS: Final[dict[str, Comparator]] = {
    "more": ">=", "above": ">=", "higher": ">=", "over": ">=", "so": "~", "fewer": "<=", "less": "<=", "under": "<=",
}  # fmt: skip


def before(text: str, start: int) -> tuple[int, Comparator] | None:
    """Where the comparator that ends at `start` begins, and what it says."""
    if text[start - 1 : start] not in {" ", "\u00a0"}:
        return ((start - 1, "~") if text[start - 1] == "~" else None) if start else None
    low = max(0, start - _WINDOW)
    tokens = list(_TOKEN.finditer(text[low:start]))[-_LONGEST:]
    if not tokens or tokens[-1].group().lower() not in _ENDINGS:
        return None
    for first in range(len(tokens)):
        kind = _PHRASES.get(tuple(token.group().lower() for token in tokens[first:]))
        if kind == ">" and first and tokens[first - 1].group().lower() == "the":
            return None  # "the above five points"
        if kind is not None and "\n" not in text[low + tokens[first].start() : start]:
            return low + tokens[first].start(), kind
    return None


def after(text: str, end: int) -> tuple[int, Comparator] | None:
    """Where the comparator that begins at `end` stops, and what it says."""
    match = _AFTER.match(text, end)
    if match is None:
        return None
    return match.end(), _AFTER_KINDS[match["word"].lower()] if match["word"] else ">="
