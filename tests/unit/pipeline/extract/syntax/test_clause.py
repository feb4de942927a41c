"""Clauses: who does what to whom, also where the grammar leaves it out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from worker.pipeline.extract.syntax.clause import Clause
    from worker.pipeline.extract.view import View

CASES = [
    ("Nordbank Holdings bought Halvex Systems.", "bought", "Nordbank Holdings", "Halvex Systems"),
    ("Halvex Systems was bought by Nordbank Holdings.", "bought", "Nordbank Holdings", "Halvex Systems"),
    ("Nordbank Holdings, which bought Halvex Systems in May, cut jobs.", "bought", "Nordbank Holdings",
     "Halvex Systems"),
    ("Nordbank Holdings agreed on Friday to buy Halvex Systems.", "buy", "Nordbank Holdings", "Halvex Systems"),
    ("Nordbank Holdings cut jobs and bought Halvex Systems.", "bought", "Nordbank Holdings", "Halvex Systems"),
    ("Shares fell at Halvex Systems, a lender bought by Nordbank Holdings in May.", "bought", "Nordbank Holdings",
     None),
    ("The board asked Peter Albrook to succeed Mia Quill.", "succeed", "Peter Albrook", "Mia Quill"),
    ("The board called for Peter Albrook to succeed Mia Quill.", "succeed", "Peter Albrook", "Mia Quill"),
    ("Peter Albrook spoke first, thanking Mia Quill.", "thanking", "Peter Albrook", "Mia Quill"),
    ("Peter Albrook will sue Halvex Systems, the Herald said.", "sue", "Peter Albrook", "Halvex Systems"),
    ("It saw Peter Albrook suing Halvex Systems and Mia Quill winning the lottery.", "winning", "Mia Quill", None),
    ("Peter Albrook and Mia Quill went on, with the latter leaving Halvex Systems.", "leaving", "Mia Quill",
     "Halvex Systems"),
    ("Mia Quill and Peter Albrook, who joined Halvex Systems, left.", "joined", "Peter Albrook", "Halvex Systems"),
    ("Mia Quill and Peter Albrook, who both joined Halvex Systems, left.", "joined", "Mia Quill", "Halvex Systems"),
    ("The board met Mia Quill, a banker hired by Halvex Systems.", "hired", "Halvex Systems", None),
    ("The board met Peter Albrook and Mia Quill, the latter of whom joined Halvex Systems.", "joined", "Mia Quill",
     "Halvex Systems"),
    ("Peter Albrook will be elected chairman on Monday.", "elected", None, "Peter Albrook"),
]  # fmt: skip


def _named(clause: Clause, place: str) -> str | None:
    slots = [clause.tree.slot(at) for at in clause.fill(place)]
    return next((slot.entity.label for slot in slots if slot is not None and slot.entity is not None), None)


@pytest.mark.parametrize(("text", "verb", "agent", "patient"), CASES, ids=[case[0] for case in CASES])
def test_finds_who_does_it_and_to_whom(
    seen: Callable[[str], View], text: str, verb: str, agent: str | None, patient: str | None
) -> None:
    (clause,) = seen(text).clauses_with(frozenset({verb}))

    assert _named(clause, "agent") == agent
    assert patient is None or _named(clause, "patient") == patient


def test_the_latter_of_two_does_not_do_what_both_do(seen: Callable[[str], View]) -> None:
    (clause,) = seen("Mia Quill and Peter Albrook, the latter of whom was hired in May, agreed.").clauses_with(
        frozenset({"agreed"})
    )

    assert _named(clause, "agent") == "Mia Quill"


@pytest.mark.parametrize("text", ["The former joined Halvex Systems.", "Mia Quill left and the latter joined Halvex."])
def test_of_two_that_the_sentence_does_not_name_neither_is_meant(seen: Callable[[str], View], text: str) -> None:
    (clause,) = seen(text).clauses_with(frozenset({"joined"}))

    assert _named(clause, "agent") is None


def test_what_somebody_is_elected_stands_among_what_he_is_called(seen: Callable[[str], View]) -> None:
    (clause,) = seen("Peter Albrook will be elected chairman on Monday.").clauses_with(frozenset({"elected"}))

    assert clause.passive
    assert [clause.tree.word(at) for at in clause.fill("called")] == ["chairman"]


def test_takes_a_particle_with_its_verb(seen: Callable[[str], View]) -> None:
    view = seen("Peter Albrook stepped down on Monday.")

    assert [clause.words for clause in view.clauses_with(frozenset({"stepped down"}))] == ["stepped down"]


def test_sorts_phrases_by_their_preposition(seen: Callable[[str], View]) -> None:
    (clause,) = seen("Peter Albrook was charged with fraud in Leeds on Monday.").clauses_with(frozenset({"charged"}))

    assert [clause.tree.word(at) for at in clause.fill("with")] == ["fraud"]
    assert [clause.tree.word(at) for at in clause.fill("on")] == ["monday"]
