"""The pairs of ends that are compared, as the numbers that the network reads: its clues, and a code for each word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from worker.pipeline.extract.relations.triggers import told_by
from worker.pipeline.extract.relations.vocabulary import END_TYPES, KINDS, PROPERTIES, WORDS, possible

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from numpy.typing import NDArray

    from worker.pipeline.extract.relations.mentions import End
    from worker.pipeline.values import Token

    Numbers = NDArray[np.int64]

WORDS_AT_MOST = 96  # of a sentence; one of KnowledgeNet's 5,600 is longer, and in news those are lists
REACH = 60  # words between the ends
PAIRS_AT_MOST = 400  # of a sentence: 20 ends, each with each; a list of names has more
# Words by region (before, between, after, subject, object), order, place on the path, and distance from an end.
BEFORE, BETWEEN, AFTER, SUBJECT, OBJECT = range(5)  # the first three count the ends passed
OFF, UP, TOP, DOWN, BESIDE = range(5)
CODES = 1 + 5 * 2 * 5 * 3  # 0 is no word
_NEAR, _NEARISH = 1, 3
# Each clue has its own run of numbers.
_SIZES = (len(END_TYPES) ** 2, len(KINDS) ** 2, 26, 12, 8, 8, 20, len(WORDS), len(WORDS))
_STARTS = np.concatenate([[0], np.cumsum(_SIZES)])
CLUES = int(_STARTS[-1])
_TYPE, _KIND, _WORD = ({name: at for at, name in enumerate(names)} for names in (END_TYPES, KINDS, WORDS))
_POSSIBLE = np.array([
    [n in possible(subject, thing) for n in range(len(PROPERTIES))] for subject in END_TYPES for thing in END_TYPES
])  # fmt: skip
_JOINED = _POSSIBLE.any(1).reshape(len(END_TYPES), -1)


@dataclass(frozen=True, slots=True)
class Pairs:
    """Parallel: the ends, `may` `[pairs, properties]`, `clues` `[pairs, 9]` and `codes` `[pairs, words]`.

    `may`: the ends' types permit the property, and a word that may tell it stands between them.
    """

    ends: tuple[tuple[End, End], ...]
    may: NDArray[np.bool_]
    clues: Numbers
    codes: Numbers

    def top(self, at: int) -> int:
        """The word under which the tree holds both ends of pair `at`."""
        return int(((self.codes[at] - 1) // 3 % 5 == TOP).argmax())


def pairs(
    tokens: Sequence[Token], ends: Sequence[End], wanted: Callable[[End], bool], *, likely: bool = True
) -> Pairs | None:
    """All that may be related and are wanted; None where there are none or the sentence is too long.

    `likely`: without pairs that no word tells of.
    """
    if len(ends) < 2 or len(tokens) > WORDS_AT_MOST or tokens[0].head < 0:
        return None
    told = _Told(ends, [token.head for token in tokens])
    asked = np.array([wanted(end) for end in ends])
    subjects, objects = np.nonzero(told.may_join() & asked[:, None] & asked)
    if not 0 < len(subjects) <= PAIRS_AT_MOST:
        return None
    path = told.path(subjects, objects)
    possible_ = _POSSIBLE[told.types[subjects] * len(END_TYPES) + told.types[objects]]
    may = possible_ & told_by([token.text for token in tokens], path != OFF)
    kept = may.any(1) if likely else np.ones(len(may), bool)
    if not kept.any():
        return None
    subjects, objects = subjects[kept], objects[kept]
    found = tuple((ends[s], ends[o]) for s, o in zip(subjects.tolist(), objects.tolist(), strict=True))
    rows = _Rows(told, subjects, objects, path[kept])
    return Pairs(found, may[kept], rows.clues(), rows.codes)


class _Told:
    """The ends of a sentence as numbers, each array with one for each end; and its tree."""

    def __init__(self, ends: Sequence[End], heads: Sequence[int]) -> None:
        self.heads = np.array(heads)
        self.first, self.stop, self.types, self.kinds, self.words, self.governed = np.array([
            (e.first, e.stop, _TYPE[e.type], _KIND[e.kind], _word(e), _head(e, heads)) for e in ends
        ]).T  # fmt: skip
        numbers: dict[Hashable, int] = {}
        whose = [e.value if e.value is not None else (e.first, e.stop) for e in ends]
        self.whose = np.array([numbers.setdefault(value, len(numbers)) for value in whose])

    def may_join(self) -> NDArray[np.bool_]:
        """`[subjects, objects]`."""
        overlap = (self.first[:, None] < self.stop) & (self.first < self.stop[:, None])
        near = np.abs(self.first[:, None] - self.first) <= REACH
        other = self.whose[:, None] != self.whose
        return np.asarray(_JOINED[self.types[:, None], self.types] & near & ~overlap & other)

    def path(self, subjects: Numbers, objects: Numbers) -> Any:
        """`[pairs, words]`: which words lie on the way through the tree from subject to object, or hang on it."""
        above = _ancestors(self.heads)
        s, o = above[self.governed[subjects]], above[self.governed[objects]]
        depth = np.where(s & o, above.sum(1), -1)
        path = np.where(s & ~o, UP, np.where(o & ~s, DOWN, OFF))
        path[np.arange(len(path)), depth.argmax(1)] = TOP
        return np.where((path == OFF) & (path[:, self.heads] != OFF), BESIDE, path)


class _Rows:
    """Columns `[pairs, 1]` against the words `[words]` of the sentence."""

    def __init__(self, told: _Told, subjects: Numbers, objects: Numbers, path: Any) -> None:
        self.told, self.subjects, self.objects, self.path = told, subjects, objects, path
        self.at = np.arange(len(told.heads))
        s0, s1 = told.first[subjects, None], told.stop[subjects, None]
        o0, o1 = told.first[objects, None], told.stop[objects, None]
        self.ordered = s0 < o0
        self.low, self.high = np.where(self.ordered, s1, o1), np.where(self.ordered, o0, s0)
        region = (self.at >= self.low) + (self.at >= self.high).astype(int)
        region = np.where((o0 <= self.at) & (self.at < o1), OBJECT, region)
        region = np.where((s0 <= self.at) & (self.at < s1), SUBJECT, region)
        nearest = np.abs(self.at - s0)
        for edge in (s1 - 1, o0, o1 - 1):
            nearest = np.minimum(nearest, np.abs(self.at - edge))
        distance = (nearest > _NEAR) + (nearest > _NEARISH).astype(int)
        self.codes = 1 + ((region * 2 + self.ordered) * 5 + self.path) * 3 + distance

    def clues(self) -> Numbers:
        told, order = self.told, self.ordered[:, 0].astype(int)
        inside = (self.low <= told.first) & (told.first < self.high)
        subject, thing = (told.types[side] for side in (self.subjects, self.objects))
        length = ((self.path >= UP) & (self.path <= DOWN)).sum(1)
        columns: list[Any] = [
            subject * len(END_TYPES) + thing,
            told.kinds[self.subjects] * len(KINDS) + told.kinds[self.objects],
            np.clip((self.high - self.low)[:, 0], 0, 12) + 13 * order,
            np.minimum(inside.sum(1), 5) + 6 * order,
            np.minimum((inside & (told.types == thing[:, None])).sum(1), 3) + 4 * order,
            np.minimum((inside & (told.types == subject[:, None])).sum(1), 3) + 4 * order,
            np.minimum(length, 9) + 10 * order,
            told.words[self.subjects],
            told.words[self.objects],
        ]
        return np.asarray(np.stack(columns, 1) + _STARTS[:-1])


def _ancestors(heads: Numbers) -> NDArray[np.bool_]:
    """`[words, words]`: whether the second word is above the first, or the same."""
    above = np.eye(len(heads), dtype=bool)
    while not np.array_equal(above, grown := above | above[heads]):  # as often as the tree is deep
        above = grown
    return above


def _head(end: End, above: Sequence[int]) -> int:
    """The first token that nothing inside the end governs."""
    return next(at for at in range(end.first, end.stop) if above[at] == at or not end.first <= above[at] < end.stop)


def _word(end: End) -> int:
    return _WORD.get(end.word, 0) if end.kind in {"pronoun", "relative", "loose"} else 0
