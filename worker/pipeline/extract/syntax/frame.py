"""The rule over clauses: which verb, who fills which of its places, and what fact that makes."""

# ruff: noqa: RUF001 - typographic marks are what the text holds

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from worker.pipeline.extract.lexicon.verbs import forms
from worker.pipeline.extract.phrase import as_object
from worker.pipeline.extract.stance import Stance
from worker.pipeline.extract.syntax.meaning import meaning
from worker.pipeline.values import Candidate, EntityObject, TextObject, TimeObject

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from worker.pipeline.extract.reading import Slot
    from worker.pipeline.extract.syntax.clause import Clause
    from worker.pipeline.extract.syntax.tree import Tree
    from worker.pipeline.extract.view import View
    from worker.pipeline.values import ObjectValue, Span

# Left out of a phrase that is told in its words: what only adds to it.
_ASIDE = frozenset({"acl:relcl", "appos", "parataxis", "conj", "cc", "punct", "advcl"})
_WORDS_AT_MOST = 14  # of an object in words; the longest charge of the own articles has 11


class Finder(Protocol):
    """Finds values in a clause, each with the token that heads it."""

    def found(self, clause: Clause, /) -> Iterator[tuple[int, ObjectValue]]: ...


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value is looked for: places of the clause in order, and the slot letters that fit, "*" for words."""

    places: tuple[str, ...]
    letters: str

    def found(self, clause: Clause) -> Iterator[tuple[int, ObjectValue]]:
        """Each filler of the first place that has any, with the token that heads it."""
        for place in self.places:
            values = [pair for at in clause.fill(place) for pair in self._values(clause.tree, at)]
            if values:
                yield from values
                return

    def _values(self, tree: Tree, at: int) -> Iterator[tuple[int, ObjectValue]]:
        for one in tree.joined(at):
            if self.letters == "*":
                words = told(tree, one)
                if words:
                    yield one, TextObject(words)
                continue
            slot = tree.slot(one)
            if slot is not None and slot.letter in self.letters:
                for value in spread(slot):
                    yield one, value


def spread(slot: Slot) -> list[ObjectValue]:
    """The slot's value; of a couple or group each member."""
    if slot.entity is not None and slot.entity.members:
        return [EntityObject(member) for member in slot.entity.members]
    return [as_object(slot)]


def told(tree: Tree, at: int) -> str | None:
    """The phrase in its words, without article, preposition and what only adds to it."""
    before = tree.under(at, "det", "case")
    held = _unbroken([i for i in tree.reach(at, without=_ASIDE) if i not in before], at)
    if len(held) > _WORDS_AT_MOST:
        return None
    return " ".join(tree.span(held[0], held[-1]).of(tree.text).split()).strip(" ,;:.\"'“”‘’") or None


def _unbroken(held: list[int], at: int) -> list[int]:
    """The run of tokens around `at`: a branch beyond a left-out one is left out too."""
    first = last = held.index(at)
    while first > 0 and held[first - 1] == held[first] - 1:
        first -= 1
    while last + 1 < len(held) and held[last + 1] == held[last] + 1:
        last += 1
    return held[first : last + 1]


