"""A fact on its way from candidate to event: ends and qualifiers canonical, evidence still spans."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from worker.pipeline.normalize.evidence import trimmed, union
from worker.pipeline.normalize.ids import fact_id
from worker.pipeline.normalize.objects import reference, words_key

if TYPE_CHECKING:
    from schemas.fact import EntityRef, ObjectRef
    from worker.pipeline.normalize.objects import Objects
    from worker.pipeline.values import Candidate, Declaration, Span

# A flood may tell one fact ten thousand times; an event of so many spans is 3 MB, and to join them took their square.
MOST_EVIDENCE = 100
MOST_VALUES = 100  # of one qualifier


@dataclass(frozen=True, slots=True)
class Draft:
    """`premises`: the spans that an inference rests on; `identity`: qualifiers that are part of the fact's id."""

    candidate: Candidate
    declaration: Declaration
    subject: EntityRef
    object: ObjectRef
    qualifiers: dict[str, tuple[ObjectRef, ...]]
    evidence: tuple[Span, ...]
    premises: tuple[Span, ...]
    confidence: float
    speaker: str | None

    @property
    def triple(self) -> tuple[str, str, str]:
        return self.subject.key, self.declaration.name, self.object.key

    @property
    def identity(self) -> list[tuple[str, str]]:
        names = self.declaration.identity
        return [(name, value.key) for name in names for value in self.qualifiers.get(name, ())]

    def fact_id(self, document_id: str) -> str:
        candidate = self.candidate
        return fact_id(
            document_id,
            self.triple,
            self.identity,
            polarity=candidate.polarity,
            status=candidate.status,
            speaker=self.speaker,
        )


def draft(candidate: Candidate, declaration: Declaration, objects: Objects) -> Draft:
    """`candidate` must have been accepted: its entities and spans are looked up without a guard."""
    spans = tuple(trimmed(span, objects.text) for span in candidate.evidence)
    return Draft(
        candidate=candidate,
        declaration=declaration,
        subject=reference(objects.entities[candidate.subject]),
        object=objects.of(candidate.object),
        qualifiers=_qualifiers(candidate, objects),
        evidence=union(spans),
        premises=tuple(spans[index] for index in candidate.premises),
        confidence=min(max(candidate.confidence, 0.0), 1.0),
        speaker=_speaker_key(candidate, objects),
    )


def merged(one: Draft, other: Draft) -> Draft:
    """One fact told twice: all evidence as far as it may, the higher confidence; what is explicit needs no premises."""
    full = len(one.evidence) >= MOST_EVIDENCE
    explicit = "explicit" in {one.candidate.derivation, other.candidate.derivation}
    first = one if one.candidate.derivation == "explicit" or not explicit else other
    names = {*one.qualifiers, *other.qualifiers}
    return replace(
        first,
        qualifiers={n: _union(one.qualifiers.get(n, ()), other.qualifiers.get(n, ())) for n in sorted(names)},
        evidence=one.evidence if full else union((*one.evidence, *other.evidence)),
        premises=() if explicit else one.premises if full else (*one.premises, *other.premises),
        confidence=max(one.confidence, other.confidence),
    )


def _union(some: tuple[ObjectRef, ...], more: tuple[ObjectRef, ...]) -> tuple[ObjectRef, ...]:
    known = {value.key for value in some}
    return (*some, *(value for value in more if value.key not in known))[:MOST_VALUES]


def _qualifiers(candidate: Candidate, objects: Objects) -> dict[str, tuple[ObjectRef, ...]]:
    found: dict[str, tuple[ObjectRef, ...]] = {}
    for name, value in candidate.qualifiers:
        found[name] = _union(found.get(name, ()), (objects.of(value),))
    return found


def _speaker_key(candidate: Candidate, objects: Objects) -> str | None:
    said = candidate.attribution
    if said is None:
        return None
    speaker = objects.entities.get(said.speaker or "")
    return speaker.key if speaker is not None else words_key(said.label)
