"""Family: father, mother, child, sibling, relative, spouse and partner; drawn together, for one noun may tell several.

Canonical direction: from the child to its father or mother; `child` only where the parent's gender is unknown.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from worker.pipeline.extract.lexicon.kin import FEMALE, KIN, KIN_ADJECTIVES, MALE, PLURALS, Kin
from worker.pipeline.extract.numbers import ordinal
from worker.pipeline.extract.pattern import build
from worker.pipeline.extract.phrase import Hit, hits, listed
from worker.pipeline.extract.rule import PERSON, Counterexample, Example, Predicate
from worker.pipeline.values import Candidate, Declaration, EntityObject, TextObject

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from worker.pipeline.extract.reading import Slot
    from worker.pipeline.extract.stance import Stance
    from worker.pipeline.extract.view import View
    from worker.pipeline.values import Entity, Gender, ObjectValue, Span

_NOUNS = "|".join(sorted({*KIN, *PLURALS}, key=len, reverse=True))
_TRIGGERS = frozenset({*KIN, *PLURALS})
_ADJ = rf"(?:(?:{KIN_ADJECTIVES}) (?:(?:and|,) (?=[a-z]))?){{0,4}}"
# "A and B 's second son , C": whose kin, the noun, and the name if it stands next to it.
_OF_SOMEBODY = build(
    rf"<s:PR>(?: , \d{{1,3}} ,)? 's (?P<adj>{_ADJ})(?:(?P<also>{_NOUNS}) and )?(?P<kin>{_NOUNS})(?![\w'-])"
    rf"(?! 's (?:{_NOUNS}))(?P<comma> ,)?(?: (?P<role>(?:the )?[a-z]{{3,20}}))?(?P<name> <o:P>)?"
)
# "C , the eldest son of A and B"; "C is A 's" reads by the first.
_SON_OF = build(
    rf"<o:P>(?: , \d{{1,3}} ,| ,)? (?:(?:is|was|who is|who was) )?(?:(?:the|a|an|only) )?(?P<adj>{_ADJ})"
    rf"(?P<kin>{_NOUNS}) (?:of|to) (?:the late )?<s:PR>"
)
_MARRIED = build(
    r"<s:P>{AGE} {AUX}(?P<verb>married|marry|marries|wed|weds|tied the knot with|exchanged vows with|divorced|divorce|"
    r"split from|separated from) (?!to )<o:P>{DATE}"
)
_MARRIED_TO = build(
    r"<s:P>{APP} {AUX}(?P<verb>married|engaged|wed|betrothed) to (?:(?:fellow|his|her|the) )?{FEW}<o:P>{DATE}"
)
_PARENTS_OF = build(
    rf"<s:PR>(?: and <s:P>)?{{AGE}}(?: ,[^.;<]{{0,30}}(?:<t>)? ?,)? {{AUX}}(?:(?:the |a )?(?:proud )?(?:parents|mother|father|mom|mum|dad|parent) (?:of|to)) (?:<P> 's )?"
    rf"(?P<adj>{_ADJ})(?P<kin>son|daughter|baby|boy|girl|sons|daughters|children|twins)?(?: ,)? ?<o:P>"
)
_SURVIVED_BY = re.compile(r"\bsurvived by\b", re.IGNORECASE)
_SURVIVOR = build(rf"(?:an?|one|two|three|four|five|six) (?P<adj>{_ADJ})(?P<kin>{_NOUNS})(?: from [^,;<]{{1,30}})? ,? ?<o:P>")
_MARRIED_EACH_OTHER = build(
    r"<s:P> and <o:P>{AGE}(?: ,(?= who))? {AUX}(?P<verb>married|wed|tied the knot|got married|exchanged vows|got engaged|divorced|engaged|"
    r"dating|split up|filed for divorce|separated)(?! (?:to|by|that))\b{DATE}"
)
_DATING = build(r"<s:P>{APP} {AUX}(?P<verb>dating|dated|in a relationship with|in a long-term relationship with) <o:P>")
_PRONOUN_GENDER = {"his": "male", "her": "female"}
_COUPLE = re.compile(r"\b(?:the|this) (?:[a-z-]{3,14} ){0,3}couple$", re.IGNORECASE)
_ENGAGED = frozenset({"engaged", "got engaged", "dating", "dated", "betrothed", "in a relationship with",
                      "in a long-term relationship with", "split up"})  # fmt: skip
_ENDED = frozenset({"divorced", "divorce", "split from", "separated from", "split up", "filed for divorce", "separated"})


@dataclass(frozen=True, slots=True)
class _Tie:
    """`kin` is what `other` is to `ego`."""

    ego: str
    other: str
    kin: Kin
    noun: str
    ordinal: int | None
    evidence: Span
    stance: Stance
    rule: str
    confidence: float


def draw(view: View, /) -> Iterator[Candidate]:
    """All ties of the article; genders are settled first, for "A and B's son" tells neither."""
    ties = [*_ties(view)]
    genders = _genders(view, ties)
    for tie in ties:
        if view.entities[tie.ego].named or view.entities[tie.other].named:
            yield from _candidates(tie, genders)
    yield from _marriages(view)
    yield from _couples(view)


def _ties(view: View) -> Iterator[_Tie]:
    for hit in hits(view, _OF_SOMEBODY, _TRIGGERS):
        for noun in filter(None, (hit.match["kin"], hit.match["also"])):
            others = _meant(hit, noun)
            yield from _tie(hit, noun, _owners(hit), others, "kin/possessive")
    for hit in hits(view, _SON_OF, _TRIGGERS):
        yield from _tie(hit, hit.match["kin"], _owners(hit), [hit.entity("o") or ""], "kin/of")


    for hit in hits(view, _PARENTS_OF, frozenset("parents mother father mom mum dad parent".split(" "))):
        noun = hit.match["kin"] or "child"
        slots = [hit.slot("s"), hit.slot("s__2")]
        owners = [one for s in slots if s and s.entity for one in (s.entity.members or (s.entity.id,))]
        yield from _tie(hit, noun, owners, [s.entity.id for s in _named(hit, noun) if s.entity], "kin/parents-of")
    for hit in hits(view, _SURVIVOR, frozenset({"survived"})):
        owner = _survived(hit)
        if owner is not None:
            others = [s.entity.id for s in _named(hit, hit.match["kin"]) if s.entity]
            yield from _tie(hit, hit.match["kin"], [owner], others, "kin/survivor")


def _named(hit: Hit, noun: str) -> list[Slot]:
    slot = hit.slot("o")
    if slot is None:
        return []
    return listed(hit.reading, slot) if noun.lower() in PLURALS else [slot]


def _survived(hit: Hit) -> str | None:
    """Whom the sentence says to be survived: the subject before "survived by"."""
    opening = _SURVIVED_BY.search(hit.reading.text, 0, hit.match.start())
    names = re.findall(r"<(P\d{1,4})>", hit.reading.text[: opening.start()]) if opening else []
    entity = hit.reading.slots[names[0]].entity if names else None
    return entity.id if entity is not None else None


def _tie(hit: Hit, noun: str, owners: list[str], others: list[str], rule: str) -> Iterator[_Tie]:
    stance = hit.stance(aside=_is_presupposed(hit, rule))
    kin = KIN[PLURALS.get(noun.lower(), noun.lower())]
    if stance is None or _is_role(hit):
        return
    owners = [ego for ego in owners if _fits_pronoun(hit, ego)]
    number = next((n for word in hit.match["adj"].split() if (n := ordinal(word))), None)
    for ego in owners:
        for other in others:
            if other and ego != other:
                named = hit.match.groupdict().get("o") is not None
                yield _Tie(ego, other, kin, noun.lower(), number, hit.span(), stance, rule, 0.9 if named else 0.75)


def _is_presupposed(hit: Hit, rule: str) -> bool:
    """"his wife , Ann ," holds whatever the sentence says, unless the sentence says just that ("is his wife")."""
    before = hit.reading.text[: hit.match.start()].split()
    return rule == "kin/possessive" and hit.is_name("o") and before[-1:] not in (["were"], ["be"], ["become"], ["as"])


def _fits_pronoun(hit: Hit, ego: str) -> bool:
    """"his" is no woman's: then the pronoun was misread."""
    slot = hit.slot("s")
    pronoun = _PRONOUN_GENDER.get(slot.words.lower()) if slot is not None else None
    gender = hit.view.entities[ego].gender
    return pronoun is None or gender is None or pronoun == gender


