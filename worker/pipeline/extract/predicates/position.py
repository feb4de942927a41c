"""Offices and jobs: positions held, employers, chief executives, founders, and who came and went.

One mention ("Halvex chief executive Jane Roe") may tell several of these, so they are drawn together.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from worker.pipeline.extract.lexicon.alternatives import any_of
from worker.pipeline.extract.lexicon.lexemes import lexemes
from worker.pipeline.extract.lexicon.places import DEMONYMS, PARTIES
from worker.pipeline.extract.lexicon.roles import (
    ALL_HEADS,
    ANY_OFFICE,
    ANY_TRADE,
    FORMER,
    OFFICE_HEADS,
    ROLE_MODIFIER,
    TRADE_HEADS,
)
from worker.pipeline.extract.pattern import Pattern, build
from worker.pipeline.extract.phrase import Hit, hits, phrase
from worker.pipeline.extract.rule import PERSON, Counterexample, Example, Predicate
from worker.pipeline.values import (
    Candidate,
    Declaration,
    EntityObject,
    ObjectValue,
    TextObject,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from worker.pipeline.extract.stance import Stance
    from worker.pipeline.extract.view import View
    from worker.pipeline.values import Entity


_ROLE = (
    rf"(?P<role>{ROLE_MODIFIER}{{0,4}}?{ALL_HEADS}(?: and (?:{ROLE_MODIFIER}{{0,2}}?{ALL_HEADS}))?(?:-(?:general|"
    rf"elect|designate))?)(?![\w'-]| 's)"
)
_OFFICE_ROLE = (
    rf"(?P<role>{ROLE_MODIFIER}{{0,4}}?{ANY_OFFICE}(?: and (?:{ROLE_MODIFIER}{{0,2}}?{ALL_HEADS})"
    rf")?(?:-(?:general|elect|designate))?)(?![\w'-]| 's)"
)
_FORMER = rf"(?:(?P<former>{FORMER})[ -](?:the )?)?"
# "currently curator of": the adverb is no part of the role.
_NOW = r"(?:(?:currently|presently|now|also|still|recently|newly|most recently|simultaneously) )?"
_AREA = r"(?P<area> (?:of|for) (?:[a-z][\w-]{1,20} ?){1,4})?"
_AT = (
    r"(?: (?:of|at|for|with|in|from|to|on) (?:the |his |her |its )?(?:[a-z-]{3,16} (?=<)){0,3}<org:OGLRE>(?: "
    r"'s (?:[\w-]{2,20} ?){1,4})?)"
)
_SHORT = (
    r"Sen|Sens|Rep|Reps|Gov|Lt\. Gov|Sgt|Capt|Lt|Col|Gen|Det|Cllr|Supt|Insp|Adm|Maj|"
    r"Cpl|Atty\. Gen|DCI|PC|DC|DS|Cmdr"
)
_WORDS = (
    frozenset(_SHORT.lower().split("|"))
    | frozenset(re.sub(r"[|-]", " ", f"{OFFICE_HEADS}|{TRADE_HEADS}").split())
    | frozenset(f"{OFFICE_HEADS}|{TRADE_HEADS}".split("|"))
)


_LAST_WORD = any_of(head.rpartition(" ")[2] for head in f"{OFFICE_HEADS}|{TRADE_HEADS}".split("|"))


def _row(rule: str, template: str, confidence: float, gate: str | None = None) -> _Row:
    return rule, build(template, gate), confidence


_Row: TypeAlias = tuple[str, Pattern, float]
_PATTERNS = (
    # "Halvex chief executive Jane Roe", "the bank 's chairman , Jane Roe"
    _row(
        "role/org-before",
        rf"<org:OGLR>(?: 's)? {_FORMER}{_OFFICE_ROLE}(?: ,)? {{HON}}<s:P>(?! 's (?:{ALL_HEADS}))",
        0.86,
    ),
    _row(
        "role/org-before-trade",
        rf"<org:O>(?: 's)? {_FORMER}{_ROLE}(?: ,)? <s:P>(?! 's {ALL_HEADS})",
        0.78,
    ),
    # "Prime Minister Jane Roe"
    _row(
        "role/before",
        rf"{_FORMER}{_OFFICE_ROLE} <s:P>",
        0.84,
        gate=rf"\b{_LAST_WORD}(?:-(?:general|elect|designate))? <P",
    ),
    # "Jane Roe , the chief executive of Halvex ,"
    _row(
        "role/after",
        rf"<s:P>{{ASIDE}}{_NOW}(?:the |a |an |its |their |<[OGP]\d{{1,3}}> 's )?{_FORMER}(?:<pre:OG> "
        rf"(?:'s )?)?"
        rf"{_ROLE}{_AREA}{_AT}(?=[ .,;:)]|$)",
        0.86,
    ),
    _row(
        "role/after-bare",
        rf"<s:P>{{ASIDE}}{_NOW}(?:the |its |their |his |her )?{_FORMER}(?:<org:OG> (?:'s )?)?"
        rf"{_OFFICE_ROLE}{_AREA}(?= [,.;)]|$)",
        0.82,
    ),
    # "Jane Roe is the chief executive of Halvex"
    _row(
        "role/is",
        r"<s:P>{APP} {AUX}(?P<be>is|was|became|becomes|remains|serves as|served as|serving "
        r"as|worked as|works as|"
        rf"acted as|serve as|been|being|named|appointed|elected|work as) {_NOW}(?:the |a |an |its "
        r"|their )?"
        rf"{_FORMER}(?:<pre:OG> (?:'s )?)?{_ROLE}{_AREA}{_AT}?"
        r"(?= [,.;:)]| (?:in|on|from|since|until|and|when|who|after|for|at|before|by|under|"
        r"between|but|during|"
        r"while)\b|$)(?: (?:from|since|between|in|until) <date:t>)?",
        0.84,
    ),
    # "the hospice 's chairman , Lord Roe", "its director , Jane Roe"
    _row("role/owned", rf"(?<= 's ){_FORMER}{_OFFICE_ROLE} , {{HON}}<s:P>", 0.82),
    # "joins from Halvex , where she was finance director"
    _row(
        "role/where",
        rf"<s:P>{{APP}} {{AUX}}(?:joins?|joined|joining|moves|moved|came|comes|arrives|arrived|left)(?: "
        rf"<OG>)? (?:from )?"
        rf"(?:the )?<org:OG> , where (?:he|she|they|<P>) {{AUX}}(?:was|is|served as|worked as|had been) "
        rf"{_NOW}(?:the |a |an |its "
        rf")?{_FORMER}{_ROLE}(?=[ .,;:)]|$)",
        0.82,
    ),
    # "The chairman of Halvex , Jane Roe , resigned"
    _row(
        "role/the-of",
        rf"the {_FORMER}{_OFFICE_ROLE} (?:of|at) (?:the )?<org:OGLR> , {{HON}}<s:P>(?= [,.;)]|$)",
        0.84,
    ),
    # "The health secretary , Jane Roe , has resigned"
    _row("role/the", rf"the {_FORMER}(?:<pre:OG> (?:'s )?)?{_OFFICE_ROLE} , {{HON}}<s:P>(?= [,.;)]|$)", 0.84),
    # "Sen. Jane Roe", "Rep. John Roe"
    _row("role/short", rf"(?P<role>{_SHORT}) ?\.? <s:P>", 0.84),
    # "Halvex 's chief executive is Jane Roe"
    _row("role/org-is", rf"<org:OG> 's {_FORMER}{_OFFICE_ROLE} (?:is|was) <s:P>", 0.82),
)
_CEO = re.compile(r"\b(?:ceo|chief executive(?: officer)?)\b", re.IGNORECASE)
_FOUNDER = re.compile(r"\b(?:co-?)?founder\b", re.IGNORECASE)
# Of a club rather than a firm: "Rovers boss".
_CLUB = re.compile(
    r"(?:assistant |head |team |first-team |interim |caretaker )?(?:coach|manager|boss|"
    r"captain|skipper)",
    re.IGNORECASE,
)
# Held for a country, a party, a church or a court, not for an employer.
_NO_EMPLOYEE = re.compile(
    r"\b(?:minister|senator|congress(?:man|woman)|representative|mp|msp|mep|mayor|governor|"
    r"king|queen|prince|princess|duke|"
    r"duchess|pope|emir|sultan|founder|co-founder|owner|partner|member|leader|captain|"
    r"skipper|lawmaker|premier|chancellor|cofounder|"
    r"councill?or|activist|speaker|delegate|judge|justice|lawyer|attorney|counsel|investor|"
    r"fellow|adviser|advisor|trustee)\b",
    re.IGNORECASE,
)
# Without a body these are professions, not offices.
_CALLING = re.compile(
    r"^(?:[\w'.-]+ ){0,3}(?:attorney|lawyer|professor|lecturer|activist|analyst|strategist|"
    r"priest|pastor|rabbi|imam|editor|publisher|trainer|surgeon|founder|co-founder|owner|"
    r"adviser|advisor)$",
    re.IGNORECASE,
)
_TRADE_ONLY = re.compile(rf"^(?:[\w'.-]+ ){{0,4}}{ANY_TRADE}$", re.IGNORECASE)
_OFFICE_HEAD = re.compile(rf"\b{ANY_OFFICE}$", re.IGNORECASE)
_NOT_A_ROLE = lexemes(
    "captain skipper major general head member partner deputy chief chair cardinal "
    "fellow king prince major whip boss"
)
# "Canadian Prime Minister", "Labour MP": country and party stand before the role and are no part of it.
_BELONGING = re.compile(
    rf"(?:(?P<nation>{any_of(DEMONYMS)}) (?!football|literature|language|history))?"
    rf"(?:{any_of(PARTIES)} "
    rf"(?=(?:(?!party)[\w.'-]{{1,16}} ){{0,2}}(?:mp|msp|mep|senator|governor|mayor|representative|premier|president|"
    rf"congressman|congresswoman|lawmaker|legislator|councillor|councilman|councilwoman|delegate|assemblyman|"
    rf"assemblywoman|alderman|prime minister)$))?",
    re.IGNORECASE,
)
# Offices that are held for the country itself.
_STATE_OFFICE = re.compile(
    r"(?:president|minister|chancellor|premier|king|queen|ambassador|secretary|emir|sultan|attorney general)$",
    re.IGNORECASE,
)
_PARTY_LABEL = re.compile(
    r"\b(?:party|democrats|republicans|conservatives|tories|liberals|greens|labour)$", re.IGNORECASE
)
_UNBOUND = frozenset({"role/before", "role/owned", "role/the"})
_BRIDGED = 0.65  # nothing in the sentence names the firm
_ASIDES = frozenset(
    {
        "role/org-before",
        "role/org-before-trade",
        "role/before",
        "role/after",
        "role/after-bare",
        "role/owned",
        "role/the",
        "role/the-of",
        "role/short",
    }
)


def draw(view: View, /) -> Iterator[Candidate]:
    """Every role with its holder, as position, employer, chief executive or founder."""
    for rule, pattern, confidence in _PATTERNS:
        for hit in hits(view, pattern, _WORDS):
            held = _held(hit, rule, confidence)
            if held is not None:
                yield from _told(held)


@dataclass(frozen=True, slots=True)
class _Held:
    """A role with its holder and, if told, the body that it is held for."""

    hit: Hit
    stance: Stance
    rule: str
    confidence: float
    holder: str
    role: str
    body: Entity | None

    @property
    def firm(self) -> Entity | None:
        """A party has members, not staff."""
        firm = self.body is not None and self.body.type == "organization"
        return self.body if firm and self.body and not _PARTY_LABEL.search(self.body.label) else None

    @property
    def former(self) -> list[tuple[str, ObjectValue]]:
        past = self.hit.match.groupdict().get("former") or _is_past(self.hit)
        return [("former", TextObject("true"))] if past else []

    def candidate(
        self, subject: str, predicate: str, thing: ObjectValue, qualifiers: list[tuple[str, ObjectValue]]
    ) -> Candidate:
        date = self.hit.slot("date")
        return Candidate(
            subject,
            predicate,
            thing,
            self.rule,
            (self.hit.span(),),
            tuple(qualifiers),
            self.stance.status,
            self.stance.polarity,
            self.stance.attribution,
            confidence=self.confidence,
            event_time=date.time if date is not None else None,
        )


def _held(hit: Hit, rule: str, confidence: float) -> _Held | None:
    aside = rule in _ASIDES
    stance, holder, role = hit.stance("role", "area", aside=aside), hit.entity("s"), hit.words("role")
    if stance is None or holder is None or role is None or not _is_role(role, rule):
        return None
    if aside and (not hit.is_name("s") or len(hit.words("s") or "") < 2):
        return None  # "judge him", "Gen Z"
    country, role = _parted(role)
    slot = hit.slot("org") or hit.slot("pre")
    body = (
        slot.entity if slot is not None and not slot.nominal else None
    )  # "the company" is too often another
    if body is None and country is not None and _STATE_OFFICE.search(role):
        body = hit.view.places.get(country)
    if body is None and rule in _UNBOUND and _CEO.search(role):
        body, confidence = (
            hit.view.main_firm,
            _BRIDGED,
        )  # "Chief Executive Jane Roe": of the firm it is all about
    if body is not None and body.id == holder:
        return None
    return _Held(hit, stance, rule, confidence, holder, role, body)


def _parted(role: str) -> tuple[str | None, str]:
    """The country that a role's first word names, and the role without it and without a party."""
    before = _BELONGING.match(role)
    if before is None or before.end() == 0:
        return None, role
    return DEMONYMS.get((before["nation"] or "").lower()), role[before.end() :]


