"""The same fact has the same id, and another fact another."""

from __future__ import annotations

from typing import Any

import pytest

from worker.pipeline.normalize.ids import fact_id, fact_key

TRIPLE = ("person:jane-roe", "spouse", "person:tom-lee")
BASE: dict[str, Any] = {
    "document_id": "d",
    "triple": TRIPLE,
    "qualifiers": [],
    "polarity": "positive",
    "status": "asserted",
    "speaker": None,
}


def test_an_id_is_a_letter_and_128_bits() -> None:
    assert fact_id(**BASE) == "f_" + fact_id(**BASE)[2:]
    assert len(fact_id(**BASE)) == 34
    assert fact_key(TRIPLE, [], "positive").startswith("k_")


def test_an_id_stays_what_it_was() -> None:
    assert fact_id(**BASE) == fact_id(**BASE)
    assert fact_id(**BASE) == "f_4403cc1f1d6bd5ed2b3b7a875f62a920"  # printf ... | sha256sum


@pytest.mark.parametrize(
    "change",
    [
        {"document_id": "e"},
        {"triple": ("person:jane-roe", "spouse", "person:tim-lee")},
        {"qualifiers": [("start", "1999")]},
        {"polarity": "negative"},
        {"status": "reported"},
        {"speaker": "person:ann-poe"},
    ],
    ids=lambda change: next(iter(change)),
)
def test_what_makes_a_fact_makes_its_id(change: dict[str, Any]) -> None:
    assert fact_id(**{**BASE, **change}) != fact_id(**BASE)


def test_the_order_of_qualifiers_is_no_difference() -> None:
    some, other = [("start", "1999"), ("end", "2001")], [("end", "2001"), ("start", "1999")]

    assert fact_id(**{**BASE, "qualifiers": some}) == fact_id(**{**BASE, "qualifiers": other})


def test_fields_do_not_run_into_each_other() -> None:
    assert fact_key(("a", "b", "cd"), [], "positive") != fact_key(("a", "bc", "d"), [], "positive")
