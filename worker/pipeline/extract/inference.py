"""What follows from drawn candidates inside one article; every conclusion names its premises."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from worker.pipeline.values import Candidate, EntityObject

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_PARENTS = ("father", "mother")
_SIBLINGS_AT_MOST = 12  # of one parent in one article


def infer(candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Children of one parent are siblings (of the half blood at least)."""
    return tuple(_siblings(candidates))


def _siblings(candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    children: dict[str, dict[str, Candidate]] = defaultdict(dict)
    for candidate in candidates:
        child, parent = _child_and_parent(candidate)
        if child and parent:
            children[parent].setdefault(child, candidate)
    known = {
        _pair(c.subject, c.object.entity)
        for c in candidates
        if c.predicate == "sibling" and isinstance(c.object, EntityObject)
    }
    for some in children.values():
        for (one, first), (other, second) in combinations(list(some.items())[:_SIBLINGS_AT_MOST], 2):
            if one != other and _pair(one, other) not in known and _told_together(first, second):
                known.add(_pair(one, other))
                yield _sibling(one, other, first, second)


def _told_together(one: Candidate, other: Candidate) -> bool:
    """In one phrase ("two sons, Karim and Stefan"): else one of the two is too often somebody else's child."""
    return one.rule == other.rule and one.evidence[0] == other.evidence[0]


def _child_and_parent(candidate: Candidate) -> tuple[str | None, str | None]:
    firm = candidate.status in {"asserted", "reported"} and candidate.polarity == "positive"
    if not firm or not isinstance(candidate.object, EntityObject):
        return None, None
    if candidate.predicate in _PARENTS:
        return candidate.subject, candidate.object.entity
    return (candidate.object.entity, candidate.subject) if candidate.predicate == "child" else (None, None)


def _sibling(one: str, other: str, first: Candidate, second: Candidate) -> Candidate:
    evidence = (first.evidence[0], second.evidence[0])
    return Candidate(
        subject=one,
        predicate="sibling",
        object=EntityObject(other),
        rule="infer/children-of-one-parent",
        evidence=evidence if evidence[0] != evidence[1] else evidence[:1],
        derivation="inferred",
        premises=(0, 1) if evidence[0] != evidence[1] else (0,),
        status=first.status if first.status == second.status else "reported",
        attribution=first.attribution or second.attribution,
        confidence=round(min(first.confidence, second.confidence) * 0.85, 4),
    )


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)
