"""The choice of lines with the best F1 to be expected."""

import numpy as np
import pytest

from worker.pipeline.clean.choice import most_expected


@pytest.mark.parametrize(
    ("sure", "expected"),
    [
        pytest.param([0.99, 0.98, 0.02], [True, True, False], id="sure lines"),
        pytest.param([0.9, 0.3, 0.01], [True, False, False], id="a doubtful line beside a sure one"),
        pytest.param([0.4, 0.35, 0.01], [True, True, False], id="nothing is sure: more is kept"),
    ],
)
def test_lines_are_taken_from_the_surest_down(sure: list[float], expected: list[bool]) -> None:
    assert most_expected(np.array(sure), np.array([20.0, 20.0, 20.0])).tolist() == expected


def test_a_long_line_weighs_more_than_a_short_one() -> None:
    doubtful = np.array([0.9, 0.42])
    assert most_expected(doubtful, np.array([10.0, 1.0])).tolist() == [True, False]
    assert most_expected(doubtful, np.array([1.0, 10.0])).tolist() == [True, True]
