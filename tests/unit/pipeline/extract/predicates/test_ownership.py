"""What belongs to whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Leo Brandt, the owner of the Harland Bears, was in the stands.", {("Leo Brandt", "Harland Bears")}),
        ("The bar's owner, Leo Brandt, was arrested.", set()),
    ],
    ids=["a paper", "some bar"],
)
def test_an_owner_is_told_of_something_that_has_a_name(
    told: Callable[[str, str], set[tuple[str, str]]], text: str, facts: set[tuple[str, str]]
) -> None:
    assert told(text, "owns") == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("The Nordbank-owned alleged front company Halvex Systems was fined.", {("Halvex Systems", "Nordbank")}),
        ("Does anyone know whether Nordbank Holdings owns Halvex Systems?", set()),
        ("Camden is part of London.", set()),
        ("Camden is part of the Harbour Council.", set()),
    ],
    ids=["whatever it is called", "asked", "a part of a town", "a town in a body"],
)
def test_a_firm_that_is_owned_by_a_firm_has_a_parent(
    told: Callable[[str, str], set[tuple[str, str]]], text: str, facts: set[tuple[str, str]]
) -> None:
    assert told(text, "parent_organization") == facts
