from __future__ import annotations

from collections.abc import Callable

import pytest

Values = Callable[..., list[tuple[str, str, str | None]]]


@pytest.mark.parametrize(
    ("text", "words", "timex3", "edtf"),
    [
        ("He sang this week.", "this week", "2022-W37", "2022-W37"),
        ("He sang last week.", "last week", "2022-W36", "2022-W36"),
        ("He sings next week.", "next week", "2022-W38", "2022-W38"),
        ("He sang last weekend.", "last weekend", "2022-W36-WE", "2022-W36-WE"),
        ("He sang over the weekend.", "the weekend", "2022-W36-WE", "2022-W36-WE"),
        ("He will sing over the weekend.", "the weekend", "2022-W37-WE", "2022-W37-WE"),
        ("He sang this month.", "this month", "2022-09", "2022-09"),
        ("He sang last month.", "last month", "2022-08", "2022-08"),
        ("He sings next month.", "next month", "2022-10", "2022-10"),
        ("He sang last year.", "last year", "2021", "2021"),
        ("He sang late last year.", "late last year", "2021", "2021-10/2021-12"),
        ("He sings early next year.", "early next year", "2023", "2023-01/2023-03"),
        ("He sang earlier this year.", "earlier this year", "2022", "2022"),
        ("He sang last quarter.", "last quarter", "2022-Q2", "2022-Q2"),
        ("He sang last June.", "last June", "2022-06", "2022-06"),
        ("He sang last September.", "last September", "2021-09", "2021-09"),
        ("He sings next June.", "next June", "2023-06", "2023-06"),
        ("He sang this June.", "this June", "2022-06", "2022-06"),
    ],
)
def test_a_period_is_told_from_the_day_it_is_told_on(
    values: Values, text: str, words: str, timex3: str, edtf: str
) -> None:
    assert values(text) == [(words, timex3, edtf)]
