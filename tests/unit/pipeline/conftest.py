"""How work grows with its input: the one place where tests of the core look at a clock."""

from __future__ import annotations

import gc
import sys
from time import process_time
from typing import TYPE_CHECKING, TypeVar

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


@pytest.fixture
def is_linear() -> Callable[[Callable[[T], object], T, T], bool]:
    """Whether `work` on an input four times as long takes about four times the CPU time, and not sixteen.

    The least of several runs each: a neighbour on the machine can only add. 10 lies between 4 and 16 by ratio.
    The collector of cycles and what measures coverage look away: they cost by what else is in memory, and by lines.
    """

    def seconds(work: Callable[[T], object], value: T) -> float:
        tracer = sys.gettrace()
        sys.settrace(None)
        gc.disable()
        try:
            start = process_time()
            work(value)
            return process_time() - start
        finally:
            gc.enable()
            sys.settrace(tracer)

    def verdict(work: Callable[[T], object], short: T, four_times: T) -> bool:
        work(short)  # warms the caches of patterns
        least = min(seconds(work, short) for _ in range(3))
        return any(seconds(work, four_times) < 10 * least for _ in range(6))

    return verdict