def _is_role(hit: Hit) -> bool:
    """"plays a widower and she his daughter", "as his daughter": the family of a film."""
    return hit.reading.text[: hit.match.start()].split()[-1:] in (["as"], ["plays"], ["playing"], ["played"])


def _owners(hit: Hit) -> list[str]:
    """Whose kin: the slot, those listed with it ("A and B's"), or the members of a couple."""
    slot = hit.slot("s")
    if slot is None or slot.entity is None:
        return []
    together = _joined(hit, slot) if slot.letter == "P" else [slot]
    return [one for s in together if s.entity for one in (s.entity.members or (s.entity.id,))]


def _joined(hit: Hit, slot: Slot) -> list[Slot]:
    """"A and B 's son": both are parents, where the list ends right before the mark of possession."""
    before = hit.reading.text[: hit.match.start()]
    pair = re.search(r"<(P\d{1,4})> (?:and|&) $", before)
    return [hit.reading.slots[pair.group(1)], slot] if pair and not slot.possessive else [slot]


def _meant(hit: Hit, noun: str) -> list[str]:
    """The kin themselves: the names that follow, else whom the description is known to stand for."""
    slot = hit.slot("o")
    plural = noun.lower() in PLURALS
    start, end = hit.match.span("kin" if noun == hit.match["kin"] else "also")
    described = hit.view.nominal_over(hit.reading.span(start, end))
    if slot is not None and slot.entity is not None and noun == hit.match["kin"] and _is_apposed(hit, slot):
        named = listed(hit.reading, slot) if plural else [slot]
        return [s.entity.id for s in named if s.entity]
    if described is None or described.id == hit.entity("s"):
        return []
    return list(described.members) if plural else [described.id]


