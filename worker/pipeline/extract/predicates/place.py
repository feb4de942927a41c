"""Where people live and firms sit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from worker.pipeline.extract.lexicon.places import COUNTRIES
from worker.pipeline.extract.pattern import build
from worker.pipeline.extract.phrase import Hit, hits, phrase
from worker.pipeline.extract.rule import PERSON, PLACE, Counterexample, Example, Predicate
from worker.pipeline.extract.syntax.frame import frame
from worker.pipeline.values import Candidate, Declaration

if TYPE_CHECKING:
    from collections.abc import Iterator

    from worker.pipeline.extract.view import View


_STREET = re.compile(r"\b(?:Road|Street|Avenue|Lane|Drive|Close|Way|Place|Court|Crescent|Terrace|Gardens|Grove)$")


def _is_town(hit: Hit) -> bool:
    """A town: "of Leeds" is where somebody lives, "of Poland" whose citizen he is."""
    slot = hit.slot("o")
    if slot is None or slot.entity is None or _STREET.search(slot.words):
        return False
    return slot.entity.label not in COUNTRIES


def _is_street_in_town(hit: Hit) -> bool:
    return _STREET.search(hit.words("_street") or "") is not None and _is_town(hit)


# "Leeds mother Jane Roe": who is told by her town.
_TOWNSFOLK = (
    "resident|homeowner|householder|man|woman|mother|father|mum|mom|dad|couple|teenager|teen|grandmother|grandfather|"
    "pensioner|schoolboy|schoolgirl|housewife"
)
RESIDENCE = Predicate(
    Declaration("residence", PERSON, PLACE, "P551", merge="latest"),
    (
        phrase(
            "home/of",
            "residence",
            r"<s:P> , (?:\d{1,3} , )?of (?:[A-Z][\w']{2,20} (?:Road|Street|Avenue|Lane|Drive|"
            r"Close|Way|Place|Court|Crescent) , |<L> , )?<o:GL>(?= [,.;]| was| has| is| who| and| had|"
            r" pleaded| admitted| appeared|$)",
            "of",
            0.82,
            aside=True,
            accept=_is_town,
        ),
        phrase(
            "home/of-street",
            "residence",
            r"<s:P> , (?:\d{1,3} , )?of (?:[\w-]{1,12} )?(?P<_street><GL>) , <o:GL>"
            r"(?= [,.;]| was| has| is| who| and|$)",
            "of",
            0.82,
            aside=True,
            accept=_is_street_in_town,
        ),
        frame("home/lives", "residence", "live reside dwell settle", "agent:PR", "in|at|near|outside:GL"),
        frame("home/moves", "residence", "move relocate emigrate retire settle", "agent:P", "to:GL", confidence=0.76),
        phrase(
            "home/lives-in",
            "residence",
            r"<s:PR>{APP} ?,? ?(?:who )?{AUX}(?:lives|lived|living|live|resides|resided|settled|"
            r"moved|relocated|based) {ADJ}(?:in|to|near|at|outside) (?:the )?(?:[a-z]{3,12} "
            r"(?:of|in) )?<o:GL>",
            "lives lived living live resides resided settled moved relocated based",
            0.82,
        ),
        phrase(
            "home/resident",
            "residence",
            r"<s:P>(?: ,| is| was) an? {ADJ}(?:resident|native and resident) of <o:GL>",
            "resident",
            0.84,
        ),
        phrase(
            "home/resident-before",
            "residence",
            rf"<o:G> {{ADJ}}(?:{_TOWNSFOLK}) <s:P>",
            _TOWNSFOLK.replace("|", " "),
            0.8,
            aside=True,
            accept=_is_town,
        ),
        phrase(
            "home/his-home",
            "residence",
            r"<s:P> 's {ADJ}(?:home|house|apartment|flat|mansion|residence|farm|estate) (?:in|"
            r"near|outside|at) (?:the )?<o:GL>",
            "home house apartment flat mansion residence farm estate",
            0.75,
        ),
        phrase(
            "home/somebody-from",
            "residence",
            r"<s:P> , (?:\d{1,3} , )?an? (?:[a-z\d][\w-]{1,16} ){1,5}?from <o:G>(?= [,.])",
            "from",
            0.74,
            aside=True,
            accept=_is_town,
        ),
        phrase(
            "home/from",
            "residence",
            r"<s:P> , (?:\d{1,3} , )?from <o:G>(?= ,)",
            "from",
            0.72,
            aside=True,
            accept=_is_town,
        ),
    ),
    (
        Example("Nadia Velez, who lives in Lisbon, was at work.", "Nadia Velez", "Lisbon"),
        Example("Mia Quill, a mother of three from Leeds, found the note.", "Mia Quill", "Leeds"),
        Example("Leeds mother Mia Quill found the note.", "Mia Quill", "Leeds"),
        Example("Leo Brandt has since moved to Lisbon to be near his son.", "Leo Brandt", "Lisbon"),
        Example("Leo Brandt, 34, of Leeds, was fined.", "Leo Brandt", "Leeds"),
        Example("Leo Brandt, 34, of Lockwood Avenue, Millbrook, was fined.", "Leo Brandt", "Millbrook"),
    ),
    (
        Counterexample("Nadia Velez visited Lisbon.", "a visit"),
        Counterexample("Nadia Velez would like to live in Lisbon.", "a wish"),
    ),
)
# A verb parts the description from a name: "the Leeds-based company acquired rival Ashgrove" tells of another firm.
_VERB = re.compile(
    r"\b(?:(?!related\b|based\b|listed\b|owned\b|limited\b)[a-z]{3,14}ed|bought|sold|has|had|is|was|will|took|won|beat|"
    r"makes|said|says|owns|sells|sued|buys|built|cut|hit|lost|made|met|put|ran|saw|set|told|beats|chose|paid|won)\b"
)


def _names_it(hit: Hit) -> bool:
    """The name closes the description ("the Leeds-based maker Halvex") and is not the object of its verb."""
    return _VERB.search(hit.span().of(hit.view.text).lower().partition("based ")[2]) is None


_DESCRIBED = build(r"<o:GL> ?- ?based (?=[a-z])")


def draw_described(view: View, /) -> Iterator[Candidate]:
    """"The Leeds-based company" stands for a firm: the seat is that firm's."""
    for hit in hits(view, _DESCRIBED, frozenset({"based"})):
        firm, place, stance = view.nominal_over(hit.span("o")), hit.value("o"), hit.stance(aside=True)
        if firm is None or firm.type != "organization" or place is None or stance is None:
            continue
        yield Candidate(firm.id, "headquarters", place, "seat/described", (hit.span(),), confidence=0.8)


