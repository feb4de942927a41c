"""Where and when people gathered: the walkout last Friday, the rally in Leeds, Monday's hearing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from worker.pipeline.extract.lexicon.lexemes import lexemes
from worker.pipeline.extract.lexicon.verbs import forms
from worker.pipeline.extract.mint import unnamed
from worker.pipeline.extract.syntax.clause import clause_of
from worker.pipeline.extract.syntax.frame import Place
from worker.pipeline.extract.syntax.meaning import meaning
from worker.pipeline.extract.syntax.noun_frame import is_open
from worker.pipeline.values import Candidate, EntityObject, TimeObject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from worker.pipeline.extract.stance import Stance
    from worker.pipeline.extract.syntax.clause import Clause
    from worker.pipeline.extract.syntax.tree import Tree
    from worker.pipeline.extract.view import View
    from worker.pipeline.values import Entity, ObjectValue

_GATHERINGS = lexemes(
    "walkout protest rally march vigil demonstration sit-in parade memorial ceremony funeral fundraiser hearing "
    "conference briefing screening auction debate gala premiere picket"
)
# A conference may be a league of clubs: only what reporters or parties are called to.
_ONLY = {"conference": lexemes("news press")}
_HOLDING = forms("hold stage organize organise host convene schedule attend join")
_TAKING_PLACE = forms("take happen begin start open")
_WHEN = Place(("when", "on", "last"), "t")
_WHERE = Place(("in", "at", "outside"), "GL")
_AT = frozenset({"in", "at", "outside"})
_CONFIDENCE = 0.7


def draw_gatherings(view: View, /) -> Iterator[Candidate | Entity]:
    """The gathering as an event, where the journalist tells its day or place; none in reports of matches."""
    if view.is_sport:
        return
    for noun in sorted(view.nouns.keys() & _GATHERINGS):
        for tree, at in view.nouns[noun]:
            if _is_told(tree, at):
                yield from _told(view, tree, at)


def _is_told(tree: Tree, at: int) -> bool:
    kinds = {tree.word(i) for i in tree.under(at, "compound")}
    named = any(slot.name and slot.span.overlaps(tree.tokens[at].span) for slot in tree.slots.values())
    part = tree.tokens[at].relation == "compound" or at in tree.quoted or named or is_open(tree, at)
    return not part and (tree.word(at) not in _ONLY or bool(kinds & _ONLY[tree.word(at)]))


def _told(view: View, tree: Tree, at: int) -> Iterator[Candidate | Entity]:
    clause = _held(tree, at)
    stance = meaning(tree, at if clause is None else clause.verb)
    places = _places(tree, at, clause)
    found = [*_days(tree, at, clause), *places]
    held = clause is not None and clause.words in _HOLDING
    if tree.word(at) == "rally" and not (held or places):
        return  # of prices or players
    if stance is None or stance.polarity == "negative" or not found:
        return
    first = at
    while first and tree.tokens[first - 1].head == at and _names_sort(tree, first - 1):
        first -= 1
    span = tree.span(first, at)
    event = unnamed(view, span, "event", " ".join(span.of(view.text).split()))
    yield event
    yield from (_candidate(event, stance, tree, (at, other), value) for other, value in found)


def _names_sort(tree: Tree, at: int) -> bool:
    return tree.tokens[at].relation == "compound" and tree.tokens[at].text.isalpha() and at not in tree.slots


def _held(tree: Tree, at: int) -> Clause | None:
    """The clause that tells that it was held or took place: its day and place are the gathering's."""
    token = tree.tokens[at]
    if tree.tokens[token.head].tag != "VERB" or token.relation not in {"nsubj", "nsubj:pass", "obj"}:
        return None
    clause = clause_of(tree, token.head)
    holds = clause.words in _HOLDING and at in clause.fill("patient")
    begins = clause.words in _TAKING_PLACE and at in clause.fill("agent")
    return clause if holds or begins else None


def _days(tree: Tree, at: int, clause: Clause | None) -> list[tuple[int, ObjectValue]]:
    """Of the clause, or right beside the noun: "Monday's hearing", "the rally on Monday"."""
    beside = tree.under(at, "compound", "nmod:poss", "nmod:desc", "amod", "nmod:unmarked")
    beside += [i for i in tree.under(at, "nmod") if tree.case(i) == "on"]
    slots = [(i, tree.slots[i].time) for i in beside if i in tree.slots]
    own: list[tuple[int, ObjectValue]] = [
        (i, TimeObject(time, "date")) for i, time in slots if time is not None and "T" not in (time.edtf or "T")
    ]
    return (own or [pair for pair in _WHEN.found(clause) if _is_day(pair[1])] if clause is not None else own)[:1]


def _is_day(value: ObjectValue) -> bool:
    return isinstance(value, TimeObject) and value.time.type == "date"


def _places(tree: Tree, at: int, clause: Clause | None) -> list[tuple[int, ObjectValue]]:
    own: list[tuple[int, ObjectValue]] = []
    for i in tree.under(at, "nmod"):
        slot = tree.slot(i)
        if tree.case(i) in _AT and slot is not None and slot.letter in "GL" and slot.entity is not None:
            own.append((i, EntityObject(slot.entity.id)))
    return (own or list(_WHERE.found(clause)) if clause is not None else own)[:1]


def _candidate(event: Entity, stance: Stance, tree: Tree, ends: tuple[int, int], value: ObjectValue) -> Candidate:
    return Candidate(
        subject=event.id, predicate="event_date" if isinstance(value, TimeObject) else "event_place", object=value,
        rule="event/gathering", evidence=(tree.around(*ends),), status=stance.status, polarity=stance.polarity,
        attribution=stance.attribution, confidence=_CONFIDENCE,
    )  # fmt: skip
