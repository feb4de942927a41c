"""Family ties: who is whose kin, and which words beside a kin noun tell of somebody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from worker.pipeline.extract.ties import draw_ties
from worker.pipeline.values import EntityObject

if TYPE_CHECKING:
    from collections.abc import Callable

    from worker.pipeline.extract.view import View

CASES = [
    ("Ruth Amory was born to Sam Quill, a baker, and Rosa Quill.",
     {("Ruth Amory", "mother", "Rosa Quill"), ("Sam Quill", "child", "Ruth Amory")}),
    ("Ruth Amory's husband, actor Sam Quill, sang.", {("Ruth Amory", "spouse", "Sam Quill")}),
    ("Ruth Amory's son Leo sang.", {("Leo", "mother", "Ruth Amory")}),
    ("Ruth Amory is survived by two sons, Tom and Leo.",
     {("Tom", "mother", "Ruth Amory"), ("Leo", "mother", "Ruth Amory")}),
    ("Sam Quill's brother, Leo Quill, sang.", {("Sam Quill", "sibling", "Leo Quill")}),
    ("Sam Quill's uncle, Leo Quill, sang.", {("Sam Quill", "relative", "Leo Quill")}),
]  # fmt: skip
NOBODY = [
    ("Ruth Amory's son killed Sam Quill in Leeds.", "his victim"),
    ("Ruth Amory's sister married Sam Quill in May.", "her husband"),
    ("Ruth Amory's husband told Mia Quill to leave.", "whom he told"),
    ("Ruth Amory's husband, and Sam Quill, sang.", "who joins him"),
    ("Ruth Amory asks her dad questions.", "unnamed"),
    ("Ruth Amory survived the crash with a friend, a son, Leo.", "who survived with her"),
    ("Nobody is born to be Sam Quill.", "born to be"),
    ("Was Ruth Amory born to Rosa Quill? Nobody knows.", "asked"),
    ("Ruth Amory was born to wealth in Leeds.", "born to no one"),
    ("The film has Ruth Amory's brother (Leo Brandt) steal a car.", "who plays him"),
]


def _ties(view: View) -> set[tuple[str, str, str]]:
    """Those between people who are named."""
    labels = {entity.id: entity.label for entity in view.article.entities if entity.named}
    ties = ((tie.subject, tie.predicate, tie.object) for tie in draw_ties(view))
    drawn = [(one, kin, other.entity) for one, kin, other in ties if isinstance(other, EntityObject)]
    return {(labels[one], kin, labels[other]) for one, kin, other in drawn if {one, other} <= labels.keys()}


@pytest.mark.parametrize(("text", "ties"), CASES, ids=[case[0] for case in CASES])
def test_tells_who_is_whose_kin(seen: Callable[[str], View], text: str, ties: set[tuple[str, str, str]]) -> None:
    assert _ties(seen(text)) == ties


@pytest.mark.parametrize("text", [case[0] for case in NOBODY], ids=[case[1] for case in NOBODY])
def test_makes_nobody_kin_who_only_stands_near(seen: Callable[[str], View], text: str) -> None:
    assert _ties(seen(text)) == set()


def test_a_kin_noun_that_only_tells_of_which_thing_is_spoken_is_nobodys_kin(seen: Callable[[str], View]) -> None:
    assert [tie.predicate for tie in draw_ties(seen("Ruth Amory posted her son photo on Monday."))] == []


@pytest.mark.parametrize(
    ("text", "ties"),
    [
        ("Sam Quill is survived by his wife, Rosa, and a son, Sam.", {("Sam Quill", "spouse", "Rosa")}),
        ("Sam Quill was born to Rosa and Sam Quill in Leeds.", {("Sam Quill", "mother", "Rosa")}),
    ],
    ids=["survived by him", "born to him"],
)
def test_a_son_of_the_same_name_is_not_his_own_father(
    seen: Callable[[str], View], text: str, ties: set[tuple[str, str, str]]
) -> None:
    assert _ties(seen(text)) == ties
