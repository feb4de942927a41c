from __future__ import annotations

import pytest

from worker.pipeline.annotate.quantities import find_quantities


@pytest.mark.parametrize(
    ("text", "amount", "unit"),
    [
        ("Dozens of people fled.", "24", "{person}"),
        ("Thousands marched in Orlem.", "2000", ""),
        ("Tens of thousands of fans came.", "20000", "{fan}"),
        ("Several hundred homes burned.", "200", "{home}"),
        ("Scores of birds died.", "40", "{bird}"),
        ("It lies thousands of miles away.", "2000", "[mi_i]"),
    ],
)
def test_a_size_in_the_plural_is_at_least_two_of_it(text: str, amount: str, unit: str) -> None:
    assert [(one.amount, one.unit_ucum, one.comparator) for one in find_quantities(text)] == [(amount, unit, ">=")]


def test_a_size_of_money_has_its_currency() -> None:
    (found,) = find_quantities("It cost hundreds of millions of pounds.")

    assert (found.amount, found.currency, found.comparator) == ("200000000", "GBP", ">=")


@pytest.mark.parametrize("text", ["They came in their thousands.", "He scores often.", "It took hundreds of years."])
def test_an_idiom_a_verb_and_a_length_of_time_are_no_sizes(text: str) -> None:
    assert find_quantities(text) == ()
