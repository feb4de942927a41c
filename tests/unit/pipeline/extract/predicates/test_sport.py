"""Who won: by verbs and nouns that need a score, and by the line of a result."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Norland United won 2-1 at Estavia Rovers.", {("Norland United", "Estavia Rovers")}),
        ("Norland United won at Estavia Rovers on Sunday.", set()),
        ("Mia Quill got the better of Nadia Velez in the final.", {("Mia Quill", "Nadia Velez")}),
        ("Mia Quill got the rest of Nadia Velez in the final.", set()),
        (
            "Norland United's 3-0 rout of Estavia Rovers lifted them to third in the league.",
            {("Norland United", "Estavia Rovers")},
        ),
        ("Norland United's 3-1 win over Norland United Women drew a crowd.", set()),
    ],
    ids=[
        "with a score",
        "only where it was",
        "got the better",
        "got the rest",
        "a rout",
        "a name read as the same",
    ],
)
def test_a_side_wins_by_what_is_told_of_the_match(
    told: Callable[[str, str], set[tuple[str, str]]], text: str, facts: set[tuple[str, str]]
) -> None:
    assert told(text, "won_against") == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("It ended Norland United 24, Estavia Rovers 17.", {("Norland United", "Estavia Rovers")}),
        (
            "In the other match it ended Norland United 0-2 Estavia Rovers.",
            {("Estavia Rovers", "Norland United")},
        ),
        ("In the other match it ended Norland United 2-2 Estavia Rovers.", set()),
        ("The points came from Peter Albrook 9, Leo Brandt 8.", set()),
        ("In points it was Lisbon 9, Leeds 8, Oslo 2.", set()),
    ],
    ids=["the first", "the second", "a draw", "scorers", "a table"],
)
def test_the_line_of_a_result_tells_the_winner(
    told: Callable[[str, str], set[tuple[str, str]]], text: str, facts: set[tuple[str, str]]
) -> None:
    assert told(text, "won_against") == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Norland United beat Estavia Rovers in the final.", {("Norland United", "Estavia Rovers")}),
        ("Mia Quill beat Estavia Rovers in the final.", set()),
        ("Norland United saw off Estavia Rovers in the match.", {("Norland United", "Estavia Rovers")}),
        ("Norland United have seen off Estavia Rovers.", {("Norland United", "Estavia Rovers")}),
        ("Norland United saw Estavia Rovers as a rival.", set()),
    ],
    ids=["a side", "a player", "saw off", "have seen off", "only saw"],
)
def test_players_and_sides_win_against_their_like(
    told: Callable[[str, str], set[tuple[str, str]]], text: str, facts: set[tuple[str, str]]
) -> None:
    assert told(text, "won_against") == facts
