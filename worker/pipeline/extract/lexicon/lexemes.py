"""How word lists are written down: one string, words parted by spaces."""

from __future__ import annotations


def lexemes(words: str) -> frozenset[str]:
    return frozenset(words.split())
