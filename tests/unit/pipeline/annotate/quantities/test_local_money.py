from __future__ import annotations

import pytest

from worker.pipeline.annotate.quantities import find_quantities


@pytest.mark.parametrize(
    ("text", "currencies"),
    [
        ("It cost A$5m. He paid $200.", ["AUD", "AUD"]),
        ("He paid $200 of the C$5m.", ["CAD", "CAD"]),
        ("It cost A$5m, or US$3m. He paid $200.", ["AUD", "USD", "USD"]),
        ("He paid $200.", ["USD"]),
        ("Prices are in New Zealand dollars. He paid $200.", ["NZD"]),
        ("In Copenhagen he paid 200 kroner.", ["DKK"]),
        ("In Oslo he paid 200 kroner.", ["NOK"]),
        ("In Lahore, Pakistan, he paid 200 rupees.", ["PKR"]),
    ],
)
def test_the_article_tells_whose_money_it_is(text: str, currencies: list[str]) -> None:
    assert [one.currency for one in find_quantities(text)] == currencies
