"""Two people who are called a couple."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "Mia Quill and Leo Brandt arrived in Lisbon on Monday. The couple smiled.",
            {("Mia Quill", "Leo Brandt")},
        ),
        ("Mia Quill and Leo Brandt arrived for the wedding on Monday. The couple smiled.", set()),
        ("Halvex Council's partner, Leo Brandt, sang. The couple smiled.", set()),
    ],
    ids=["partners", "a marriage is told", "one of them is a council"],
)
def test_a_couple_that_no_marriage_is_told_of_are_partners(
    told: Callable[[str, str], set[tuple[str, str]]], text: str, facts: set[tuple[str, str]]
) -> None:
    assert told(text, "partner") == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Hector Velez and Carla Moran tied the knot in Leeds in 2016.", {("Hector Velez", "Carla Moran")}),
        ("Hector Velez and Carla Moran, both of Leeds, wed in 2016.", {("Hector Velez", "Carla Moran")}),
        ("Hector Velez tied with Carla Moran for third place.", set()),
        ("Hector Velez and Carla Moran exchanged letters in 2016.", set()),
        ("Was it known that Hector Velez married Carla Moran?", set()),
    ],
    ids=["knot", "wed", "in a race", "letters", "asked"],
)
def test_a_wedding_is_of_two_people(
    told: Callable[[str, str], set[tuple[str, str]]], text: str, facts: set[tuple[str, str]]
) -> None:
    assert told(text, "spouse") == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Mia Quill dated Leo Brandt for months.", {("Mia Quill", "Leo Brandt")}),
        ("Halvex Systems courted Leo Brandt for months.", set()),
    ],
    ids=["dates", "a firm"],
)
def test_a_firm_courts_nobody(
    told: Callable[[str, str], set[tuple[str, str]]], text: str, facts: set[tuple[str, str]]
) -> None:
    assert told(text, "partner") == facts
