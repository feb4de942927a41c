"""Scores to chances: one logistic curve for all properties, over passages that the network never learned from.

A curve a property, or with the scores of rival pairs as further signs, was tried: recall where precision is .85 fell
from .579 to .558.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from worker.training.relations.examples import Example

    Floats = NDArray[np.float32]

_STEPS = 25  # Newton's method is still after ten


def fit_calibration(scored: Iterable[tuple[Example, Floats]]) -> Floats:
    """(factor, summand) for a score."""
    pairs = list(scored)
    scores = np.concatenate([score[example.judged] for example, score in pairs]).astype(np.float64)
    right = np.concatenate([example.right[example.judged] for example, _ in pairs])
    x = np.stack([scores, np.ones_like(scores)], 1)
    weights = np.array([1.0, 0.0])
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-np.clip(x @ weights, -30, 30)))
        curve = (x * (chance * (1 - chance))[:, None]).T @ x
        weights = weights - np.linalg.solve(curve, x.T @ (chance - right))
    return weights.astype(np.float32)
