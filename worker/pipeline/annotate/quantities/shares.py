"""Fractions in words: "a third of voters", "two-thirds", "nearly half", as decimals without unit."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Final

from worker.pipeline.annotate import numbers
from worker.pipeline.annotate.quantities import comparators
from worker.pipeline.values import Quantity, Span

PARTS: Final = {
    "half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "twentieth": 20, "hundredth": 100,
}  # fmt: skip
_NAMES = "|".join(sorted(PARTS, key=len, reverse=True))
_COUNTS = "|".join(word for word, value in numbers.ONES.items() if 1 <= value <= 9)
SHARE: Final = re.compile(
    rf"(?:(?P<count>an?|{_COUNTS})(?P<joint>[ -])(?P<part>{_NAMES})(?P<plural>s)?|(?P<half>half))(?![A-Za-z-])",
    re.IGNORECASE,
)
# "of a mile" and "of an hour" measure, and the first half of a game is no share.
_OF: Final = re.compile(r"[ ]of[ ](?!an?[ ])", re.IGNORECASE)
_COMPARED: Final = re.compile(
    r"[ ](?:less|more|fewer|higher|lower|larger|smaller|cheaper|bigger|majority|stake|share)\b", re.IGNORECASE
)
_OF_THESE: Final = re.compile(r"[ ](?:the|its|their|his|her|our|my|all|those|these)[ ]", re.IGNORECASE)
_ASKED: Final = re.compile(
    r"\b(?:by|than|nearly|almost|about|around|roughly|over|under|only|just|some|up|down|fell|rose|grew|shrank|jumped"
    r"|dropped|at[ ]least)[ ](?:more[ ]than[ ]|about[ ]|almost[ ]|nearly[ ]|a[ ])?$",
    re.IGNORECASE,
)
_NO_HALF: Final = re.compile(
    r"\b(?:first|second|latter|back|front|top|bottom|other|better|northern|southern|eastern|western|early|late|last"
    r"|final|opening|in|a|one|an|two|three|four|five|six|seven|eight|nine)[ -]$",
    re.IGNORECASE,
)
_DIGITS = Decimal("1e-10")  # a third is no finite decimal


def share(text: str, at: int) -> Quantity | None:
    """The fraction that begins at `at`."""
    match = SHARE.match(text, at)
    if match is None or not _is_share(text, match):
        return None
    count, part = match["count"], PARTS[(match["part"] or "half").lower()]
    whole = Decimal(1) if count is None or count.lower() in {"a", "an"} else numbers.words(count) or Decimal(1)
    amount = (whole / part).quantize(_DIGITS, ROUND_HALF_EVEN)
    lead = comparators.before(text, match.start())
    start, comparator = lead or (match.start(), "=")
    return Quantity(Span(start, match.end()), numbers.plain(amount), comparator, "") if 0 < amount < 1 else None


def _is_share(text: str, match: re.Match[str]) -> bool:
    """Of "a third" and "half" the words around tell; "two-thirds" can be nothing else."""
    before = text[max(0, match.start() - 24) : match.start()]
    if match["half"]:
        wanted = _OF.match(text, match.end()) or _OF_THESE.match(text, match.end()) or _ASKED.search(before)
        return bool(wanted) and not _NO_HALF.search(before)
    if match["plural"]:
        return match["count"].lower() not in {"a", "an", "one"}
    compared = _OF.match(text, match.end()) or _COMPARED.match(text, match.end())
    hyphened = match["joint"] == "-" and match["count"].lower() == "one"
    return bool(compared or hyphened or (_ASKED.search(before) and text[match.end() : match.end() + 2] in _CLOSED))


_CLOSED: Final = frozenset({"", " i", " o", " f", " a", " l", " t", " s", ". ", ", ", ".", ",", ".\n", ")", ";", " b"})
