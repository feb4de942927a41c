"""What bodies and office-holders did that makes news: a law signed, a plan dropped, assets seized."""

from __future__ import annotations

from typing import TYPE_CHECKING

from worker.pipeline.extract.lexicon.places import COUNTRIES
from worker.pipeline.extract.lexicon.verbs import forms
from worker.pipeline.extract.syntax.frame import WHEN, evidence, told
from worker.pipeline.extract.syntax.meaning import meaning
from worker.pipeline.values import Candidate, TextObject, TimeObject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from worker.pipeline.extract.reading import Slot
    from worker.pipeline.extract.syntax.clause import Clause
    from worker.pipeline.extract.view import View

# Of a body: what it decides about others, starts or ends.
_OF_BODY = forms(
    "sign approve reject veto ratify ban propose mandate confiscate seize suspend impose lift cancel scrap shelve "
    "postpone delay block adopt enact overturn uphold quash recall outlaw halt resume nationalize "
    "nationalise annex invade blockade expel freeze revoke rescind repeal relax tighten slash hike settle withdraw "
    "evacuate declare lower raise cut close shut reinstate authorise authorize greenlight downgrade upgrade "
    "warn order announce issue grant"
)
_OF_PERSON = forms("sign veto ratify enact pardon commute")
_AT_MOST = 8  # words of a label


def draw_acts(view: View, /) -> Iterator[Candidate]:
    """In the order of the verbs; the label is the verb with its object: "signed a decree"."""
    if view.is_sport:
        return  # there one signs players and lifts cups
    for clause in view.clauses_with(_OF_BODY):
        yield from _acted(clause, "OG")
    for clause in view.clauses_with(_OF_PERSON):
        yield from _acted(clause, "P")


def _acted(clause: Clause, letters: str) -> Iterator[Candidate]:
    stance = meaning(clause.tree, clause.verb) if clause.verb not in clause.tree.quoted else None
    label = _label(clause)
    if stance is None or label is None or stance.polarity == "negative" or not _is_told(clause):
        return
    when = next((v.time for _, v in WHEN.found(clause) if isinstance(v, TimeObject)), None)
    for at in (j for i in clause.fill("agent") for j in clause.tree.joined(i)):
        slot = clause.tree.slots.get(at)
        if slot is not None and slot.name and slot.letter in letters and slot.entity and _acts(clause, at, slot):
            yield Candidate(
                slot.entity.id, "significant_event", TextObject(label), "event/act",
                (evidence(clause, (at, clause.fill("patient")[0])),),
                (("date", TimeObject(when, "date")),) if when is not None else (),
                stance.status, stance.polarity, stance.attribution, confidence=0.7, event_time=when,
            )  # fmt: skip


def _is_told(clause: Clause) -> bool:
    """By a verb of its own: "to sign a bill" and "signing it" only add to what is told."""
    return not clause.passive and clause.tree.tokens[clause.verb].fine in _FINITE


_FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN"})


def _acts(clause: Clause, at: int, slot: Slot) -> bool:
    """A country acts, and so does a capital right before its verb; before more it may be a dateline."""
    after = clause.tree.tokens[at + 1 : at + 2]
    assert slot.entity is not None  # noqa: S101 - asked for by the caller
    return slot.letter != "G" or slot.entity.label in COUNTRIES or (bool(after) and after[0].tag in _GOING_ON)


_GOING_ON = frozenset({"AUX", "VERB", "ADV"})


def _label(clause: Clause) -> str | None:
    objects = clause.fill("patient")
    words = told(clause.tree, objects[0]) if objects else None
    return " ".join([clause.words, *words.split()[:_AT_MOST]]) if words is not None else None
