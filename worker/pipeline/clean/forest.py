"""How sure boosted trees are that each line is the article's own; the trees are data in line_trees.py.

All trees are oblivious (one question a level), so that every answer of every line is one comparison of arrays.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from worker.pipeline.clean import line_trees
from worker.pipeline.clean.surroundings import NAMES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

_AT_ONCE: Final = 500  # lines: what is compared at once stays below 4 MB
_NEVER: Final = float("inf")  # the threshold of a level that a shallower tree has not


class Forest:
    """Trees of `source`: one a line, "question>threshold ...|leaf ..." with questions numbered in `asked`."""

    def __init__(self, asked: Sequence[str], source: str, bias: float) -> None:
        trees = [line.split("|") for line in source.split("\n") if line]
        leaves = [[float(leaf) for leaf in tree[1].split()] for tree in trees]
        depth = max(len(row) for row in leaves).bit_length() - 1
        splits = [_splits(tree[0], depth) for tree in trees]
        known = [NAMES.index(name) for name in asked]
        columns = np.array([[known[at] for at, _ in tree] for tree in splits])
        thresholds = np.array([[threshold for _, threshold in tree] for tree in splits], dtype=np.float32)
        self._levels = list(zip(columns.T.copy(), thresholds.T[:, :, None].copy(), strict=True))
        self._leaves = np.array([leaf for row in leaves for leaf in row + [0.0] * ((1 << depth) - len(row))])
        self._first = np.arange(len(trees)) << depth
        self._bias = bias

    def probabilities(self, lines: NDArray[np.float32]) -> NDArray[np.float64]:
        """One for each row of `[lines, NAMES]`."""
        parts = [self._odds(lines[at : at + _AT_ONCE]) for at in range(0, len(lines), _AT_ONCE)]
        sure: NDArray[np.float64] = 1 / (1 + np.exp(-np.concatenate(parts)))
        return sure

    def _odds(self, lines: NDArray[np.float32]) -> NDArray[np.float64]:
        """Natural logarithms of the odds. Level by level, a question a row: twice as fast as all at once."""
        asked = np.ascontiguousarray(lines.T)
        at = np.repeat(self._first[:, None], len(lines), axis=1)
        for level, (columns, thresholds) in enumerate(self._levels):
            at += (asked[columns] > thresholds).astype(np.int64) << level
        odds: NDArray[np.float64] = self._leaves[at].sum(axis=0) + self._bias
        return odds


def _splits(source: str, depth: int) -> list[tuple[int, float]]:
    pairs = [split.split(">") for split in source.split()]
    splits = [(int(at), float(threshold)) for at, threshold in pairs]
    return splits + [(0, _NEVER)] * (depth - len(splits))


LINES: Final = Forest(line_trees.ASKED, line_trees.TREES, line_trees.BIAS)
