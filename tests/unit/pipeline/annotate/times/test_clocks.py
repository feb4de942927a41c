from __future__ import annotations

from collections.abc import Callable

import pytest

Values = Callable[..., list[tuple[str, str, str | None]]]


@pytest.mark.parametrize(
    ("text", "words", "timex3", "edtf"),
    [
        ("It began at 3 p.m. on Monday.", "3 p.m. on Monday", "2022-09-12T15:00", "2022-09-12T15:00"),
        ("It began Monday at 3:30pm.", "Monday at 3:30pm", "2022-09-12T15:30", "2022-09-12T15:30"),
        ("Posted May 16, 2019 2:32 PM", "May 16, 2019 2:32 PM", "2019-05-16T14:32", "2019-05-16T14:32"),
        ("It begins tomorrow at noon.", "tomorrow at noon", "2022-09-15T12:00", "2022-09-15T12:00"),
        ("Posted 2019-05-16T14:32:05Z", "2019-05-16T14:32:05Z", "2019-05-16T14:32:05Z", "2019-05-16T14:32:05Z"),
        ("It began at 14:30 on 3 May 2019.", "14:30 on 3 May 2019", "2019-05-03T14:30", "2019-05-03T14:30"),
    ],
)
def test_a_clock_beside_a_day_makes_one_time(values: Values, text: str, words: str, timex3: str, edtf: str) -> None:
    assert values(text) == [(words, timex3, edtf)]


def test_a_clock_on_the_line_below_a_date_takes_its_day(values: Values) -> None:
    assert values("Aug 04, 2019\n10:20 P.M.")[1] == ("10:20 P.M.", "2019-08-04T22:20", "2019-08-04T22:20")


@pytest.mark.parametrize(
    ("text", "words", "timex3"),
    [
        ("Police came at 9 p.m. to help.", "9 p.m.", "T21:00"),
        ("Police came around 4:50 a.m. to help.", "4:50 a.m.", "T04:50"),
        ("Police came at 12.15am to help.", "12.15am", "T00:15"),
        ("The ship sank at 14:30 GMT.", "14:30 GMT", "T14:30Z"),
        ("The ship sank at 1430 GMT.", "1430 GMT", "T14:30Z"),
        ("The ship sank at midnight.", "midnight", "T00:00"),
        ("They met at five o\u2019clock.", "five o\u2019clock", "T05"),
        ("The rally starts at 14:00 pm sharp.", "14:00", "T14:00"),
    ],
)
def test_a_clock_without_a_day_stays_unresolved(values: Values, text: str, words: str, timex3: str) -> None:
    assert values(text) == [(words, timex3, None)]


@pytest.mark.parametrize(
    "text",
    [
        "They scored with 10:20 left in the half.",
        "She ran it in 2:15:30.",
        "He made a save at 2:40 into overtime.",
        "They read Genesis 12:10 aloud.",
        "He kept the ball at 31:75 odds.",
        "Drivers avoid Route 66 at night.",
        "She starred in Midnight Orchard.",
    ],
)
def test_game_clocks_race_times_and_verses_are_no_times_of_day(values: Values, text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "timex3"),
    [
        ("Trains run between 07:30 and 18:30.", ["T07:30", "T18:30"]),
        ("It was a 10:20 finish.", []),
    ],
)
def test_a_clock_beside_another_needs_no_other_cue(values: Values, text: str, timex3: list[str]) -> None:
    assert [one[1] for one in values(text)] == timex3
