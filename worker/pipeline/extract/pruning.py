"""Of several readings of the same words the fullest stays; a bound goes where the exact number is told."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from worker.pipeline.values import EntityObject, QuantityObject, TextObject

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from worker.pipeline.values import Candidate, Declaration, ResolvedArticle, Span

_OF_ANYBODY = frozenset({"stated", "charged_with", "significant_event", "relative", "met", "number_of_likes"})
_AT_ONCE = frozenset({"posted"})  # one act: several rules may see it, under several labels
_NEAR = 60  # characters between the clause and the words of one post


def prune(candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Without those that say less of the same words than another candidate of the same subject and predicate."""
    groups: dict[tuple[str, str], list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        groups[candidate.subject, candidate.predicate].append(candidate)
    poorer = {id(c) for some in groups.values() for c in _poorer(some)}
    chiefs = _chiefs(candidates)
    poorer |= {id(c) for c in candidates if _is_told_by_firm(c, chiefs)}
    return tuple(c for c in candidates if id(c) not in poorer)


def about_somebody(
    article: ResolvedArticle, candidates: Sequence[Candidate], vocabulary: Mapping[str, Declaration]
) -> tuple[Candidate, ...]:
    """Without the family, age and trade of people who have no name: nobody can use "a man is 29".

    Nor is of a group told what only single people do: of "they", if a couple, both were told to live somewhere.
    """
    unnamed = {e.id for e in article.entities if e.type == "person" and not e.named}
    groups = {e.id for e in article.entities if e.type == "group"}
    single = {name for name, declaration in vocabulary.items() if "group" not in declaration.domain}
    return tuple(c for c in candidates if not (_is_idle(c, unnamed) or (c.subject in groups and c.predicate in single)))


def _is_idle(candidate: Candidate, unnamed: set[str]) -> bool:
    ends = {candidate.subject, candidate.object.entity if isinstance(candidate.object, EntityObject) else ""}
    return bool(ends & unnamed) and candidate.predicate not in _OF_ANYBODY


def _chiefs(candidates: Sequence[Candidate]) -> Mapping[str, list[Span]]:
    """Where somebody is told to be a chief executive, by person."""
    found: dict[str, list[Span]] = defaultdict(list)
    for candidate in candidates:
        if candidate.predicate == "ceo" and isinstance(candidate.object, EntityObject):
            found[candidate.object.entity] += candidate.evidence
    return found


def _is_told_by_firm(candidate: Candidate, chiefs: Mapping[str, list[Span]]) -> bool:
    """One fact, and the firm has it: the office and the employer repeat "Halvex Chief Executive Roe"."""
    if candidate.predicate not in {"position_held", "employer"}:
        return False
    told = chiefs.get(candidate.subject, ())
    return any(_touch(a, b, 0) for a in told for b in candidate.evidence)


def _poorer(some: Sequence[Candidate]) -> list[Candidate]:
    if len(some) < 2:
        return []
    exact = [c for c in some if isinstance(c.object, QuantityObject) and c.object.quantity.comparator == "="]
    kept: list[Candidate] = []
    poorer: list[Candidate] = []
    for candidate in sorted(some, key=_richness, reverse=True):
        lower = _is_bound(candidate) and any(_fulfils(c, candidate) for c in exact)
        (poorer if lower or any(_says_less(candidate, k) for k in kept[-20:]) else kept).append(candidate)
    return poorer


def _richness(candidate: Candidate) -> tuple[int, int, float]:
    """More words in the object, more qualifiers, more confidence."""
    words = len(candidate.object.value.split()) if isinstance(candidate.object, TextObject) else 0
    return (
        (0, len(candidate.qualifiers), candidate.confidence)
        if candidate.predicate in _AT_ONCE
        else (words, len(candidate.qualifiers), candidate.confidence)
    )


def _says_less(one: Candidate, fuller: Candidate) -> bool:
    reach = _NEAR if one.predicate in _AT_ONCE else 0
    if not any(_touch(a, b, reach) for a in one.evidence for b in fuller.evidence):
        return False
    if one.predicate in _AT_ONCE:
        return True
    if not isinstance(one.object, TextObject) or not isinstance(fuller.object, TextObject):
        return False
    some, more = set(one.object.value.lower().split()), set(fuller.object.value.lower().split())
    return some <= more


def _touch(one: Span, other: Span, reach: int) -> bool:
    return one.start < other.end + reach and other.start < one.end + reach


def _is_bound(candidate: Candidate) -> bool:
    return isinstance(candidate.object, QuantityObject) and candidate.object.quantity.comparator in {
        ">=",
        "<=",
    }


def _fulfils(exact: Candidate, bound: Candidate) -> bool:
    """After "a mother of two", "her second child" says nothing new of the number of her children."""
    assert isinstance(exact.object, QuantityObject)  # noqa: S101 - narrows the type; the caller chose by it
    assert isinstance(bound.object, QuantityObject)  # noqa: S101 - as above
    a, b = exact.object.quantity, bound.object.quantity
    return (
        bound.derivation == "inferred"
        and a.unit_ucum == b.unit_ucum
        and a.amount.isdigit()
        and b.amount.isdigit()
        and (int(a.amount) >= int(b.amount) if b.comparator == ">=" else int(a.amount) <= int(b.amount))
    )
