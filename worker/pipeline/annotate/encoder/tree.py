"""The best tree over the scores of arcs: each word's best head, and Chu-Liu-Edmonds where those make no tree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Scores = NDArray[np.float32]
    Heads = NDArray[np.int64]


def best_tree(arcs: Scores) -> Heads:
    """The head of each word, the root's its own. `arcs[word, head]`; the diagonal scores being the root.

    Of all words the one whose rootness costs least becomes the only root (Zmigrod, Vieira and Cotterell 2020 show
    where this greedy choice is not the optimum; on PUD it never differed from trying every root).
    """
    heads: Heads = arcs.argmax(1)
    roots = np.flatnonzero(heads == np.arange(len(heads)))
    if len(roots) == 1 and not _cycle(heads).size:
        return heads
    return _rooted(arcs, _root(arcs))


def _root(arcs: Scores) -> int:
    own = np.diagonal(arcs)
    others = arcs + np.diag(np.full(len(arcs), -np.inf, np.float32)) if len(arcs) > 1 else arcs
    return int((own - others.max(1)).argmax())


def _rooted(arcs: Scores, root: int) -> Heads:
    """The best tree under one root: cycles are contracted until none is left."""
    scores = arcs.astype(np.float64)
    np.fill_diagonal(scores, -np.inf)
    scores[root] = -np.inf
    scores[root, root] = 0.0
    return _contracted(scores)


def _contracted(scores: NDArray[Any]) -> Heads:
    heads: Heads = scores.argmax(1)
    cycle = _cycle(heads)
    if not cycle.size:
        return heads
    rest = np.setdiff1d(np.arange(len(heads)), cycle)
    kept = scores[cycle, heads[cycle]]
    entering = scores[np.ix_(cycle, rest)] - kept[:, None]
    leaving = scores[np.ix_(rest, cycle)]
    size = len(rest)
    small = np.full((size + 1, size + 1), -np.inf)
    small[:size, :size] = scores[np.ix_(rest, rest)]
    small[:size, size] = leaving.max(1)
    small[size, :size] = entering.max(0)
    found = _contracted(small)
    for place, word in enumerate(rest):
        heads[word] = rest[found[place]] if found[place] < size else cycle[leaving[place].argmax()]
    outside = found[size]
    opened = entering[:, outside].argmax()
    heads[cycle[opened]] = rest[outside]
    return heads


def _cycle(heads: Heads) -> NDArray[np.int64]:
    """The words of one cycle of more than one word, empty if there is none."""
    above = heads.tolist()  # a step in a list costs a tenth of one in an array
    walks = [-1] * len(above)  # the start of the walk on which a word was met first
    for start in range(len(above)):
        at = start
        while walks[at] < 0 and above[at] != at:
            walks[at] = start
            at = above[at]
        if walks[at] == start:
            return np.array(_round(above, at))
    return np.array([], np.int64)


def _round(above: Sequence[int], word: int) -> list[int]:
    """The words of the cycle that goes through `word`, from it on."""
    path, at = [word], above[word]
    while at != word:
        path.append(at)
        at = above[at]
    return path
