"""Amounts of things and people: weight, children, teeth, staff, sales, prices."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from worker.pipeline.extract.numbers import CARDINAL, cardinal, ordinal
from worker.pipeline.extract.pattern import build
from worker.pipeline.extract.phrase import Hit, hits, phrase
from worker.pipeline.extract.rule import PERSON, Counterexample, Example, Predicate
from worker.pipeline.values import Candidate, Declaration, Quantity, QuantityObject, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from worker.pipeline.extract.view import View
    from worker.pipeline.values import Comparator

_PARENT_OF = re.compile(
    rf"\b(?:mum|mom|mother|mommy|mummy|father|dad|daddy|parent|parents)[- ]of[- ](?P<n>{CARDINAL})\b", re.IGNORECASE
)
_PARENT_OF_NAMED = build(rf"<s:P>{{AGE}} ,? ?(?:an? |the )?{{ADJ}}(?:mum|mom|mother|father|dad|parent)(?: of |-of-)(?P<n>{CARDINAL})(?![\w-])")
_HAS_CHILDREN = build(rf"<s:PR>{{APP}}(?: and [^.;]{{1,60}}?)? {{AUX}}(?:has|have|had|share|shares|raised) (?P<n>{CARDINAL}) (?:[a-z-]{{3,14}} )?(?:children|kids|sons|daughters)(?! and)(?: together| with <P>)?")
_NTH_CHILD = build(r"<s:PR> 's (?P<nth>second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth) (?:child|baby|son|daughter)")
_TEETH = build(rf"<s:P> {{AUX}}has (?P<n>{CARDINAL}) (?:[a-z]{{3,10}} )?(?:tooth|teeth)")
_WEIGHS = build(r"<s:PDOB>(?:{APP} {AUX}| [^.;<]{0,60}?(?:, )?and )(?:weighs|weighed|weighing|tips the scales at) (?:in at )?(?:about |around |just |only |nearly |over )?<o:q>")
_MASS_UNITS = frozenset({"kg", "g"})


def draw_children(view: View, /) -> Iterator[Candidate]:
    """"the mother-of-three", "has two children", and "their second child", which tells that there are two at least."""
    for nominal in view.nominals:
        match = _PARENT_OF.search(" ".join(nominal.span.of(view.text).split()))
        number = cardinal(match["n"]) if match else None
        if number and nominal.entity.type == "person":
            yield _count(nominal.entity.id, "number_of_children", number, "{child}", nominal.span, "children/parent-of", 0.85)
    for pattern, rule in ((_PARENT_OF_NAMED, "children/parent-of"), (_HAS_CHILDREN, "children/has")):
        for hit in hits(view, pattern, frozenset("mum mom mother father dad parent mother-of-two children kids sons daughters".split(" ")) | _of_words()):
            yield from _counted(hit, "number_of_children", "{child}", rule)
    for hit in hits(view, _NTH_CHILD, frozenset({"child", "baby", "son", "daughter"})):
        subject, number, stance = hit.entity("s"), ordinal(hit.match["nth"]), hit.stance()
        if subject and number and stance is not None and stance.status == "asserted":
            amount = Quantity(hit.span("nth"), str(number), ">=", "{child}")
            yield Candidate(
                subject, "number_of_children", QuantityObject(amount), "infer/nth-child", (hit.span(),),
                derivation="inferred", premises=(0,), confidence=0.75,
            )


def _of_words() -> frozenset[str]:
    """The hyphenated words: "mother-of-two" is one word of the sentence."""
    numbers = ("two", "three", "four", "five", "six", "seven", "eight", "one", "nine", "ten")
    return frozenset(f"{p}-of-{n}" for p in ("mum", "mom", "mother", "father", "dad", "parent") for n in numbers)


def _counted(hit: Hit, predicate: str, unit: str, rule: str) -> Iterator[Candidate]:
    subject, number, stance = hit.entity("s"), cardinal(hit.match["n"]), hit.stance()
    if subject is None or number is None or stance is None:
        return
    amount = Quantity(hit.span("n"), str(number), "=", unit)
    yield Candidate(
        subject, predicate, QuantityObject(amount), rule, (hit.span(),), status=stance.status,
        polarity=stance.polarity, attribution=stance.attribution, confidence=0.82,
    )


def _count(
    subject: str, predicate: str, number: int, unit: str, span: Span, rule: str, confidence: float, comparator: Comparator = "="
) -> Candidate:
    return Candidate(
        subject, predicate, QuantityObject(Quantity(span, str(number), comparator, unit)), rule, (span,), confidence=confidence
    )


def draw_teeth(view: View, /) -> Iterator[Candidate]:
    for hit in hits(view, _TEETH, frozenset({"teeth", "tooth"})):
        yield from _counted(hit, "number_of_teeth", "{tooth}", "body/teeth")


def draw_mass(view: View, /) -> Iterator[Candidate]:
    """Weights of people and things; the unit must be one of mass."""
    for hit in hits(view, _WEIGHS, frozenset({"weighs", "weighed", "weighing", "tips"})):
        subject, slot, stance, value = hit.entity("s"), hit.slot("o"), hit.stance(), hit.value("o")
        quantity = slot.quantity if slot is not None else None
        if subject is None or stance is None or value is None or quantity is None or quantity.si_unit not in _MASS_UNITS:
            continue
        yield Candidate(
            subject, "mass", value, "body/weighs", (hit.span(),), status=stance.status, polarity=stance.polarity,
            attribution=stance.attribution, confidence=0.85,
        )


_ABOUT = r"(?:(?:about|around|over|more than|nearly|some|approximately|at least|up to|roughly|almost|just|only|an estimated|a total of) )?"
_EMPLOYEES = build(rf"<s:O>{{APP}} ?,? ?(?:which )?{{AUX}}(?:employs|employed|employing|has|had|with|have|workforce of) (?P<about>{_ABOUT})(?:<o:q>|(?P<n>\d{{1,3}}(?:,\d{{3}}){{1,3}}|\d{{2,7}}) {{ADJ}}(?:employees|workers|staff|people|staffers|jobs))")


def draw_employees(view: View, /) -> Iterator[Candidate]:
    for hit in hits(view, _EMPLOYEES, frozenset("employs employed employing employees workers staff staffers workforce".split(" "))):
        subject, stance = hit.entity("s"), hit.stance()
        quantity = hit.slot("o").quantity if hit.slot("o") else None  # type: ignore[union-attr] - guarded
        if quantity is None and hit.match["n"]:
            quantity = Quantity(hit.span("n"), hit.match["n"].replace(",", ""), _comparator(hit.match["about"]), "{employee}")
        if subject is None or stance is None or quantity is None or not _is_staff(quantity):
            continue
        yield Candidate(
            subject, "employees", QuantityObject(quantity), "firm/employs", (hit.span(),), status=stance.status,
            polarity=stance.polarity, attribution=stance.attribution, confidence=0.8,
        )


def _is_staff(quantity: Quantity) -> bool:
    return any(word in quantity.unit_ucum for word in ("employee", "worker", "staff", "people", "person", "job"))


def _comparator(words: str) -> Comparator:
    said = words.strip().lower()
    if said in {"over", "more than"}:
        return ">"
    if said in {"about", "around", "nearly", "some", "approximately", "roughly", "almost", "an estimated"}:
        return "~"
    return {"at least": ">=", "up to": "<="}.get(said, "=")  # type: ignore[return-value] - both are Comparators


NUMBER_OF_CHILDREN = Predicate(
    Declaration("number_of_children", frozenset({"person", "group"}), frozenset({"quantity"}), "P1971", merge="max"),
    (draw_children,),
    (
        Example("Nadia Velez, a mother of three, was fined.", "Nadia Velez", "3"),
        Example("Peter Albrook has two children.", "Peter Albrook", "2"),
    ),
    (
        Counterexample("Nadia Velez taught three children.", "pupils"),
        Counterexample("Nadia Velez hopes to have three children.", "a hope"),
    ),
)
NUMBER_OF_TEETH = Predicate(
    Declaration("number_of_teeth", PERSON, frozenset({"quantity"}), None, merge="latest", sensitivity=("health",), extension=True),
    (draw_teeth,),
    (
        Example("Simon Albrook already has six teeth.", "Simon Albrook", "6"),
        Example("The boy, Simon Albrook, is one. Simon Albrook has two teeth.", "Simon Albrook", "2"),
    ),
    (
        Counterexample("Simon Albrook lost six teeth.", "lost"),
        Counterexample("Simon Albrook may have six teeth.", "a guess"),
    ),
)
MASS = Predicate(
    Declaration("mass", frozenset({"person", "product", "object", "organization"}), frozenset({"quantity"}), "P2067", merge="latest", sensitivity=("health",)),
    (draw_mass,),
    (
        Example("Simon Albrook weighs 19 lbs.", "Simon Albrook", "19"),
        Example("Mia Quill weighed 70 kg.", "Mia Quill", "70"),
    ),
    (
        Counterexample("Simon Albrook bought 19 lbs of flour.", "flour"),
        Counterexample("Simon Albrook might weigh 19 lbs.", "a guess"),
    ),
)
EMPLOYEES = Predicate(
    Declaration("employees", frozenset({"organization"}), frozenset({"quantity"}), "P1128", merge="latest"),
    (draw_employees,),
    (
        Example("Halvex Systems employs 1,200 people.", "Halvex Systems", "1200"),
        Example("Nordbank Holdings, which has 350 employees, closed the branch.", "Nordbank Holdings", "350"),
    ),
    (
        Counterexample("Halvex Systems fined 1,200 people.", "no staff"),
        Counterexample("Halvex Systems hopes to employ 1,200 people.", "a hope"),
    ),
)
REVENUE = Predicate(
    Declaration("revenue", frozenset({"organization", "product", "work", "group"}), frozenset({"money"}), "P2139", identity=("date", "period")),
    (
        phrase("firm/revenue", "revenue", r"<s:O>(?: 's)?{APP} (?:[^.;<]{0,60}? )?(?:revenue|revenues|sales|turnover|takings)(?: (?:for|in) (?:the )?(?P<period>[\w' -]{3,30}?))? {AUX}(?:of|was|were|rose|fell|climbed|dropped|increased|decreased|declined|grew|jumped|surged|reached|hit|totaled|totalled|came in at|slipped|edged up|edged down|soared|slid|topped|exceeded)(?: (?:[\w.%$-]{1,12} ){0,5}?(?:to|at|from <m> to))? (?:about |around |nearly |more than |over |just )?<o:m>{DATE}", "revenue revenues sales turnover takings", 0.8),
        phrase("firm/reported-revenue", "revenue", r"<s:O>{APP} {AUX}(?:reported|posted|generated|recorded|earned|made|had|booked|announced) (?:[\w.%-]{1,14} ){0,4}?(?:revenue|revenues|sales|turnover) of (?:about |around |nearly |more than |over )?<o:m>{DATE}", "revenue revenues sales turnover", 0.84),
        phrase("firm/money-in-revenue", "revenue", r"<s:O>{APP} {AUX}(?:reported|posted|generated|recorded|earned|made|had|booked|brought in|took) (?:about |around |nearly |more than |over )?<o:m> (?:in|of) {ADJ}(?:revenue|revenues|sales|turnover){DATE}", "revenue revenues sales turnover", 0.84),
    ),
    (
        Example("Nordbank Holdings reported revenue of $3.2 billion in 2019.", "Nordbank Holdings", "3200000000"),
        Example("Halvex Systems generated $40 million in sales.", "Halvex Systems", "40000000"),
    ),
    (
        Counterexample("Nordbank Holdings reported a profit of $3.2 billion.", "profit"),
        Counterexample("Nordbank Holdings expects to report revenue of $3.2 billion.", "a forecast"),
    ),
)
PRICE = Predicate(
    Declaration("price", frozenset({"product", "work", "object", "organization", "event", "location"}), frozenset({"money"}), "P2284", merge="latest", identity=("date",)),
    (
        phrase("price/costs", "price", r"<s:DWBELO>{APP} ?,? ?(?:which )?{AUX}(?:costs|cost|sells for|sold for|selling for|priced at|retails for|retails at|starts at|start at|went for|fetched|is available for|goes on sale for|auctioned for|changed hands for) (?:about |around |nearly |more than |over |just |a record |up to )?<o:m>{DATE}", "costs cost sells sold selling priced retails starts start went fetched available goes auctioned changed", 0.84),
        phrase("price/amount-thing", "price", r"<o:m> (?:price tag|price|ticket) (?:for|of|on) (?:the |an? )?<s:DWBE>", "price ticket", 0.75),
        phrase("price/shares", "price", r"<s:O> (?:'s )?(?:shares?|stock) (?:[^.;<]{0,40}? )?(?:to|at) (?P<_close>close at )?<o:m>{DATE}", "share shares stock", 0.65),
    ),
    (
        Example("The shop on the corner says the new iPhone costs $499.", "iPhone", "499", "reported"),
        Example('The painting "Salt and Smoke" sold for £2 million.', "Salt and Smoke", "2000000"),
    ),
    (
        Counterexample("The Halvex Phone looks like a million dollars.", "an idiom"),
        Counterexample("The Halvex Phone could cost $499.", "a guess"),
    ),
)