def _is_apposed(hit: Hit, slot: Slot) -> bool:
    """"his wife , Ann ," names her; "his wife , Ann said" too; "with his son , he went" does not."""
    return not slot.possessive and slot.words[:1].isupper() and slot.words.lower() not in {"he", "she", "they", "i"}


def _genders(view: View, ties: Iterable[_Tie]) -> Mapping[str, Gender]:
    known: dict[str, Gender] = {}
    for entity in view.entities.values():
        gender = entity.gender or _called(entity, view.text)
        if gender is not None:
            known[entity.id] = gender
    for tie in ties:
        if tie.kin.gender is not None:
            known[tie.other] = tie.kin.gender
    return known


def _called(entity: Entity, text: str) -> Gender | None:
    words = {w for m in entity.mentions if m.kind == "nominal" for w in m.span.of(text).lower().split()}
    if words & FEMALE and not words & MALE:
        return "female"
    return "male" if words & MALE and not words & FEMALE else None


def _candidates(tie: _Tie, genders: Mapping[str, Gender]) -> Iterator[Candidate]:
    match tie.kin.relation:
        case "child":
            yield _parenthood(tie, parent=tie.ego, child=tie.other, genders=genders)
        case "parent":
            yield _parenthood(tie, parent=tie.other, child=tie.ego, genders=genders)
        case "relative":
            yield _made(tie, tie.ego, "relative", tie.other, [("kinship", TextObject(tie.noun))])
        case "spouse" | "partner":
            former = [("former", TextObject("true"))] if tie.kin.former else []
            yield _made(tie, tie.ego, tie.kin.relation, tie.other, former)
        case "sibling":
            yield _made(tie, tie.ego, "sibling", tie.other, [])


def _parenthood(tie: _Tie, *, parent: str, child: str, genders: Mapping[str, Gender]) -> Candidate:
    number = [("ordinal", TextObject(str(tie.ordinal)))] if tie.ordinal else []
    match genders.get(parent):
        case "male":
            return _made(tie, child, "father", parent, number)
        case "female":
            return _made(tie, child, "mother", parent, number)
        case _:
            return _made(tie, parent, "child", child, number)


def _made(
    tie: _Tie, subject: str, predicate: str, thing: str, qualifiers: list[tuple[str, ObjectValue]]
) -> Candidate:
    return Candidate(
        subject=subject,
        predicate=predicate,
        object=EntityObject(thing),
        rule=tie.rule,
        evidence=(tie.evidence,),
        qualifiers=tuple(qualifiers),
        status=tie.stance.status,
        polarity=tie.stance.polarity,
        attribution=tie.stance.attribution,
        confidence=tie.confidence,
    )


def _marriages(view: View) -> Iterator[Candidate]:
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


def _couples(view: View) -> Iterator[Candidate]:
    """"the couple": two persons together; that they are married it does not say."""
    for nominal in view.nominals:
        members = nominal.entity.members
        if len(members) == 2 and _COUPLE.search(nominal.span.of(view.text)):
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


