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
        ("A driver, 34, was held.", ["P34Y"]),
        ("A driver, 340, was held.", []),
        ("Jane Mottram (42) won.", ["P42Y"]),
        ("The gate was 91.", []),
    ],
)
def test_an_age_is_read_at_a_sentence_s_end_and_in_brackets(
    values: Values, text: str, timex3: list[str]
) -> None:
    assert [one[1] for one in values(text)] == timex3


@pytest.mark.parametrize(
    "text",
    [
        "In the Middle Ages 300 monks lived here.",
        "Doors open on Saturday, 14, and close on Sunday, 15.",
        "The court sits in May, 12, and June, 14.",
    ],
)
def test_centuries_old_figures_and_days_of_a_month_are_no_ages(values: Values, text: str) -> None:
    assert [timex3 for _, timex3, _ in values(text) if timex3.startswith("P")] == []
