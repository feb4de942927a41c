"""The fit shrinks what few facts tell, the error is told by bins, and the source says what the curve says."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from worker.pipeline.normalize.confidence import Signs
from worker.training.calibration.card import card_of
from worker.training.calibration.curve import Shrinkage, fit
from worker.training.calibration.families import families
from worker.training.calibration.gold import Judged
from worker.training.calibration.recipe import crossed
from worker.training.calibration.reliability import A_BIN, bins, brier, calibration_error, log_loss
from worker.training.calibration.source import source_of

SHRINKAGE = Shrinkage(signs=3, family=0.5, predicate=1, rule=1)
FAMILIES = {"age": "people", "stated": "speech", "spouse": "kin"}


def some(predicate: str, rights: int, wrongs: int, *, article: str = "a") -> list[Judged]:
    signs = Signs(f"{predicate}/rule", predicate, "asserted", 0.8, 1, "name", "literal", 30, "body", inferred=False)
    return [Judged(article, signs, number < rights, 0.8) for number in range(rights + wrongs)]


def test_a_family_of_many_facts_gets_its_own_rate_and_one_of_few_stays_near_the_whole() -> None:
    curve = fit([*some("age", 180, 20), *some("stated", 60, 140), *some("spouse", 0, 1)], FAMILIES, SHRINKAGE)

    age, stated, spouse = (curve.probability(some(name, 1, 0)[0]) for name in ("age", "stated", "spouse"))

    assert age == pytest.approx(0.9, abs=0.02)
    assert stated == pytest.approx(0.3, abs=0.02)
    assert 0.2 < spouse < 0.6  # none of one is right: its own rate would be 0


def test_estimates_that_are_far_off_do_not_throw_the_fit() -> None:
    far = [
        replace(fact, signs=replace(fact.signs, prior=prior))
        for prior, rights, wrongs in ((0.98, 5, 195), (0.9, 190, 10), (0.5, 99, 1))
        for fact in some("age", rights, wrongs)
    ]

    told = [fit(far, FAMILIES, SHRINKAGE).probability(fact) for fact in (far[0], far[200], far[400])]

    assert told == sorted(told)
    assert sum(told) / 3 == pytest.approx(0.65, abs=0.15)


def test_the_same_facts_give_the_same_curve() -> None:
    facts = [*some("age", 30, 3), *some("stated", 20, 20)]

    assert fit(facts, FAMILIES, SHRINKAGE) == fit(facts, FAMILIES, SHRINKAGE)


def test_a_fact_is_cross_validated_by_other_articles() -> None:
    facts = [*some("age", 50, 0, article="a"), *some("age", 0, 50, article="b")]

    told = crossed(facts, FAMILIES)

    assert max(told[:50]) < 0.2  # from b, where all are wrong
    assert min(told[50:]) > 0.8


@pytest.mark.parametrize(
    ("told", "error"),
    [([(0.9, True)] * 9 + [(0.9, False)], 0.0), ([(0.9, False)] * 10, 0.9), ([], 0.0)],
    ids=["right", "wrong", "none"],
)
def test_the_error_is_how_far_confidence_is_from_the_share_of_right(
    told: list[tuple[float, bool]], error: float
) -> None:
    assert calibration_error(told) == pytest.approx(error)


def test_two_wrongs_of_opposite_sign_do_not_cancel_where_there_are_bins_for_both() -> None:
    told = [(0.1, True)] * A_BIN + [(0.9, False)] * A_BIN

    assert [b.size for b in bins(told)] == [A_BIN, A_BIN]
    assert calibration_error(told) == pytest.approx(0.9)
    assert brier(told) == pytest.approx(0.81)
    assert log_loss(told) == pytest.approx(2.3026, abs=1e-3)


def test_equal_confidences_are_not_parted_by_how_they_ended() -> None:
    assert calibration_error([(0.5, bool(number % 2)) for number in range(2 * A_BIN)]) == pytest.approx(0)


def test_the_source_is_the_curve_and_names_itself() -> None:
    curve = fit([*some("age", 30, 3), *some("stated", 20, 20)], FAMILIES, SHRINKAGE)
    module: dict[str, Any] = {}

    exec(source_of(curve, 73), module)  # noqa: S102 - the module that was just made

    assert module["FAMILIES"] == FAMILIES
    assert module["WEIGHTS"]["family people"] == pytest.approx(curve.weights["family people"], abs=1e-4)
    assert module["METHOD"].startswith("logistic_by_family/")


def test_the_card_tells_every_family() -> None:
    facts = [*some("age", 30, 3), *some("stated", 20, 20)]

    card = card_of(facts, [0.7] * len(facts), FAMILIES, SHRINKAGE)

    assert "| all | 73 |" in card
    assert "| people | 33 | 0.909 |" in card


def test_every_predicate_has_a_family() -> None:
    assert families()["charged_with"] == "happenings"
    assert families()["father"] == "kin"