def _told(held: _Held) -> Iterator[Candidate]:
    firm, role, holder = held.firm, held.role, EntityObject(held.holder)
    if firm is not None and _CEO.search(role):
        yield held.candidate(firm.id, "ceo", holder, held.former)
        return  # position and employer are the same fact, told from the other end
    if firm is not None and _FOUNDER.search(role):
        yield held.candidate(firm.id, "founded_by", holder, [])
    if firm is not None and not _CLUB.fullmatch(role) and not _NO_EMPLOYEE.search(role):
        qualifiers = [("role", TextObject(role)), *held.former]
        yield held.candidate(held.holder, "employer", EntityObject(firm.id), qualifiers)
    if not _is_trade(held):
        where: list[tuple[str, ObjectValue]] = (
            [("of", EntityObject(held.body.id))] if held.body is not None else []
        )
        office = TextObject(_in_words(held.hit, role))
        yield held.candidate(held.holder, "position_held", office, [*where, *held.former])


def _is_trade(held: _Held) -> bool:
    """A profession and no office: "analyst", and "attorney" where no body is told."""
    trade = _TRADE_ONLY.match(held.role) is not None and not _OFFICE_HEAD.search(held.role)
    return trade or (held.body is None and _CALLING.search(held.role) is not None)


def _is_role(role: str, rule: str) -> bool:
    """A lone word that is a title, a noun or a verb as often as a role ("general", "head") is none by itself."""
    return role.lower() not in _NOT_A_ROLE or rule in {"role/after", "role/is", "role/org-before", "role/the-of"}


