from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from worker.pipeline.annotate.times.durations import iso, vague

Values = Callable[..., list[tuple[str, str, str | None]]]
Find = Callable[..., tuple[object, ...]]


@pytest.mark.parametrize(
    ("text", "words", "timex3"),
    [
        ("It took 14 months.", "14 months", "P14M"),
        ("It took two years and six months.", "two years and six months", "P2Y6M"),
        ("It took two and a half years.", "two and a half years", "P2Y6M"),
        ("It took two-and-a-half years.", "two-and-a-half years", "P2Y6M"),
        ("It took a year and a half.", "a year and a half", "P1Y6M"),
        ("It took half an hour.", "half an hour", "PT30M"),
        ("It took two hours and 30 minutes.", "two hours and 30 minutes", "PT2H30M"),
        ("It took 1.5 hours.", "1.5 hours", "PT1H30M"),
        ("It took a fortnight.", "a fortnight", "P2W"),
        ("It took two decades.", "two decades", "P20Y"),
        ("It took half a century.", "half a century", "P50Y"),
        ("It took twenty-two days.", "twenty-two days", "P22D"),
        ("It took a couple of weeks.", "a couple of weeks", "P2W"),
        ("It took several months.", "several months", "PXM"),
        ("It took a few hours.", "a few hours", "PTXH"),
        ("A three-day strike.", "three-day", "P3D"),
        ("A two-year-long feud.", "two-year-long", "P2Y"),
        ("It went on for years.", "years", "PXY"),
        ("Days before the vote he quit.", "Days", "PXD"),
        ("He quit weeks after the vote.", "weeks", "PXW"),
        ("He quit three days after the vote.", "three days", "P3D"),
        ("Growth in the past year was slow.", "the past year", "P1Y"),
        ("Growth over the last 12 months was slow.", "the last 12 months", "P12M"),
        ("Growth in recent months was slow.", "recent months", "PXM"),
        ("It has been quite a year for them.", "year", "P1Y"),
    ],
)
def test_lengths_of_time_are_iso_durations(values: Values, text: str, words: str, timex3: str) -> None:
    assert values(text) == [(words, timex3, None)]


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
    "text",
    [
        "He turned 40 people away.",
        "One day he will see.",
        "Wait a minute.",
        "Three quarters of voters agreed.",
        "He got one second-half goal.",
        "He reads the Daily Kite.",
        "They came to Paris, 12 of them.",
        "In the 67th minute he scored.",
        "They came on Nov. 5, 12, and 19.",
    ],
)
def test_idioms_fractions_and_counts_are_no_durations(values: Values, text: str) -> None:
    assert [timex3 for _, timex3, _ in values(text) if timex3.startswith("P")] == []


@pytest.mark.parametrize(
    ("parts", "written"),
    [
        ([(Decimal("5.5"), "year")], "P5Y6M"),
        ([(Decimal("1.5"), "day")], "P1DT12H"),
        ([(Decimal("1.5"), "week")], "P1.5W"),
        ([(Decimal(0), "hour")], "PT0H"),
        ([(Decimal(1), "century")], "P100Y"),
        ([(Decimal(1), "day"), (Decimal(3), "hour")], "P1DT3H"),
    ],
)
def test_a_fraction_goes_to_the_smaller_unit_where_that_is_whole(
    parts: list[tuple[Decimal, str]], written: str
) -> None:
    assert iso(parts) == written


def test_a_duration_of_unknown_length_keeps_its_unit() -> None:
    assert (vague("month"), vague("hour"), vague("decade")) == ("PXM", "PTXH", "PXDE")
