"""Family ties by kin nouns: "her brother Tom", "the son of A and B"; one noun may tell several predicates.

Canonical direction: from the child to its father or mother; `child` only where the parent's gender is unknown.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from worker.pipeline.extract.genders import settled_genders
from worker.pipeline.extract.lexicon.kin import KIN, KIN_ADJECTIVES, PLURALS, Kin
from worker.pipeline.extract.numbers import ordinal
from worker.pipeline.extract.pattern import build
from worker.pipeline.extract.phrase import Hit, hits, listed
from worker.pipeline.extract.syntax.clause import clause_of
from worker.pipeline.extract.syntax.kin import KinPhrase, kin_phrases
from worker.pipeline.extract.syntax.meaning import meaning
from worker.pipeline.values import (
    Candidate,
    EntityObject,
    Gender,
    ObjectValue,
    Span,
    TextObject,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from worker.pipeline.extract.reading import Slot
    from worker.pipeline.extract.stance import Stance
    from worker.pipeline.extract.syntax.tree import Tree
    from worker.pipeline.extract.view import View


_NOUNS = "|".join(sorted({*KIN, *PLURALS}, key=len, reverse=True))
_TRIGGERS = frozenset({*KIN, *PLURALS})
_ADJ = rf"(?:(?:{KIN_ADJECTIVES}) (?:(?:and|,) (?=[a-z]))?){{0,4}}"
# Between comma and name: "her husband , actor <P>"; without the comma it is a verb, "her husband killed <P>".
_TRADE = r"(?:the )?(?!(?:and|or|nor|but|with|like|for|to|of|by|from|whom|told|via|than|not)\b)[a-z]{3,20}"
# "A and B 's second son , C": whose kin, the noun, and the name if it stands next to it.
_OF_SOMEBODY = build(
    rf"<s:PR>(?: , \d{{1,3}} ,)? 's (?P<adj>{_ADJ})(?:(?P<also>{_NOUNS}) and )?(?P<kin>{_NOUNS})(?![\w'-])"
    rf"(?! 's (?:{_NOUNS}))(?:(?: ,(?: {_TRADE})?)? <o:P>)?"
)
_SURVIVED_BY = re.compile(r"\bsurvived by\b", re.IGNORECASE)
_PERSON = re.compile(r"<(P\d{1,4})>")
_JOINED = re.compile(r"<(P\d{1,4})> (?:and|&) $")
_SURVIVOR = build(
    rf"(?:an?|one|two|three|four|five|six) (?P<adj>{_ADJ})(?P<kin>{_NOUNS})(?: from [^,;<]{{1,30}})? "
    rf",? ?<o:P>"
)
_PRONOUN_GENDER = {"his": "male", "her": "female"}


@dataclass(frozen=True, slots=True)
class Tie:
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


def draw_ties(view: View, /) -> Iterator[Candidate]:
    """All ties of the article; genders are settled first, for "A and B's son" tells neither."""
    ties = [*_ties(view)]
    genders = settled_genders(view, {tie.other: tie.kin.gender for tie in ties if tie.kin.gender is not None})
    for tie in ties:
        if _ties_people(view, tie):
            yield from _candidates(tie, genders)


def _ties_people(view: View, tie: Tie) -> bool:
    """One of the two is named, and both are people: "her son" in "her son photo" stands for a photo."""
    two = view.entities[tie.ego], view.entities[tie.other]
    return any(each.named for each in two) and all(each.type == "person" for each in two)


def _ties(view: View) -> Iterator[Tie]:
    yield from _by_phrase(view)
    for tree in view.trees:
        for phrase in kin_phrases(tree):
            yield from _of_phrase(phrase)
        yield from _born(tree)


def _by_phrase(view: View) -> Iterator[Tie]:
    for hit in hits(view, _OF_SOMEBODY, _TRIGGERS):
        for noun in filter(None, (hit.match["kin"], hit.match["also"])):
            others = _meant(hit, noun)
            yield from _tie(hit, noun, _owners(hit), others, "kin/possessive")
    for hit in hits(view, _SURVIVOR, frozenset({"survived"})):
        owner = _survived(hit)
        if owner is not None:
            others = [s.entity.id for s in _named(hit, hit.match["kin"]) if s.entity]
            yield from _tie(hit, hit.match["kin"], [owner], others, "kin/survivor")


def _of_phrase(phrase: KinPhrase) -> Iterator[Tie]:
    """The ties of a kin noun in the tree; where two are each other's kin, one each."""
    tree, stance = phrase.tree, phrase.stance
    kin = KIN[PLURALS.get(phrase.noun, phrase.noun)]
    kin = kin._replace(former=kin.former or phrase.former)
    number = next((n for i in tree.under(phrase.at, "amod") if (n := ordinal(tree.word(i)))), None)
    words = tree.around(phrase.at, *phrase.egos, *phrase.others)
    for a, b in product(phrase.egos, phrase.others):
        if stance is None or (phrase.mutual and a >= b) or not _fits(tree, a):
            continue
        for ego, other in product(_people(tree, a), _people(tree, b)):
            if ego != other:
                yield Tie(ego, other, kin, phrase.noun, number, words, stance, "kin/tree", 0.85)


