"""How well confidences hold: expected calibration error, by bins of equally many facts; log loss; Brier score."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    Told = Sequence[tuple[float, bool]]  # (confidence, right)

A_BIN = 40  # facts; a share of 40 is known to +- .05 where nine of ten are right, and fewer would measure chance
MOST_BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """`confidence`: mean of what was told; `right`: share that proved right."""

    size: int
    confidence: float
    right: float


def bins(told: Told) -> list[Bin]:
    """In order of confidence; at least A_BIN facts each, where there are as many."""
    ordered = sorted(told, key=lambda one: one[0])  # ties stay as they come: sorted by outcome they would part it
    count = min(max(len(ordered) // A_BIN, 1), MOST_BINS)
    edges = [round(number * len(ordered) / count) for number in range(count + 1)]
    return [_bin(ordered[a:b]) for a, b in pairwise(edges) if a < b]


def _bin(some: Told) -> Bin:
    size = len(some)
    return Bin(size, sum(c for c, _ in some) / size, sum(right for _, right in some) / size)


def calibration_error(told: Told) -> float:
    """Mean distance between confidence and share of right facts, weighted by size (Naeini et al. 2015)."""
    return sum(b.size * abs(b.confidence - b.right) for b in bins(told)) / max(len(told), 1)


def log_loss(told: Told) -> float:
    return -sum(math.log(c if right else 1 - c) for c, right in told) / max(len(told), 1)


def brier(told: Told) -> float:
    return sum((c - right) ** 2 for c, right in told) / max(len(told), 1)
