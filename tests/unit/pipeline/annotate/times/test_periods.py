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
        ("Sales fell last decade.", "last decade", "201", "201X"),
        ("Sales will fall next decade.", "next decade", "203", "203X"),
        ("The tower was built last century.", "last century", "19", "19XX"),
        ("The tower was built this century.", "this century", "20", "20XX"),
        ("He sang later last year.", "later last year", "2021", "2021"),
        ("He sang late last week.", "late last week", "2022-W36", "2022-W36"),
        ("He sang this June.", "this June", "2022-06", "2022-06"),
    ],
)
def test_a_period_is_told_from_the_day_it_is_told_on(
    values: Values, text: str, words: str, timex3: str, edtf: str
) -> None:
    assert values(text) == [(words, timex3, edtf)]


def test_this_march_in_small_letters_is_a_walk(values: Values) -> None:
    assert values("Police lined this march through the city.") == []


@pytest.mark.parametrize("text", ["The last week of the race was dry.", "It was her last year at school."])
def test_the_last_part_of_something_is_not_the_one_before_now(values: Values, text: str) -> None:
    assert values(text) == []
