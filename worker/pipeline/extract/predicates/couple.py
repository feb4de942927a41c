"""Couples: spouse and partner, by kin nouns, by verbs, and as "the couple"."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING

from worker.pipeline.extract.lexicon.verbs import forms
from worker.pipeline.extract.pattern import build
from worker.pipeline.extract.phrase import Hit, hits
from worker.pipeline.extract.rule import PERSON, Counterexample, Example, Predicate
from worker.pipeline.extract.stance import Stance
from worker.pipeline.extract.syntax.bearer import bearers
from worker.pipeline.extract.syntax.clause import subjects
from worker.pipeline.extract.syntax.meaning import meaning
from worker.pipeline.extract.ties import draw_ties
from worker.pipeline.values import (
    Candidate,
    Declaration,
    EntityObject,
    ObjectValue,
    TextObject,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from worker.pipeline.extract.syntax.clause import Clause
    from worker.pipeline.extract.syntax.tree import Tree
    from worker.pipeline.extract.view import View


_MARRIED = build(
    r"<s:P>{AGE} {AUX}(?P<verb>married|marry|marries|wed|weds|tied the knot with|exchanged "
    r"vows with|divorced|divorce|"
    r"split from|separated from) (?!to )<o:P>{DATE}"
)
_MARRIED_TO = build(
    r"<s:P>{APP} {AUX}(?:got |gets |become |became )?(?P<verb>married|engaged|wed|betrothed) to (?:(?:fellow|his|her|"
    r"the) )?{FEW}<o:P>{DATE}"
)
_MARRIED_EACH_OTHER = build(
    r"<s:P> and <o:P>{AGE}(?: ,(?= who))? {AUX}(?P<verb>married|wed|tied the knot|got "
    r"married|exchanged vows|got engaged|divorced|engaged|"
    r"dating|split up|filed for divorce|separated)(?! (?:to|by|that))\b{DATE}"
)
_DATING = build(
    r"<s:P>{APP} {AUX}(?P<verb>dating|dated|in a relationship with|in a long-term relationship "
    r"with) <o:P>"
)
# Verbs that mean a wedding or its end only with their object.
_KNOTS = {
    **dict.fromkeys(forms("tie"), "knot"), **dict.fromkeys(forms("exchange"), "vows"),
    **dict.fromkeys(forms("file"), "divorce"),
}  # fmt: skip
_WEDDING = forms("marry wed tie exchange file")
_PARTING = forms("divorce")
_COURTING = forms("date court engage")
_BONDS = {
    "divorce": "former", "marriage": "spouse", "wedding": "spouse", "engagement": "partner",
    "relationship": "partner", "romance": "partner", "separation": "former",
}  # fmt: skip
_MARRIAGE = re.compile(r"\b(?:married|marriage|wed|wedding|husband|wife|spouse|newlyweds)\b", re.IGNORECASE)
_COUPLE = re.compile(r"\b(?:the|this) (?:[a-z-]{3,14} ){0,3}couple$", re.IGNORECASE)
_ENGAGED = frozenset({"engaged", "got engaged", "dating", "dated", "betrothed", "in a relationship with",
                      "in a long-term relationship with", "split up"})  # fmt: skip
_ENDED = frozenset(
    {"divorced", "divorce", "split from", "separated from", "split up", "filed for divorce", "separated"}
)


def draw_marriages(view: View) -> Iterator[Candidate]:
    for pattern, words in (
        (_MARRIED, "married marry marries wed weds knot vows divorced divorce split separated"),
        (_MARRIED_TO, "married engaged wed betrothed"),
        (_MARRIED_EACH_OTHER, "married wed knot vows engaged divorced dating split divorce separated"),
        (_DATING, "dating dated relationship"),
    ):
        for hit in hits(view, pattern, frozenset(words.split())):
            yield from _marriage(hit)


def _marriage(hit: Hit) -> Iterator[Candidate]:
    stance, subject, thing = hit.stance(), hit.entity("s"), hit.entity("o")
    if stance is None or subject is None or thing is None or subject == thing:
        return
    verb = hit.match["verb"].lower()
    qualifiers: list[tuple[str, ObjectValue]] = [("former", TextObject("true"))] if verb in _ENDED else []
    date = hit.value("date") if "date" in hit.match.groupdict() else None
    if date is not None:
        qualifiers.append(("end" if verb in _ENDED else "start", date))
    yield Candidate(
        subject=subject,
        predicate="partner" if verb in _ENGAGED else "spouse",
        object=EntityObject(thing),
        rule="couple/verb",
        evidence=(hit.span(),),
        qualifiers=tuple(qualifiers),
        status=stance.status,
        polarity=stance.polarity,
        attribution=stance.attribution,
        confidence=0.85,
    )


def draw_bonds(view: View) -> Iterator[Candidate]:
    """By clauses ("A and B , who married in 2016", "A divorced B") and nouns ("A 's divorce from B")."""
    for words, status in ((_WEDDING, "spouse"), (_PARTING, "former"), (_COURTING, "partner")):
        for clause in view.clauses_with(words):
            tree, at = clause.tree, clause.verb
            pairs = _pairs(clause)
            stance = meaning(tree, at) if pairs and at not in tree.quoted else None
            for pair in pairs if stance is not None else []:
                yield from _bond(tree, at, pair, status, stance or Stance())
    for tree in view.trees:
        for at in range(len(tree.tokens)):
            if tree.word(at) in _BONDS and at not in tree.quoted:
                yield from _of_noun(tree, at)


def _pairs(clause: Clause) -> list[tuple[int, int]]:
    """Subject with object, or with whom it is "to" or "from"; of several subjects and no object each other's."""
    tree = clause.tree
    ones = [j for i in clause.fill("patient" if clause.passive else "agent") for j in tree.joined(i)]
    places = ("to", "from", "with", "+from") if clause.passive else ("patient", "to", "from", "with", "+from")
    others = [i for place in places for i in clause.fill(place)]
    named = [i for i in others if _is_person(tree, i)]
    if not named and len(ones) == 2 and "patient" not in {p for p in places if clause.fill(p) and not _is_knot(clause)}:
        return [(ones[0], ones[1])]
    return [(one, other) for one in ones for other in named[:1]]


