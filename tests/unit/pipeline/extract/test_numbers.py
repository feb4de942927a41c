"""Small numbers in words and figures."""

from __future__ import annotations

import pytest

from worker.pipeline.extract.numbers import cardinal, ordinal


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("eight", 8),
        ("Forty-two", 42),
        ("17", 17),
        ("1,200", 1200),
        ("nineteen", 19),
        ("many", None),
        ("two-many", None),
        ("", None),
    ],
)
def test_cardinals(words: str, number: int | None) -> None:
    assert cardinal(words) == number


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("1st", 1),
        ("22nd", 22),
        ("Second", 2),
        ("twenty-first", 21),
        ("90th", 90),
        ("last", None),
        ("two", None),
    ],
)
def test_ordinals(words: str, number: int | None) -> None:
    assert ordinal(words) == number
