from __future__ import annotations

from collections.abc import Callable

import pytest

Values = Callable[..., list[tuple[str, str, str | None]]]


@pytest.mark.parametrize(
    ("text", "words", "timex3"),
    [
        ("A 57-year-old man.", "57-year-old", "P57Y"),
        ("She is 57 years old.", "57 years old", "P57Y"),
        ("A six-month-old baby.", "six-month-old", "P6M"),
        ("A man aged 57 died.", "aged 57", "P57Y"),
        ("She died at the age of 91.", "age of 91", "P91Y"),
        ("She died at age 91.", "age 91", "P91Y"),
        ("A baby aged 14 months.", "aged 14 months", "P14M"),
        ("He turned 40 on Monday.", "turned 40", "P40Y"),
        ("She turns 1 today!", "turns 1", "P1Y"),
        ("Ada Brook, 57, said so.", "57", "P57Y"),
        ("They named Ada Brook, 57.", "57", "P57Y"),
        ("A 5,000-year-old tomb.", "5,000-year-old", "P5000Y"),
    ],
)
def test_ages_are_durations(values: Values, text: str, words: str, timex3: str) -> None:
    assert (words, timex3, None) in values(text)


@pytest.mark.parametrize(
    ("text", "timex3"),
    [
        ("He was 91.", ["P91Y"]),
        ("Jane Mottram (42) won.", ["P42Y"]),
        ("The gate was 91.", []),
    ],
)
def test_an_age_is_read_at_a_sentence_s_end_and_in_brackets(
    values: Values, text: str, timex3: list[str]
) -> None:
    assert [one[1] for one in values(text)] == timex3
