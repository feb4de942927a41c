"""What counts as a change of a fact."""

from collections.abc import Callable
from typing import Any

import pytest

from schemas.fact import EventTime, FactEvent, Literal_
from worker.pipeline.revise.difference import meaning

Maker = Callable[..., FactEvent]


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"confidence": 0.81}, id="confidence"),
        pytest.param(
            {"object": Literal_(datatype="string", value="A", key="a")}, id="value under the same key"
        ),
        pytest.param(
            {"qualifiers": {"place": (Literal_(datatype="string", value="x", key="x"),)}}, id="qualifier"
        ),
        pytest.param({"sensitivity": ("crime",)}, id="sensitivity"),
        pytest.param({"event_time": EventTime(earliest="2024-03-01", latest=None)}, id="event time"),
        pytest.param({"extensions": {"x_conflicts_with": "f"}}, id="conflict"),
        pytest.param({"derivation": "inferred", "premises": ("ev0",)}, id="derivation"),
    ],
)
def test_what_a_consumer_would_have_to_correct_is_a_change(fact: Maker, change: dict[str, Any]) -> None:
    assert meaning(fact(**change)) != meaning(fact())


def test_other_words_as_evidence_are_a_change(fact: Maker) -> None:
    one = fact()
    words = one.evidence[0].model_copy(update={"exact": "b"})

    assert meaning(one.model_copy(update={"evidence": (words,)})) != meaning(one)


def test_evidence_that_only_moved_is_no_change(fact: Maker) -> None:
    one = fact()
    moved = one.evidence[0].model_copy(
        update={"start": 90, "end": 91, "prefix": "x", "suffix": "y", "text_sha256": "0" * 64, "sentence": 7}
    )

    assert meaning(one.model_copy(update={"evidence": (moved,)})) == meaning(one)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"processed_at": "2030-01-01T00:00:00Z"}, id="clock"),
        pytest.param({"observed_at": "2030-01-01"}, id="time of the article"),
        pytest.param({"revision": 9}, id="revision"),
        pytest.param({"rule_id": "other"}, id="rule"),
        pytest.param({"confidence": 0.80001}, id="confidence beyond four digits"),
    ],
)
def test_who_found_it_and_when_is_no_change(fact: Maker, change: dict[str, Any]) -> None:
    assert meaning(fact(**change)) == meaning(fact())
