from __future__ import annotations

from collections.abc import Callable

import pytest

Values = Callable[..., list[tuple[str, str, str | None]]]


@pytest.mark.parametrize(
    ("text", "words", "timex3"),
    [
        ("Police arrested him on Monday.", "Monday", "2022-09-12"),
        ("Police arrested him on Wednesday.", "Wednesday", "2022-09-14"),
        ("Police arrested him on Friday.", "Friday", "2022-09-09"),
        ("He will appear in court on Friday.", "Friday", "2022-09-16"),
        ("He will appear in court on Wednesday.", "Wednesday", "2022-09-14"),
        ("He is due to speak on Monday.", "Monday", "2022-09-19"),
        ("A vote is scheduled for Tuesday.", "Tuesday", "2022-09-20"),
        ("The trial begins Monday.", "Monday", "2022-09-19"),
        ("Talks resume Sunday.", "Sunday", "2022-09-18"),
        ("The shop, which closed last week, will be reopened Saturday.", "Saturday", "2022-09-17"),
        ("The man arrested on Sunday will be charged.", "Sunday", "2022-09-11"),
        ("Officials said Tuesday they will appeal.", "Tuesday", "2022-09-13"),
        ("The board will meet on Friday, a spokesman said.", "Friday", "2022-09-16"),
        ("On Friday, the board will meet.", "Friday", "2022-09-16"),
        ("On Friday, the board met.", "Friday", "2022-09-09"),
        ("It happened last Wednesday.", "last Wednesday", "2022-09-07"),
        ("It happened last Monday.", "last Monday", "2022-09-12"),
        ("It starts next Wednesday.", "next Wednesday", "2022-09-21"),
        ("It ends this Sunday.", "this Sunday", "2022-09-18"),
        ("He fell ill this past Sunday.", "this past Sunday", "2022-09-11"),
        ("Fire broke out late Monday.", "late Monday", "2022-09-12"),
        ("Fire broke out Monday night.", "Monday night", "2022-09-12TNI"),
        ("It would have been held on Monday.", "Monday", "2022-09-12"),
        ("He was ordered to appear on Thursday.", "Thursday", "2022-09-15"),
    ],
)
def test_a_weekday_is_the_nearest_in_the_direction_of_the_tense(
    values: Values, text: str, words: str, timex3: str
) -> None:
    assert (words, timex3) in [one[:2] for one in values(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The Sunday Times reported it.",
        "He plays for Sheffield Wednesday.",
        "She taught Sunday school.",
    ],
)
def test_a_weekday_in_a_name_is_no_date(values: Values, text: str) -> None:
    assert values(text) == []


def test_a_plural_weekday_is_a_set(values: Values) -> None:
    assert values("It opens on Sundays.") == [("Sundays", "XXXX-WXX-7", None)]


def test_that_weekday_is_of_another_story_and_stays_open(values: Values) -> None:
    assert values("On that Thursday nobody came.") == [("Thursday", "XXXX-WXX-4", None)]


@pytest.mark.parametrize(
    ("text", "timex3"),
    [
        ("He died on Monday of last week.", ["2022-09-05"]),
        ("He will sing on Tuesday next week.", ["2022-09-20"]),
        ("It opens at weekends.", ["XXXX-WXX-WE"]),
    ],
)
def test_a_weekday_of_a_named_week_is_counted_in_it(values: Values, text: str, timex3: list[str]) -> None:
    assert [one[1] for one in values(text)] == timex3


def test_a_weekday_in_small_letters_is_no_date(values: Values) -> None:
    assert [one[0] for one in values("It opened on sat and sun and on monday of last week.")] == ["last week"]
