"""Figures of firms, people and things: sales, prices, fortunes. Profit is not revenue, and a forecast is no figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from worker.pipeline.extract.lexicon.lexemes import lexemes
from worker.pipeline.extract.lexicon.verbs import forms
from worker.pipeline.extract.pattern import build
from worker.pipeline.extract.phrase import hits, phrase
from worker.pipeline.extract.rule import Counterexample, Example, Predicate
from worker.pipeline.extract.syntax.bearer import bearers
from worker.pipeline.extract.syntax.clause import subjects
from worker.pipeline.extract.syntax.frame import frame
from worker.pipeline.extract.syntax.meaning import meaning
from worker.pipeline.values import Candidate, Declaration, QuantityObject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from worker.pipeline.extract.syntax.clause import Clause
    from worker.pipeline.extract.syntax.tree import Tree
    from worker.pipeline.extract.view import View
    from worker.pipeline.values import Entity, ObjectValue

_REVENUE = lexemes("revenue revenues sales turnover takings")
_WORTH = lexemes("worth fortune wealth")
_MOVING = forms(
    "rise fall climb drop increase decrease decline grow jump surge reach hit total come slip edge soar slide top "
    "exceed plunge tumble shrink dip sink rocket leap double triple quadruple amount stand be estimate put value "
    "cut set raise lower slash reduce"
)
_BUILDING = lexemes("home house car vehicle ticket arms drug bond asset share stock land property")  # sales of these
_AT = ("to", "at", "of")


def draw_revenue(view: View, /) -> Iterator[Candidate]:
    """An amount that sales are told to be, of whoever has them."""
    for tree in view.trees:
        for at, token in enumerate(tree.tokens):
            if tree.word(at) in _REVENUE and token.tag == "NOUN" and at not in tree.quoted and _is_whole(tree, at):
                yield from _sales(view, tree, at)


def _is_whole(tree: Tree, at: int) -> bool:
    return not {tree.word(i) for i in tree.under(at, "compound", "amod")} & _BUILDING


def _sales(view: View, tree: Tree, at: int) -> Iterator[Candidate]:
    amount, owner = _amount(tree, at), _owner(view, tree, at)
    stance = meaning(tree, at if tree.tokens[at].relation != "nsubj" else tree.tokens[at].head)
    quantity = tree.slots[amount].quantity if amount is not None else None
    if amount is not None and quantity is not None and owner is not None and stance is not None:
        yield Candidate(
            owner.id, "revenue", QuantityObject(quantity), "firm/revenue", (tree.around(at, amount),),
            status=stance.status, polarity=stance.polarity, attribution=stance.attribution, confidence=0.8,
        )  # fmt: skip


def _amount(tree: Tree, at: int) -> int | None:
    """Token of the money: "revenue of $3m", "revenue rose to $3m", "revenue was $3m", "$3m in revenue"."""
    token = tree.tokens[at]
    head = token.head
    own = [i for i in tree.under(at, "nmod", "obl", "appos") if tree.case(i) in {"of", "at"}]
    if token.relation in {"nsubj", "nsubj:pass"} and (tree.word(head) in _MOVING or _is_money(tree, head)):
        ends = [i for i in tree.under(head, "obl", "xcomp") if tree.case(i) in _AT] or tree.under(head, "obj", "xcomp")
        own = [*own, head, *ends]
    elif tree.case(at) in {"in", "of"}:
        own = [*own, head, *(tree.under(head, "obj") if tree.tokens[head].tag == "VERB" else [])]
    elif token.relation == "obj":  # the parser may hang "of $3m" on the verb
        own = [*own, *(i for i in tree.under(head, "obj", "obl") if i > at and tree.case(i) == "of")]
    return next((i for i in own if _is_money(tree, i)), None)


def _is_money(tree: Tree, at: int) -> bool:
    slot = tree.slots.get(at)
    return slot is not None and slot.letter == "m"


def _owner(view: View, tree: Tree, at: int) -> Entity | None:
    """Whose sales: told beside the noun or by the verb, else the speaker's, else those of the article's one firm."""
    phrases = [i for i in tree.under(at, "nmod") if tree.case(i) in {"at", "of", "for", "from"}]
    for one in (*tree.under(at, "nmod:poss"), *phrases):
        if (entity := _firm(tree, one)) is not None:
            return entity
    if tree.under(at, "nmod:poss"):
        return None
    found = _bearers(tree, at)
    told = next((e for i in found if (e := _firm(tree, i)) is not None), None)
    return told or (None if found else view.main_firm)


def _bearers(tree: Tree, at: int) -> list[int]:
    token = tree.tokens[at]
    if token.relation in {"nsubj", "nsubj:pass"}:
        verb = tree.tokens[token.head]
        return subjects(tree, verb.head) if verb.relation in {"ccomp", "xcomp"} else []
    if token.relation == "nmod":  # "$3m in revenue", "a profit of $4m on revenue of"
        return bearers(tree, token.head)
    return bearers(tree, at)


def _firm(tree: Tree, at: int) -> Entity | None:
    slot = tree.slot(at)
    return slot.entity if slot is not None and slot.letter in "ODWR" else None


def draw_worth(view: View, /) -> Iterator[Candidate]:
    """Reads "is worth $2 billion", "whose net worth is estimated at", "a fortune of"."""
    for tree in view.trees:
        for at in range(len(tree.tokens)):
            if tree.word(at) in _WORTH and at not in tree.quoted:
                yield from _fortune(tree, at)


def _fortune(tree: Tree, at: int) -> Iterator[Candidate]:
    if tree.tokens[at].tag == "ADJ":
        people, amounts = subjects(tree, at, 0), [i for i in tree.under(at, "obj", "obl") if _is_money(tree, i)]
    else:
        amount = _amount(tree, at)
        people, amounts = bearers(tree, at), [] if amount is None else [amount]
    stance = meaning(tree, at) if people and amounts else None
    for one in people if stance is not None else []:
        slot, quantity = tree.slot(_antecedent(tree, one)), tree.slots[amounts[0]].quantity
        if stance is not None and slot is not None and slot.entity and slot.letter == "P" and quantity is not None:
            yield Candidate(
                slot.entity.id, "net_worth", QuantityObject(quantity), "person/worth",
                (tree.around(one, at, amounts[0]),),
                status=stance.status, polarity=stance.polarity, attribution=stance.attribution, confidence=0.8,
            )  # fmt: skip


def _antecedent(tree: Tree, at: int) -> int:
    """For "whose" the noun that its clause stands beside."""
    if tree.word(at) != "whose":
        return at
    verb = tree.tokens[tree.tokens[at].head].head
    return tree.tokens[verb].head if tree.tokens[verb].relation == "acl:relcl" else at


def _is_first(clause: Clause, thing: ObjectValue) -> bool:
    """"It costs $149 - $50 less than" tells one price; "the group sold it for $40m" is not about the group's."""
    tree = clause.tree
    slots = [tree.slots[i] for i in range(clause.verb, len(tree.tokens)) if _is_money(tree, i)]
    sold = [i for i in clause.fill("patient") if not _is_money(tree, i)]
    return isinstance(thing, QuantityObject) and bool(slots) and slots[0].quantity == thing.quantity and not sold


