"""Places in a series of births and feasts: "her second child", "the 30th anniversary", "his first birthday".

The place is the amount and "{ordinal}" its unit, so it never passes for a count. Other ordinals name things ("the
third quarter", "the second half") and are left alone.
"""

from __future__ import annotations

import re
from typing import Final

from worker.pipeline.values import Quantity, Span

UNIT: Final = "{ordinal}"
WORDS: Final = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12,
}  # fmt: skip
_SERIES = (
    r"(?:child|baby|son|daughter|grandchild|grandson|granddaughter|pregnancy|birthday|anniversary|marriage|wedding"
    r"|husband|wife)"
)
_ORDINAL: Final = re.compile(
    rf"(?:(?P<word>{'|'.join(WORDS)})|(?P<digits>\d{{1,3}})(?:st|nd|rd|th))[ ](?:wedding[ ])?{_SERIES}(?![A-Za-z-])",
    re.IGNORECASE,
)


def ordinal(text: str, at: int) -> Quantity | None:
    """The ordinal that begins at `at`, with its noun."""
    match = _ORDINAL.match(text, at)
    if match is None:
        return None
    place = WORDS[match["word"].lower()] if match["word"] else int(match["digits"])
    return Quantity(Span(*match.span()), str(place), "=", UNIT) if place else None
