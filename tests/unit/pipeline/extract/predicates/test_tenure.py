"""Coming into offices and leaving them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "Mia Quill took over as chief executive of Halvex Systems in May.",
            {("Mia Quill", "chief executive")},
        ),
        ("Leo Brandt joined as a plumber.", set()),
    ],
    ids=["office", "trade"],
)
def test_only_an_office_is_taken_over(
    told: Callable[[str, str], set[tuple[str, str]]], text: str, facts: set[tuple[str, str]]
) -> None:
    assert told(text, "appointed_to") == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "Peter Albrook, the chairman of Halvex Systems, tendered his resignation on Monday.",
            {("Peter Albrook", "chairman")},
        ),
        ("Peter Albrook, the chairman of Halvex Systems, announced Mia Quill's resignation.", set()),
    ],
    ids=["his", "another's"],
)
def test_whoever_announces_his_own_resignation_leaves(
    told: Callable[[str, str], set[tuple[str, str]]], text: str, facts: set[tuple[str, str]]
) -> None:
    assert told(text, "left_position") == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Carla Velez replaced Leo Brandt as chairman of Halvex Systems.", {("Carla Velez", "chairman")}),
        ("Carla Velez succeeds Mayor Leo Brandt.", {("Carla Velez", "Mayor")}),
        ("Carla Velez was named as Mayor Leo Brandt's successor.", {("Carla Velez", "Mayor")}),
        ("Finance Minister Carla Velez was appointed in July.", {("Carla Velez", "Finance Minister")}),
        ("Carla Velez replaced the lock on the door.", set()),
        ("Leo Brandt was named player of the match.", set()),
    ],
    ids=["named", "his", "successor", "beside the name", "a lock", "a prize"],
)
def test_an_office_goes_from_one_to_the_other(
    told: Callable[[str, str], set[tuple[str, str]]], text: str, facts: set[tuple[str, str]]
) -> None:
    assert told(text, "appointed_to") == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Chairman Leo Brandt quit on Monday.", {("Leo Brandt", "Chairman")}),
        (
            "Leo Brandt resigned from the board of Halvex Systems.",
            {("Leo Brandt", "board of Halvex Systems")},
        ),
        ("Chairman Leo Brandt quit smoking.", set()),
    ],
    ids=["office", "board", "smoking"],
)
def test_who_quits_leaves_his_office_or_seat_but_not_by_a_habit(
    told: Callable[[str, str], set[tuple[str, str]]], text: str, facts: set[tuple[str, str]]
) -> None:
    assert told(text, "left_position") == facts
