"""Offices and employers: of the firm that the article is about, or by a bare phrase beside the name."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def test_a_chief_executive_of_no_named_firm_is_of_the_one_the_article_is_about(
    told: Callable[[str, str], set[tuple[str, str]]],
) -> None:
    text = (
        "Halvex Systems moved to Leeds. Halvex Systems was sold in June. Halvex Systems cut jobs. "
        "The chief executive, Mia Quill, was glad."
    )

    assert told(text, "ceo") == {("Halvex Systems", "Mia Quill")}


def test_a_founder_is_told_of_the_firm(told: Callable[[str, str], set[tuple[str, str]]]) -> None:
    assert told("Leo Brandt, founder of Halvex Systems, agreed.", "founded_by") == {("Halvex Systems", "Leo Brandt")}


def test_a_firm_before_two_names_employs_both(told: Callable[[str, str], set[tuple[str, str]]]) -> None:
    text = "Nordbank Holdings' Carla Velez and Leo Brandt agreed."

    assert told(text, "employer") == {("Carla Velez", "Nordbank Holdings"), ("Leo Brandt", "Nordbank Holdings")}


def test_a_party_has_members_and_no_staff(told: Callable[[str, str], set[tuple[str, str]]]) -> None:
    text = "The Halvex Movement MPs agreed. Halvex Movement's Carla Velez did not."

    assert told(text, "employer") == set()
    assert told(text, "political_party") == {("Carla Velez", "Halvex Movement")}


def test_a_firm_behind_the_first_of_two_names_employs_that_one(
    told: Callable[[str, str], set[tuple[str, str]]],
) -> None:
    text = "Carla Velez of Nordbank Holdings and Leo Brandt agreed."

    assert told(text, "employer") == {("Carla Velez", "Nordbank Holdings")}
