"""Whose side somebody plays for, told by a match or by what he is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

_MATCH = " The goalkeeper was beaten in the second half of the match."  # told of nobody, but of sport


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "Tom Harker of Northmere United scored the equaliser in the second half of the match.",
            {("Tom Harker", "Northmere United")},
        ),
        (
            "Tom Harker scored a goal in the second half to help Northmere United in the match.",
            {("Tom Harker", "Northmere United")},
        ),
        (
            "Tom Harker helped Northmere United to a 2-1 win in the league match." + _MATCH,
            {("Tom Harker", "Northmere United")},
        ),
        (
            "Tom Harker helped Northmere United beat Southby Rovers in the league match." + _MATCH,
            {("Tom Harker", "Northmere United")},
        ),
        (
            "Tom Harker scored twice as Norland United beat Estavia Rovers in the league match." + _MATCH,
            {("Tom Harker", "Norland United")},
        ),
        (
            "Tom Harker was sent off in the match, helping Norland United to a win in the league." + _MATCH,
            set(),
        ),
        (
            "Tom Harker helped Northmere United with the kit for the league match." + _MATCH,
            set(),
        ),
    ],
    ids=["of", "to help", "helped to a win", "helped win", "as they won", "a foul helps", "only helped"],
)
def test_in_a_match_a_player_is_of_the_side_that_has_him_or_gains_by_him(
    told: Callable[[str, str], set[tuple[str, str]]], text: str, facts: set[tuple[str, str]]
) -> None:
    assert told(text, "sports_team") == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Northmere United star Tom Harker smiled.", {("Tom Harker", "Northmere United")}),
        ("The fans of JNCO and Halvex star Mia Quill smiled.", set()),
    ],
    ids=["a side", "a body"],
)
def test_a_star_is_of_a_side_and_not_of_a_body_or_a_cup(
    told: Callable[[str, str], set[tuple[str, str]]], text: str, facts: set[tuple[str, str]]
) -> None:
    assert told(text, "sports_team") == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Tom Harker came through the ranks at Northmere United.", {("Tom Harker", "Northmere United")}),
        (
            "Tom Harker rose through the youth academy of the Harland Bears.",
            {("Tom Harker", "Harland Bears")},
        ),
        ("Tom Harker came through the gates at Northmere United.", set()),
    ],
    ids=["ranks", "academy", "by train"],
)
def test_who_comes_through_the_ranks_is_of_the_club(
    told: Callable[[str, str], set[tuple[str, str]]], text: str, facts: set[tuple[str, str]]
) -> None:
    assert told(text, "sports_team") == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "Northmere United equalised through Tom Harker in the second half of the match.",
            {("Tom Harker", "Northmere United")},
        ),
        ("Northmere United drew in Lisbon through Mia Quill.", set()),
        ("Tom Harker of the Harland League scored in the second half of the match.", set()),
    ],
    ids=["in a match", "elsewhere", "a league"],
)
def test_a_side_that_scores_through_somebody_has_him(
    told: Callable[[str, str], set[tuple[str, str]]], text: str, facts: set[tuple[str, str]]
) -> None:
    assert told(text, "sports_team") == facts
