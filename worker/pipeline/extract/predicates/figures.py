"""Figures of firms and things: staff, sales, prices. Profit is not revenue, and a forecast is no figure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from worker.pipeline.extract.lexicon.lexemes import lexemes
from worker.pipeline.extract.numbers import comparator
from worker.pipeline.extract.pattern import build
from worker.pipeline.extract.phrase import Hit, hits, phrase
from worker.pipeline.extract.rule import Counterexample, Example, Predicate
from worker.pipeline.values import (
    Candidate,
    Declaration,
    Quantity,
    QuantityObject,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from worker.pipeline.extract.view import View


_ABOUT = (
    r"(?:(?:about|around|over|more than|nearly|some|approximately|at least|up to|roughly|"
    r"almost|just|only|an estimated|a total of) )?"
)
_EMPLOYEES = build(
    rf"<s:O>{{APP}} ?,? ?(?:which )?{{AUX}}(?:employs|employed|employing|has|had|with|"
    rf"have|workforce of) (?P<about>{_ABOUT})(?:<o:q>|(?P<n>\d{{1,3}}(?:,\d{{3}}){{1,3}}|"
    rf"\d{{2,7}}) {{ADJ}}(?:employees|workers|staff|people|staffers|jobs))"
)


_STAFF = re.compile(r"employee|worker|staff|people|person|job")


def draw_employees(view: View, /) -> Iterator[Candidate]:
    for hit in hits(
        view, _EMPLOYEES, lexemes("employs employed employing employees workers staff staffers workforce")
    ):
        subject, stance, quantity = hit.entity("s"), hit.stance(), _staff(hit)
        if hit.closes_apposition("s") or subject is None or stance is None or quantity is None:
            continue
        yield Candidate(
            subject,
            "employees",
            QuantityObject(quantity),
            "firm/employs",
            (hit.span(),),
            status=stance.status,
            polarity=stance.polarity,
            attribution=stance.attribution,
            confidence=0.8,
        )


def _staff(hit: Hit) -> Quantity | None:
    """The number as the article's quantity, or read from figures before "employees"."""
    slot = hit.slot("o")
    if slot is not None:
        return slot.quantity if slot.quantity is not None and _STAFF.search(slot.quantity.unit_ucum) else None
    number = hit.match["n"].replace(",", "")
    return Quantity(hit.span("n"), number, comparator(hit.match["about"]), "{employee}")


