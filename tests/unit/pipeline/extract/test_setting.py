"""The setting: whether an article reports a match, and which bodies in it are parties."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from worker.pipeline.extract.setting import parties, tells_of_match
from worker.pipeline.values import Entity, Mention, Span

if TYPE_CHECKING:
    from worker.pipeline.values import EntityType


def test_knows_a_report_of_a_match_by_its_words() -> None:
    text = "Albrook headed the equaliser at half-time and the striker took the penalty after the kick-off."

    assert tells_of_match(text)


@pytest.mark.parametrize(
    "text",
    [
        "The council approved the budget after a long debate in the town hall.",
        "The regulator imposed a penalty on the lender.",
        "",
    ],
    ids=["no word of the game", "one word that others use too", "nothing"],
)
def test_takes_nothing_else_for_one(text: str) -> None:
    assert not tells_of_match(text)


def _named(text: str, name: str, kind: EntityType = "organization") -> frozenset[str]:
    span = Span(text.index(name), text.index(name) + len(name))
    return parties(text, [(span, Entity("e1", f"{kind}:x", name, kind, named=True, mentions=(Mention(span, "name"),)))])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Maravo Unity Party met on Monday.", "Maravo Unity Party"),
        ("The Unity Front's leader resigned on Monday.", "Unity Front"),
        ("The Unity Front\u2019s leader resigned on Monday.", "Unity Front"),
        ("The ruling Unity Front met on Monday.", "Unity Front"),
    ],
    ids=["its name says so", "it has a leader", "a curly apostrophe", "it rules"],
)
def test_finds_a_party(text: str, name: str) -> None:
    assert _named(text, name) == {"e1"}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Halvex Systems hired a treasurer.", "Halvex Systems", "organization"),
        ("The leader praised Halvex Systems on Monday.", "Halvex Systems", "organization"),
        ("The ruling Albrook family met on Monday.", "Albrook", "person"),
    ],
    ids=["a firm", "a leader of something else", "no body"],
)
def test_takes_no_other_body_for_a_party(text: str, name: str, kind: EntityType) -> None:
    assert _named(text, name, kind) == frozenset()
