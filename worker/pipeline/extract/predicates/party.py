"""Whose party somebody is of: from letters, adjectives, titles, and the party that stands beside the name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from worker.pipeline.extract.lexicon.lexemes import lexemes
from worker.pipeline.extract.lexicon.places import PARTIES, PARTY_LETTERS, POLITICIANS
from worker.pipeline.extract.pattern import build
from worker.pipeline.extract.phrase import Hit, hits
from worker.pipeline.extract.rule import PERSON, Counterexample, Example, Predicate
from worker.pipeline.values import Candidate, Declaration, EntityObject, Span, TextObject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from worker.pipeline.extract.syntax.roles import Role
    from worker.pipeline.extract.syntax.tree import Tree
    from worker.pipeline.extract.view import View
    from worker.pipeline.values import ObjectValue

_PARTY = "|".join(sorted(PARTIES, key=len, reverse=True))
_TITLE = rf"(?:(?:{POLITICIANS}) ){{1,2}}"
_PARTY_WORDS = frozenset(word for name in PARTIES for word in name.split())
_POLITICAL = (
    (build(rf"(?P<party>{_PARTY}) {{ADJ}}{_TITLE}<s:P>"), _PARTY_WORDS, 0.85),
    (
        build(rf"<party:ORG> {{ADJ}}{_TITLE}<s:P>"),
        lexemes(
            "senator sen sen. rep rep. representative mp msp mep leader candidate nominee councillor "
            "lawmaker politician gov gov. governor mayor"
        ),
        0.8,
    ),
    (
        build(
            rf"<s:P>(?:{{ASIDE}}| (?:is|was) )(?:an?|the) {{ADJ}}(?P<party>{_PARTY})(?= [,.;)]|"
            rf" (?:and|who|from|in|of|on)\b| (?:{POLITICIANS})\b|$)"
        ),
        _PARTY_WORDS,
        0.82,
    ),
    (
        build(
            r"<s:P>{APP} {AUX}(?:joined|a member of|member of|represents|represented|candidate "
            r"for|stands for|stood for) (?:the )?<party:ORG>"
        ),
        lexemes("joined member represents represented candidate stands stood"),
        0.75,
    ),
    (
        build(
            r"<s:P>{ASIDE}(?:the )?(?:[\w-]{2,16} )?(?:leader|member|chairman|chairwoman|chair|"
            r"head|founder|candidate|politician|lawmaker|deputy) (?:of|from|for|with) (?:the "
            r")?<party:OR>(?P<called> party)?"
        ),
        lexemes("leader member chairman chairwoman chair head founder candidate politician lawmaker deputy"),
        0.82,
    ),
    (
        build(rf"(?:the )?(?P<party>{_PARTY}) ,? ?<s:P>(?= ,| who| said| told| has| is| was)"),
        _PARTY_WORDS,
        0.7,
    ),
    (
        build(
            r"<s:P>{ASIDE}(?:the |a )?<party:ORG> (?:member|mp|msp|mep|candidate|councillor|"
            r"politician|lawmaker|"
            r"spokesman|spokeswoman|leader)(?: for| in| from|(?= [,.;)]))"
        ),
        lexemes("member mp msp mep candidate councillor politician lawmaker spokesman spokeswoman leader"),
        0.82,
    ),
    (build(r"<s:P>(?: ,)? of the <party:ORG>(?= [,.;])"), frozenset({"of"}), 0.8),
    (
        build(r"<s:P> of the <party:ORG>(?= (?:and|said|told|has|had|was|is|who|[a-z]{3,14}ed)\b)"),
        frozenset({"of"}),
        0.78,
    ),
    (
        build(rf"<s:P> , of the (?P<party>(?:{_PARTY}|conservatives|greens|tories|liberals))(?= [,.;])"),
        frozenset({"of"}),
        0.8,
    ),
)
_VERBAL = 3  # the pattern with a verb; the others are noun phrases
_PARTY_NAME = re.compile(
    r"\b(?:party|democrats?|republicans?|labour|labor|conservatives?|tories|greens?|"
    r"liberals?|alliance|front|congress)\b",
    re.IGNORECASE,
)


def draw_parties(view: View, /) -> Iterator[Candidate]:
    """Party letters, adjectives and titles; the party is the article's entity, or its name in words."""
    for number, (pattern, triggers, confidence) in enumerate(_POLITICAL):
        aside = number != _VERBAL
        for hit in hits(view, pattern, triggers):
            party, person, stance = _party(hit), hit.entity("s"), hit.stance(aside=aside)
            if aside and not hit.is_name("s"):
                continue
            if party is not None and person is not None and stance is not None:
                yield Candidate(
                    person,
                    "political_party",
                    party,
                    "party/title",
                    (hit.span(),),
                    status=stance.status,
                    polarity=stance.polarity,
                    attribution=stance.attribution,
                    confidence=confidence,
                )


