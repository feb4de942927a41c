"""The shipped module: fitted trees as compact text, rounded as they are measured."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_HEAD = '''\
"""How much each answer on a line speaks for its being the article's own; fitted data, made by worker/training/lines.

{about}
A tree a line: "question>threshold ...|leaf ..."; a question is a place in ASKED, a leaf's place is read from the
answers in binary, the first answer last.
"""

# ruff: noqa: E501 - a tree is a line

ASKED = (
{asked}
)
BIAS = {bias}
TREES = """\\
{trees}
"""
'''


def source_of(models: Sequence[Mapping[str, Any]], names: Sequence[str], about: str) -> str:
    """The module's source: the mean of the models' odds. `models`: CatBoost's own JSON form of oblivious trees."""
    grown = [tree for model in models for tree in model["oblivious_trees"]]
    used = sorted({split["float_feature_index"] for tree in grown for split in tree["splits"]})
    place = {feature: at for at, feature in enumerate(used)}
    trees = "\n".join(_tree(tree, place, len(models)) for tree in grown)
    bias = sum(map(_bias, models)) / len(models)
    asked = "\n".join(f"    {json.dumps(names[feature])}," for feature in used)
    return _HEAD.format(about=about, asked=asked, bias=round(bias, 4), trees=trees)


def _bias(model: Mapping[str, Any]) -> float:
    scale, (bias,) = model["scale_and_bias"]
    if scale != 1:
        raise ValueError(f"leaves are scaled by {scale}")
    return float(bias)


def _tree(tree: Mapping[str, Any], place: Mapping[int, int], models: int) -> str:
    splits = " ".join(f"{place[split['float_feature_index']]}>{split['border']:.5g}" for split in tree["splits"])
    return f"{splits}|{' '.join(f'{leaf / models:.3f}' for leaf in tree['leaf_values'])}"
