from __future__ import annotations

from collections.abc import Callable

import pytest

Values = Callable[..., list[tuple[str, str, str | None]]]


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
        ("It took three quarters of an hour.", "three quarters of an hour", "PT45M"),
        ("It ended a quarter of a century ago.", "a quarter of a century", "P25Y"),
        ("It ended after a quarter-century.", "a quarter-century", "P25Y"),
        ("He was held a day and a half.", "a day and a half", "P1DT12H"),
        ("He held on a minute and a half.", "a minute and a half", "PT1M30S"),
        ("He stayed another year.", "another year", "P1Y"),
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
    "text",
    [
        "He turned 40 people away.",
        "One day he will see.",
        "Wait a minute.",
        "Three quarters of voters agreed.",
        "He got one second-half goal.",
        "He reads the Daily Kite.",
        "It was another day at the office.",
        "The last week of May was dry.",
        "The first night was cold.",
        "They came to Paris, 12 of them.",
        "In the 67th minute he scored.",
        "They came on Nov. 5, 12, and 19.",
    ],
)
def test_idioms_fractions_and_counts_are_no_durations(values: Values, text: str) -> None:
    assert [timex3 for _, timex3, _ in values(text) if timex3.startswith("P")] == []


@pytest.mark.parametrize(
    ("text", "timex3"),
    [
        ("They have two more days.", ["P2D"]),
        ("It was a year-long study.", ["P1Y"]),
        ("It was a decades-long feud.", ["PXDE"]),
        ("It took a quarter of an hour.", ["PT15M"]),
        ("He waited for a day.", ["P1D"]),
    ],
)
def test_lengths_in_other_words_are_read(values: Values, text: str, timex3: list[str]) -> None:
    assert [one[1] for one in values(text)] == timex3


@pytest.mark.parametrize(
    ("text", "timex3"),
    [
        ("He got 18 months, two years less than his brother.", ["P18M", "P2Y"]),
        ("They were away for two days and three weeks.", ["P2D", "P3W"]),
        ("They served five years and nine years.", ["P5Y", "P9Y"]),
    ],
)
def test_a_length_beside_one_of_a_larger_or_the_same_unit_is_another(
    values: Values, text: str, timex3: list[str]
) -> None:
    assert [one[1] for one in values(text)] == timex3
