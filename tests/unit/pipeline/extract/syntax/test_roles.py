"""Roles: what somebody is called, however it is worded."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from worker.pipeline.extract.view import View

CASES = [
    ("Halvex Systems chief executive Ruth Amory agreed.", "chief executive", "Halvex Systems"),
    ("Ruth Amory, the chief executive of Halvex Systems, agreed.", "chief executive", "Halvex Systems"),
    ("Halvex Systems' chief executive, Ruth Amory, agreed.", "chief executive", "Halvex Systems"),
    ("The chief executive of Halvex Systems, Ruth Amory, agreed.", "chief executive", "Halvex Systems"),
    ("Ruth Amory, 57, who is chief executive of Halvex Systems, agreed.", "chief executive", "Halvex Systems"),
    ("Ruth Amory has been head of finance at Halvex Systems since May.", "head of finance", "Halvex Systems"),
    ("Ruth Amory works as a nurse in Leeds.", "nurse", "Leeds"),
    ("Ruth Amory, a plumber and father of three, agreed.", "plumber", None),
    ("Ruth Amory joins from Halvex Systems, where she was treasurer.", "treasurer", "Halvex Systems"),
    ("French state Sen. Ruth Amory agreed.", "Sen.", None),
    ("The Norland Sugar Administration (NSA) chief Ruth Amory agreed.", "chief", "Norland Sugar Administration"),
    ("Halvex Systems, whose chief executive Ruth Amory agreed, closed a mill.", "chief executive", "Halvex Systems"),
]


@pytest.mark.parametrize(("text", "words", "body"), CASES, ids=[case[0] for case in CASES])
def test_reads_the_role_its_body_and_its_holder(
    seen: Callable[[str], View], text: str, words: str, body: str | None
) -> None:
    (role,) = seen(text).roles

    assert (role.words, role.body and role.body.label) == (words, body)
    assert role.holder.label == "Ruth Amory"


def test_knows_what_somebody_was(seen: Callable[[str], View]) -> None:
    (role,) = seen("Former finance minister Ruth Amory agreed.").roles

    assert role.former
    assert role.words == "finance minister"


def test_tells_the_nation_and_the_party_apart_from_the_role(seen: Callable[[str], View]) -> None:
    roles = seen("French novelist Ruth Amory met the Labour councillor Peter Albrook.").roles

    assert [(role.words, role.nation, role.party) for role in roles] == [
        ("novelist", "France", None),
        ("councillor", None, "Labour Party"),
    ]


def test_somebodys_lawyer_is_known_to_be_his(seen: Callable[[str], View]) -> None:
    (role,) = seen("Peter Albrook, whose lawyer Ruth Amory signed the papers, left on Monday.").roles

    assert (role.noun, role.holder.label, role.owner and role.owner.label) == ("lawyer", "Ruth Amory", "Peter Albrook")


def test_what_is_told_in_quotation_marks_the_journalist_does_not_tell(seen: Callable[[str], View]) -> None:
    (role,) = seen('"The treasurer, Ruth Amory, was never asked about it," Peter Albrook said.').roles

    assert role.stance is None


@pytest.mark.parametrize(
    "text",
    ["Ruth Amory criticised the finance minister.", "The alleged dealer Ruth Amory fled.", "Ruth Amory met a nurse."],
)
def test_finds_none_where_it_is_somebody_else_or_in_doubt(seen: Callable[[str], View], text: str) -> None:
    assert [role for role in seen(text).roles if role.holder.label == "Ruth Amory"] == []


def test_joined_nouns_before_a_name_are_all_his(seen: Callable[[str], View]) -> None:
    roles = seen("Model, journalist and producer Ruth Amory agreed.").roles

    assert [(role.words.lower(), role.holder.label) for role in roles] == [
        (words, "Ruth Amory") for words in ("model", "journalist", "producer")
    ]


def test_a_noun_in_the_plural_is_held_by_each_of_the_names_behind_it(seen: Callable[[str], View]) -> None:
    roles = seen("Halvex Systems co-founders Ruth Amory and Peter Albrook agreed.").roles

    assert [(role.words, role.body and role.body.label, role.holder.label) for role in roles] == [
        ("co-founder", "Halvex Systems", "Ruth Amory"),
        ("co-founder", "Halvex Systems", "Peter Albrook"),
    ]


def test_joined_roles_are_held_for_one_body(seen: Callable[[str], View]) -> None:
    roles = seen("Ruth Amory, chief executive and co-founder of Halvex Systems, agreed.").roles

    assert [(role.noun, role.body and role.body.label) for role in roles] == [
        ("chief executive", "Halvex Systems"),
        ("co-founder", "Halvex Systems"),
    ]


def test_what_one_is_head_of_inside_a_firm_is_no_firm(seen: Callable[[str], View]) -> None:
    (role,) = seen("Ruth Amory, Head of Product at Halvex Systems, agreed.").roles

    assert role.body is not None
    assert role.body.label == "Halvex Systems"
