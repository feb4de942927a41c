"""Nouns that tell a deed, as clauses: who has it, who bears it, and which are only wished for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from worker.pipeline.extract.syntax.frame import frame
from worker.pipeline.extract.syntax.noun_frame import NounFrame, is_open, phrase_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from worker.pipeline.extract.view import View

PLACES = [
    ("Ruth Amory's arrest surprised many.", "arrest", "owner", ["ruth"]),
    ("The arrest of Ruth Amory surprised many.", "arrest", "of", ["ruth"]),
    ("Ruth Amory stood trial in Leeds.", "trial", "bearer", ["ruth"]),
    ("Ruth Amory is on trial in Leeds.", "trial", "bearer", ["ruth"]),
    ("Ruth Amory stood trial in Leeds.", "trial", "in", ["leeds"]),
    ("Ruth Amory attended the trial.", "trial", "bearer", []),
    ("Ruth Amory watched the arrest.", "arrest", "owner", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "noun", "place", "words"), PLACES, ids=[f"{c[2]}: {c[0]}" for c in PLACES])
def test_sorts_what_stands_around_the_noun(
    seen: Callable[[str], View], text: str, noun: str, place: str, words: list[str]
) -> None:
    ((tree, at),) = seen(text).nouns[noun]

    assert [tree.word(i) for i in phrase_of(tree, at).fill(place)] == words


@pytest.mark.parametrize(
    "text",
    [
        "Ruth Amory called for the arrest of Peter Albrook.",
        "A warrant for the arrest of Peter Albrook was signed.",
        "Ruth Amory demanded the arrest of Peter Albrook.",
        "Ruth Amory fears arrest.",
    ],
)
def test_holds_a_deed_that_is_only_wished_for_open(seen: Callable[[str], View], text: str) -> None:
    ((tree, at),) = seen(text).nouns["arrest"]

    assert is_open(tree, at)


@pytest.mark.parametrize(
    "text",
    ["The arrest of Peter Albrook surprised many.", "Ruth Amory spoke after the arrest.", "Police made an arrest."],
)
def test_holds_a_deed_that_is_told_for_done(seen: Callable[[str], View], text: str) -> None:
    ((tree, at),) = seen(text).nouns["arrest"]

    assert not is_open(tree, at)


ARRESTS = NounFrame(frame("test/arrest", "arrest", "arrest", "of|owner:P", None, object_text="arrest"))


def test_makes_a_fact_of_the_noun(seen: Callable[[str], View]) -> None:
    view = seen("The arrest of Peter Albrook surprised many.")
    names = {entity.id: entity.label for entity in view.article.entities}

    assert [names[fact.subject] for fact in ARRESTS(view)] == ["Peter Albrook"]


def test_makes_none_of_a_noun_that_is_open(seen: Callable[[str], View]) -> None:
    assert list(ARRESTS(seen("Ruth Amory called for the arrest of Peter Albrook."))) == []
