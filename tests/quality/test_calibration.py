"""Confidences hold: cross-validated on the tuned articles for every family, and as shipped on those held out."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from worker.bootstrap import build_pipeline
from worker.training.calibration.families import families
from worker.training.calibration.recipe import crossed, gather
from worker.training.calibration.reliability import calibration_error, log_loss

if TYPE_CHECKING:
    from worker.training.calibration.gold import Judged
    from worker.training.calibration.reliability import Told

SHARED = Path(__file__).parents[3] / "shared"
GOLDEN = Path(__file__).parents[1] / "golden"
FLOORS = json.loads((Path(__file__).parent / "floors.json").read_text(encoding="utf-8"))
FEW = 25  # facts; a family of fewer has no error that could be told from chance
FAMILIES = families()

pytestmark = [
    pytest.mark.quality,
    pytest.mark.skipif(
        not SHARED.exists() and not os.environ.get("CI"),  # noqa: TID251 - asks where the tests run
        reason="scorer and seeds lie beside a working copy, not in it",
    ),
]


@pytest.fixture(scope="module")
def tuned() -> list[Judged]:
    return gather(build_pipeline(), SHARED, GOLDEN)


@pytest.fixture(scope="module")
def cross_validated(tuned: list[Judged]) -> Told:
    return list(zip(crossed(tuned, FAMILIES), (fact.right for fact in tuned), strict=True))


@pytest.fixture(scope="module")
def held_out() -> Told:
    facts = gather(build_pipeline(), SHARED, GOLDEN / "held_out", seeds=False)
    return [(fact.shipped, fact.right) for fact in facts]


def test_every_family_is_calibrated(tuned: list[Judged], cross_validated: Told) -> None:
    errors = {}
    for family in sorted(set(FAMILIES.values())):
        told = [pair for pair, fact in zip(cross_validated, tuned, strict=True) if _is_of(fact, family)]
        if len(told) >= FEW:
            errors[family] = calibration_error(told)
    sys.stdout.write(f"\n{ {family: round(error, 3) for family, error in errors.items()} }\n")

    assert {family: error for family, error in errors.items() if error > FLOORS["calibration.family"]} == {}


def _is_of(fact: Judged, family: str) -> bool:
    return FAMILIES[fact.signs.predicate] == family


def test_all_facts_together_are_calibrated(tuned: list[Judged], cross_validated: Told) -> None:
    before = [(min(max(fact.signs.prior, 0.02), 0.98), fact.right) for fact in tuned]
    error, loss, loss_before = calibration_error(cross_validated), log_loss(cross_validated), log_loss(before)
    sys.stdout.write(f"\nerror {error:.3f}, log loss {loss:.3f} ({loss_before:.3f} as the rules estimate)\n")

    assert error <= FLOORS["calibration.all"]
    assert loss < loss_before


def test_the_shipped_table_fits_the_rules_as_they_are(tuned: list[Judged]) -> None:
    """It fails when rules have changed so much that `newsfacts train calibration` has to be run again."""
    assert calibration_error([(fact.shipped, fact.right) for fact in tuned]) <= FLOORS["calibration.shipped"]


def test_confidences_hold_on_articles_that_nothing_was_tuned_on(held_out: Told) -> None:
    error = calibration_error(held_out)
    sys.stdout.write(f"\nheld out: {len(held_out)} facts, error {error:.3f}, log loss {log_loss(held_out):.3f}\n")

    assert error <= FLOORS["calibration.held_out"]