def _born(tree: Tree) -> Iterator[Tie]:
    """Reads "was born to A, a baker, and B"."""
    for at in range(len(tree.tokens)):
        if tree.word(at) == "born" and at not in tree.quoted:
            clause = clause_of(tree, at)
            stance = meaning(tree, at)
            parents = [j for i in clause.fill("to") for j in tree.joined(i)]
            for parent, child in product(parents, clause.fill("patient")):
                for ego, other in product(_people(tree, parent), _people(tree, child)):
                    if stance is not None and ego != other:
                        words = tree.around(at, parent, child)
                        yield Tie(ego, other, KIN["child"], "child", None, words, stance, "kin/born", 0.85)


def _people(tree: Tree, at: int) -> list[str]:
    slot = tree.slot(at)
    if slot is None or slot.entity is None or slot.letter not in "PR":
        return []
    return list(slot.entity.members or (slot.entity.id,))


def _fits(tree: Tree, at: int) -> bool:
    """No woman is meant by "his": then the pronoun was misread."""
    slot = tree.slots.get(at)
    pronoun = _PRONOUN_GENDER.get(slot.words.lower()) if slot is not None else None
    gender = slot.entity.gender if slot is not None and slot.entity is not None else None
    return pronoun is None or gender is None or pronoun == gender


def _named(hit: Hit, noun: str) -> list[Slot]:
    slot = hit.reading.slots[hit.match["o"]]
    return listed(hit.reading, slot) if noun.lower() in PLURALS else [slot]


def _survived(hit: Hit) -> str | None:
    """Whom the sentence says to be survived: the subject before "survived by"."""
    opening = _SURVIVED_BY.search(hit.reading.text, 0, hit.match.start())
    names = _PERSON.findall(hit.reading.text, 0, opening.start()) if opening else []
    entity = hit.reading.slots[names[0]].entity if names else None
    return entity.id if entity is not None else None


def _tie(hit: Hit, noun: str, owners: list[str], others: list[str], rule: str) -> Iterator[Tie]:
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
                yield Tie(
                    ego, other, kin, noun.lower(), number, hit.span(), stance, rule, 0.9 if named else 0.75
                )


def _is_presupposed(hit: Hit, rule: str) -> bool:
    """What stands beside a name ("his wife , Ann") holds whatever is said, unless it is just what is said."""
    before = hit.reading.text[: hit.match.start()].split()
    return (
        rule == "kin/possessive"
        and hit.is_name("o")
        and before[-1:] not in (["were"], ["be"], ["become"], ["as"])
    )


def _fits_pronoun(hit: Hit, ego: str) -> bool:
    """No woman is meant by "his": then the pronoun was misread."""
    slot = hit.slot("s")
    pronoun = _PRONOUN_GENDER.get(slot.words.lower()) if slot is not None else None
    gender = hit.view.entities[ego].gender
    return pronoun is None or gender is None or pronoun == gender


def _is_role(hit: Hit) -> bool:
    """The family of a film: "as his daughter", "her brother (Roe)", where the name is the player's."""
    if hit.reading.text.startswith(" (", hit.match.end()):
        return True
    return hit.reading.text[: hit.match.start()].split()[-1:] in (["as"], ["plays"], ["playing"], ["played"])


def _owners(hit: Hit) -> list[str]:
    """Whose kin: the slot, those listed with it ("A and B's"), or the members of a couple."""
    slot = hit.reading.slots[hit.match["s"]]
    together = _joined(hit, slot) if slot.letter == "P" else [slot]
    return [one for s in together if s.entity for one in (s.entity.members or (s.entity.id,))]


def _joined(hit: Hit, slot: Slot) -> list[Slot]:
    """Both are parents in "A and B 's son", where the list ends right before the mark of possession."""
    before = hit.reading.text[: hit.match.start()]
    pair = _JOINED.search(before)
    return [hit.reading.slots[pair.group(1)], slot] if pair and not slot.possessive else [slot]


def _meant(hit: Hit, noun: str) -> list[str]:
    """The kin themselves: the names that follow, else whom the description is known to stand for."""
    slot = hit.slot("o")
    plural = noun.lower() in PLURALS
    start, end = hit.match.span("kin" if noun == hit.match["kin"] else "also")
    described = hit.view.nominal_over(hit.reading.span(start, end))
    if slot is not None and slot.name and noun == hit.match["kin"]:
        named = listed(hit.reading, slot) if plural else [slot]
        return [s.entity.id for s in named if s.entity]
    if described is None or described.id == hit.entity("s"):
        return []
    return list(described.members) if plural else [described.id]


def _candidates(tie: Tie, genders: Mapping[str, Gender]) -> Iterator[Candidate]:
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
        case _:
            yield _made(tie, tie.ego, "sibling", tie.other, [])


def _parenthood(tie: Tie, *, parent: str, child: str, genders: Mapping[str, Gender]) -> Candidate:
    number = [("ordinal", TextObject(str(tie.ordinal)))] if tie.ordinal else []
    match genders.get(parent):
        case "male":
            return _made(tie, child, "father", parent, number)
        case "female":
            return _made(tie, child, "mother", parent, number)
        case _:
            return _made(tie, parent, "child", child, number)


def _made(
    tie: Tie, subject: str, predicate: str, thing: str, qualifiers: Sequence[tuple[str, ObjectValue]]
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
