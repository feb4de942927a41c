"""The accused: who stands before a court, which court, and what is pleaded or given."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from worker.pipeline.extract.syntax.accused import (
    Accused,
    AgainstWhom,
    Court,
    for_trial,
    in_court,
    is_penalty,
    is_sent_down,
    is_upheld,
    pleads_guilty,
    pleads_innocent,
)
from worker.pipeline.extract.syntax.noun_frame import phrase_of
from worker.pipeline.values import EntityObject, TextObject

if TYPE_CHECKING:
    from collections.abc import Callable

    from worker.pipeline.extract.syntax.clause import Clause
    from worker.pipeline.extract.syntax.frame import Finder
    from worker.pipeline.extract.view import View

NOTHING = TextObject("")


def _clause(view: View, verb: str) -> Clause:
    (clause,) = view.clauses_with(frozenset({verb}))
    return clause


def _labels(finder: Finder, clause: Clause) -> list[str]:
    return [clause.tree.label_of(value) for _, value in finder.found(clause) if isinstance(value, EntityObject)]


ACCUSED = [
    ("Peter Albrook was charged with theft.", ["Peter Albrook"]),
    ("Peter Albrook and Mia Quill were charged with theft.", ["Peter Albrook", "Mia Quill"]),
    ("Three people, including Peter Albrook, were charged with theft.", ["Peter Albrook"]),
    ("Peter Albrook was arrested and charged with theft.", ["Peter Albrook"]),
    ("Halvex Systems was charged with fraud.", ["Halvex Systems"]),
    ("Mia Quill met Peter Albrook, a former mayor charged with theft.", ["Peter Albrook"]),
    ("Mia Quill met Peter Albrook in Leeds, a former mayor charged with theft.", ["Peter Albrook"]),
]


@pytest.mark.parametrize(("text", "names"), ACCUSED, ids=[case[0] for case in ACCUSED])
def test_finds_everybody_who_is_charged(seen: Callable[[str], View], text: str, names: list[str]) -> None:
    assert _labels(Accused(("patient",)), _clause(seen(text), "charged")) == names


@pytest.mark.parametrize(
    "text",
    [
        "Leeds Crown Court was charged with the matter.",
        "Mia Quill defends a man charged with theft.",
        "One count was charged against the firm.",
        "A driver from Leeds, a father of two charged with theft, was freed on Monday.",
    ],
    ids=["a court", "an unnamed man beside", "a count", "a town"],
)
def test_finds_nobody_who_stands_elsewhere(seen: Callable[[str], View], text: str) -> None:
    assert _labels(Accused(("patient",)), _clause(seen(text), "charged")) == []


def test_finds_the_court_of_a_clause(seen: Callable[[str], View]) -> None:
    clause = _clause(seen("Peter Albrook was jailed at Leeds Crown Court on Monday."), "jailed")

    assert _labels(Court(), clause) == ["Leeds Crown Court"]


def test_takes_no_other_place_for_a_court(seen: Callable[[str], View]) -> None:
    assert _labels(Court(), _clause(seen("Peter Albrook was jailed in Leeds on Monday."), "jailed")) == []


def test_finds_against_whom_the_charges_are(seen: Callable[[str], View]) -> None:
    clause = _clause(seen("The charges against Peter Albrook include theft."), "include")

    assert _labels(AgainstWhom(), clause) == ["Peter Albrook"]


@pytest.mark.parametrize("beside", ["in Leeds", "from Halvex Systems"], ids=["where", "by whom"])
def test_tells_against_whom_charges_are_from_where_and_by_whom(seen: Callable[[str], View], beside: str) -> None:
    clause = _clause(seen(f"The charges {beside} against Peter Albrook include theft."), "include")

    assert _labels(AgainstWhom(), clause) == ["Peter Albrook"]


def test_finds_nobody_behind_a_noun_that_is_no_charge(seen: Callable[[str], View]) -> None:
    clause = _clause(seen("The posters against Peter Albrook include theft."), "include")

    assert _labels(AgainstWhom(), clause) == []


CONDITIONS = [
    (pleads_guilty, "Peter Albrook pleaded guilty to theft.", "pleaded", True),
    (pleads_guilty, "Peter Albrook pleaded not guilty to theft.", "pleaded", False),
    (pleads_innocent, "Peter Albrook pleaded not guilty to theft.", "pleaded", True),
    (pleads_innocent, "Peter Albrook pleaded guilty to theft.", "pleaded", False),
    (pleads_innocent, "Peter Albrook pleaded for mercy.", "pleaded", False),
    (is_penalty, "Peter Albrook received a six-year sentence.", "received", True),
    (is_penalty, "Peter Albrook received a letter.", "received", False),
    (is_sent_down, "Peter Albrook was sent to prison.", "sent", True),
    (is_sent_down, "Peter Albrook was sent to Leeds.", "sent", False),
    (for_trial, "Peter Albrook was committed for trial.", "committed", True),
    (for_trial, "Peter Albrook was committed to the cause.", "committed", False),
    (in_court, "Peter Albrook appeared in court accused of theft.", "accused", True),
    (in_court, "Peter Albrook, accused of theft, pleaded not guilty.", "accused", True),
    (in_court, "Mia Quill accused Peter Albrook of theft.", "accused", False),
]  # fmt: skip


@pytest.mark.parametrize(
    ("condition", "text", "verb", "holds"), CONDITIONS, ids=[f"{case[0].__name__}: {case[1]}" for case in CONDITIONS]
)
def test_tells_what_a_clause_says_of_pleas_and_penalties(
    seen: Callable[[str], View], condition: Callable[[Clause, TextObject], bool], text: str, verb: str, holds: bool
) -> None:
    assert condition(_clause(seen(text), verb), NOTHING) is holds


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("Peter Albrook faces the charges.", True),
        ("A judge dismissed the charges.", False),
        ("Prosecutors dropped the charges on Monday.", False),
    ],
)
def test_holds_no_charges_that_were_dropped(seen: Callable[[str], View], text: str, *, holds: bool) -> None:
    ((tree, at),) = seen(text).nouns["charges"]

    assert is_upheld(phrase_of(tree, at), NOTHING) is holds