def _kin(name: str, wikidata: str, *, functional: bool = False, symmetric: bool = False, inverse: str | None = None) -> Declaration:
    return Declaration(name, PERSON, PERSON, wikidata, functional=functional, symmetric=symmetric, inverse=inverse)


FATHER = Predicate(
    _kin("father", "P22", functional=True, inverse="child"),
    (draw,),
    (
        Example("Peter Albrook took his son, Simon Albrook, to the game. He was proud.", "Simon Albrook", "Peter Albrook"),
        Example("Nadia Velez thanked her father, Hector Velez, on stage.", "Nadia Velez", "Hector Velez"),
    ),
    (
        Counterexample("Peter Albrook is seen as the father of modern chess in Norland.", "a figure of speech"),
        Counterexample("If Simon Albrook were his son, Peter Albrook would be proud.", "a condition"),
    ),
)
MOTHER = Predicate(
    _kin("mother", "P25", functional=True, inverse="child"),
    (draw,),
    (
        Example("Nadia Velez visited her mother, Carla Velez, on Sunday.", "Nadia Velez", "Carla Velez"),
        Example("Carla Velez said her daughter, Nadia Velez, had phoned. She was glad.", "Nadia Velez", "Carla Velez"),
    ),
    (
        Counterexample("Carla Velez runs the mother company of Nordbank Holdings.", "a company"),
        Counterexample("Is Carla Velez the mother of Nadia Velez?", "a question"),
    ),
)
CHILD = Predicate(
    _kin("child", "P40", inverse="father"),
    (draw,),
    (
        Example("Sam Quill and Robin Thorne's daughter, Mia Quill, won the race.", "Robin Thorne", "Mia Quill"),
        Example("Mia Quill, the youngest daughter of Robin Thorne, won the race.", "Robin Thorne", "Mia Quill"),
    ),
    (
        Counterexample("Robin Thorne coached Mia Quill for years.", "a coach"),
        Counterexample("Robin Thorne might be the parent of Mia Quill.", "a guess"),
    ),
)
SIBLING = Predicate(
    _kin("sibling", "P3373", symmetric=True),
    (draw,),
    (
        Example("Nadia Velez and her brother, Tomas Velez, opened a bakery.", "Nadia Velez", "Tomas Velez"),
        Example("Tomas Velez's younger sister Nadia Velez runs the bakery.", "Tomas Velez", "Nadia Velez"),
    ),
    (
        Counterexample("Nadia Velez and Tomas Velez opened a bakery.", "no kin noun"),
        Counterexample("Tomas Velez is not the brother of Nadia Velez.", "denied"),
    ),
)
RELATIVE = Predicate(
    _kin("relative", "P1038", symmetric=True),
    (draw,),
    (
        Example("Nadia Velez lives with her grandmother, Rosa Velez.", "Nadia Velez", "Rosa Velez"),
        Example("Tomas Velez's uncle, Hector Moran, owns the shop.", "Tomas Velez", "Hector Moran"),
    ),
    (
        Counterexample("Nadia Velez read Rosa Velez's novel about an aunt.", "nobody's aunt"),
        Counterexample("Would Hector Moran be the uncle of Tomas Velez?", "a question"),
    ),
)
SPOUSE = Predicate(
    _kin("spouse", "P26", symmetric=True),
    (draw,),
    (
        Example("Peter Albrook arrived with his wife, Joan Albrook.", "Peter Albrook", "Joan Albrook"),
        Example("Hector Velez married Carla Moran in 1998.", "Hector Velez", "Carla Moran"),
    ),
    (
        Counterexample("Hector Velez and Carla Moran had dinner together.", "no marriage told"),
        Counterexample("Hector Velez plans to marry Carla Moran next year.", "a plan"),
    ),
)
PARTNER = Predicate(
    _kin("partner", "P451", symmetric=True),
    (draw,),
    (
        Example("Mia Quill and her boyfriend, Leo Brandt, moved to Leeds.", "Mia Quill", "Leo Brandt"),
        Example("Mia Quill is engaged to Leo Brandt.", "Mia Quill", "Leo Brandt"),
    ),
    (
        Counterexample("Mia Quill met Leo Brandt at a conference.", "a meeting"),
        Counterexample("Mia Quill may be dating Leo Brandt.", "a guess"),
    ),
)
