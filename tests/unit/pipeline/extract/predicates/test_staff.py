"""How many work for a firm: the firm that has them, not one that stands near."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("A Leeds firm with 340 staff, Halvex Systems, was sold.", {("Halvex Systems", "340")}),
        ("Halvex Systems, a Leeds-based firm with 340 staff, was sold.", {("Halvex Systems", "340")}),
        ("With 340 staff, Halvex Systems is small.", {("Halvex Systems", "340")}),
        ("Halvex Systems had 112 shops, 20 mills and 1,200 workers last year.", {("Halvex Systems", "1200")}),
        ("Police searched Halvex Systems and a mill with 340 staff.", set()),
    ],
    ids=["beside", "behind", "itself", "in a list", "of a mill"],
)
def test_staff_is_of_the_firm_that_the_phrase_stands_beside(
    told: Callable[[str, str], set[tuple[str, str]]], text: str, facts: set[tuple[str, str]]
) -> None:
    assert told(text, "employees") == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Halvex Systems employs about 41,000.", {("Halvex Systems", "41000")}),
        ("Halvex Systems has two employees who saw the fire.", set()),
    ],
    ids=["employs", "witnesses"],
)
def test_a_number_without_a_noun_is_staff_beside_employs(
    told: Callable[[str, str], set[tuple[str, str]]], text: str, facts: set[tuple[str, str]]
) -> None:
    assert told(text, "employees") == facts
