"""Conclusions name their premises."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from worker.pipeline.extract.inference import infer
from worker.pipeline.values import Candidate, EntityObject, Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from schemas.fact import FactEvent


def _father(child: str, parent: str, at: int, **more: Any) -> Candidate:
    return Candidate(child, "father", EntityObject(parent), "r", (Span(at, at + 5),), **more)


def test_children_told_in_one_phrase_are_siblings() -> None:
    [sibling] = infer([_father("a", "x", 0), _father("b", "x", 0)])

    assert (sibling.subject, sibling.predicate, sibling.object) == ("a", "sibling", EntityObject("b"))
    assert (sibling.derivation, sibling.premises) == ("inferred", (0,))
    assert sibling.evidence == (Span(0, 5),)


def test_children_told_apart_may_be_somebody_elses() -> None:
    assert infer([_father("a", "x", 0), _father("b", "x", 10)]) == ()


def test_the_article_infers_them(read: Callable[..., tuple[FactEvent, ...]]) -> None:
    facts = read("Ann Poe said little. Poe has two sons, Ned and Bob.")

    assert ("Ned", "Bob", "inferred") in {
        (f.subject.label, getattr(f.object, "label", ""), f.derivation) for f in facts if f.predicate == "sibling"
    }


def test_siblings_that_are_told_need_no_inference() -> None:
    told = Candidate("b", "sibling", EntityObject("a"), "r", (Span(20, 25),))

    assert infer([_father("a", "x", 0), _father("b", "x", 0), told]) == ()


def test_guesses_are_no_premises() -> None:
    assert infer([_father("a", "x", 0), _father("b", "x", 0, status="hypothetical")]) == ()
    assert infer([_father("a", "x", 0), _father("b", "x", 0, polarity="negative")]) == ()


def test_children_of_two_parents_are_none_of_each_other() -> None:
    assert infer([_father("a", "x", 0), _father("b", "y", 0)]) == ()
