"""What the encoder is told of a word besides its pieces, which know no capitals: its shape, and what lists know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from worker.pipeline.annotate.gazetteer import COMMON, DEMONYM, FIRST, LAST, ORG_WORD, PLACE

if TYPE_CHECKING:
    from collections.abc import Mapping

NO_WORD, DIGITS, MARKS, SMALL, ONE_CAPITAL, ACRONYM, SHOUTED, CAPITALISED, MIXED, INNER = range(10)
SHAPES = 10
_LISTS = (FIRST, LAST, PLACE, ORG_WORD, DEMONYM, COMMON)
KNOWN = 1 << len(_LISTS)
FEATURES = SHAPES * KNOWN  # a feature is shape * KNOWN + what the lists know
_LONGEST_ACRONYM = 4


def shape(word: str) -> int:
    """One of ten classes of a word's capitals and digits."""
    letters = [letter for letter in word if letter.isalpha()]
    if not letters:
        return DIGITS if any(letter.isdigit() for letter in word) else MARKS
    capitals = sum(letter.isupper() for letter in letters)
    if capitals == 0:
        return SMALL
    if capitals == len(letters):
        return _all_capitals(capitals)
    if letters[0].isupper():
        return CAPITALISED if capitals == 1 else MIXED
    return INNER


def _all_capitals(letters: int) -> int:
    if letters == 1:
        return ONE_CAPITAL
    return ACRONYM if letters <= _LONGEST_ACRONYM else SHOUTED


def known(word: str, gazetteer: Mapping[str, int]) -> int:
    """Which lists hold the word, however it is written: one bit a list."""
    mask = gazetteer.get(word, 0) | gazetteer.get(word.capitalize(), 0) | gazetteer.get(word.casefold(), 0)
    return sum(1 << bit for bit, members in enumerate(_LISTS) if mask & members)


def feature(word: str, gazetteer: Mapping[str, int]) -> int:
    return shape(word) * KNOWN + known(word, gazetteer)
