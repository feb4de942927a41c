from __future__ import annotations

from collections.abc import Callable

import pytest

Values = Callable[..., list[tuple[str, str, str | None]]]


@pytest.mark.parametrize(
    ("text", "words", "timex3", "edtf"),
    [
        ("Sales fell in the third quarter of 2019.", "the third quarter of 2019", "2019-Q3", "2019-Q3"),
        ("Profit rose in the second quarter.", "the second quarter", "2022-Q2", "2022-Q2"),
        ("Profit rose in the fourth quarter.", "the fourth quarter", "2021-Q4", "2021-Q4"),
        ("First-quarter revenue doubled.", "First-quarter", "2022-Q1", "2022-Q1"),
        ("Revenue in Q3 2019 fell.", "Q3 2019", "2019-Q3", "2019-Q3"),
        ("Sales in the fourth quarter of last year fell.", "the fourth quarter of last year", "2021-Q4", "2021-Q4"),
        ("Output grew in the first half of 2020.", "the first half of 2020", "2020-H1", "2020-01/2020-06"),
        ("They met in the summer of 2018.", "the summer of 2018", "2018-SU", "2018-22"),
        ("They met in winter 2018.", "winter 2018", "2018-WI", "2018-24"),
        ("They met in the summer of \u201991.", "the summer of \u201991", "1991-SU", "1991-22"),
        ("They met in autumn last year.", "autumn last year", "2021-FA", "2021-23"),
        ("They will meet in the spring of next year.", "the spring of next year", "2023-SP", "2023-21"),
        ("They met last summer.", "last summer", "2022-SU", "2022-22"),
        ("They met in the spring.", "the spring", "2022-SP", "2022-21"),
        ("They will meet next spring.", "next spring", "2023-SP", "2023-21"),
        ("They married this summer.", "this summer", "2022-SU", "2022-22"),
    ],
)
def test_quarters_halves_and_seasons_are_read(values: Values, text: str, words: str, timex3: str, edtf: str) -> None:
    assert values(text) == [(words, timex3, edtf)]


@pytest.mark.parametrize(
    "text",
    [
        "They trailed in the fourth quarter after a fumble.",
        "He scored in the second half.",
        "Since the fall of the wall, much has changed.",
        "Prices fall and rise.",
    ],
)
def test_quarters_of_games_and_other_falls_are_no_terms(values: Values, text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "timex3"),
    [
        ("Profit fell in the first half.", ["2022-H1"]),
        ("He scored in the first half.", []),
    ],
)
def test_a_half_of_the_year_is_told_by_money_near_it(values: Values, text: str, timex3: list[str]) -> None:
    assert [one[1] for one in values(text)] == timex3