EMPLOYEES = Predicate(
    Declaration(
        "employees", frozenset({"organization"}), frozenset({"quantity"}), "P1128", merge="latest",
        conflict="same_time",
    ),
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
def _is_owner(hit: Hit) -> bool:
    """In "The group , which owns <O1> , had sales of" they are the group's."""
    return not hit.closes_apposition("s")


_UNOWNED = build(
    r"(?:(?:total |quarterly |annual |net |overall |group )?(?:revenue|revenues|sales|"
    r"turnover)) {AUX}(?:rose|fell|climbed|dropped|"
    r"increased|decreased|declined|grew|jumped|surged|reached|hit|totaled|totalled|came "
    r"in at|was|were|slipped|soared)"
    r"(?: (?:(?:[a-z.%$-]{1,12}|<q>) ){0,4}?(?:to|at))? (?:about |around |nearly |more "
    r"than |over |just )?<o:m>"
)


def draw_unowned(view: View, /) -> Iterator[Candidate]:
    """In a report on one firm "Revenue rose to £2 billion" is that firm's."""
    firm = view.main_firm
    if firm is None:
        return
    for hit in hits(view, _UNOWNED, lexemes("revenue revenues sales turnover")):
        value, stance = hit.value("o"), hit.stance()
        before = hit.reading.text[: hit.match.start()].rstrip()
        if value is None or stance is None or before.endswith(("'s", ">")):
            continue
        yield Candidate(
            firm.id,
            "revenue",
            value,
            "firm/unowned-revenue",
            (hit.span(),),
            status=stance.status,
            polarity=stance.polarity,
            attribution=stance.attribution,
            confidence=0.65,
        )


REVENUE = Predicate(
    Declaration(
        "revenue",
        frozenset({"organization", "product", "work", "group"}),
        frozenset({"money"}),
        "P2139",
        identity=("date", "period"),
    ),
    (
        phrase(
            "firm/revenue",
            "revenue",
            r"<s:O>(?: 's)?{APP} (?:[^.;<]{0,60}? )?(?:revenue|revenues|sales|turnover|takings)(?: "
            r"(?:for|in) (?:the )?(?P<period>[\w' -]{3,30}?))? {AUX}(?:of|was|were|rose|fell|"
            r"climbed|dropped|increased|decreased|declined|grew|jumped|surged|reached|hit|totaled|"
            r"totalled|came in at|slipped|edged up|edged down|soared|slid|topped|exceeded)(?: "
            r"(?:(?:[\w.%$-]{1,12}|<q>) ){0,5}?(?:to|at|from <m> to))? (?:about |around |nearly |more "
            r"than |over |just )?<o:m>{DATE}",
            "revenue revenues sales turnover takings",
            0.8,
            accept=_is_owner,
        ),
        draw_unowned,
        phrase(
            "firm/reported-revenue",
            "revenue",
            r"<s:O>{APP} {AUX}(?:reported|posted|generated|recorded|earned|made|had|booked|announced) "
            r"(?:[\w.%-]{1,14} ){0,4}?(?:revenue|revenues|sales|turnover) of (?:about |around "
            r"|nearly |more than |over )?<o:m>{DATE}",
            "revenue revenues sales turnover",
            0.84,
            accept=_is_owner,
        ),
        phrase(
            "firm/and-reported-revenue",
            "revenue",
            r"<s:O> [^.;]{1,90} and (?:reported|posted|generated|recorded|had|made) {ADJS}(?:revenue|"
            r"revenues|sales|turnover) of "
            r"(?:about |around |nearly |more than |over )?<o:m>{DATE}",
            "revenue revenues sales turnover",
            0.75,
            accept=_is_owner,
        ),
        phrase(
            "firm/money-in-revenue",
            "revenue",
            r"<s:O>{APP} {AUX}(?:reported|posted|generated|recorded|earned|made|had|booked|brought "
            r"in|took) (?:about |around |nearly |more than |over )?<o:m> (?:in|of) {ADJ}(?:revenue|"
            r"revenues|sales|turnover){DATE}",
            "revenue revenues sales turnover",
            0.84,
            accept=_is_owner,
        ),
    ),
    (
        Example(
            "Nordbank Holdings reported revenue of $3.2 billion in 2019.", "Nordbank Holdings", "3200000000"
        ),
        Example("Halvex Systems generated $40 million in sales.", "Halvex Systems", "40000000"),
        Example(
            "Halvex Systems said revenue rose to $40 million.", "Halvex Systems", "40000000", "reported"
        ),
    ),
    (
        Counterexample("Nordbank Holdings reported a profit of $3.2 billion.", "profit"),
        Counterexample(
            "The group, which owns Halvex Systems, had revenue of $3.2 billion.", "the owner's, who has no name"
        ),
        Counterexample("Nordbank Holdings expects to report revenue of $3.2 billion.", "a forecast"),
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
        phrase(
            "price/costs",
            "price",
            r"<s:DWBELO>{APP} ?,? ?(?:which )?{AUX}(?:costs|cost|sells for|sold for|selling "
            r"for|priced at|retails for|retails at|starts at|start at|went for|fetched|is available "
            r"for|goes on sale for|auctioned for|changed hands for) (?:about |around |nearly "
            r"|more than |over |just |a record |up to )?<o:m>{DATE}",
            "costs cost sells sold selling priced retails starts start went fetched available "
            "goes auctioned changed",
            0.84,
        ),
        phrase(
            "price/amount-thing",
            "price",
            r"<o:m> (?:price tag|price|ticket) (?:for|of|on) (?:the |an? )?<s:DWBE>",
            "price ticket",
            0.75,
        ),
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
