from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from worker.pipeline.annotate.times.feasts import easter

Values = Callable[..., list[tuple[str, str, str | None]]]


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("They met on Christmas Day 2018.", "Christmas Day 2018", "2018-12-25"),
        ("They met at Christmas.", "Christmas", "2021-12-25"),
        ("They will meet on Christmas Eve.", "Christmas Eve", "2022-12-24"),
        ("They parted on New Year\u2019s Eve.", "New Year\u2019s Eve", "2021-12-31"),
        ("They met last Halloween.", "Halloween", "2021-10-31"),
        ("They met on Good Friday.", "Good Friday", "2022-04-15"),
        ("They met on Easter Monday 2019.", "Easter Monday 2019", "2019-04-22"),
        ("They met on St. Patrick\u2019s Day.", "St. Patrick\u2019s Day", "2022-03-17"),
        ("Fireworks lit the Fourth of July.", "Fourth of July", "2022-07-04"),
        ("It must be done by Christmas.", "Christmas", "../2022-12-25"),
    ],
)
def test_feasts_are_days(values: Values, text: str, words: str, edtf: str) -> None:
    assert [(one[0], one[2]) for one in values(text)] == [(words, edtf)]


@pytest.mark.parametrize(
    "text",
    [
        "The Christmas tree fell.",
        "An Easter egg hunt.",
        "Thanksgiving differs by country.",
        "It was an early Christmas gift.",
        "The city held out past Easter 1453.",
    ],
)
def test_a_feast_that_describes_or_differs_by_country_is_left_alone(values: Values, text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("year", "day"),
    [
        (1961, date(1961, 4, 2)),
        (2000, date(2000, 4, 23)),
        (2019, date(2019, 4, 21)),
        (2024, date(2024, 3, 31)),
        (2038, date(2038, 4, 25)),
    ],
)
def test_easter_falls_where_the_almanac_puts_it(year: int, day: date) -> None:
    assert easter(year) == day


@pytest.mark.parametrize(
    ("text", "timex3"),
    [
        ("They met on Thanksgiving 2021.", ["2021-11-25"]),
        ("They met on Black Friday.", ["2021-11-26"]),
        ("They met on Labor Day.", ["2022-09-05"]),
        ("They met on Memorial Day 2022.", ["2022-05-30"]),
        ("They voted on Election Day 2020.", ["2020-11-03"]),
    ],
)
def test_feasts_by_weekday_lie_in_their_month(values: Values, text: str, timex3: list[str]) -> None:
    assert [one[1] for one in values(text)] == timex3


def test_the_canadian_thanksgiving_is_another_day(values: Values) -> None:
    assert [one[1] for one in values("They met on Canadian Thanksgiving 2021.")] == ["2021"]
