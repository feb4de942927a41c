"""Birthdays and other events: whose they are, when, where and how deadly."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from schemas.fact import FactEvent


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "Leo Brandt celebrated his 40th birthday on Monday with friends.",
            {("Leo Brandt", "40th birthday")},
        ),
        ("Mia Quill celebrated Leo Brandt's 40th birthday on Monday.", {("Leo Brandt", "40th birthday")}),
        (
            "Hector Velez and Carla Moran celebrated their fifth wedding anniversary.",
            {("Hector Velez", "fifth wedding anniversary"), ("Carla Moran", "fifth wedding anniversary")},
        ),
        ("Mia Quill recently celebrated her mother's 60th birthday.", set()),
        ("Would Mia Quill have celebrated her 40th birthday on Monday?", set()),
    ],
    ids=["own", "another's", "of two", "her mother has no name", "asked"],
)
def test_a_celebrated_birthday_is_an_event_of_those_whose_it_is(
    told: Callable[[str, str], set[tuple[str, str]]], text: str, facts: set[tuple[str, str]]
) -> None:
    assert told(text, "significant_event") == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Hurricane Odette struck the coast of Norland on Monday.", {("Hurricane Odette", "Norland")}),
        ("Hurricane Odette struck farms and roads on Monday.", set()),
        ("Hurricane Odette struck Halvex Systems on Monday.", set()),
    ],
    ids=["named", "none is named", "a firm is no land"],
)
def test_a_storm_strikes_a_land_that_is_named(
    told: Callable[[str, str], set[tuple[str, str]]], text: str, facts: set[tuple[str, str]]
) -> None:
    assert told(text, "event_place") == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Hurricane Odette killed 14 people.", {("Hurricane Odette", "14")}),
        ("Was it true that Hurricane Odette killed 14 people?", set()),
    ],
    ids=["told", "asked"],
)
def test_a_number_of_deaths_is_told_and_not_asked(
    told: Callable[[str, str], set[tuple[str, str]]], text: str, facts: set[tuple[str, str]]
) -> None:
    assert told(text, "number_of_deaths") == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Mia Quill collapsed on Monday.", {("Mia Quill", "collapse")}),
        ("Mia Quill collapsed the tent on Monday.", set()),
        ("Mia Quill withdrew from the race on Monday.", {("Mia Quill", "withdrawal")}),
        ("Mia Quill withdrew her bid on Monday.", set()),
    ],
    ids=["collapsed", "collapsed a firm", "withdrew", "withdrew a bid"],
)
def test_what_befell_somebody_is_told_of_him_alone(
    told: Callable[[str, str], set[tuple[str, str]]], text: str, facts: set[tuple[str, str]]
) -> None:
    assert told(text, "significant_event") == facts


def test_what_did_not_happen_is_no_event(read: Callable[..., tuple[FactEvent, ...]]) -> None:
    facts = read("Mia Quill was not arrested on Monday.")

    assert [f for f in facts if f.predicate == "significant_event"] == []


def test_a_firm_that_killed_people_is_no_event(told: Callable[[str, str], set[tuple[str, str]]]) -> None:
    assert told("Halvex killed two people.", "number_of_deaths") == set()
