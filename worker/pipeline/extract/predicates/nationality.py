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
from worker.pipeline.extract.stance import Stance
from worker.pipeline.extract.syntax.epithet import told_of
from worker.pipeline.extract.syntax.meaning import meaning
from worker.pipeline.values import Candidate, Declaration, EntityObject, Span, TextObject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from worker.pipeline.extract.syntax.roles import Role
    from worker.pipeline.extract.syntax.tree import Tree
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


def draw_roles(view: View, /) -> Iterator[Candidate]:
    """From what somebody is called: "Danish winger Mads Lind", "the Swiss-born" says nothing of it."""
    for role in view.roles:
        stance = role.stance
        if stance is not None and (country := _country(view, role)) is not None:
            yield _told(role.holder.id, country, "nation/role", role.evidence, stance)


def _country(view: View, role: Role) -> ObjectValue | None:
    """Of an adjective, but not of "the Scottish health secretary"; of a country whose team it is: "Denmark winger"."""
    if role.sort == "office":
        return None
    if role.nation is not None:
        return _known(view, role.nation)
    body = role.body
    if role.sort == "post" and body is not None and body.type == "gpe" and body.label in COUNTRIES:
        return EntityObject(body.id)
    return None


def draw_belongings(view: View, /) -> Iterator[Candidate]:
    """Reads "Italy's Chiara Benassi". A mere "the Italian" tells nothing: of 34 in open news pages 27 were wrong."""
    for tree in view.trees:
        yield from _owned(tree)


def _owned(tree: Tree) -> Iterator[Candidate]:
    for at, slot in tree.slots.items():
        if slot.letter != "P" or not slot.name or slot.entity is None or at in tree.quoted:
            continue
        of = [i for i in tree.under(at, "nmod") if tree.case(i) == "of"]
        for owner in (*tree.under(at, "nmod:poss"), *of):
            country = tree.slots.get(owner)
            if country is not None and country.entity is not None and country.entity.label in COUNTRIES:
                span = Span(min(country.span.start, slot.span.start), max(country.span.end, slot.span.end))
                yield _told(slot.entity.id, EntityObject(country.entity.id), "nation/owned", span, Stance())


def draw_adjectives(view: View, /) -> Iterator[Candidate]:
    """Reads "Jane Roe, who is Ghanaian"."""
    for tree in view.trees:
        for at, token in enumerate(tree.tokens):
            if token.tag != "ADJ" or tree.word(at) not in DEMONYMS or not tree.under(at, "cop"):
                continue
            for subject in _people(tree, at):
                slot, stance = tree.slot(subject), meaning(tree, at)
                if slot is not None and slot.letter == "P" and slot.entity is not None and stance is not None:
                    span = tree.span(subject, at)
                    yield _told(slot.entity.id, _known(view, DEMONYMS[tree.word(at)]), "nation/is", span, stance)


def _people(tree: Tree, at: int) -> list[int]:
    """Who is said to be so; a parser may hang "who is Ghanaian" on the verb behind it and not on the name."""
    told = told_of(tree, at)
    return [i for one in told for i in (tree.named_before(one) if tree.word(one) == "who" else [one])]


def _known(view: View, country: str) -> ObjectValue:
    known = view.places.get(country)
    return EntityObject(known.id) if known is not None else TextObject(country)


def _told(person: str, country: ObjectValue, rule: str, words: Span, stance: Stance) -> Candidate:
    return Candidate(
        person, "nationality", country, rule, (words,), status=stance.status, polarity=stance.polarity,
        attribution=stance.attribution, confidence=0.82,
    )  # fmt: skip


NATIONALITY = Predicate(
    Declaration("nationality", PERSON, frozenset({"gpe", "string", "group"}), "P27"),
    (draw, draw_roles, draw_belongings, draw_adjectives),
    (
        Example("The French actor Leo Brandt won.", "Leo Brandt", "France"),
        Example("Nadia Velez, a Spanish nurse, helped him.", "Nadia Velez", "Spain"),
        Example("Denmark winger Mads Lind scored twice.", "Mads Lind", "Denmark"),
        Example("Italy's Carla Bruni-Rossi took silver.", "Carla Bruni-Rossi", "Italy"),
    ),
    (
        Counterexample("Nadia Velez swam beside Mia Quill. The Norwegian won.", "either"),
        Counterexample("Leo Brandt lives in France.", "a residence"),
        Counterexample("Leo Brandt met the French president.", "somebody else"),
    ),
)
