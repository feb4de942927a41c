"""Oblivious trees on arrays."""

import math

import numpy as np
import pytest

from worker.pipeline.clean.forest import LINES, Forest
from worker.pipeline.clean.surroundings import NAMES

WORDS, GAP = NAMES.index("words"), NAMES.index("gap")


def rows(*pairs: tuple[float, float]) -> np.ndarray:
    lines = np.zeros((len(pairs), len(NAMES)), dtype=np.float32)
    lines[:, [WORDS, GAP]] = pairs
    return lines


@pytest.mark.parametrize(
    ("words", "gap", "leaf"),
    [(5, 0, -2.0), (15, 0, 1.0), (5, 1, 0.5), (15, 1, 3.0)],
    ids=["neither", "first answer", "second answer", "both"],
)
def test_a_trees_leaf_is_read_from_its_answers(words: float, gap: float, leaf: float) -> None:
    forest = Forest(("words", "gap"), "0>10 1>0.5|-2 1 0.5 3", bias=0.0)
    assert forest.probabilities(rows((words, gap)))[0] == pytest.approx(1 / (1 + math.exp(-leaf)))


def test_trees_are_summed_with_the_bias_and_may_be_shallower() -> None:
    forest = Forest(("words", "gap"), "0>10 1>0.5|-2 1 0.5 3\n1>0.5|0 1\n", bias=-4.0)
    assert forest.probabilities(rows((15, 1)))[0] == pytest.approx(0.5)


def test_lines_are_answered_alike_alone_and_among_thousands() -> None:
    many = np.random.default_rng(0).random((2_500, len(NAMES))).astype(np.float32) * 10
    assert np.allclose(LINES.probabilities(many)[1_234], LINES.probabilities(many[1_234:1_235])[0])
