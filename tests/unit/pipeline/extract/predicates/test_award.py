"""Awards: the prize in its words, and whose an "Oscar-winning" or a nomination is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "Mia Quill beat four-time Harland Open champion Nadia Velez on Monday.",
            {("Nadia Velez", "Harland Open")},
        ),
        ("This Oscar-winning musical follows the antics of Mia Quill and Leo Brandt.", set()),
        ("The Oscar-winning director is no longer at work on the film.", set()),
    ],
    ids=["champion", "a work has no name", "nor has its director"],
)
def test_a_prize_in_capitals_before_winner_is_the_named_ones(
    told: Callable[[str, str], set[tuple[str, str]]], text: str, facts: set[tuple[str, str]]
) -> None:
    assert told(text, "award_received") == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Leo Brandt received an Oscar nomination for the film.", {("Leo Brandt", "Oscar")}),
        ("Somebody received an Oscar nomination for a short film.", set()),
    ],
    ids=["named", "nobody is named"],
)
def test_a_nomination_is_of_whoever_is_named_as_its_bearer(
    told: Callable[[str, str], set[tuple[str, str]]], text: str, facts: set[tuple[str, str]]
) -> None:
    assert told(text, "nominated_for") == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Mia Quill was shortlisted for the Golden Stave.", {("Mia Quill", "Golden Stave")}),
        ("Mia Quill was shortlisted for the top job.", set()),
    ],
    ids=["shortlisted", "a job"],
)
def test_a_name_in_capitals_is_a_prize_to_those_who_stand_for_it(
    told: Callable[[str, str], set[tuple[str, str]]], text: str, facts: set[tuple[str, str]]
) -> None:
    assert told(text, "nominated_for") == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Mia Quill is the winner of the Harland Prize.", {("Mia Quill", "Harland Prize")}),
        (
            (
                "Leo Brandt scored the goal on Sunday as Norland United beat Estavia Rovers in Lisbon to win the "
                "Harland Cup."
            ),
            {("Norland United", "Harland Cup")},
        ),
        ("Is Mia Quill the winner of the Harland Prize?", set()),
    ],
    ids=["told", "the winner of the match", "asked"],
)
def test_a_winner_is_told_and_not_asked(
    told: Callable[[str, str], set[tuple[str, str]]], text: str, facts: set[tuple[str, str]]
) -> None:
    assert told(text, "award_received") == facts
