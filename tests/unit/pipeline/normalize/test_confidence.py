"""What makes a fact more or less sure, whatever the fitted table says today."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from worker.pipeline.extract import VOCABULARY
from worker.pipeline.normalize.calibration_table import FAMILIES, WEIGHTS
from worker.pipeline.normalize.confidence import LEAST, MOST, Signs, calibrated, columns
from worker.pipeline.normalize.evidence import seen_as
from worker.pipeline.values import Entity, Mention, Span

if TYPE_CHECKING:
    from worker.pipeline.values import MentionKind

SIGNS = Signs("age/apposed", "age", "asserted", 0.8, 1, "name", "literal", 30, "body", inferred=False)


def test_a_surer_rule_makes_a_surer_fact() -> None:
    assert calibrated(replace(SIGNS, prior=0.9)) > calibrated(replace(SIGNS, prior=0.6))


@pytest.mark.parametrize("prior", [0.0, 1e-12, 0.5, 1.0])
def test_nothing_is_certain(prior: float) -> None:
    assert LEAST <= calibrated(replace(SIGNS, prior=prior)) <= MOST


def test_an_unknown_rule_and_predicate_are_average_ones() -> None:
    strange = replace(SIGNS, rule="new/rule", predicate="new_predicate")

    assert dict(columns(strange, FAMILIES))["family other"] == 1.0
    assert LEAST < calibrated(strange) < MOST


def test_a_models_score_is_weighed_apart_from_a_rules_estimate() -> None:
    names = dict(columns(replace(SIGNS, rule="relation-model/employer"), FAMILIES))

    assert "model" in names
    assert "prior" not in names


def test_the_table_speaks_of_what_there_is() -> None:
    assert set(FAMILIES) <= set(VOCABULARY)
    assert {"bias", "prior"} <= set(WEIGHTS)


@pytest.mark.parametrize(
    ("mentions", "seen"),
    [
        ([(0, 8, "name")], "name"),
        ([(0, 2, "pronoun"), (3, 9, "nominal")], "nominal"),
        ([(0, 2, "pronoun")], "pronoun"),
        ([(40, 44, "name")], "absent"),
    ],
    ids=["by name", "by its best", "by a pronoun", "elsewhere"],
)
def test_an_entity_is_seen_by_what_the_evidence_calls_it(
    mentions: list[tuple[int, int, MentionKind]], seen: str
) -> None:
    found = tuple(Mention(Span(start, end), kind) for start, end, kind in mentions)
    entity = Entity("e1", "person:x", "X", "person", True, found)

    assert seen_as(entity, (Span(0, 20),)) == seen