def _party(hit: Hit) -> ObjectValue | None:
    groups = hit.match.groupdict()
    slot = hit.slot("party") if "party" in groups else None
    if slot is not None and slot.entity is not None:
        known = slot.words.lower()
        is_party = (
            known in PARTIES
            or bool(groups.get("called"))
            or _PARTY_NAME.search(slot.entity.label) is not None
        )
        return EntityObject(slot.entity.id) if is_party else None
    return TextObject(PARTIES[groups["party"].lower()]) if groups.get("party") else None


def draw_party_roles(view: View, /) -> Iterator[Candidate]:
    """From what somebody is called: "the Conservative spokesman , Roe", "Roe , leader of the Reform Party"."""
    parties = view.parties
    for role in view.roles:
        stance, party = role.stance, _party_of(role, parties)
        if stance is not None and party is not None and role.sort in {"office", "member"}:
            yield Candidate(
                role.holder.id, "political_party", party, "party/role", (role.evidence,), (), stance.status,
                stance.polarity, stance.attribution, confidence=0.84,
            )  # fmt: skip


# Who has a seat has it for a party, if not for the chamber itself.
_SEATED = lexemes("councillor mp mla mep backbencher frontbencher lawmaker legislator")
_CHAMBER = re.compile(
    r"\b(?:council|parliament|assembly|senate|congress|house|city|county|commons|committee|commission|government|board|"
    r"ministry|union)\b",
    re.IGNORECASE,
)
_LETTERS = re.compile(
    rf"\s?[,(]\s?({'|'.join(sorted(PARTY_LETTERS, key=len, reverse=True)).upper()}|Lab|Con|Dem|Rep)"
    r"(?:[-\u2013][A-Z][\w. ]{0,14}|, [A-Z][\w. ]{0,14})?\s?[,).]"
)


def draw_party_letters(view: View, /) -> Iterator[Candidate]:
    """Reads "Jane Roe (R-Texas)", "Jane Roe, D-Ohio,"; and "Labour's Jane Roe"."""
    for span, entity in view.names:
        if entity.type != "person":
            continue
        letters = _LETTERS.match(view.text, span.end, span.end + 30)
        if letters is not None:
            told = Span(span.start, letters.end() - 1)
            yield Candidate(
                entity.id, "political_party", TextObject(PARTY_LETTERS[letters.group(1).lower()]), "party/letters",
                (told,), confidence=0.9,
            )  # fmt: skip
    parties = view.parties
    for tree in view.trees:
        for at, slot in tree.slots.items():
            if slot.letter == "P" and slot.name and slot.entity is not None:
                for owner, party in _parties_beside(tree, at, parties):
                    words = (tree.span(owner, at),)
                    yield Candidate(slot.entity.id, "political_party", party, "party/beside", words, confidence=0.82)


def _parties_beside(tree: Tree, at: int, parties: frozenset[str]) -> Iterator[tuple[int, ObjectValue]]:
    """Whose he is: "Labour's Jane Roe", "Jane Roe of the Reform Party", "Jane Roe (Reform Party)"."""
    for other in tree.under(at, "nmod:poss", "nmod", "appos"):
        slot, word = tree.slots.get(other), tree.word(other)
        if word in PARTIES and tree.tokens[other].relation == "nmod:poss":
            yield other, TextObject(PARTIES[word])
        elif slot is not None and slot.entity is not None and slot.entity.id in parties:
            yield other, EntityObject(slot.entity.id)


def _party_of(role: Role, parties: frozenset[str]) -> ObjectValue | None:
    body = role.body
    if body is not None and (body.id in parties or (role.noun in _SEATED and body.type == "organization")):
        return None if _CHAMBER.search(body.label) else EntityObject(body.id)
    return TextObject(role.party) if role.party is not None else None


POLITICAL_PARTY = Predicate(
    Declaration(
        "political_party",
        PERSON,
        frozenset({"organization", "group", "string", "gpe"}),
        "P102",
        merge="latest",
        sensitivity=("politics",),
    ),
    (draw_parties, draw_party_roles, draw_party_letters),
    (
        Example("Republican Senator Carla Velez voted against it.", "Carla Velez", "Republican Party"),
        Example("Labour MP Peter Albrook asked for a vote.", "Peter Albrook", "Labour Party"),
        Example(
            "Opposition Leader Louis Garneau of the Conservative Party disagreed.",
            "Louis Garneau",
            "Conservative Party",
        ),
    ),
    (
        Counterexample("Carla Velez spoke in a democratic country.", "an adjective"),
        Counterexample("Carla Velez criticised the Labour leader.", "somebody else"),
        Counterexample("Carla Velez, director of the Harland First Amendment Coalition, agreed.", "no party"),
    ),
)
