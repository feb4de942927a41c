"""What belongs to whom: firms to their parents, clubs, papers, mines and stakes to their owners."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from worker.pipeline.extract.lexicon.lexemes import lexemes
from worker.pipeline.extract.lexicon.verbs import forms
from worker.pipeline.extract.pattern import build
from worker.pipeline.extract.phrase import hits
from worker.pipeline.extract.rule import Counterexample, Example, Predicate
from worker.pipeline.extract.stance import Stance
from worker.pipeline.extract.syntax.epithet import epithets
from worker.pipeline.extract.syntax.frame import Place, evidence
from worker.pipeline.extract.syntax.meaning import meaning
from worker.pipeline.values import Candidate, Declaration, EntityObject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from worker.pipeline.extract.syntax.clause import Clause
    from worker.pipeline.extract.syntax.epithet import Epithet
    from worker.pipeline.extract.syntax.tree import Tree
    from worker.pipeline.extract.view import View
    from worker.pipeline.values import Entity, Span

_OWNING = forms("own control")
_HOLDING = forms("own hold have retain control keep")
_STAKES = lexemes("stake share shares shareholding holding interest")
_UNITS = lexemes("subsidiary subsidiaries unit units division divisions arm affiliate brand brands imprint part wing")
_PARENTS = lexemes("parent owner owners co-owner proprietor") | {
    "parent company", "holding company", "parent group", "parent organisation", "parent organization", "parent firm"
}  # fmt: skip
_SHAREHOLDERS = lexemes("shareholder shareholders stakeholder investor")

_PLACES = frozenset({"gpe", "location"})
_FIRMS = frozenset({"organization", "group"})
_OWNER = frozenset({"person", "organization", "group", "gpe"})
_OWNED = frozenset({"organization", "product", "work", "location", "object", "event", "gpe"})
_OWNED_WORD = build(r"<o:OPG> - (?:owned|controlled) {ADJS}<s:OWDL>")


@dataclass(frozen=True, slots=True)
class _Tie:
    """`share`: a part of it only; `loose`: "part of", which places are of each other too."""

    owner: Entity
    owned: Entity
    stance: Stance
    words: Span
    rule: str
    share: bool = False
    loose: bool = False


def draw_owners(view: View, /) -> Iterator[Candidate]:
    """From verbs ("owns", "holds a stake in"), nouns ("owner of", "a unit of") and "Nordbank-owned"."""
    for tie in (*_by_verb(view), *_by_stake(view), *_by_noun(view), *_by_compound(view)):
        yield from _tied(tie)


def _by_noun(view: View) -> Iterator[_Tie]:
    for tree in view.trees:
        for one in epithets(tree, _UNITS | _PARENTS | _SHAREHOLDERS):
            if not one.former:
                yield from _of_epithet(tree, one)


def _of_epithet(tree: Tree, one: Epithet) -> Iterator[_Tie]:
    stance, share = one.stance, one.noun in _SHAREHOLDERS
    for holder, other in product(one.holders, one.others):
        owned, owner = (holder, other) if one.noun in _UNITS else (other, holder)
        a, b = tree.slot(owned), tree.slot(owner)
        if stance is not None and a is not None and b is not None and a.entity is not None and b.entity is not None:
            yield _Tie(b.entity, a.entity, stance, one.evidence, "owner/noun", share, one.noun == "part")


def _by_compound(view: View) -> Iterator[_Tie]:
    for hit in hits(view, _OWNED_WORD, lexemes("owned controlled")):
        owner, owned = (hit.reading.slots[hit.match[end]].entity for end in ("o", "s"))
        assert owner is not None  # noqa: S101 - narrows the type: slots of these letters stand for entities
        assert owned is not None  # noqa: S101 - as above
        yield _Tie(owner, owned, Stance(), hit.span(), "owner/compound")


def _by_verb(view: View) -> Iterator[_Tie]:
    for clause in view.clauses_with(_OWNING):
        yield from _of_clause(view, clause, Place(("agent", "by"), "OPGR"), Place(("patient",), "ODWLBEG"))


def _by_stake(view: View) -> Iterator[_Tie]:
    for clause in view.clauses_with(_HOLDING):
        if any(clause.tree.word(i) in _STAKES for i in clause.fill("patient")):
            yield from _of_clause(view, clause, Place(("agent",), "OPGR"), Place(("in", "of"), "OD"), share=True)


def _of_clause(view: View, clause: Clause, owners: Place, things: Place, *, share: bool = False) -> Iterator[_Tie]:
    ends = list(product(owners.found(clause), things.found(clause)))
    stance = meaning(clause.tree, clause.verb) if ends and clause.verb not in clause.tree.quoted else None
    for (a, owner), (b, owned) in ends:
        if stance is not None and isinstance(owner, EntityObject) and isinstance(owned, EntityObject):
            one, other, words = view.entities[owner.entity], view.entities[owned.entity], evidence(clause, (a, b))
            yield _Tie(one, other, stance, words, "owner/stake" if share else "owner/verb", share)


def _tied(tie: _Tie) -> Iterator[Candidate]:
    """A firm belongs to a firm as to its parent; whatever else is owned is owned."""
    one, other, stance = tie.owner, tie.owned, tie.stance
    if one.id == other.id or other.type not in _OWNED or one.type not in _OWNER:
        return
    if tie.rule == "owner/noun" and (one.type == "gpe" or (tie.loose and other.type in _PLACES)):
        return  # "part of London" is no property
    firm = other.type in {"organization", "product", "gpe"} or (tie.rule == "owner/noun" and other.type == "location")
    parental = not tie.share and one.type in _FIRMS and firm
    subject, thing = (other, one) if parental else (one, other)
    yield Candidate(
        subject.id, "parent_organization" if parental else "owns", EntityObject(thing.id), tie.rule, (tie.words,),
        status=stance.status, polarity=stance.polarity, attribution=stance.attribution, confidence=0.82,
    )  # fmt: skip


PARENT_ORGANIZATION = Predicate(
    Declaration(
        "parent_organization",
        frozenset({"organization", "product", "gpe", "location"}),  # a firm that is named like a town is read as one
        frozenset({"organization", "group"}),
        "P749",
        functional=True,
        inverse="subsidiary",
        conflict="same_time",
    ),
    (draw_owners,),
    (
        Example(
            "Halvex Systems, a subsidiary of Nordbank Holdings, moved to Leeds.",
            "Halvex Systems",
            "Nordbank Holdings",
        ),
        Example("Halvex Systems is owned by Nordbank Holdings.", "Halvex Systems", "Nordbank Holdings"),
        Example(
            "Halvex Systems, a unit of Oslo-based Nordbank Holdings, moved to Leeds.",
            "Halvex Systems",
            "Nordbank Holdings",
        ),
        Example(
            "Nordbank Holdings, which owns Halvex Systems, is based in Leeds.", "Halvex Systems", "Nordbank Holdings"
        ),
        Example("Halvex Systems owner Nordbank Holdings cut jobs.", "Halvex Systems", "Nordbank Holdings"),
        Example("Nordbank-owned Halvex Systems was fined on Monday.", "Halvex Systems", "Nordbank"),
        Example(
            "Nordbank Holdings and its subsidiary, Halvex Systems, were fined.", "Halvex Systems", "Nordbank Holdings"
        ),
    ),
    (
        Counterexample("Halvex Systems is a rival of Nordbank Holdings.", "a rival"),
        Counterexample("Halvex Systems might be owned by Nordbank Holdings.", "a guess"),
        Counterexample("Nordbank Holdings no longer owns Halvex Systems.", "the past"),
        Counterexample("Halvex Systems is a former unit of Nordbank Holdings.", "the past"),
    ),
)
OWNS = Predicate(
    Declaration("owns", _OWNER, _OWNED, "P1830", identity=("share",)),
    (draw_owners,),
    (
        Example("The Harland Post is owned by Leo Brandt.", "Leo Brandt", "Harland Post"),
        Example("Leo Brandt, the owner of the Harland Bears, was in the stands.", "Leo Brandt", "Harland Bears"),
        Example("Leo Brandt owns a 19 percent stake in Nordbank Holdings.", "Leo Brandt", "Nordbank Holdings"),
        Example("Nordbank Holdings holds a 30% stake in Halvex Systems.", "Nordbank Holdings", "Halvex Systems"),
    ),
    (
        Counterexample("Leo Brandt does not own the Harland Post.", "denied"),
        Counterexample("Leo Brandt wants to own the Harland Bears.", "a wish"),
        Counterexample("Leo Brandt sold his stake in Nordbank Holdings.", "a sale"),
    ),
)
