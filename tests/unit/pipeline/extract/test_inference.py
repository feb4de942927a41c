"""Conclusions name their premises."""

from __future__ import annotations

from typing import Any

from worker.pipeline.extract.inference import infer
from worker.pipeline.values import Candidate, EntityObject, Span


def _father(child: str, parent: str, at: int, **more: Any) -> Candidate:
    return Candidate(child, "father", EntityObject(parent), "r", (Span(at, at + 5),), **more)


def test_children_of_one_parent_are_siblings() -> None:
    [sibling] = infer([_father("a", "x", 0), _father("b", "x", 10)])

    assert (sibling.subject, sibling.predicate, sibling.object) == ("a", "sibling", EntityObject("b"))
    assert (sibling.derivation, sibling.premises) == ("inferred", (0, 1))
    assert sibling.evidence == (Span(0, 5), Span(10, 15))


def test_siblings_that_are_told_need_no_inference() -> None:
    told = Candidate("b", "sibling", EntityObject("a"), "r", (Span(20, 25),))

    assert infer([_father("a", "x", 0), _father("b", "x", 10), told]) == ()


def test_guesses_are_no_premises() -> None:
    assert infer([_father("a", "x", 0), _father("b", "x", 10, status="hypothetical")]) == ()
    assert infer([_father("a", "x", 0), _father("b", "x", 10, polarity="negative")]) == ()


def test_children_of_two_parents_are_none_of_each_other() -> None:
    assert infer([_father("a", "x", 0), _father("b", "y", 10)]) == ()
