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


@pytest.mark.parametrize(
    "text",
    ["Ruth Amory criticised the finance minister.", "The alleged dealer Ruth Amory fled.", "Ruth Amory met a nurse."],
)
def test_finds_none_where_it_is_somebody_else_or_in_doubt(seen: Callable[[str], View], text: str) -> None:
    assert [role for role in seen(text).roles if role.holder.label == "Ruth Amory"] == []
