"""The shape of a line: words, sentence ends, bullets; and the one form in which wording is compared."""

from __future__ import annotations

import re

# Typographic marks to their ASCII look, code point for code point, so that offsets stay the same.
_PLAIN = str.maketrans(
    {0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"', 0x2013: "-", 0x2014: "-", 0x2212: "-", 0x2026: "."}
    | dict.fromkeys(map(ord, "\u2022\u00b7\u2027\u2219\u25cf\u25aa\u25a0\u25e6\u2023\u2043"), "|")  # bullets
    | dict.fromkeys(map(ord, "\u00bb\u203a\u2192\u25b6\u25ba\u276f"), ">")  # arrows
)

WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+){0,6}")
LOWER_WORD = re.compile(r"\b[a-z]{2,}")
SENTENCE_END = re.compile(r"[.!?][\"')\]]{0,3}$")
INNER_END = re.compile(r"[a-z0-9\"')][.!?][\"']?\s[\"'A-Z]")
ITEM = re.compile(r"(?:[|*-]|\d{1,2}[.)])\s?[^\W_]")
GLUED = re.compile(r"[A-Za-z]{1,20}[a-z][A-Z][a-z]{2,20}[A-Z][a-z]{2,20}")  # "NewsLocalWeather"


def plain(text: str) -> str:
    """The text with ASCII quotes, dashes, bullets and arrows: what all patterns of this stage are matched on.

    Wording is matched on its lower case without re.IGNORECASE: five times as fast on long alternations.
    """
    return text if text.isascii() else text.translate(_PLAIN)


def phrases(*forms: str) -> re.Pattern[str]:
    """A pattern for a whole line in lower case that is one of `forms`, with marks around it."""
    return re.compile(rf"\W{{0,30}}+(?:{'|'.join(forms)})\W{{0,30}}")


def openings(*forms: str) -> re.Pattern[str]:
    """A pattern for a line in lower case that begins with one of `forms`; a line that opens a quote does not."""
    return re.compile(rf"[^\w\"']{{0,4}}(?:{'|'.join(forms)})")


def within(*forms: str) -> re.Pattern[str]:
    """A pattern for one of `forms` at a word boundary of a line in lower case."""
    return re.compile(rf"\b(?:{'|'.join(forms)})")