def _is_knot(clause: Clause) -> bool:
    """"Tied the knot", "exchanged vows", "filed for divorce": the object is part of the verb."""
    return all(clause.tree.word(i) in {"knot", "vows"} for i in clause.fill("patient"))


def _of_noun(tree: Tree, at: int) -> Iterator[Candidate]:
    others = [i for i in tree.under(at, "nmod") if tree.case(i) in {"from", "to", "with"} and _is_person(tree, i)]
    stance = meaning(tree, at) if others else None
    for one in bearers(tree, at) or subjects(tree, at, 0) if stance is not None else []:
        yield from _bond(tree, at, (one, others[0]), _BONDS[tree.word(at)], stance or Stance())


def _is_person(tree: Tree, at: int) -> bool:
    slot = tree.slot(at)
    return slot is not None and slot.letter == "P" and slot.entity is not None


def _bond(tree: Tree, at: int, pair: tuple[int, int], status: str, stance: Stance) -> Iterator[Candidate]:
    a, b = map(tree.slot, pair)
    if not a or not b or a.entity is None or b.entity is None or a.letter + b.letter != "PP" or a.entity == b.entity:
        return
    if tree.word(at) in _KNOTS and not any(_KNOTS[tree.word(at)] == tree.word(i) for i in tree.under(at, "obj", "obl")):
        return
    former: tuple[tuple[str, ObjectValue], ...] = (("former", TextObject("true")),) if status == "former" else ()
    yield Candidate(
        a.entity.id, "partner" if status == "partner" else "spouse", EntityObject(b.entity.id), "couple/clause",
        (tree.around(at, *pair),), qualifiers=former, status=stance.status, polarity=stance.polarity,
        attribution=stance.attribution, confidence=0.84,
    )  # fmt: skip


def draw_couples(view: View) -> Iterator[Candidate]:
    """Two persons together; that they are married "the couple" does not say, but the article may."""
    if _MARRIAGE.search(view.text):
        return
    for nominal in view.nominals:
        members = nominal.entity.members
        people = all(view.entities[one].type == "person" for one in members)
        if len(members) == 2 and people and _COUPLE.search(nominal.span.of(view.text)):
            for one, other in combinations(members, 2):
                yield Candidate(
                    subject=one,
                    predicate="partner",
                    object=EntityObject(other),
                    rule="couple/noun",
                    evidence=(nominal.span,),
                    qualifiers=(("subtype", TextObject("unspecified")),),
                    confidence=0.75,
                )


SPOUSE = Predicate(
    Declaration("spouse", PERSON, PERSON, "P26", symmetric=True),
    (draw_ties, draw_marriages, draw_bonds, draw_couples),
    (
        Example("Peter Albrook arrived with his wife, Joan Albrook.", "Peter Albrook", "Joan Albrook"),
        Example("Hector Velez married Carla Moran in 1998.", "Hector Velez", "Carla Moran"),
        Example("Hector Velez and Carla Moran, who married in 2016, moved to Leeds.", "Hector Velez", "Carla Moran"),
        Example("Hector Velez lives in Leeds with wife Carla, 41.", "Hector Velez", "Carla"),
        Example("Carla Moran's divorce from Hector Velez was final in May.", "Carla Moran", "Hector Velez"),
        Example("Hector Velez founded the firm with his then-wife, Carla Moran.", "Hector Velez", "Carla Moran"),
    ),
    (
        Counterexample("Hector Velez and Carla Moran had dinner together.", "no marriage told"),
        Counterexample("Bishop Hector Velez married the couple in 1998.", "a priest"),
        Counterexample("Hector Velez plans to marry Carla Moran next year.", "a plan"),
    ),
)
PARTNER = Predicate(
    Declaration("partner", PERSON, PERSON, "P451", symmetric=True),
    (draw_ties, draw_marriages, draw_bonds, draw_couples),
    (
        Example("Mia Quill and her boyfriend, Leo Brandt, moved to Leeds.", "Mia Quill", "Leo Brandt"),
        Example("Mia Quill is engaged to Leo Brandt.", "Mia Quill", "Leo Brandt"),
        Example("Mia Quill announced her engagement to Leo Brandt.", "Mia Quill", "Leo Brandt"),
    ),
    (
        Counterexample("Mia Quill met Leo Brandt at a conference.", "a meeting"),
        Counterexample("Mia Quill may be dating Leo Brandt.", "a guess"),
    ),
)
