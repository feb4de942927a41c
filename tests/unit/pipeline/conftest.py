"""How work grows with its input: the one place where tests of the core look at a clock."""

from __future__ import annotations

from time import process_time
from typing import TYPE_CHECKING, TypeVar

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


@pytest.fixture
def is_linear() -> Callable[[Callable[[T], object], T, T], bool]:
    """Whether `work` on an input four times as long takes about four times the CPU time, and not sixteen.

    The least of three runs each: a neighbour on the machine can only add. 10 lies between 4 and 16 by ratio.
    """

    def seconds(work: Callable[[T], object], value: T) -> float:
        start = process_time()
        work(value)
        return process_time() - start

    def verdict(work: Callable[[T], object], short: T, four_times: T) -> bool:
        work(short)  # warms the caches of patterns
        least = min(seconds(work, short) for _ in range(3))
        return any(seconds(work, four_times) < 10 * least for _ in range(3))

    return verdict
