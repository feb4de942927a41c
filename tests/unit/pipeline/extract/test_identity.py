"""Nameless children and suspects are found under their names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from worker.pipeline.extract.extractor import extract
from worker.pipeline.values import EntityObject

if TYPE_CHECKING:
    from collections.abc import Callable

    from schemas.fact import FactEvent
    from worker.pipeline.values import ResolvedArticle

    Read = Callable[..., tuple[FactEvent, ...]]
    Marked = Callable[..., ResolvedArticle]


def _facts(article: ResolvedArticle) -> set[tuple[str, str, str]]:
    found = extract(article)
    labels = {e.id: e.label for e in found.resolved.entities}
    return {
        (
            labels[c.subject],
            c.predicate,
            labels[c.object.entity] if isinstance(c.object, EntityObject) else "",
        )
        for c in found.candidates
    }


def test_a_parents_only_son_is_the_son_that_is_named(marked: Marked) -> None:
    article = marked(
        "[Ann Poe|person]'s [son|person=x son] turned 5.\n"
        "[Ann Poe|person]'s son, [Ned|person], sang. [Ann Poe|person], his mother, cried."
    )

    assert ("Ned", "age", "") in _facts(article)


def test_of_two_named_sons_none_is_chosen(marked: Marked) -> None:
    article = marked(
        "[Ann Poe|person]'s [son|person=x son] turned 5.\n"
        "[Ann Poe|person]'s son, [Ned|person], and [Ann Poe|person]'s son, [Bob|person], sang."
    )

    assert not {("Ned", "age", ""), ("Bob", "age", "")} & _facts(article)


def test_the_man_of_the_lead_is_the_one_man_named_later(read: Read) -> None:
    facts = read("A man was charged with theft on Monday. Tom Lee was arrested on a train.")

    assert ("Tom Lee", "charged_with") in {(fact.subject.label, fact.predicate) for fact in facts}


@pytest.mark.parametrize("text", [
    pytest.param("Halvex Systems was charged with theft on Monday. Tom Lee was arrested on a train.", id="a firm"),
    pytest.param("The driver was charged with theft on Monday. Tom Lee was arrested on a train.", id="somebody known"),
])  # fmt: skip
def test_whoever_is_not_told_as_a_new_face_stays_himself(read: Read, text: str) -> None:
    facts = read(text)

    assert ("Tom Lee", "charged_with") not in {(fact.subject.label, fact.predicate) for fact in facts}


def test_what_the_nameless_man_said_the_named_one_said(read: Read) -> None:
    facts = read(
        "A man was charged with theft on Monday. The man said Mia Quill had been charged with arson. "
        "Tom Lee was arrested on a train."
    )

    (said,) = [fact.attribution for fact in facts if fact.subject.label == "Mia Quill"]
    assert said is not None
    assert said.speaker is not None
    assert said.speaker.label == "Tom Lee"


def test_facts_of_the_nameless_are_dropped_but_for_what_they_say_and_suffer(read: Read) -> None:
    assert {fact.predicate for fact in read("A man, 34, was arrested on Monday.")} == {"significant_event"}