@dataclass(frozen=True, slots=True)
class Frame:
    """`verbs`: forms that call it; `voice`: "active" or "passive" where only one means it.

    `object_text`: an object that the rule itself knows; `accept`: a last condition on the clause and its object;
    `refine`: makes the object of a phrase's words, None where they are none; `presupposed`: it holds though the clause
    is yet to come ("will stand trial for fraud" tells of a charge).
    """

    id: str
    predicate: str
    verbs: frozenset[str]
    subject: Finder
    object: Finder
    confidence: float
    qualifiers: tuple[tuple[str, Finder], ...] = ()
    constants: tuple[tuple[str, str], ...] = ()
    object_text: str | None = None
    voice: str | None = None
    accept: Callable[[Clause, ObjectValue], bool] | None = None
    refine: Callable[[str], str | None] | None = None
    presupposed: bool = False

    def __call__(self, view: View, /) -> Iterator[Candidate]:
        for clause in view.clauses_with(self.verbs):
            if self.voice in {None, "passive" if clause.passive else "active"}:
                yield from self.draw(clause)

    def draw(self, clause: Clause) -> Iterator[Candidate]:
        pairs = [
            (subject, thing, (a, b))
            for a, subject in self.subject.found(clause)
            for b, thing in self._objects(clause)
            if isinstance(subject, EntityObject) and subject != thing
            if self.accept is None or self.accept(clause, thing)
        ]
        stance = self._stance(clause) if pairs else None
        if stance is not None and clause.verb not in clause.tree.quoted:
            for subject, thing, ends in pairs:
                assert isinstance(subject, EntityObject)  # noqa: S101 - narrows the type; pairs hold nothing else
                yield self._candidate(clause, stance, subject.entity, thing, ends)

    def _stance(self, clause: Clause) -> Stance | None:
        stance = meaning(clause.tree, clause.verb)
        if self.presupposed and stance is not None and stance.status == "predicted" and stance.polarity == "positive":
            return Stance()
        return stance

    def _objects(self, clause: Clause) -> Iterator[tuple[int, ObjectValue]]:
        if self.object_text is not None:
            yield clause.verb, TextObject(self.object_text)
            return
        for at, value in self.object.found(clause):
            if self.refine is None or not isinstance(value, TextObject):
                yield at, value
            elif refined := self.refine(value.value):
                yield at, TextObject(refined)

    def _candidate(
        self, clause: Clause, stance: Stance, subject: str, thing: ObjectValue, ends: tuple[int, int]
    ) -> Candidate:
        qualifiers: list[tuple[str, ObjectValue]] = [(name, TextObject(value)) for name, value in self.constants]
        for name, place in self.qualifiers:
            qualifiers += [(name, value) for _, value in place.found(clause)][:1]
        when = next((v.time for n, v in qualifiers if n == "date" and isinstance(v, TimeObject)), None)
        return Candidate(
            subject=subject, predicate=self.predicate, object=thing, rule=self.id,
            evidence=(evidence(clause, ends),), qualifiers=tuple(qualifiers),
            status=stance.status, polarity=stance.polarity, attribution=stance.attribution,
            confidence=self.confidence, event_time=when,
        )  # fmt: skip


def evidence(clause: Clause, ends: tuple[int, int]) -> Span:
    """From the first to the last of subject, verb and object, mentions whole."""
    tree = clause.tree
    spans = [tree.span(at, at) for at in (*ends, clause.verb)]
    for at in ends:
        slot = tree.slot(at)
        if slot is not None:
            spans.append(slot.span)
    first, last = min(spans), max(spans, key=lambda span: span.end)
    return type(first)(first.start, last.end)


WHEN = Place(("when", "on", "in", "at", "since", "last"), "t")


def frame(
    rule: str,
    predicate: str,
    verbs: str,
    subject: str | Finder,
    thing: str | Finder | None,
    *,
    confidence: float = 0.82,
    qualifiers: tuple[str, ...] = (),
    constants: tuple[tuple[str, str], ...] = (),
    object_text: str | None = None,
    voice: str | None = None,
    accept: Callable[[Clause, ObjectValue], bool] | None = None,
    refine: Callable[[str], str | None] | None = None,
    presupposed: bool = False,
    more: tuple[tuple[str, Finder], ...] = (),
) -> Frame:
    """A frame in short: places as "agent|by:PO", qualifiers as "price=for|at:m"; "date" needs no telling."""
    placed = tuple((name, _place(where)) for name, _, where in (one.partition("=") for one in qualifiers))
    return Frame(
        rule, predicate, forms(verbs), _place(subject), _place(thing or "none:*"), confidence,
        (*placed, *more, ("date", WHEN)), constants, object_text, voice, accept, refine, presupposed,
    )  # fmt: skip


def _place(told_as: str | Finder) -> Finder:
    if not isinstance(told_as, str):
        return told_as
    places, _, letters = told_as.rpartition(":")
    return Place(tuple(places.split("|")), letters)
