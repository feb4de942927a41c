"""Offices and jobs: positions held, employers, chief executives and founders.

One phrase ("Halvex chief executive Jane Roe") may tell several of these, so they are drawn together.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from worker.pipeline.extract.lexicon.lexemes import lexemes
from worker.pipeline.extract.lexicon.roles import SPORT_WORDS
from worker.pipeline.extract.rule import PERSON, Counterexample, Example, Predicate
from worker.pipeline.extract.sides import SIDE_NAME, is_plain_side
from worker.pipeline.extract.syntax.frame import frame
from worker.pipeline.values import Candidate, Declaration, EntityObject, ObjectValue, TextObject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from worker.pipeline.extract.stance import Stance
    from worker.pipeline.extract.syntax.clause import Clause
    from worker.pipeline.extract.syntax.roles import Role
    from worker.pipeline.extract.syntax.tree import Tree
    from worker.pipeline.extract.view import View
    from worker.pipeline.values import Entity

_CEO = re.compile(r"\b(?:ceo|chief executive(?: officer)?)\b", re.IGNORECASE)
_FOUNDER = re.compile(r"\b(?:co-?)?founder\b", re.IGNORECASE)
# Of a club rather than a firm: "Rovers boss".
_CLUB = re.compile(
    r"(?:assistant |head |team |first-team |interim |caretaker )?(?:coach|manager|boss|"
    r"captain|skipper)",
    re.IGNORECASE,
)
# Held for a country, a party, a church or a court, not for an employer.
_NO_EMPLOYEE = re.compile(
    r"\b(?:minister|senator|congress(?:man|woman)|representative|mp|msp|mep|mayor|governor|"
    r"king|queen|prince|princess|duke|"
    r"duchess|pope|emir|sultan|founder|co-founder|owner|partner|member|leader|captain|"
    r"skipper|lawmaker|premier|chancellor|cofounder|"
    r"councill?or|activist|speaker|delegate|judge|justice|lawyer|attorney|counsel|investor|"
    r"fellow|adviser|advisor|trustee)\b",
    re.IGNORECASE,
)
_NOT_A_ROLE = lexemes(
    "captain skipper major general head member partner deputy chief chair cardinal "
    "fellow king prince major whip boss"
)
# Offices that are held for the country itself.
_STATE_OFFICE = re.compile(
    r"(?:president|minister|chancellor|premier|king|queen|ambassador|secretary|emir|sultan|attorney general)$",
    re.IGNORECASE,
)
_PARTY_LABEL = re.compile(
    r"\b(?:party|democrats|republicans|conservatives|tories|liberals|greens|labour)$", re.IGNORECASE
)
_AFFILIATING = lexemes("of at with from")
_BRIDGED = 0.65  # nothing in the sentence names the firm


@dataclass(frozen=True, slots=True)
class _Held:
    """A role with the body that it is held for, if that is told or goes without saying."""

    role: Role
    stance: Stance
    body: Entity | None
    confidence: float

    @property
    def firm(self) -> Entity | None:
        """A party has members, not staff."""
        firm = self.body is not None and self.body.type == "organization"
        return self.body if firm and self.body and not _PARTY_LABEL.search(self.body.label) else None

    @property
    def former(self) -> list[tuple[str, ObjectValue]]:
        return [("former", TextObject("true"))] if self.role.former else []

    def candidate(
        self, subject: str, predicate: str, thing: ObjectValue, qualifiers: list[tuple[str, ObjectValue]]
    ) -> Candidate:
        return Candidate(
            subject, predicate, thing, f"role/{self.role.form}", (self.role.evidence,), tuple(qualifiers),
            self.stance.status, self.stance.polarity, self.stance.attribution, confidence=self.confidence,
        )  # fmt: skip


def draw(view: View, /) -> Iterator[Candidate]:
    """Every role with its holder, as position, employer, chief executive or founder."""
    chiefs = {role.holder.id for role in view.roles if _is_head_of_firm(role) and _CEO.search(role.words)}
    firm = view.main_firm if len(chiefs) < 2 else None  # of two, one is some other firm's
    for role in view.roles:
        if role.sort in {"office", "trade"} and (stance := role.stance) is not None:
            yield from _told(_held(view, role, stance, firm))


def _is_head_of_firm(role: Role) -> bool:
    """Chief executive or founder of a firm that the sentence does not name."""
    told = _CEO.search(role.words) or _FOUNDER.search(role.words)
    return role.body is None and role.form == "aside" and told is not None


def _held(view: View, role: Role, stance: Stance, main_firm: Entity | None) -> _Held:
    body = role.body
    if body is None and role.nation is not None and _STATE_OFFICE.search(role.noun):
        body = role.nation_entity or view.places.get(role.nation)
    if body is None and _is_head_of_firm(role):
        return _Held(role, stance, main_firm, _BRIDGED)  # of the firm that the article is all about
    return _Held(role, stance, body if body is None or body.id != role.holder.id else None, 0.85)


def _told(held: _Held) -> Iterator[Candidate]:
    firm, words, holder = held.firm, held.role.words, held.role.holder.id
    if firm is not None and _CEO.search(words):
        yield held.candidate(firm.id, "ceo", EntityObject(holder), held.former)
        return  # position and employer are the same fact, told from the other end
    if firm is not None and _FOUNDER.search(words):
        yield held.candidate(firm.id, "founded_by", EntityObject(holder), [])
    if firm is not None and not _CLUB.fullmatch(words) and not _NO_EMPLOYEE.search(words):
        yield held.candidate(holder, "employer", EntityObject(firm.id), [("role", TextObject(words)), *held.former])
    if not _is_trade(held):
        of: list[tuple[str, ObjectValue]] = [("of", EntityObject(held.body.id))] if held.body is not None else []
        yield held.candidate(holder, "position_held", TextObject(words), [*of, *held.former])


def _is_trade(held: _Held) -> bool:
    """A profession and no office: "analyst", "attorney" where no body is told; nor is a lone "head" an office."""
    alone = held.body is None and held.role.owner is None
    return held.role.sort == "trade" or (alone and held.role.words.lower() in _NOT_A_ROLE)


def _of_body(clause: Clause, _: ObjectValue) -> bool:
    """Whom one chairs or heads is named, or is a body by its noun."""
    objects = clause.fill("patient")
    return any((slot := clause.tree.slot(i)) is not None and slot.letter in "OGREW" for i in objects)


def _of_firm(clause: Clause, _: ObjectValue) -> bool:
    """What has a head, and is led nowhere: one leads a march, a cast, a league in goals, a town to victory, too."""
    slots = (clause.tree.slot(i) for i in clause.fill("patient"))
    return not clause.fill("to") and any(
        slot is not None and slot.entity is not None and slot.letter in "OG" and not SIDE_NAME.search(slot.entity.label)
        for slot in slots
    )


_HEADS = frame("role/heads", "position_held", "head lead run oversee", "agent:P", None, object_text="head",
               qualifiers=("of=patient:OG",), accept=_of_firm)  # fmt: skip


def draw_heads(view: View, /) -> Iterator[Candidate]:
    """Who heads a body; in a report of a match he leads it in goals."""
    if not view.is_sport:
        yield from _HEADS(view)


def draw_affiliations(view: View, /) -> Iterator[Candidate]:
    """Whose he is by a bare phrase: "Halvex's Jane Roe", "Jane Roe of Halvex"; in sport that is the side."""
    parties = view.parties
    for tree in view.trees:
        for at, slot in tree.slots.items():
            if slot.letter == "P" and slot.name and slot.entity is not None and at not in tree.quoted:
                for drawn in _affiliated(tree, at, slot.entity.id) if not view.is_sport else ():
                    if not (isinstance(drawn.object, EntityObject) and drawn.object.entity in parties):
                        yield drawn


def _affiliated(tree: Tree, at: int, person: str) -> Iterator[Candidate]:
    owned = tree.under(at, "nmod:poss")
    beside = (i for i in tree.under(at, "nmod", "appos") if tree.case(i) in _AFFILIATING and i > at)
    for phrase_at in (*owned, *beside):
        slot = tree.slots.get(phrase_at)
        if slot is None or slot.entity is None or slot.letter != "O" or not slot.name:
            continue
        firm = EntityObject(slot.entity.id)
        if not _is_firm(tree, firm):
            continue
        joined = [i for i in tree.joined(at) if phrase_at in owned and (s := tree.slots.get(i)) and s.letter == "P"]
        people = {person, *(s.entity.id for i in joined if (s := tree.slots[i]).name and s.entity is not None)}
        for one in sorted(people):
            yield Candidate(one, "employer", firm, "job/affiliated", (tree.span(at, phrase_at),), confidence=0.75)


def _is_staff(clause: Clause, thing: ObjectValue) -> bool:
    return _is_firm(clause.tree, thing)


def _is_firm(tree: Tree, thing: ObjectValue) -> bool:
    """A body that has staff: one joins a club, a party and a protest too, and none of them as an employee."""
    label = tree.label_of(thing)
    if not SPORT_WORDS.isdisjoint(token.text.casefold() for token in tree.tokens):
        return False
    return not _PARTY_LABEL.search(label) and not _SIDES.search(label) and not is_plain_side(label)


# What one joins as a player or a member.
_SIDES = re.compile(
    r"\b(?:United|City|Town|Rovers|Wanderers|Athletic|Albion|FC|AFC|CF|SC|RFC|Army|Navy|Nato|NATO|EU|Union|Alliance|"
    r"Senate|Congress|Parliament|Cabinet|Cup|League|Olympics|Tour)\b"
)
POSITION_HELD = Predicate(
    Declaration("position_held", PERSON, frozenset({"string"}), "P39", identity=("of",)),
    (
        draw,
        frame("role/chairs", "position_held", "chair", "agent:P", None, object_text="chair",
              qualifiers=("of=patient:OGE",), accept=_of_body),
        draw_heads,
        frame("role/coaches", "position_held", "coach", "agent:P", None, object_text="coach",
              qualifiers=("of=patient:OGRP",), accept=_of_body),
        frame("role/captains", "position_held", "captain skipper", "agent:P", None, object_text="captain",
              qualifiers=("of=patient:OGRE",), accept=_of_body),
        frame("role/edits", "position_held", "edit", "agent:P", None, object_text="editor",
              qualifiers=("of=patient:OW",), accept=_of_body),
    ),
    (
        Example("Finance Minister Carla Velez opened the debate.", "Carla Velez", "Finance Minister"),
        Example("Peter Albrook, the chairman of Nordbank Holdings, resigned.", "Peter Albrook", "chairman"),
        Example("The union endorsed Lieutenant Governor Nora Vance.", "Nora Vance", "Lieutenant Governor"),
        Example("The premier will appoint Justice Omar Lindqvist.", "Omar Lindqvist", "Justice"),
        Example("Police have arrested opposition leader Tobias Mwale.", "Tobias Mwale", "opposition leader"),
        Example("Republican Governor Nora Vance signed it.", "Nora Vance", "Governor"),
        Example("Labour MP Tom Heston asked for a vote.", "Tom Heston", "MP"),
        Example("Canadian Prime Minister Louis Garneau spoke first.", "Louis Garneau", "Prime Minister"),
        Example("The head of the Harbour Council, Ruth Kell, agreed.", "Ruth Kell", "head"),
        Example(
            "Nadia Velez joins from Nordbank Holdings, where she was finance director.",
            "Nadia Velez",
            "finance director",
        ),
        Example("Iris Kemble, currently curator of the Marlow Museum, agreed.", "Iris Kemble", "curator"),
    ),
    (
        Counterexample("Carla Velez wants to become finance minister.", "a wish"),
        Counterexample("Carla Velez criticised the finance minister.", "somebody else"),
        Counterexample("Leo Brandt led the Harland Bears with 30 points.", "a player"),
        Counterexample("The Harland Bears, led by guard Leo Brandt, won again.", "a player"),
    ),
)
EMPLOYER = Predicate(
    Declaration("employer", PERSON, frozenset({"organization"}), "P108"),
    (
        draw,
        frame("job/works-at", "employer", "work serve teach lecture intern spend", "agent:P", "at|for|with:O",
              accept=_is_staff),
        frame("job/joined", "employer", "join rejoin", "agent:P", "patient:O", confidence=0.75,
              qualifiers=("role=as:*",), accept=_is_staff),
        frame("job/hired", "employer", "hire employ recruit poach", "patient:P", "agent|by|from|at:O",
              qualifiers=("role=as:*",), accept=_is_staff),
        frame("job/runs-at", "employer", "run lead manage head oversee", "agent:P", "at:O", accept=_is_staff),
        draw_affiliations,
    ),
    (
        Example("Nadia Velez works for Halvex Systems.", "Nadia Velez", "Halvex Systems"),
        Example("Leo Brandt, an analyst at Nordbank Holdings, disagreed.", "Leo Brandt", "Nordbank Holdings"),
    ),
    (
        Counterexample("Louis Garneau, leader of the Conservative Party, disagreed.", "a party has no staff"),
        Counterexample("Opposition Leader Louis Garneau of the Conservative Party disagreed.", "as before"),
        Counterexample("Norland United have signed Leo Brandt from Estavia Rovers.", "the club that he left"),
        Counterexample("Nadia Velez sued Halvex Systems.", "a plaintiff"),
        Counterexample("Nadia Velez may have worked for Halvex Systems.", "a guess"),
    ),
)
CEO = Predicate(
    Declaration("ceo", frozenset({"organization"}), PERSON, "P169", merge="latest"),
    (draw,),
    (
        Example("Halvex Systems CEO Peter Albrook spoke first.", "Halvex Systems", "Peter Albrook"),
        Example("Mia Quill, chief executive of Nordbank Holdings, agreed.", "Nordbank Holdings", "Mia Quill"),
    ),
    (
        Counterexample("Peter Albrook met the CEO of Halvex Systems.", "somebody else"),
        Counterexample("Peter Albrook could become CEO of Halvex Systems.", "a guess"),
    ),
)
_STARTED = "found co-found cofound establish start set_up create launch"
FOUNDED_BY = Predicate(
    Declaration(
        "founded_by",
        frozenset({"organization", "event", "work"}),
        frozenset({"person", "organization", "group"}),
        "P112",
    ),
    (
        draw,
        frame("org/started", "founded_by", _STARTED, "patient:O", "agent:PO"),
        frame("org/started-with", "founded_by", _STARTED, "patient:O", "with:P"),
    ),
    (
        Example("Peter Albrook founded Halvex Systems in 1999.", "Halvex Systems", "Peter Albrook"),
        Example("Nordbank Holdings was founded by Mia Quill.", "Nordbank Holdings", "Mia Quill"),
    ),
    (
        Counterexample("Peter Albrook joined Halvex Systems in 1999.", "an employee"),
        Counterexample("Peter Albrook did not found Halvex Systems.", "denied"),
    ),
)
