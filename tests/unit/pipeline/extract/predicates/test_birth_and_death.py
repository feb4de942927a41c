"""Deaths told of several at once, and a cause told in a sentence of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "Leo Brandt and Tom Quill died in 1987 and 1993, respectively.",
            {("Leo Brandt", "1987"), ("Tom Quill", "1993")},
        ),
        ("One of them and Leo Brandt died in 1987 and 1993, respectively.", {("Leo Brandt", "1993")}),
        ("Leo Brandt, Tom Quill and Mia Quill died in 1987 and 1993, respectively.", set()),
    ],
    ids=["two", "one without a name", "three people, two days"],
)
def test_respectively_gives_each_his_own_day(
    told: Callable[[str, str], set[tuple[str, str]]], text: str, facts: set[tuple[str, str]]
) -> None:
    assert told(text, "date_of_death") == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "Leo Brandt died on Monday. The cause was pneumonia, Mia Quill said.",
            {("Leo Brandt", "pneumonia")},
        ),
        ("The cause was pneumonia, Mia Quill said. Leo Brandt died on Monday.", set()),
    ],
    ids=["after the death", "before any death"],
)
def test_the_cause_is_of_him_whose_death_was_told_before(
    told: Callable[[str, str], set[tuple[str, str]]], text: str, facts: set[tuple[str, str]]
) -> None:
    assert told(text, "cause_of_death") == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Leo Brandt died on Monday after the crash.", {("Leo Brandt", "2024-03-11")}),
        ("Leo Brandt died at 10 p.m. after the crash.", set()),
    ],
    ids=["a day", "an hour"],
)
def test_an_hour_is_no_day_of_death(
    told: Callable[[str, str], set[tuple[str, str]]], text: str, facts: set[tuple[str, str]]
) -> None:
    assert told(text, "date_of_death") == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Leo Brandt sang. The Lisbon-born singer was glad.", {("Leo Brandt", "Lisbon")}),
        ("Leo Brandt was glad. The Lisbon-born idea spread in Leeds.", set()),
    ],
    ids=["a singer", "an idea"],
)
def test_the_town_before_born_is_of_a_person(
    told: Callable[[str, str], set[tuple[str, str]]], text: str, facts: set[tuple[str, str]]
) -> None:
    assert told(text, "place_of_birth") == facts
