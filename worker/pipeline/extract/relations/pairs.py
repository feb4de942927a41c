"""The pairs of ends that are compared, as the numbers that the network reads: its clues, and a code for each word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from worker.pipeline.extract.relations.vocabulary import END_TYPES, KINDS, WORDS, possible

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from worker.pipeline.extract.relations.mentions import End
    from worker.pipeline.values import Token

    Numbers = NDArray[np.int64]

WORDS_AT_MOST = 96  # of a sentence; one of KnowledgeNet's 5,600 is longer, and in news those are lists
REACH = 60  # words between the ends
PAIRS_AT_MOST = 400  # of a sentence: 20 ends, each with each; a list of names has more
# Words by region (before, between, after, subject, object), order, place on the path, and distance from an end.
BEFORE, BETWEEN, AFTER, SUBJECT, OBJECT = range(5)
OFF, UP, TOP, DOWN, BESIDE = range(5)
CODES = 1 + 5 * 2 * 5 * 3  # 0 is no word
_NEAR, _NEARISH = 1, 3
# Each clue has its own run of numbers.
_SIZES = (len(END_TYPES) ** 2, len(KINDS) ** 2, 26, 12, 8, 8, 20, len(WORDS), len(WORDS))
_STARTS = np.concatenate([[0], np.cumsum(_SIZES)])
CLUES = int(_STARTS[-1])


@dataclass(frozen=True, slots=True)
class Pairs:
    """Parallel: the ends, `clues` `[pairs, 9]` and `codes` `[pairs, words]`."""

    ends: tuple[tuple[End, End], ...]
    clues: Numbers
    codes: Numbers

    def top(self, at: int) -> int:
        """The word under which the tree holds both ends of pair `at`."""
        return int(((self.codes[at] - 1) // 3 % 5 == TOP).argmax())


def pairs(tokens: Sequence[Token], ends: Sequence[End], wanted: Callable[[End], bool]) -> Pairs | None:
    """All that may be related and are wanted; None where there are none or the sentence is too long."""
    if len(tokens) > WORDS_AT_MOST or (tokens and tokens[0].head < 0):
        return None
    usable = [end for end in ends if wanted(end)]
    found = [(s, o) for s in usable for o in usable if _may_join(s, o)]
    if not found or len(found) > PAIRS_AT_MOST:
        return None
    rows = _Rows(tokens, found)
    return Pairs(tuple(found), rows.clues(ends), rows.codes)


def _may_join(one: End, other: End) -> bool:
    apart = not one.overlaps(other) and abs(one.first - other.first) <= REACH
    return apart and bool(possible(one.type, other.type))


class _Rows:
    """Columns `[pairs, 1]` against the words `[1, words]` of the sentence."""

    def __init__(self, tokens: Sequence[Token], found: Sequence[tuple[End, End]]) -> None:
        self.found = found
        self.at = np.arange(len(tokens))[None]
        self.s0, self.s1, self.o0, self.o1 = (
            np.array([[getattr(pair[side], edge)] for pair in found]) for side in (0, 1) for edge in ("first", "stop")
        )
        self.ordered = self.s0 < self.o0
        self.low, self.high = np.where(self.ordered, self.s1, self.o1), np.where(self.ordered, self.o0, self.s0)
        self.path = self._path(np.array([token.head for token in tokens]))
        self.codes = 1 + ((self._region() * 2 + self.ordered) * 5 + self.path) * 3 + self._distance()

    def _region(self) -> Any:
        region = np.where(self.at < self.low, BEFORE, np.where(self.at < self.high, BETWEEN, AFTER))
        region = np.where((self.o0 <= self.at) & (self.at < self.o1), OBJECT, region)
        return np.where((self.s0 <= self.at) & (self.at < self.s1), SUBJECT, region)

    def _distance(self) -> Numbers:
        edges = (self.s0, self.s1 - 1, self.o0, self.o1 - 1)
        nearest: Numbers = np.minimum.reduce([np.abs(self.at - edge) for edge in edges])
        return (nearest > _NEAR).astype(int) + (nearest > _NEARISH)

    def _path(self, heads: Numbers) -> Any:
        """Which words lie on the way through the tree from subject to object, and which hang on it."""
        above = _ancestors(heads)
        s, o = (above[self._heads(side, heads)] for side in (0, 1))
        depth = np.where(s & o, above.sum(1)[None], -1)
        top = self.at == depth.argmax(1)[:, None]
        path = np.where(s & ~o, UP, np.where(o & ~s, DOWN, np.where(top, TOP, OFF)))
        return np.where((path == OFF) & (path[:, heads] != OFF), BESIDE, path)

    def _heads(self, side: int, heads: Numbers) -> list[int]:
        """The first word of each end that is governed from outside it."""
        above = heads.tolist()
        return [_head(pair[side], above) for pair in self.found]

    def clues(self, ends: Sequence[End]) -> Numbers:
        order = self.ordered[:, 0].astype(int)
        starts = np.array([end.first for end in ends])[None]
        kinds = np.array([END_TYPES.index(end.type) for end in ends])[None]
        inside = (self.low <= starts) & (starts < self.high)
        own = np.array([[END_TYPES.index(end.type) for end in pair] for pair in self.found])
        how = np.array([[KINDS.index(end.kind) for end in pair] for pair in self.found])
        said = np.array([[_word(end) for end in pair] for pair in self.found])
        length = np.isin(self.path, (UP, TOP, DOWN)).sum(1)
        columns: list[Any] = [
            own[:, 0] * len(END_TYPES) + own[:, 1],
            how[:, 0] * len(KINDS) + how[:, 1],
            np.clip((self.high - self.low)[:, 0], 0, 12) + 13 * order,
            np.minimum(inside.sum(1), 5) + 6 * order,
            np.minimum((inside & (kinds == own[:, 1:])).sum(1), 3) + 4 * order,
            np.minimum((inside & (kinds == own[:, :1])).sum(1), 3) + 4 * order,
            np.minimum(length, 9) + 10 * order,
            said[:, 0],
            said[:, 1],
        ]
        return np.asarray(np.stack(columns, 1) + _STARTS[None, :-1])


def _ancestors(heads: Numbers) -> NDArray[np.bool_]:
    """`[words, words]`: whether the second word is above the first, or the same."""
    above = np.eye(len(heads), dtype=bool)
    for _ in range(len(heads)):
        grown = above | above[heads]
        if (grown == above).all():
            break
        above = grown
    return above


def _head(end: End, above: Sequence[int]) -> int:
    for at in range(end.first, end.stop):
        if above[at] == at or not end.first <= above[at] < end.stop:
            return at
    return end.stop - 1


def _word(end: End) -> int:
    return WORDS.index(end.word) if end.kind in {"pronoun", "relative", "loose"} and end.word in WORDS else 0
