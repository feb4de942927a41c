from __future__ import annotations

from collections.abc import Callable

import pytest

Values = Callable[..., list[tuple[str, str, str | None]]]


@pytest.mark.parametrize(
    ("text", "words", "timex3"),
    [
        ("He was held on 14 March 2016. The next day he left.", "The next day", "2016-03-15"),
        ("He was held on 14 March 2016. That evening he left.", "That evening", "2016-03-14TEV"),
        ("He was held on 14 March 2016 and freed two days later.", "two days later", "2016-03-16"),
        ("He was held on 14 March 2016 and charged two months later.", "two months later", "2016-05"),
        ("He was held on 14 March 2016. He had fled a week earlier.", "a week earlier", "2016-W10"),
        ("He joined in 1962. Three years later he left.", "Three years later", "1965"),
        ("He joined in 1962 and left the following year.", "the following year", "1963"),
        ("It broke down in May and resumed the following month.", "the following month", "2022-06"),
        ("He joined in 1962 and left in October of that year.", "October of that year", "1962-10"),
        ("He joined in June 1962 and wed the following spring.", "the following spring", "1963-SP"),
        ("He was held on 14 March 2016. The night before, he sang.", "The night before", "2016-03-13TNI"),
        ("In the third quarter of 2021 sales rose from a year earlier.", "a year earlier", "2020-Q3"),
    ],
)
def test_words_count_from_the_time_told_before(values: Values, text: str, words: str, timex3: str) -> None:
    assert (words, timex3) in [one[:2] for one in values(text)]


@pytest.mark.parametrize(
    ("text", "words", "timex3"),
    [
        ("He left the next day.", "the next day", "XXXX-XX-XX"),
        ("Two days later he left.", "Two days later", "P2D"),
        ("He was held on 14 March 2016. He sang the day before the vote.", "the day before", "XXXX-XX-XX"),
        ("He joined in 1962. He left the next day.", "the next day", "XXXX-XX-XX"),
        ("He joined in 1962. Three years after the war he left.", "Three years", "P3Y"),
    ],
)
def test_without_such_a_time_or_before_a_clause_they_stay_open(
    values: Values, text: str, words: str, timex3: str
) -> None:
    assert (words, timex3) in [one[:2] for one in values(text)]


@pytest.mark.parametrize(
    ("text", "timex3"),
    [
        ("He speaks a week on Monday.", "2022-09-26"),
        ("He speaks on Friday week.", "2022-09-23"),
        ("He spoke a day earlier.", "2022-09-13"),
    ],
)
def test_some_count_from_the_day_of_the_telling(values: Values, text: str, timex3: str) -> None:
    assert [one[1] for one in values(text)] == [timex3]
