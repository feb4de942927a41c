"""The fitted curve as the Python module that the core reads."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from worker.training.calibration.curve import Curve

SMALL = 0.0005  # a weight below it moves no confidence by a ten thousandth
_MODULE = '''\
"""What the confidence of a fact hangs on. Made by `newsfacts train calibration`; scores in calibration_table.md."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

METHOD: Final = "{method}"
FAMILIES: Final[Mapping[str, str]] = MappingProxyType({{
{families}
}})
# Fitted to {facts} facts.
WEIGHTS: Final[Mapping[str, float]] = MappingProxyType({{
{weights}
}})
'''


def source_of(curve: Curve, facts: int) -> str:
    """The method's name ends in eight digits of what was fitted, so that two tables can be told apart in events."""
    weights = {name: round(weight, 4) for name, weight in sorted(curve.weights.items()) if abs(weight) > SMALL}
    digest = hashlib.sha256(json.dumps([weights, sorted(curve.families.items())]).encode()).hexdigest()[:8]
    return _MODULE.format(
        method=f"logistic_by_family/{digest}", families=_rows(dict(sorted(curve.families.items()))),
        weights=_rows(weights), facts=facts,
    )  # fmt: skip


def _rows(table: Mapping[str, str | float]) -> str:
    return "\n".join(f"    {json.dumps(name)}: {json.dumps(value)}," for name, value in table.items())
