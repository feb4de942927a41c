"""Labels that a publish policy reads: children, health, faith, politics, orientation, ethnicity, crime, address."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from schemas.fact import EntityRef, Sensitivity
from worker.pipeline.normalize.sensitive_words import BODIES, DOOR, ONE_PERSON, STREET, TOLD

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from worker.pipeline.normalize.draft import Draft
    from worker.pipeline.values import Entity, Span

_SPEECH = frozenset({"stated", "posted"})  # words about anything: they tell of a person if they speak of one
_BELONGING = frozenset({"member_of", "employer", "position_held", "political_party", "founded_by"})
_COUPLES = frozenset({"spouse", "partner"})
# An office has an address that is nobody's home.
_OFFICES = frozenset({"position_held", "employer", "member_of", "ceo", "stated", "posted", "gave_speech_at", "met"})
_SENTENCE = re.compile(r"[^.!?]{1,2000}")


@dataclass(frozen=True, slots=True)
class Watch:
    """What the labels of one article's facts hang on. `names`: spans in text order; ends are known by entity key."""

    text: str
    names: tuple[Span, ...]
    children: frozenset[str]
    genders: dict[str, str]

    @classmethod
    def over(cls, text: str, entities: Iterable[Entity], minors: frozenset[str]) -> Watch:
        """`minors`: entity ids. Names of groups stay words: "the Muslim woman"."""
        known = list(entities)
        names = (m.span for e in known if e.type != "group" for m in e.mentions if m.kind == "name")
        children = frozenset(e.key for e in known if e.id in minors)
        return cls(text, tuple(sorted(names)), children, {e.key: e.gender for e in known if e.gender})

    def labels(self, draft: Draft) -> tuple[Sensitivity, ...]:
        """The predicate's own labels, and those that the ends and the words of the fact add, in the schema's order."""
        ends = [end for end in (draft.subject, draft.object) if isinstance(end, EntityRef)]
        found: set[str] = set()
        if any(end.type == "person" for end in ends):
            found = {*draft.declaration.sensitivity, *self._told(draft), *self._shared(draft, ends)}
        elif "crime" in draft.declaration.sensitivity:  # a firm has no health and no party, but it can be charged
            found = {"crime"}
        if self._touches_child(draft, ends):
            found.add("minor")
        return tuple(label for label in get_args(Sensitivity) if label in found)

    def _touches_child(self, draft: Draft, ends: list[EntityRef]) -> bool:
        beside = (value for values in draft.qualifiers.values() for value in values if isinstance(value, EntityRef))
        return any(end.key in self.children for end in (*ends, *beside))

    def _told(self, draft: Draft) -> Iterator[Sensitivity]:
        words = self._words(draft)
        yield from (label for label, pattern in TOLD.items() if any(map(pattern.search, words)))
        predicate = draft.declaration.name
        address = STREET if predicate == "residence" else DOOR
        if predicate not in _OFFICES and any(address.search(span.of(self.text)) for span in draft.evidence):
            yield "address"

    def _shared(self, draft: Draft, ends: list[EntityRef]) -> Iterator[Sensitivity]:
        """What the other end adds: the body somebody belongs to, the partner's gender."""
        if draft.declaration.name in _BELONGING:
            bodies = [end.label.lower() for end in ends if end.type != "person"]
            yield from (label for label, pattern in BODIES.items() if any(map(pattern.search, bodies)))
        genders = [self.genders.get(end.key) for end in ends]
        if draft.declaration.name in _COUPLES and genders in (["female"] * 2, ["male"] * 2):
            yield "sexual_orientation"

    def _words(self, draft: Draft) -> list[str]:
        told = [self._nameless(span) for span in draft.evidence]
        if draft.declaration.name in _SPEECH:
            return [s for words in told for s in _SENTENCE.findall(words) if ONE_PERSON.search(s)]
        values = (draft.object, *(value for some in draft.qualifiers.values() for value in some))
        return told + [v.value.lower() for v in values if not isinstance(v, EntityRef) and v.datatype == "string"]

    def _nameless(self, span: Span) -> str:
        """The words of `span` in small letters and with straight marks, a dash in place of every name."""
        kept, at = [], span.start
        first, last = (bisect_left(self.names, place, key=lambda n: n.start) for place in (span.start, span.end))
        for name in self.names[first:last]:
            kept.append(self.text[at : name.start])
            at = max(at, name.end)
        return "—".join([*kept, self.text[at : span.end]]).lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
