"""The curve: logistic regression whose offsets of families, predicates and rules are shrunk towards the whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from worker.pipeline.normalize.confidence import LEAST, MOST, columns

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from worker.training.calibration.gold import Judged

    Numbers = NDArray[np.float64]

STEPS = 30  # of Newton; 8 are enough on 600 facts
SURE = 1e-6
# A curve that only repeats the rules' own estimates: what every weight is drawn to where few facts speak.
EXPECTED = {"prior": 1.0, "model": 1.0}


@dataclass(frozen=True, slots=True)
class Shrinkage:
    """Precisions of the normal priors: of the signs, and of the offsets of families, predicates and rules."""

    signs: float
    family: float
    predicate: float
    rule: float


@dataclass(frozen=True, slots=True)
class Curve:
    """`weights`: of signs by name, and of offsets as "family work", "predicate age", "rule age/apposed"."""

    weights: Mapping[str, float]
    families: Mapping[str, str]

    def probability(self, fact: Judged) -> float:
        """As `calibrated` of the core tells it, from these weights."""
        score = sum(self.weights.get(name, 0.0) * value for name, value in columns(fact.signs, self.families))
        return min(max(float(1 / (1 + np.exp(-score))), LEAST), MOST)


def fit(facts: Sequence[Judged], families: Mapping[str, str], shrinkage: Shrinkage) -> Curve:
    """The most probable weights (penalised maximum likelihood, Newton's method); nothing in it is drawn by chance."""
    named = [dict(columns(fact.signs, families)) for fact in facts]
    names = sorted({name for row in named for name in row})
    matrix = np.array([[row.get(name, 0.0) for name in names] for row in named])
    right = np.array([float(fact.right) for fact in facts])
    precision = np.array([_precision(name, shrinkage) for name in names])
    expected = np.array([EXPECTED.get(name, 0.0) for name in names])
    weights = _newton(matrix, right, precision, expected)
    return Curve(dict(zip(names, weights.tolist(), strict=True)), families)


def _newton(matrix: Numbers, right: Numbers, precision: Numbers, expected: Numbers) -> Numbers:
    """Full steps can overshoot where the start is far off, so a step is halved until it gains."""

    def cost(weights: Numbers) -> float:
        scores = matrix @ weights
        losses = np.logaddexp(0, scores) - right * scores
        return float(losses.sum() + (precision * (weights - expected) ** 2).sum() / 2)

    weights, now = expected.copy(), cost(expected)
    for _ in range(STEPS):
        told = 1 / (1 + np.exp(-(matrix @ weights)))
        slope = matrix.T @ (told - right) + precision * (weights - expected)
        bend = (matrix.T * (told * (1 - told))) @ matrix + np.diag(precision)
        step = np.linalg.solve(bend, slope)
        while (then := cost(weights - step)) > now and float(np.abs(step).max()) > SURE:
            step = step / 2
        weights, now = weights - step, min(now, then)
        if float(np.abs(step).max()) < SURE:
            break
    return weights


def _precision(name: str, shrinkage: Shrinkage) -> float:
    kind = name.partition(" ")[0]
    if name == "bias":
        return SURE  # the rate of the whole is what everything else is drawn to
    return {"family": shrinkage.family, "predicate": shrinkage.predicate, "rule": shrinkage.rule}.get(
        kind, shrinkage.signs
    )