_THING = "DWBELO"
_TAGGED = build(r"(?:the|its|a|an|new|<O> 's) (?:new )?<o:m> (?:[a-z][\w-]{1,16} ){0,2}<s:D>(?! (?:deal|bid|offer))")


def draw_tags(view: View, /) -> Iterator[Candidate]:
    """Reads "the $149 Halvex 3"."""
    for hit in hits(view, _TAGGED, lexemes("the its a an new")):
        subject, value, stance = hit.entity("s"), hit.value("o"), hit.stance(aside=True)
        if subject is not None and value is not None and stance is not None:
            yield Candidate(subject, "price", value, "price/tag", (hit.span(),), confidence=0.75)


def draw_prices(view: View, /) -> Iterator[Candidate]:
    """Reads "the price of X was cut to $499", "a price of $499 for X"."""
    for tree in view.trees:
        for at in range(len(tree.tokens)):
            if tree.word(at) == "price" and at not in tree.quoted and (amount := _amount(tree, at)) is not None:
                stance = meaning(tree, at if tree.tokens[at].relation != "nsubj" else tree.tokens[at].head)
                phrases = [i for i in tree.under(at, "nmod") if tree.case(i) in {"of", "for"}]
                for one in (*tree.under(at, "nmod:poss"), *phrases):
                    slot, quantity = tree.slot(one), tree.slots[amount].quantity
                    if stance and slot is not None and slot.entity and slot.letter in _THING and quantity is not None:
                        yield Candidate(
                            slot.entity.id, "price", QuantityObject(quantity), "price/noun", (tree.around(at, amount),),
                            status=stance.status, polarity=stance.polarity, attribution=stance.attribution,
                            confidence=0.8,
                        )  # fmt: skip


