"""Of several readings of the same words the fullest stays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from worker.pipeline.extract.pruning import prune
from worker.pipeline.values import Candidate, EntityObject, Quantity, QuantityObject, Span, TextObject

if TYPE_CHECKING:
    from collections.abc import Callable

    from schemas.fact import FactEvent


def _role(words: str, start: int, end: int, **more: Any) -> Candidate:
    return Candidate("p", "position_held", TextObject(words), "r", (Span(start, end),), **more)


def test_the_longer_role_of_the_same_words_stays() -> None:
    long, short = _role("deputy mayor", 0, 20), _role("mayor", 7, 20)

    assert prune([short, long]) == (long,)


def test_the_same_words_elsewhere_are_evidence_of_their_own() -> None:
    long, short = _role("deputy mayor", 0, 20), _role("mayor", 70, 80)

    assert prune([short, long]) == (short, long)


def test_an_exact_number_makes_an_inferred_bound_idle() -> None:
    exact = Candidate(
        "p",
        "number_of_children",
        QuantityObject(Quantity(Span(0, 1), "2", "=", "{child}")),
        "r",
        (Span(0, 1),),
    )
    bound = Candidate(
        "p", "number_of_children", QuantityObject(Quantity(Span(9, 10), "2", ">=", "{child}")), "r", (Span(9, 10),),
        derivation="inferred", premises=(0,),
    )  # fmt: skip

    assert prune([bound, exact]) == (exact,)
    assert prune([bound]) == (bound,)


def test_one_post_is_one_fact_whatever_it_is_called() -> None:
    posts = [Candidate("p", "posted", TextObject(w), "r", (Span(s, s + 9),), q) for w, s, q in (
        ("photo", 0, ()), ("post", 20, (("platform", TextObject("X")),)), ("photo", 900, ()))]  # fmt: skip

    assert prune(posts) == (posts[1], posts[2])


def test_the_office_of_a_chief_executive_is_told_by_the_firm() -> None:
    ceo = Candidate("o", "ceo", EntityObject("p"), "r", (Span(0, 20),))

    assert prune([ceo, _role("chief executive", 5, 20), _role("mayor", 50, 60)]) == (
        ceo,
        _role("mayor", 50, 60),
    )


def test_a_group_is_told_nothing_that_only_single_people_do(read: Callable[[str], tuple[FactEvent, ...]]) -> None:
    facts = read("Two people live in Oakville. Jane Roe lives in Oakville.")

    assert [fact.subject.label for fact in facts if fact.predicate == "residence"] == ["Jane Roe"]
