"""Whose party somebody is of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Labour's Peter Albrook asked for a vote.", {("Peter Albrook", "Labour Party")}),
        ("Carla Velez asked the Republican senator her view of the vote.", set()),
    ],
    ids=["genitive", "somebody else's"],
)
def test_a_party_beside_a_name_is_that_ones(
    told: Callable[[str, str], set[tuple[str, str]]], text: str, facts: set[tuple[str, str]]
) -> None:
    assert told(text, "political_party") == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Carla Velez, D-Ohio, voted against it.", {("Carla Velez", "Democratic Party")}),
        ("Carla Velez (R-Texas) voted against it.", {("Carla Velez", "Republican Party")}),
    ],
    ids=["commas", "brackets"],
)
def test_the_letters_behind_a_name_are_its_party(
    told: Callable[[str, str], set[tuple[str, str]]], text: str, facts: set[tuple[str, str]]
) -> None:
    assert told(text, "political_party") == facts