REVENUE = Predicate(
    Declaration(
        "revenue",
        frozenset({"organization", "product", "work", "group"}),
        frozenset({"money"}),
        "P2139",
        identity=("date", "period"),
    ),
    (
        draw_revenue,
        frame("firm/turned-over", "revenue", "turn_over gross", "agent:OWR", "patient|over:m"),
    ),
    (
        Example(
            "Nordbank Holdings reported revenue of $3.2 billion in 2019.", "Nordbank Holdings", "3200000000"
        ),
        Example("Halvex Systems generated $40 million in sales.", "Halvex Systems", "40000000"),
        Example(
            "Halvex Systems said revenue rose to $40 million.", "Halvex Systems", "40000000", "reported"
        ),
        Example("Revenue at Halvex Systems slid 31 per cent to $40 million.", "Halvex Systems", "40000000"),
        Example("Halvex Systems made a profit of $4 million on revenue of $40 million.", "Halvex Systems", "40000000"),
        Example("Halvex Systems's sales grew to $40 million in 2019.", "Halvex Systems", "40000000"),
    ),
    (
        Counterexample("Nordbank Holdings reported a profit of $3.2 billion.", "profit"),
        Counterexample(
            "The group, which owns Halvex Systems, had revenue of $3.2 billion.", "the owner's, who has no name"
        ),
        Counterexample("Nordbank Holdings expects to report revenue of $3.2 billion.", "a forecast"),
        Counterexample("Halvex Systems said revenue would reach $40 million.", "a forecast"),
        Counterexample("Halvex Systems's loss widened to $40 million as sales fell.", "a loss"),
    ),
)
PRICE = Predicate(
    Declaration(
        "price",
        frozenset({"product", "work", "object", "organization", "event", "location"}),
        frozenset({"money"}),
        "P2284",
        merge="latest",
        identity=("date",),
    ),
    (
        frame("price/costs", "price", "cost fetch", f"agent:{_THING}", "patient|at:m", accept=_is_first),
        frame(
            "price/at", "price", "price retail sell list value auction auction_off introduce", f"patient:{_THING}",
            "for|at|from:m", voice="passive",
        ),
        frame(
            "price/for", "price", "retail sell start go begin", f"agent:{_THING}", "for|at|from:m",
            voice="active", accept=_is_first,
        ),
        draw_tags,
        draw_prices,
        phrase(
            "price/available",
            "price",
            r"<s:DWBE>{APP} {AUX}(?:available|on sale) (?:for|from|at) (?:about |around |just |only )?<o:m>",
            "available sale",
            0.8,
        ),
    ),
    (
        Example("The shop on the corner says the new iPhone costs $499.", "iPhone", "499", "reported"),
        Example('The painting "Salt and Smoke" sold for £2 million.', "Salt and Smoke", "2000000"),
        Example("The iPhone starts at $499.", "iPhone", "499"),
        Example("The price of the iPhone was cut to $499.", "iPhone", "499"),
    ),
    (
        Counterexample("The Halvex Phone looks like a million dollars.", "an idiom"),
        Counterexample("The Halvex Phone could cost $499.", "a guess"),
        Counterexample("The strike cost Halvex Systems $4 million.", "a loss"),
    ),
)
NET_WORTH = Predicate(
    Declaration(
        "net_worth", frozenset({"person"}), frozenset({"money"}), "P2218", merge="latest",
        conflict="same_time",
    ),
    (draw_worth,),
    (
        Example("Leo Brandt is worth $2 billion.", "Leo Brandt", "2000000000"),
        Example(
            "Leo Brandt, whose net worth is estimated at $2 billion, bought the team.", "Leo Brandt", "2000000000"
        ),
    ),
    (
        Counterexample("Leo Brandt bought a house worth $2 million.", "a house"),
        Counterexample("Leo Brandt may be worth $2 billion.", "a guess"),
    ),
)
