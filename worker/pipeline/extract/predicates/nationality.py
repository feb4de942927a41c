"""Whose citizen somebody is, from an adjective or a phrase; never from where he lives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from worker.pipeline.extract.lexicon.alternatives import any_of
from worker.pipeline.extract.lexicon.lexemes import lexemes
from worker.pipeline.extract.lexicon.places import COUNTRIES, DEMONYMS
from worker.pipeline.extract.lexicon.roles import ANY_OFFICE, ANY_TEAM, ANY_TRADE, OFFICE_HEADS, TEAM_HEADS, TRADE_HEADS
from worker.pipeline.extract.pattern import Pattern, build
from worker.pipeline.extract.phrase import Hit, hits
from worker.pipeline.extract.rule import PERSON, Counterexample, Example, Predicate
from worker.pipeline.values import Candidate, Declaration, EntityObject, TextObject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from worker.pipeline.extract.view import View
    from worker.pipeline.values import ObjectValue

_HEADS = (
    rf"(?:{ANY_TRADE}|{ANY_TEAM}|{ANY_OFFICE}|national|citizen|man|woman|tourist|"
    rf"businessman|star|teenager|student|player|champion|driver|rider)"
)
_WORD_NATION = rf"(?P<word>{any_of(DEMONYMS)})"
_SLOT_NATION = "<nation:GRLO>"
_NOUNS = frozenset(
    w for h in (TRADE_HEADS, TEAM_HEADS, OFFICE_HEADS) for n in h.split("|") for w in n.split()
) | lexemes(
    "national citizen man woman tourist businessman star teenager student player champion driver rider"
)
_RESULTS = lexemes("beat defeated won lost took finished set claimed who")


@dataclass(frozen=True, slots=True)
class _Way:
    """A way to tell whose citizen somebody is; `aside`: beside the name, not by a verb."""

    rule: str
    pattern: Pattern
    triggers: frozenset[str]
    confidence: float
    aside: bool = True


def _ways() -> Iterator[_Way]:
    for nation in (_WORD_NATION, _SLOT_NATION):
        yield _Way("nation/before", build(rf"{nation} {{ADJ}}{_HEADS},? <s:P>"), _NOUNS, 0.82)
        after = build(rf"<s:P>(?:{{ASIDE}}| (?:is|was) )(?:an?|the) {{ADJ}}{nation} {{ADJ}}{_HEADS}(?![\w-])")
        yield _Way("nation/after", after, _NOUNS, 0.84)
        athlete = build(
            rf"{nation}(?: No\. \d| number one)? <s:P>(?= (?:beat|defeated|won|lost|took|finished|claimed|,))"
        )
        yield _Way("nation/athlete", athlete, _RESULTS, 0.6, aside=False)
    of = (
        r"<s:P>(?: ,)? (?:\d{1,3} , )?(?:of|from) <nation:G>(?= (?:[,.;)]|and|beat|defeated|won|lost|took|finished|"
        r"set|claimed|was second|was third|who|has|is|said|in|to|will|\d)| $|$)"
    )
    yield _Way("nation/of", build(of), frozenset({"of", "from"}), 0.7)


_WAYS = tuple(_ways())


def draw(view: View, /) -> Iterator[Candidate]:
    for way in _WAYS:
        for hit in hits(view, way.pattern, way.triggers):
            nation, person, stance = _nation(hit, way), hit.entity("s"), hit.stance(aside=way.aside)
            if nation is None or person is None or stance is None or not hit.is_name("s"):
                continue
            yield Candidate(
                person,
                "nationality",
                nation,
                way.rule,
                (hit.span(),),
                status=stance.status,
                polarity=stance.polarity,
                attribution=stance.attribution,
                confidence=way.confidence,
            )


def _nation(hit: Hit, way: _Way) -> ObjectValue | None:
    """The country of a demonym: the article's own entity if it has one of that name, else the name in words."""
    entity = slot.entity if (slot := hit.slot("nation")) is not None else None
    word = (hit.match.groupdict().get("word") or (slot.words if slot is not None else "")).lower()
    country = DEMONYMS.get(word)
    if country is None:
        foreign = way.rule == "nation/of" and entity is not None and entity.label in COUNTRIES
        return EntityObject(entity.id) if foreign and entity is not None else None
    known = hit.view.places.get(country) or hit.view.places.get(word.title())
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
