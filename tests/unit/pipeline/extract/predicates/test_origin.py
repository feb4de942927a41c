"""Makers of works, and when bodies began."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Critics liked Mia Quill's \"The Glass Harbour\".", {("The Glass Harbour", "Mia Quill")}),
        ("Critics liked Mia Quill's new \"The Glass Harbour\".", set()),
        ("Fans loved last year's \"The Glass Harbour\".", set()),
    ],
    ids=["by name", "a word between", "a year"],
)
def test_a_title_right_behind_a_name_is_that_ones_work(
    told: Callable[[str, str], set[tuple[str, str]]], text: str, facts: set[tuple[str, str]]
) -> None:
    assert told(text, "creator") == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("The founding of Halvex Systems in 1999 made news.", {("Halvex Systems", "1999")}),
        ("The founding of Halvex Systems in Leeds made news.", set()),
    ],
    ids=["founding", "no year"],
)
def test_a_founding_in_a_year_tells_when_a_firm_began(
    told: Callable[[str, str], set[tuple[str, str]]], text: str, facts: set[tuple[str, str]]
) -> None:
    assert told(text, "date_founded") == facts
