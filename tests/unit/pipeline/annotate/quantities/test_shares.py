from __future__ import annotations

import pytest

from worker.pipeline.annotate.quantities import find_quantities


@pytest.mark.parametrize(
    ("text", "amount", "comparator"),
    [
        ("Prices fell by a third on Monday.", "0.3333333333", "="),
        ("Two-thirds of the crew left.", "0.6666666667", "="),
        ("Three-quarters of sales came late.", "0.75", "="),
        ("Nearly half of voters stayed away.", "0.5", "~"),
        ("More than half the seats were empty.", "0.5", ">"),
        ("A tenth of pupils were ill.", "0.1", "="),
        ("It costs a fifth less than before.", "0.2", "="),
        ("One-quarter stayed away.", "0.25", "="),
    ],
)
def test_a_fraction_in_words_is_a_decimal_without_unit(text: str, amount: str, comparator: str) -> None:
    assert [(one.amount, one.comparator, one.unit_ucum) for one in find_quantities(text)] == [(amount, comparator, "")]


@pytest.mark.parametrize(
    "text",
    [
        "They met for a third time.",
        "He scored in the first half of the game.",
        "Half-time came late.",
        "A quarter ended badly.",
        "They cut it in half.",
    ],
)
def test_a_place_in_a_row_and_a_half_of_a_game_are_no_fractions(text: str) -> None:
    assert find_quantities(text) == ()
