from __future__ import annotations

from collections.abc import Callable

import pytest

Values = Callable[..., list[tuple[str, str, str | None]]]


@pytest.mark.parametrize(
    ("text", "words", "timex3"),
    [
        ("He runs every night.", "every night", "P1D"),
        ("He runs every day.", "every day", "P1D"),
        ("He runs every other day.", "every other day", "P2D"),
        ("He runs every two weeks.", "every two weeks", "P2W"),
        ("He runs every Sunday.", "every Sunday", "XXXX-WXX-7"),
        ("He runs each summer.", "each summer", "P1Y"),
        ("It pays $15 an hour.", "an hour", "PT1H"),
        ("They meet twice a week.", "a week", "P1W"),
        ("It emits 10 million tons per year.", "per year", "P1Y"),
        ("It is paid monthly.", "monthly", "P1M"),
    ],
)
def test_what_recurs_is_a_set(values: Values, text: str, words: str, timex3: str) -> None:
    assert (words, timex3, None) in values(text)


@pytest.mark.parametrize(
    ("text", "timex3"),
    [
        ("He walks every October.", ["XXXX-10"]),
        ("He walks each June.", ["XXXX-06"]),
    ],
)
def test_a_month_of_every_year_is_a_set(values: Values, text: str, timex3: list[str]) -> None:
    assert [one[1] for one in values(text)] == timex3
