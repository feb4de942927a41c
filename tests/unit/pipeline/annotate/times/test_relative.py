from __future__ import annotations

from collections.abc import Callable

import pytest

Values = Callable[..., list[tuple[str, str, str | None]]]


@pytest.mark.parametrize(
    ("text", "words", "timex3", "edtf"),
    [
        ("He died today.", "today", "2022-09-14", "2022-09-14"),
        ("He died yesterday.", "yesterday", "2022-09-13", "2022-09-13"),
        ("He died yesterday morning.", "yesterday morning", "2022-09-13TMO", "2022-09-13"),
        ("He died the day before yesterday.", "the day before yesterday", "2022-09-12", "2022-09-12"),
        ("He sings tonight.", "tonight", "2022-09-14TNI", "2022-09-14"),
        ("He sings tomorrow.", "tomorrow", "2022-09-15", "2022-09-15"),
        ("He died this morning.", "this morning", "2022-09-14TMO", "2022-09-14"),
        ("He sang last night.", "last night", "2022-09-13TNI", "2022-09-13"),
        ("It will end by the end of the month.", "the end of the month", "2022-09", "2022-09-21/2022-09-30"),
        ("He sang two years ago.", "two years ago", "2020", "2020"),
        ("He sang a year ago today.", "a year ago today", "2021-09-14", "2021-09-14"),
        ("He sang a year ago this month.", "a year ago this month", "2021-09", "2021-09"),
        ("He sang three months ago.", "three months ago", "2022-06", "2022-06"),
        ("He sang two weeks ago.", "two weeks ago", "2022-W35", "2022-W35"),
        ("He sang three days ago.", "three days ago", "2022-09-11", "2022-09-11"),
        ("He sang about ten years ago.", "ten years ago", "2012", "2012~"),
        ("He sang more than 20 years ago.", "20 years ago", "2002", "2002~"),
        ("He sang two decades ago.", "two decades ago", "2002", "2002~"),
        ("He sings two weeks from now.", "two weeks from now", "2022-W39", "2022-W39"),
    ],
)
def test_what_counts_from_the_day_it_is_told_is_resolved(
    values: Values, text: str, words: str, timex3: str, edtf: str
) -> None:
    assert values(text) == [(words, timex3, edtf)]


@pytest.mark.parametrize(
    ("text", "words", "timex3"),
    [
        ("He left the next day.", "the next day", "XXXX-XX-XX"),
        ("He left the following year.", "the following year", "XXXX"),
        ("He left the day before.", "the day before", "XXXX-XX-XX"),
        ("He left several years ago.", "several years ago", "PAST_REF"),
        ("He left years ago.", "years ago", "PAST_REF"),
        ("He left two hours ago.", "two hours ago", "PAST_REF"),
        ("The cave was painted 12,000 years ago.", "12,000 years ago", "PAST_REF"),
        ("The tomb was dug 3,000 years ago.", "3,000 years ago", "PAST_REF"),
    ],
)
def test_what_counts_from_elsewhere_or_tells_no_number_stays_open(
    values: Values, text: str, words: str, timex3: str
) -> None:
    assert values(text) == [(words, timex3, None)]


@pytest.mark.parametrize(
    "text", ["He sang today.", "He sang on Monday.", "He sang in June.", "He sang last year.", "He sang two years ago."]
)
def test_without_a_day_to_count_from_nothing_is_guessed(values: Values, text: str) -> None:
    assert [edtf for _, _, edtf in values(text, None)] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "He sang recently.",
        "He will sing soon.",
        "He now sings.",
        "He later sang.",
        "He spoke to Today.",
        "They swam on their last afternoon.",
    ],
)
def test_vague_adverbs_are_no_time_expressions(values: Values, text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "timex3"),
    [
        ("Snow fell overnight.", ["2022-09-13TNI"]),
        ("Snow will fall overnight.", ["2022-09-14TNI"]),
        ("He left 48 hours ago.", ["2022-09-12"]),
        ("He left a year and a half ago.", ["2021-03"]),
        ("It was an overnight success.", []),
    ],
)
def test_nights_and_hours_count_from_the_telling(values: Values, text: str, timex3: list[str]) -> None:
    assert [one[1] for one in values(text)] == timex3


@pytest.mark.parametrize(
    ("text", "timex3"),
    [
        ("The roof fell three hours ago.", "2022-09-13T22"),
        ("The roof fell 40 minutes ago.", "2022-09-14T00:50"),
        ("It opens two hours from now.", "2022-09-14T03"),
        ("The roof fell 10,000 hours ago.", "PAST_REF"),
    ],
)
def test_of_an_article_that_tells_its_clock_hours_are_counted(values: Values, text: str, timex3: str) -> None:
    assert [one[1] for one in values(text, "2022-09-14T01:30")] == [timex3]


def test_a_clock_that_cannot_be_still_leaves_the_day(values: Values) -> None:
    assert [one[1] for one in values("The roof fell three hours ago, today.", "2022-09-14T01:75")] == [
        "PAST_REF", "2022-09-14",
    ]  # fmt: skip
