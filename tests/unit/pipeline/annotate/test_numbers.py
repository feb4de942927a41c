from __future__ import annotations

import re
from decimal import Decimal

import pytest

from worker.pipeline.annotate import numbers

WORDS = re.compile(numbers.WORDS, re.IGNORECASE)
DIGITS = re.compile(numbers.DIGITS)


@pytest.mark.parametrize(
    ("text", "read", "value"),
    [
        ("eight", "eight", 8), ("twenty-two", "twenty-two", 22), ("a dozen", "a dozen", 12),
        ("three dozen", "three dozen", 36),
        ("half a million", "half a million", 500_000), ("a quarter of a million", "a quarter of a million", 250_000),
        ("two and a half million", "two and a half million", 2_500_000),
        ("five and a half", "five and a half", Decimal("5.5")),
        ("one hundred and fifty", "one hundred and fifty", 150), ("a hundred thousand", "a hundred thousand", 100_000),
        ("two thousand five hundred and six", "two thousand five hundred and six", 2506),
        ("two million three hundred thousand five", "two million three hundred thousand five", 2_300_005),
        ("two million and three million", "two million", 2_000_000), ("one two", "one", 1),
        ("nineteen eighty-four", "nineteen", 19), ("ninety-day", "ninety", 90),
    ],
)  # fmt: skip
def test_number_words_are_read_as_far_as_they_make_one_number(text: str, read: str, value: Decimal) -> None:
    match = WORDS.match(text)

    assert match is not None
    assert (match.group(), numbers.words(match.group())) == (read, value)


@pytest.mark.parametrize(
    ("text", "read", "value"),
    [
        ("300, 000 likes", "300, 000", 300_000), ("1, 045, 300", "1, 045", 1045),
        ("1,234.5", "1,234.5", Decimal("1234.5")),
        ("300, 250 died", "300", 300), ("12.", "12", 12), ("2 1/2 cups", "2 1/2", Decimal("2.5")),
        ("2½", "2½", Decimal("2.5")),
        ("1\u00a0000\u00a0000", "1\u00a0000\u00a0000", 1_000_000), ("0.125", "0.125", Decimal("0.125")),
    ],
)  # fmt: skip
def test_digits_are_read_with_their_repairs(text: str, read: str, value: Decimal) -> None:
    match = DIGITS.match(text)

    assert match is not None
    assert (match.group(), numbers.digits(match.group())) == (read, value)


@pytest.mark.parametrize("text", ["1,23", "3,4", "1.2.3", "1234567890123456789", "x"])
def test_what_is_no_number_of_news_english_is_refused(text: str) -> None:
    assert DIGITS.match(text) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.2 billion", 1_200_000_000),
        ("3bn", 3_000_000_000),
        ("2 and a half", Decimal("2.5")),
        ("five", 5),
        ("few", None),
    ],
)
def test_a_number_is_read_with_its_scale(text: str, value: Decimal | None) -> None:
    assert numbers.read(text) == value


@pytest.mark.parametrize(
    ("number", "written"),
    [("1E+9", "1000000000"), ("19.50", "19.5"), ("0.0", "0"), ("-0.05", "-0.05"), ("1E-7", "0.0000001")],
)
def test_a_number_is_written_without_exponent(number: str, written: str) -> None:
    assert numbers.plain(Decimal(number)) == written


def test_digits_refuse_words() -> None:
    with pytest.raises(ValueError, match="not a number"):
        numbers.digits("many")
