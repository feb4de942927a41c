"""Companies: who bought whom, and what was released."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from worker.pipeline.extract.lexicon.lexemes import lexemes
from worker.pipeline.extract.lexicon.verbs import forms
from worker.pipeline.extract.rule import Counterexample, Example, Predicate
from worker.pipeline.extract.syntax.bearer import bearers
from worker.pipeline.extract.syntax.frame import Frame, Place, frame, spread
from worker.pipeline.extract.syntax.meaning import meaning
from worker.pipeline.values import Candidate, Declaration, EntityObject, TextObject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from worker.pipeline.extract.syntax.clause import Clause
    from worker.pipeline.extract.syntax.tree import Tree
    from worker.pipeline.extract.view import View
    from worker.pipeline.values import ObjectValue

_BUYER = frozenset({"organization", "person", "group", "gpe"})
# A shop or a home that is named like a town is read as one, and nobody buys towns.
_BOUGHT = frozenset({"organization", "product", "work", "location", "object", "gpe"})
_AGREEING = forms("agree sign reach strike clinch announce seal ink") | lexemes("deal agreement pact contract")
_DEALS = lexemes("acquisition takeover purchase buyout buy-out")
_DONE = forms("complete close finalise finalize finish seal")
_FORBIDDING = forms("oppose block challenge fight review probe investigate approve consider")
_BE = lexemes("is are was were 's 're be")
_PRICE = ("price=for|+for|at:m",)


def _is_deal(clause: Clause, thing: ObjectValue) -> bool:
    """A person who buys a phone is a customer."""
    tree = clause.tree
    people = any(slot.letter == "P" for at in clause.fill("agent") if (slot := tree.slot(at)) is not None)
    goods = any(slot.letter in "DL" for at in clause.fill("patient") if (slot := tree.slot(at)) is not None)
    return not (people and goods) and isinstance(thing, EntityObject)


@dataclass(frozen=True, slots=True)
class _Stage(Place):
    """How far the deal has come, as a qualifier."""

    def found(self, clause: Clause) -> Iterator[tuple[int, ObjectValue]]:
        yield clause.verb, TextObject(_stage(clause))


def _stage(clause: Clause) -> str:
    """A deal that is agreed, planned or under way is announced; one told in the past is done."""
    tree, token = clause.tree, clause.tree.tokens[clause.verb]
    helpers = {tree.word(i) for i in tree.under(clause.verb, "aux", "aux:pass", "mark")}
    if helpers & {"being", "will", "would", "'ll"} or (token.fine == "VBG" and helpers & _BE):
        return "announced"
    if "to" in helpers and helpers | {tree.word(i) for i in tree.under(clause.verb, "cop")} & _BE:
        return "announced"  # "is to buy"
    return "announced" if "to" in helpers and tree.word(token.head) in _AGREEING else "completed"


def _deal(rule: str, verbs: str, buyer: str, bought: str) -> Frame:
    made = frame(rule, "acquired", verbs, buyer, bought, qualifiers=_PRICE, accept=_is_deal)
    return replace(made, qualifiers=(*made.qualifiers, ("status", _Stage((), ""))))


_BUYING = _deal(
    "deal/bought", "acquire buy purchase take_over snap_up buy_out gobble_up swallow", "agent|by|+by:OPGR",
    "patient:OWDLG",
)  # fmt: skip
_SELLING = _deal("deal/sold", "sell offload divest flog sell_off dispose hive_off", "to|+to:OPGR", "patient|of:OWG")


def draw_deals(view: View, /) -> Iterator[Candidate]:
    """Who bought whom: by verbs of buying and selling, and by nouns."""
    for rule in (_BUYING, _SELLING):
        yield from map(_settled, rule(view))
    for tree in view.trees:
        for at, token in enumerate(tree.tokens):
            if token.tag == "NOUN" and tree.word(at) in _DEALS and at not in tree.quoted:
                yield from map(_settled, _of_noun(tree, at))


def _of_noun(tree: Tree, at: int) -> Iterator[Candidate]:
    """Reads "Nordbank's takeover of Halvex", "the purchase of Halvex by Nordbank", "announced the acquisition of"."""
    by = [i for i in tree.under(at, "nmod") if tree.case(i) == "by"]
    buyers = [s for i in by or bearers(tree, at) if (s := tree.slot(i)) is not None and s.letter in "OPGR"]
    phrases = [i for i in tree.under(at, "nmod") if tree.case(i) == "of"]
    bought = [s for i in phrases for j in tree.joined(i) if (s := tree.slot(j)) is not None and s.letter in "OWDG"]
    stance = meaning(tree, at) if buyers and bought else None
    done = tree.word(tree.tokens[at].head) in _DONE
    if stance is not None and tree.word(tree.tokens[at].head) not in _FORBIDDING:
        for thing in (value for slot in bought for value in spread(slot)):
            for buyer in (value for slot in buyers[:1] for value in spread(slot)):
                if isinstance(buyer, EntityObject) and buyer != thing:
                    yield Candidate(
                        buyer.entity, "acquired", thing, "deal/noun", (tree.around(at, *phrases, *by),),
                        qualifiers=(("status", TextObject("completed" if done else "announced")),),
                        status=stance.status, polarity=stance.polarity, attribution=stance.attribution, confidence=0.8,
                    )  # fmt: skip


def _settled(found: Candidate) -> Candidate:
    """What a party says of its own deal is announced by that and holds; what others expect stays expected."""
    said = found.attribution
    parties = {found.subject, found.object.entity if isinstance(found.object, EntityObject) else ""}
    if said is not None and said.speaker in parties and found.polarity == "positive":
        return replace(found, status="asserted" if found.status in {"predicted", "reported"} else found.status,
                       attribution=None)  # fmt: skip
    return found


ACQUIRED = Predicate(
    Declaration("acquired", _BUYER, _BOUGHT, "P11812", identity=("status",)),
    (draw_deals,),
    (
        Example(
            "Nordbank Holdings acquired Halvex Systems for $40 million in 2019.",
            "Nordbank Holdings",
            "Halvex Systems",
        ),
        Example(
            "Halvex Systems was bought by Nordbank Holdings in 2019.", "Nordbank Holdings", "Halvex Systems"
        ),
        Example("Nordbank Holdings bought Leeds-based Halvex Systems.", "Nordbank Holdings", "Halvex Systems"),
        Example(
            "Tarrant Group sold its software unit, Halvex Systems, to Nordbank Holdings.",
            "Nordbank Holdings",
            "Halvex Systems",
        ),
        Example(
            "Halvex Systems has agreed to be acquired by Nordbank Holdings.", "Nordbank Holdings", "Halvex Systems"
        ),
        Example(
            "Nordbank Holdings said on Monday it will buy Halvex Systems.", "Nordbank Holdings", "Halvex Systems"
        ),
        Example(
            "Nordbank Holdings announced a $40 million deal to buy Halvex Systems.",
            "Nordbank Holdings",
            "Halvex Systems",
        ),
        Example(
            "Nordbank Holdings completed its acquisition of Halvex Systems on Monday.",
            "Nordbank Holdings",
            "Halvex Systems",
        ),
        Example(
            "Nordbank Holdings plans to buy Halvex Systems.", "Nordbank Holdings", "Halvex Systems", "predicted"
        ),
    ),
    (
        Counterexample("Nordbank Holdings hopes to acquire Halvex Systems.", "a hope"),
        Counterexample("Nordbank Holdings denied that it had acquired Halvex Systems.", "denied"),
        Counterexample("Nordbank Holdings abandoned its takeover of Halvex Systems.", "given up"),
        Counterexample("Nordbank Holdings is in talks to buy Halvex Systems.", "talks"),
        Counterexample("Nordbank Holdings bought 3,000 shares in Halvex Systems.", "shares"),
    ),
)
_COMING_OUT = forms("come_out premiere debut") | forms("release publish launch")


def draw_premieres(view: View, /) -> Iterator[Candidate]:
    """Reads "Mia Quill's album X came out in May"."""
    for clause in view.clauses_with(_COMING_OUT):
        tree, at = clause.tree, clause.verb
        for noun in clause.fill("patient" if clause.passive else "agent"):
            owned_by = (tree.slot(i) for i in tree.under(noun, "nmod:poss"))
            owners = [slot for slot in owned_by if slot is not None and slot.letter in "PORG"]
            work = tree.slot(noun)
            stance = meaning(tree, at) if owners and at not in tree.quoted else None
            owner = owners[0].entity if owners else None
            if stance and work is not None and work.entity and work.name and work.letter in "WD" and owner is not None:
                yield Candidate(
                    owner.id, "released", EntityObject(work.entity.id), "work/came-out", (tree.around(at, noun),),
                    status=stance.status, polarity=stance.polarity, attribution=stance.attribution, confidence=0.8,
                )  # fmt: skip


RELEASED = Predicate(
    Declaration(
        "released", frozenset({"person", "organization", "group"}), frozenset({"work", "product"}), "P577"
    ),
    (
        frame(
            "work/released", "released",
            "release launch unveil publish drop premiere roll_out issue debut put_out bring_out introduce air stream",
            "agent|by|+by:PORG", "patient:WD", qualifiers=("platform=on|via:OD", "place=in:G"), confidence=0.8,
        ),
        draw_premieres,
    ),
    (
        Example(
            'Mia Quill released her second album, "Salt and Smoke", in 2020.', "Mia Quill", "Salt and Smoke"
        ),
        Example(
            'Leo Brandt published the novel "The Glass Harbour" in May 2018.',
            "Leo Brandt",
            "The Glass Harbour",
        ),
        Example('Mia Quill\'s album "Salt and Smoke" came out in May.', "Mia Quill", "Salt and Smoke"),
        Example('"The Glass Harbour" was published by Nordbank Books in 2018.', "Nordbank Books", "The Glass Harbour"),
    ),
    (
        Counterexample('Mia Quill will release the album "Salt and Smoke" next year.', "to come"),
        Counterexample('Mia Quill heard the album "Salt and Smoke" in 2020.', "a listener"),
    ),
)
