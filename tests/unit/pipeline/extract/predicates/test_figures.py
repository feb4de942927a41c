"""Sales and prices: whose they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

_ABOUT = " Halvex Systems moved to Leeds. Halvex Systems was sold in June. Halvex Systems cut jobs."


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "Revenue rose to $40 million." + _ABOUT,
            {("Halvex Systems", "40000000")},
        ),
        (
            "Mia Quill's revenue rose to $40 million." + _ABOUT,
            set(),
        ),
    ],
    ids=["no owner", "of somebody else"],
)
def test_sales_without_an_owner_are_of_the_firm_that_the_article_is_about(
    told: Callable[[str, str], set[tuple[str, str]]], text: str, facts: set[tuple[str, str]]
) -> None:
    assert told(text, "revenue") == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("The Halvex 3 went on sale. The new $149 Halvex 3 has a better screen.", {("Halvex", "149")}),
        ("The Halvex 3 went on sale. The $149 fake Halvex 3 was a copy.", set()),
        ("The price of oil rose to $90 on Monday, Leo Brandt said.", set()),
    ],
    ids=["before its name", "of a fake", "of oil"],
)
def test_a_price_is_of_a_product(
    told: Callable[[str, str], set[tuple[str, str]]], text: str, facts: set[tuple[str, str]]
) -> None:
    assert told(text, "price") == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Nordbank Holdings posted $3 million in revenue.", {("Nordbank Holdings", "3000000")}),
        ("Halvex Systems had $40 million in annual sales last year.", {("Halvex Systems", "40000000")}),
        (
            "Nordbank Holdings made a profit of $4 million on revenue of $40 million.",
            {("Nordbank Holdings", "40000000")},
        ),
    ],
    ids=["in revenue", "in annual sales", "on revenue of"],
)
def test_sales_in_the_words_of_money_are_of_whoever_has_them(
    told: Callable[[str, str], set[tuple[str, str]]], text: str, facts: set[tuple[str, str]]
) -> None:
    assert told(text, "revenue") == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Leo Brandt is worth $2 billion.", {("Leo Brandt", "2000000000")}),
        ("The painting is worth $2 million.", set()),
    ],
    ids=["somebody", "a painting"],
)
def test_only_people_have_a_fortune(
    told: Callable[[str, str], set[tuple[str, str]]], text: str, facts: set[tuple[str, str]]
) -> None:
    assert told(text, "net_worth") == facts
