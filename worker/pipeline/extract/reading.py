"""A sentence as the rules read it: words and marks with a numbered slot in place of each mention, time and amount.

`Jane Roe's brother Tom, 34, owes £300` reads `<P0> 's brother <P1> , 34 , owes <m2>`. A rule is then one regular
expression over typed slots and words, and what it matches maps back to the clean text.
"""

# ruff: noqa: RUF001 - typographic marks are what the text holds

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from worker.pipeline.extract.lexicon.grammar import NOT_AFTER_POSSESSIVE, POSSESSIVES
from worker.pipeline.values import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from worker.pipeline.values import Entity, Quantity, TimeExpression

# A word keeps its inner hyphens, dots and apostrophes, but the possessive stands alone; eight joints are enough for
# "13-year-old", "U.S.A", "2-1", "300,000" and bound the match.
_WORD = re.compile(r"[^\W_]+(?:(?!['’]s\b)[-–.'’&/,:][^\W_]+){0,8}|['’]s\b|\S")
_QUOTATION_MARKS = frozenset('"“”«»')
_PLURAL_POSSESSIVE = re.compile(r"['’](?=\s)")
_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "<": "‹", ">": "›"})
MAX_CHARS = (
    2_000  # the longest sentence of 31,251 news lines has 1,400; beyond lies no sentence but a data dump
)
TYPE_LETTERS: Mapping[str, str] = {
    "person": "P", "organization": "O", "gpe": "G", "location": "L", "work": "W", "event": "E", "product": "D",
    "group": "R", "award": "A", "post": "T", "object": "B",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Slot:
    """What stands in a sentence in place of words: a mention of an entity, a time, an amount, or quoted words."""

    span: Span
    letter: str  # TYPE_LETTERS, or t time, q quantity, m money, k quoted words
    words: str
    entity: Entity | None = None
    time: TimeExpression | None = None
    quantity: Quantity | None = None
    possessive: bool = False  # "his", "their": reads as slot + 's
    nominal: bool = False  # a description ("the singer")
    name: bool = False  # a proper name


@dataclass(frozen=True, slots=True)
class Reading:
    """`text` as rendered; `pieces[i]` is the clean-text span of the piece that starts at `marks[i]` in `text`."""

    text: str
    marks: tuple[int, ...]
    pieces: tuple[Span, ...]
    slots: Mapping[str, Slot]
    words: frozenset[str]
    letters: frozenset[str]  # of the slots, in small letters
    sentence: int
    block_label: str
    quote: int | None = None  # index of the quote that the words belong to

    def span(self, start: int, end: int) -> Span:
        """Rendered range to the clean text's range of the pieces it touches."""
        first = bisect_right(self.marks, start) - 1
        last = bisect_right(self.marks, max(start, end - 1)) - 1
        return Span(self.pieces[first].start, self.pieces[last].end)


def plain(text: str) -> str:
    """Straight marks, one kind of dash, no angle brackets: the alphabet that patterns are written in."""
    return text if text.isalnum() else text.translate(_PLAIN)  # most words are, and it costs a fifth


def render(
    text: str, within: Span, slots: Iterable[Slot], *, sentence: int, label: str, quote: int | None = None
) -> Reading:
    """Read `within` of `text`; `slots` in text order, not overlapping, inside `within`."""
    pieces: list[tuple[str, Span]] = []
    named: dict[str, Slot] = {}
    at = within.start
    for number, slot in enumerate(slots):
        pieces += _words(text, at, slot.span.start)
        name = f"{slot.letter}{number}"
        named[name] = slot
        pieces.append((f"<{name}>", slot.span))
        mark = _mark_of_possession(text, slot, within.end)
        pieces += mark
        at = mark[-1][1].end if mark else slot.span.end
    pieces += _words(text, at, within.end)
    return _reading(pieces, named, sentence, label, quote)


def _words(text: str, start: int, end: int) -> Iterator[tuple[str, Span]]:
    """Words and marks; what quotation marks are left stand around titles and terms, and are passed over."""
    for match in _WORD.finditer(text, start, end):
        if match.group() not in _QUOTATION_MARKS:
            yield plain(match.group()), Span(match.start(), match.end())


def _mark_of_possession(text: str, slot: Slot, end: int) -> list[tuple[str, Span]]:
    """A possessive pronoun, and the bare apostrophe of "Hughes' wife", read like "'s"."""
    if slot.possessive:
        return [("'s", Span(slot.span.end, slot.span.end))]
    if slot.words.endswith("s") and _PLURAL_POSSESSIVE.match(text, slot.span.end, end):
        return [("'s", Span(slot.span.end, slot.span.end + 1))]
    return []


def _reading(
    pieces: list[tuple[str, Span]], slots: dict[str, Slot], sentence: int, label: str, quote: int | None
) -> Reading:
    marks, spans, at = [], [], 0
    for words, span in pieces:
        marks.append(at)
        spans.append(span)
        at += len(words) + 1
    rendered = " ".join(words for words, _ in pieces)
    vocabulary = frozenset(part for words, _ in pieces for part in _parts(words.lower()))
    letters = frozenset(name[0].lower() for name in slots)
    return Reading(rendered, tuple(marks), tuple(spans), slots, vocabulary, letters, sentence, label, quote)


def _parts(word: str) -> list[str]:
    """A joined word is found under its parts too: "34-year-old" under "old"."""
    return [word, *word.split("-")] if "-" in word else [word]


def is_possessive(words: str, after: str) -> bool:
    """Is the pronoun `words` a possessive, given the text `after` it? "her" is one before a noun only."""
    lowered = words.lower()
    if lowered != "her":
        return lowered in POSSESSIVES
    follower = _WORD.match(after.lstrip())
    return (
        follower is not None
        and follower.group()[0].isalnum()
        and follower.group().lower() not in NOT_AFTER_POSSESSIVE
    )
