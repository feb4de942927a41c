"""Who is a child: by the age or the birth that an article tells, or by how it calls somebody."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from worker.pipeline.normalize.sensitive_words import ADULT_CUES, CHILD_NOUNS
from worker.pipeline.values import TimeObject

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from worker.pipeline.values import Candidate, Entity

_WORD = re.compile(r"[^\W\d_]+")
_YEARS = re.compile(r"P(\d{1,4})Y")
_AGED = re.compile(r"\b(\d{1,3})[- ](year|month|week|day)s?[- ]old\b", re.IGNORECASE)
_MAJORITY = 18  # years, in almost every jurisdiction


def minors(
    entities: Iterable[Entity], candidates: Iterable[Candidate], text: str, published: str | None
) -> frozenset[str]:
    """Entity ids. `published`: ISO date; without it a date of birth tells no age."""
    people = [entity for entity in entities if entity.type == "person"]
    aged: dict[str, int] = {}
    for person, years in (*_ages(candidates), *_born(candidates, published)):
        aged[person] = max(years, aged.get(person, 0))  # "was 16 when he joined": the highest is the present one
    young = {person for person, years in aged.items() if years < _MAJORITY}
    called = {e.id for e in people if e.id not in aged and _is_called_child(e, text)}
    return frozenset(young | called)


def _ages(candidates: Iterable[Candidate]) -> Iterator[tuple[str, int]]:
    for candidate in candidates:
        if _is_told(candidate, "age") and isinstance(candidate.object, TimeObject):
            told = _YEARS.match(candidate.object.time.timex3)
            yield candidate.subject, int(told[1]) if told else 0  # "14 months" are no year


def _born(candidates: Iterable[Candidate], published: str | None) -> Iterator[tuple[str, int]]:
    """Whole years from birth to publication, at the most that the date of birth allows."""
    for candidate in candidates:
        if published and _is_told(candidate, "date_of_birth") and isinstance(candidate.object, TimeObject):
            birth = candidate.object.time.earliest
            if birth is not None:
                yield candidate.subject, int(published[:4]) - int(birth[:4]) - (published[5:10] < birth[5:10])


def _is_told(candidate: Candidate, predicate: str) -> bool:
    firm = candidate.status in {"asserted", "reported"} and candidate.polarity == "positive"
    return candidate.predicate == predicate and firm


def _is_called_child(entity: Entity, text: str) -> bool:
    nominals = [m.span.of(text) for m in entity.mentions if m.kind == "nominal"]
    ages = [_AGED.search(words) for words in nominals]
    if any(age is not None for age in ages):
        return all(age is None or age[2].lower() != "year" or int(age[1]) < _MAJORITY for age in ages)
    words = {word.lower() for nominal in nominals for word in _WORD.findall(nominal)}
    return bool(words & CHILD_NOUNS) and not words & ADULT_CUES