HEADQUARTERS = Predicate(
    Declaration("headquarters", frozenset({"organization"}), PLACE, "P159", functional=True, conflict="same_time"),
    (
        phrase(
            "seat/based",
            "headquarters",
            r"<s:O>{APP}(?: ,)? ?(?:which )?{AUX}(?:is |are |was )?(?:based|headquartered) (?:in|"
            r"at|near|outside) (?:the )?<o:GL>",
            "based headquartered",
            0.86,
        ),
        frame("seat/is-based", "headquarters", "base headquarter", "patient:O", "in|at|near|outside:GL"),
        phrase("seat/apposed", "headquarters", r"<s:O> , (?:an?|the) {ADJ}<o:GL> ?- ?based ", "based", 0.85),
        phrase(
            "seat/hyphen", "headquarters", r"<o:GL> , <G> ?- ?based {ADJS}<s:O>", "based", 0.85, accept=_names_it
        ),
        phrase(
            "seat/hyphen", "headquarters", r"<o:GL> ?- ?based {ADJS}<s:O>", "based", 0.85, accept=_names_it
        ),
        draw_described,
        phrase(
            "seat/its-hq",
            "headquarters",
            r"<s:O> 's {ADJ}(?:headquarters|hq|head office|head offices) (?:in|at|near) (?:the "
            r")?(?:[a-z]{3,12} (?:of|in) )?<o:GL>",
            "headquarters hq head",
            0.84,
        ),
        phrase(
            "seat/located",
            "headquarters",
            r"<s:O> , (?:located|situated) in <o:GL>",
            "located situated",
            0.65,
        ),
    ),
    (
        Example("Nordbank Holdings, based in Zurich, declined to comment.", "Nordbank Holdings", "Zurich"),
        Example("Staff left Halvex Systems' headquarters in Leeds.", "Halvex Systems", "Leeds"),
        Example(
            "Halvex Systems has grown. The Leeds-based company bought rival Ashgrove Kitchens.",
            "Halvex Systems",
            "Leeds",
        ),
    ),
    (
        Counterexample("Nordbank Holdings opened a branch in Zurich.", "a branch"),
        Counterexample("Nordbank Holdings may move its headquarters to Zurich.", "a guess"),
        Counterexample("A Leeds-based company acquired rival Ashgrove Kitchens.", "the buyer, who has no name"),
    ),
)
