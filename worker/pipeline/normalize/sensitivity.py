"""Labels that a publish policy reads: children, health, crime, politics and the like."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, get_args

from schemas.fact import EntityRef, Sensitivity
from worker.pipeline.normalize.sensitive_words import ADULT_CUES, CHILD_NOUNS, HEALTH_WORDS
from worker.pipeline.values import TimeObject

if TYPE_CHECKING:
    from collections.abc import Iterable

    from worker.pipeline.normalize.draft import Draft
    from worker.pipeline.values import Candidate, Entity

_WORD = re.compile(r"[^\W\d_]+")
_YEARS = re.compile(r"P(?:(\d{1,4})Y)?")
_MAJORITY = 18  # years, in almost every jurisdiction


def minors(entities: Iterable[Entity], candidates: Iterable[Candidate], text: str) -> frozenset[str]:
    """Entity ids of those whom the article tells to be children: by an age below 18, or by how it calls them."""
    aged = {
        c.subject: _years(c.object.time.timex3)
        for c in candidates
        if _is_age(c) and isinstance(c.object, TimeObject)
    }
    young = {entity for entity, years in aged.items() if years is not None and years < _MAJORITY}
    called = {e.id for e in entities if e.type == "person" and e.id not in aged and _is_called_child(e, text)}
    return frozenset(young | called)


def labels(draft: Draft, children: frozenset[str], text: str) -> tuple[Sensitivity, ...]:
    """The predicate's own labels, `minor` if either end is a child, `health` if the evidence speaks of it."""
    found = set(draft.declaration.sensitivity)
    ends = {end.key for end in (draft.subject, draft.object) if isinstance(end, EntityRef)}
    if ends & children:
        found.add("minor")
    if any(_words(span.of(text)) & HEALTH_WORDS for span in draft.evidence):
        found.add("health")
    return tuple(label for label in get_args(Sensitivity) if label in found)


def _is_age(candidate: Candidate) -> bool:
    return candidate.predicate == "age" and candidate.status in {"asserted", "reported"}


def _years(duration: str) -> int | None:
    match = _YEARS.match(duration)
    return int(match.group(1) or 0) if match else None


def _is_called_child(entity: Entity, text: str) -> bool:
    words = set().union(*(_words(m.span.of(text)) for m in entity.mentions if m.kind == "nominal"))
    return bool(words & CHILD_NOUNS) and not words & ADULT_CUES


def _words(text: str) -> set[str]:
    return {word.lower() for word in _WORD.findall(text)}
