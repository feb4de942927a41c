from __future__ import annotations

import math

import pytest

from worker.chaos.commits import Look, quantile, recoveries

LOOKS = [
    Look(0.0, 0.1, (5, 5)),
    Look(1.0, 1.1, (6, 5)),
    Look(2.0, 2.1, (9, 5)),
    Look(3.0, 3.1, (9, 8)),
]


def test_a_recovery_lasts_from_the_fault_to_the_answer_that_shows_the_next_commit_of_each_partition() -> None:
    assert recoveries(LOOKS, since=0.9) == pytest.approx([1.2, 2.2])


def test_a_partition_that_never_commits_again_has_no_recovery() -> None:
    assert recoveries(LOOKS, since=2.0) == pytest.approx([1.1])


def test_a_fault_after_the_last_look_has_none() -> None:
    assert recoveries(LOOKS, since=4.0) == []


@pytest.mark.parametrize(("share", "value"), [(0.5, 2), (0.99, 4), (0.25, 1)])
def test_a_quantile_is_one_of_the_values(share: float, value: int) -> None:
    assert quantile([4, 1, 3, 2], share) == value


def test_a_quantile_of_nothing_is_no_number() -> None:
    assert math.isnan(quantile([], 0.5))
