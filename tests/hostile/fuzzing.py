"""What the fuzzers share: how they start, and articles made of scraps that look like news."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

import atheris

if TYPE_CHECKING:
    from collections.abc import Callable

_SCRAPS: Final = (
    "Jane Roe", "Roe", "Dr. Ann Poe", "Halvex Inc.", "Oakville", "the mayor of Oakville", "the chief executive", "he",
    "she", "they", "her son", "his wife's brother", "the 34-year-old", ", 34,", " said", " told reporters that",
    " was charged with theft", " died on Monday", " was born in 1970", " married", " beat", " 6-4", " bought", " won",
    " for $3 million", " 5 kg", " two years ago", " on May 3, 2019", " at 9:30 p.m.", " last week", "the '90s", " not",
    " may", " reportedly", " denied", '"', "\u201c", "\u201d", "'", "\u2019s", ",", ".", "!", "?", ":", ";", " - ",
    "\u2014", "(", ")", "\n", "\n\n", " ", "\u00a0", "\u200b", "\u202e", "e\u0301", "By Ann Poe", "Photo: Getty Images",
    "Advertisement", "- ", "Mar 4, 2021", "Related: ", "https://example.org/a", "@jane", "#oak", "<P0>", "and", "of",
    "U.S.", "No. 1", "10,000", "1/2", "-3", "%", "\u20ac", "a", "who", "which", "when", "if", "than", " is",
)  # fmt: skip
_TAGS: Final = (
    "<p>", "</p>", "<div>", "<br>", "<h1>", "<ul><li>", "<a href='/x'>", "</a>", "<!--", "-->", "<script>", "</script>",
    "<time datetime='2021-03-04'>", "<meta property='article:published_time' content='2021-03-04'>", "&amp;", "&#0;",
    "<title>", '<script type="application/ld+json">{"@type":"NewsArticle","headline":"', '"}</script>', "<", ">",
)  # fmt: skip


def fuzz(one: Callable[[bytes], None]) -> None:
    """Feeds `one` until told to stop on the command line (libFuzzer's flags); an exception ends it with code 77."""
    atheris.instrument_func(one)
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()


def prose(data: bytes) -> str:
    """Scraps by the bytes below 200 or so; those above stand for themselves, as characters."""
    return _joined(data, _SCRAPS)


def page(data: bytes) -> str:
    return _joined(data, _SCRAPS + _TAGS * 3)


def _joined(data: bytes, scraps: tuple[str, ...]) -> str:
    words = (scraps[byte] if byte < len(scraps) else chr(byte) if byte % 2 else " " for byte in data[:4_000])
    return " ".join(words) if data[:1] < b"\x80" else "".join(words)
