"""Fitted trees as the module that ships."""

from typing import Any

import numpy as np
import pytest

from worker.pipeline.clean.forest import Forest
from worker.pipeline.clean.surroundings import NAMES
from worker.training.lines.source import source_of


def model(question: int, leaves: list[float], bias: float, scale: float = 1) -> dict[str, Any]:
    """One tree of one question, as CatBoost writes it."""
    tree = {"splits": [{"float_feature_index": question, "border": 0.5}], "leaf_values": leaves}
    return {"oblivious_trees": [tree], "scale_and_bias": [scale, [bias]]}


def forest_of(source: str) -> Forest:
    module: dict[str, Any] = {}
    exec(source, module)  # noqa: S102 - the source under test, written by the recipe
    return Forest(module["ASKED"], module["TREES"], module["BIAS"])


def test_models_together_answer_by_the_mean_of_their_odds() -> None:
    models = [model(0, [-2.0, 2.0], 0.5), model(3, [1.0, -1.0], -0.1)]
    lines = np.zeros((2, len(NAMES)), dtype=np.float32)
    lines[1, [0, 3]] = 1.0
    sure = forest_of(source_of(models, NAMES, "two trees")).probabilities(lines)
    assert np.allclose(np.log(sure / (1 - sure)), [(-2 + 1 + 0.4) / 2, (2 - 1 + 0.4) / 2])


def test_scaled_leaves_are_refused() -> None:
    with pytest.raises(ValueError, match="scaled by 2"):
        source_of([model(0, [0.0, 1.0], 0.0, scale=2)], NAMES, "a tree")
