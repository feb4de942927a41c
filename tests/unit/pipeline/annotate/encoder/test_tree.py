"""The best tree, held against every tree there is."""

from itertools import product

import numpy as np
import pytest
from numpy.typing import NDArray

from worker.pipeline.annotate.encoder.tree import best_tree

Heads = tuple[int, ...]


def trees(words: int) -> list[Heads]:
    """Every assignment of heads with one root to which each word comes."""
    return [heads for heads in product(range(words), repeat=words) if is_tree(heads)]


def is_tree(heads: Heads) -> bool:
    roots = {word for word, head in enumerate(heads) if word == head}
    return len(roots) == 1 and {climbed(heads, word) for word in range(len(heads))} == roots


def climbed(heads: Heads, word: int) -> int:
    for _ in heads:
        word = heads[word]
    return word


def score(arcs: NDArray[np.float32], heads: Heads) -> float:
    return float(arcs[np.arange(len(heads)), list(heads)].sum())


@pytest.mark.parametrize("words", [1, 2, 3, 4, 5])
def test_no_tree_under_the_same_root_scores_more(words: int) -> None:
    dice, every = np.random.default_rng(words), trees(words)

    for _ in range(60):
        arcs = dice.normal(size=(words, words)).astype(np.float32)
        found: Heads = tuple(best_tree(arcs).tolist())
        root = next(word for word, head in enumerate(found) if word == head)
        rivals = [heads for heads in every if heads[root] == root]

        assert is_tree(found)
        assert score(arcs, found) == pytest.approx(max(score(arcs, heads) for heads in rivals), abs=1e-5)


@pytest.mark.parametrize("words", [2, 3, 4, 5])
def test_a_root_that_stands_out_gives_the_best_tree_of_all(words: int) -> None:
    dice, every = np.random.default_rng(words), trees(words)

    for _ in range(60):
        arcs = dice.normal(size=(words, words)).astype(np.float32)
        arcs[(chosen := dice.integers(words)), chosen] += 20

        best = max(every, key=lambda heads: score(arcs, heads))

        assert tuple(best_tree(arcs).tolist()) == best


@pytest.mark.parametrize("fill", [0.0, -1e9, 1e9], ids=["equal", "tiny", "huge"])
def test_scores_that_tell_nothing_still_give_one_root(fill: float) -> None:
    assert is_tree(tuple(best_tree(np.full((5, 5), fill, np.float32)).tolist()))


def test_a_ring_of_300_words_is_opened() -> None:
    arcs = np.full((300, 300), -9.0, np.float32)
    arcs[np.arange(300), (np.arange(300) + 1) % 300] = 5.0
    arcs[7, 7] = 4.0

    heads = tuple(best_tree(arcs).tolist())

    assert is_tree(heads)
    assert heads[7] == 7
