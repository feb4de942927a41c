"""Whose citizen somebody is, from an adjective or a phrase; never from where he lives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from worker.pipeline.extract.lexicon.lexemes import lexemes
from worker.pipeline.extract.lexicon.places import COUNTRIES, DEMONYMS
from worker.pipeline.extract.lexicon.roles import OFFICE_HEADS, TEAM_HEADS, TRADE_HEADS
from worker.pipeline.extract.pattern import build
from worker.pipeline.extract.phrase import Hit, hits
from worker.pipeline.extract.rule import PERSON, Counterexample, Example, Predicate
from worker.pipeline.values import Candidate, Declaration, EntityObject, TextObject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from worker.pipeline.extract.view import View
    from worker.pipeline.values import ObjectValue

_DEMONYM = "|".join(sorted(DEMONYMS, key=len, reverse=True))
_HEADS = (
    rf"(?:{TRADE_HEADS}|{TEAM_HEADS}|{OFFICE_HEADS}|national|citizen|man|woman|tourist|"
    rf"businessman|star|teenager|student|player|champion|driver|rider)"
)
_ADJ = r"(?:(?!and\b|or\b|the\b|of\b|in\b|for\b|who\b|by\b)[\w'-]{2,20} ){0,4}?"
_NATION = rf"(?:<nation:GRLO>|(?P<word>{_DEMONYM}))"
_TRIGGERS = frozenset(
    w for h in (TRADE_HEADS, TEAM_HEADS, OFFICE_HEADS) for n in h.split("|") for w in n.split()
) | lexemes("national citizen man woman tourist star teenager student player champion driver rider")
_PATTERNS = (
    (build(rf"{_NATION} {_ADJ}{_HEADS},? <s:P>"), 0.82),
    (build(rf"<s:P>(?:{{ASIDE}}| (?:is|was) )(?:an?|the) {_ADJ}{_NATION} {_ADJ}{_HEADS}(?![\w-])"), 0.84),
    (
        build(
            rf"{_NATION}(?: No\. \d| number one)? <s:P>(?= (?:beat|defeated|won|lost|took|finished|"
            rf"set|claimed|,))"
        ),
        0.6,
    ),
    (
        build(
            r"<s:P>(?: ,)? (?:\d{1,3} , )?(?:of|from) <nation:G>(?= (?:[,.;)]|and|beat|defeated|"
            r"won|lost|took|finished|set|claimed|was second|was third|who|has|is|said|in|to|"
            r"will)| $|$)"
        ),
        0.7,
    ),
)


_RESULTS = lexemes("beat defeated won lost took finished set claimed")
_ORIGINS = frozenset({"of", "from"})


def draw(view: View, /) -> Iterator[Candidate]:
    for number, (pattern, confidence) in enumerate(_PATTERNS):
        triggers = (_TRIGGERS, _TRIGGERS, _RESULTS, _ORIGINS)[number]
        for hit in hits(view, pattern, triggers):
            nation, person, stance = (
                _nation(hit, adjective=number < 3),
                hit.entity("s"),
                hit.stance(aside=number != 2),
            )
            if number != 2 and not hit.is_name("s"):
                continue
            if nation is not None and person is not None and stance is not None:
                yield Candidate(
                    person,
                    "nationality",
                    nation,
                    "nation/adjective" if number < 3 else "nation/of",
                    (hit.span(),),
                    status=stance.status,
                    polarity=stance.polarity,
                    attribution=stance.attribution,
                    confidence=confidence,
                )


def _nation(hit: Hit, *, adjective: bool) -> ObjectValue | None:
    """The country of a demonym: the article's own entity if it has one of that name, else the name in words."""
    slot = hit.slot("nation") if "nation" in hit.match.groupdict() else None
    word = (hit.match.groupdict().get("word") or (slot.words if slot else "")).lower()
    country = DEMONYMS.get(word)
    if country is None:
        foreign = (
            not adjective and slot is not None and slot.entity is not None and slot.entity.label in COUNTRIES
        )
        return (
            EntityObject(slot.entity.id) if foreign and slot is not None and slot.entity is not None else None
        )
    if slot is not None and slot.entity is not None and slot.entity.type == "gpe":
        return EntityObject(slot.entity.id)
    known = next((e for e in hit.view.entities.values() if e.type == "gpe" and e.label == country), None)
    return EntityObject(known.id) if known is not None else TextObject(country)


NATIONALITY = Predicate(
    Declaration("nationality", PERSON, frozenset({"gpe", "string", "group"}), "P27"),
    (draw,),
    (
        Example("The French actor Leo Brandt won.", "Leo Brandt", "France"),
        Example("Nadia Velez, a Spanish nurse, helped him.", "Nadia Velez", "Spain"),
    ),
    (
        Counterexample("Leo Brandt lives in France.", "a residence"),
        Counterexample("Leo Brandt met the French president.", "somebody else"),
    ),
)