def _is_past(hit: Hit) -> bool:
    """He "was" or "served as" something "until" some time."""
    verb = (hit.match.groupdict().get("be") or "").lower()
    return verb in {"was", "served as", "worked as"} and "until" in hit.reading.words


def _in_words(hit: Hit, role: str) -> str:
    """The role with its field ("chairman of direct-to-consumer"), without the body that it is held for."""
    area = hit.words("area") if hit.match.groupdict().get("area") else None
    return f"{role} {area}" if area else role


_SIGNED = re.compile(r"\b(?:sign|signs|signed|recruit|recruits|recruited|poached|lured) (?:[\w-]{1,20} ){0,4}$")


def _is_staffed(hit: Hit) -> bool:
    """A firm, not a party: who is of a party belongs to it; and who is signed from a club has left it."""
    slot = hit.slot("o")
    if _SIGNED.search(hit.reading.text, max(0, hit.match.start() - 60), hit.match.start()):
        return False
    return slot is not None and slot.entity is not None and not _PARTY_LABEL.search(slot.entity.label)


_DATED = r"(?:(?: ,)?(?: on| in| last)? <date:t>)?"
POSITION_HELD = Predicate(
    Declaration("position_held", PERSON, frozenset({"string"}), "P39", identity=("of",)),
    (draw,),
    (
        Example("Finance Minister Carla Velez opened the debate.", "Carla Velez", "Finance Minister"),
        Example("Peter Albrook, the chairman of Nordbank Holdings, resigned.", "Peter Albrook", "chairman"),
        Example("The union endorsed Lieutenant Governor Nora Vance.", "Nora Vance", "Lieutenant Governor"),
        Example("The premier will appoint Justice Omar Lindqvist.", "Omar Lindqvist", "Justice"),
        Example("Police have arrested opposition leader Tobias Mwale.", "Tobias Mwale", "opposition leader"),
        Example("Republican Governor Nora Vance signed it.", "Nora Vance", "Governor"),
        Example("Labour MP Tom Heston asked for a vote.", "Tom Heston", "MP"),
        Example("Canadian Prime Minister Louis Garneau spoke first.", "Louis Garneau", "Prime Minister"),
        Example("The head of the Harbour Council, Ruth Kell, agreed.", "Ruth Kell", "head"),
        Example(
            "Nadia Velez joins from Nordbank Holdings, where she was finance director.",
            "Nadia Velez",
            "finance director",
        ),
        Example("Iris Kemble, currently curator of the Marlow Museum, agreed.", "Iris Kemble", "curator"),
    ),
    (
        Counterexample("Carla Velez wants to become finance minister.", "a wish"),
        Counterexample("Carla Velez criticised the finance minister.", "somebody else"),
    ),
)
EMPLOYER = Predicate(
    Declaration("employer", PERSON, frozenset({"organization"}), "P108"),
    (
        draw,
        phrase(
            "job/works-for",
            "employer",
            r"<s:P>{APP} {AUX}(?:works?|worked|working|employed|interned|teaches|taught|lectures) "
            r"(?:full-time |part-time "
            r")?(?:for|at|by|with) (?:the )?<o:O>",
            "works work worked working employed interned teaches taught lectures",
            0.82,
        ),
        phrase(
            "job/joined-as",
            "employer",
            rf"<s:P>{{APP}} {{AUX}}(?:joined|joins|hired by|employed by|recruited by) (?:the "
            rf")?<o:O>{_DATED} as (?:an? |the |its )?(?P<role>{ROLE_MODIFIER}{{0,4}}?{ALL_HEADS})",
            "joined joins hired employed recruited",
            0.84,
        ),
        phrase(
            "job/of-org",
            "employer",
            r"<s:P>(?: ,)? (?:of|at|from|with) (?:the )?<o:O>(?= [,.;]| said| told| who|$)",
            "of at from with",
            0.7,
            aside=True,
            accept=_is_staffed,
        ),
        phrase(
            "job/for-org-said",
            "employer",
            rf"<s:P>{{ASIDE}}(?:an? |the )?(?P<role>{ROLE_MODIFIER}{{0,4}}?{ALL_HEADS}) (?:with|"
            rf"at|for) (?:the )?<o:O>",
            " ".join(sorted(_WORDS)),
            0.84,
            aside=True,
        ),
    ),
    (
        Example("Nadia Velez works for Halvex Systems.", "Nadia Velez", "Halvex Systems"),
        Example("Leo Brandt, an analyst at Nordbank Holdings, disagreed.", "Leo Brandt", "Nordbank Holdings"),
    ),
    (
        Counterexample("Louis Garneau, leader of the Conservative Party, disagreed.", "a party has no staff"),
        Counterexample("Opposition Leader Louis Garneau of the Conservative Party disagreed.", "as before"),
        Counterexample("Norland United have signed Leo Brandt from Estavia Rovers.", "the club that he left"),
        Counterexample("Nadia Velez sued Halvex Systems.", "a plaintiff"),
        Counterexample("Nadia Velez may have worked for Halvex Systems.", "a guess"),
    ),
)
CEO = Predicate(
    Declaration("ceo", frozenset({"organization"}), PERSON, "P169", merge="latest"),
    (draw,),
    (
        Example("Halvex Systems CEO Peter Albrook spoke first.", "Halvex Systems", "Peter Albrook"),
        Example("Mia Quill, chief executive of Nordbank Holdings, agreed.", "Nordbank Holdings", "Mia Quill"),
    ),
    (
        Counterexample("Peter Albrook met the CEO of Halvex Systems.", "somebody else"),
        Counterexample("Peter Albrook could become CEO of Halvex Systems.", "a guess"),
    ),
)
FOUNDED_BY = Predicate(
    Declaration(
        "founded_by",
        frozenset({"organization", "event", "work"}),
        frozenset({"person", "organization", "group"}),
        "P112",
    ),
    (
        draw,
        phrase(
            "org/founded",
            "founded_by",
            r"<o:P>{APP} {AUX}(?:founded|co-founded|cofounded|established|started|set up|created|"
            r"launched) (?:the |his own |her own |their |an? )?{ADJS}<s:O>",
            "founded co-founded cofounded established started set created launched",
            0.84,
            spread=("o",),
        ),
        phrase(
            "org/founded-by",
            "founded_by",
            r"<s:O>{APP} ?,? ?(?:which )?{AUX}(?:founded|co-founded|cofounded|established|started|"
            r"set up|created)(?: in <date:t>| <date:t>)? by {ADJ}<o:P>",
            "founded co-founded cofounded established started set created",
            0.86,
            spread=("o",),
        ),
    ),
    (
        Example("Peter Albrook founded Halvex Systems in 1999.", "Halvex Systems", "Peter Albrook"),
        Example("Nordbank Holdings was founded by Mia Quill.", "Nordbank Holdings", "Mia Quill"),
    ),
    (
        Counterexample("Peter Albrook joined Halvex Systems in 1999.", "an employee"),
        Counterexample("Peter Albrook did not found Halvex Systems.", "denied"),
    ),
)
