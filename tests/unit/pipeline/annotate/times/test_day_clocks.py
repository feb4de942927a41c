from __future__ import annotations

from collections.abc import Callable

import pytest

Values = Callable[..., list[tuple[str, str, str | None]]]


@pytest.mark.parametrize(
    ("text", "words", "timex3"),
    [
        ("He died at 9pm on Monday.", "9pm on Monday", "2022-09-12T21:00"),
        ("He died at 9pm last night.", "9pm last night", "2022-09-13T21:00"),
        ("He died at 8.30 yesterday evening.", "8.30 yesterday evening", "2022-09-13T20:30"),
        ("He died on the night of April 7.", "the night of April 7", "2022-04-07TNI"),
        ("He died on Tuesday evening, September 13.", "Tuesday evening, September 13", "2022-09-13TEV"),
        ("Rain fell overnight on Monday.", "overnight on Monday", "2022-09-12TNI"),
        ("He woke at 6:30 in the morning.", "6:30 in the morning", "T06:30"),
    ],
)
def test_a_day_and_its_clock_or_part_are_one_expression(values: Values, text: str, words: str, timex3: str) -> None:
    assert (words, timex3) in [one[:2] for one in values(text)]


def test_a_part_of_no_day_is_left_out(values: Values) -> None:
    assert values("He slept on the night of the storm.") == []


def test_the_night_of_something_that_is_no_day_tells_nothing(values: Values) -> None:
    assert [one[1] for one in values("On the night of the fire in March 2016 he slept.")] == ["2016-03"]
