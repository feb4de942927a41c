"""Offices and jobs: positions held, employers, chief executives, founders, and who came and went.

One mention ("Halvex chief executive Jane Roe") may tell several of these, so they are drawn together.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from worker.pipeline.extract.lexicon.roles import FORMER, OFFICE_HEADS, TRADE_HEADS
from worker.pipeline.extract.pattern import build
from worker.pipeline.extract.phrase import Hit, hits, phrase
from worker.pipeline.extract.rule import PERSON, Counterexample, Example, Predicate
from worker.pipeline.values import Candidate, Declaration, EntityObject, TextObject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from worker.pipeline.extract.stance import Stance
    from worker.pipeline.extract.view import View
    from worker.pipeline.values import ObjectValue

_ALL_HEADS = rf"(?:{OFFICE_HEADS}|{TRADE_HEADS})"
_MOD = (
    r"(?:(?!(?:the|a|an|and|or|of|in|on|at|for|with|by|from|to|as|that|who|which|is|was|were|are|been|has|had|said|his|her|"
    r"their|its|will|would|when|after|but|if|while|this|told|because|not|former|ex|then|late|whose|where|he|she|they|it|than|could|would|should|may|might|must|can|become|became|be|named|appointed|elected|so|also|about|over|under|into|like|very|more|most|says|say|during|under|including|despite|among|between|since|through|per|via|plus|however|meanwhile|according|added|adds|following|both|like|until|without|within|against|before|around|only|just|even|no|any|each|every|all|some|these|those|what|how|new)\b)"
    r"[A-Za-z][\w.&/'-]{0,24} )"
)
_ROLE = rf"(?P<role>{_MOD}{{0,4}}?{_ALL_HEADS}(?: and (?:{_MOD}{{0,2}}?{_ALL_HEADS}))?(?:-(?:general|elect|designate))?)(?![\w'-]| 's)"
_OFFICE_ROLE = rf"(?P<role>{_MOD}{{0,4}}?(?:{OFFICE_HEADS})(?: and (?:{_MOD}{{0,2}}?{_ALL_HEADS}))?(?:-(?:general|elect|designate))?)(?![\w'-]| 's)"
_FORMER = rf"(?:(?P<former>{FORMER})[ -](?:the )?)?"
_AREA = r"(?P<area> (?:of|for) (?:[a-z][\w-]{1,20} ?){1,4})?"
_AT = r"(?: (?:of|at|for|with|in|from|to|on) (?:the |his |her |its )?(?:[a-z-]{3,16} (?=<)){0,3}<org:OGLRE>(?: 's (?:[\w-]{2,20} ?){1,4})?)"
_SHORT = r"Sen|Sens|Rep|Reps|Gov|Lt\. Gov|Sgt|Capt|Lt|Col|Gen|Det|Cllr|Supt|Insp|Adm|Maj|Cpl|Atty\. Gen|DCI|PC|DC|DS|Cmdr"
_WORDS = frozenset(_SHORT.lower().split("|")) | frozenset(re.sub(r"[|-]", " ", f"{OFFICE_HEADS}|{TRADE_HEADS}").split()) | frozenset(f"{OFFICE_HEADS}|{TRADE_HEADS}".split("|"))

_PATTERNS = tuple(
    (rule, build(template), confidence)
    for rule, template, confidence in (
        # "Halvex chief executive Jane Roe", "the bank 's chairman , Jane Roe"
        ("role/org-before", rf"<org:OGLR>(?: 's)? {_FORMER}{_OFFICE_ROLE}(?: ,)? {{HON}}<s:P>(?! 's (?:{_ALL_HEADS}))", 0.86),
        ("role/org-before-trade", rf"<org:O>(?: 's)? {_FORMER}{_ROLE}(?: ,)? <s:P>(?! 's (?:{_ALL_HEADS}))", 0.78),
        # "Prime Minister Jane Roe"
        ("role/before", rf"{_FORMER}{_OFFICE_ROLE} <s:P>", 0.84),
        # "Jane Roe , the chief executive of Halvex ,"
        ("role/after", rf"<s:P>{{ASIDE}}(?:the |a |an |its |their |<[OGP]\d{{1,3}}> 's )?{_FORMER}(?:<pre:OG> (?:'s )?)?{_ROLE}{_AREA}{_AT}(?=[ .,;:)]|$)", 0.86),
        ("role/after-bare", rf"<s:P>{{ASIDE}}(?:the |its |their |his |her )?{_FORMER}(?:<org:OG> (?:'s )?)?{_OFFICE_ROLE}{_AREA}(?= [,.;)]|$)", 0.82),
        # "Jane Roe is the chief executive of Halvex"
        ("role/is", rf"<s:P>{{APP}} {{AUX}}(?P<be>is|was|became|becomes|remains|serves as|served as|serving as|worked as|works as|acted as|serve as|been|being|named|appointed|elected|work as) (?:the |a |an |its |their )?{_FORMER}(?:<pre:OG> (?:'s )?)?{_ROLE}{_AREA}{_AT}?(?= [,.;:)]| (?:in|on|from|since|until|and|when|who|after|for|at|before|by|under|between|but|during|while)\b|$)(?: (?:from|since|between|in|until) <date:t>)?", 0.84),
        # "the hospice 's chairman , Lord Roe", "its director , Jane Roe"
        ("role/owned", rf"(?<= 's ){_FORMER}{_OFFICE_ROLE} , {{HON}}<s:P>", 0.82),
        # "Sen. Jane Roe", "Rep. John Roe"
        ("role/short", rf"(?P<role>{_SHORT}) ?\.? <s:P>", 0.84),
        # "Halvex 's chief executive is Jane Roe"
        ("role/org-is", rf"<org:OG> 's {_FORMER}{_OFFICE_ROLE} (?:is|was) <s:P>", 0.82),
    )
)  # fmt: skip
_CEO = re.compile(r"\b(?:ceo|chief executive(?: officer)?)\b", re.IGNORECASE)
_FOUNDER = re.compile(r"\b(?:co-?)?founder\b", re.IGNORECASE)
# Of a club rather than a firm: "Rovers boss".
_CLUB = re.compile(r"(?:assistant |head |team |first-team |interim |caretaker )?(?:coach|manager|boss|captain|skipper)", re.IGNORECASE)
# Held for a country, a party, a church or a court, not for an employer.
_NO_EMPLOYEE = re.compile(
    r"\b(?:minister|senator|congress(?:man|woman)|representative|mp|msp|mep|mayor|governor|king|queen|prince|princess|duke|"
    r"duchess|pope|emir|sultan|founder|co-founder|owner|partner|member|leader|captain|skipper|lawmaker|premier|chancellor|cofounder|"
    r"councill?or|activist|speaker|delegate|judge|justice|lawyer|attorney|counsel|investor|fellow|adviser|advisor|trustee)\b",
    re.IGNORECASE,
)
# Without a body these are professions, not offices.
_CALLING = re.compile(r"^(?:[\w'.-]+ ){0,3}(?:attorney|lawyer|professor|lecturer|activist|analyst|strategist|priest|pastor|rabbi|imam|editor|publisher|trainer|surgeon|founder|co-founder|owner|adviser|advisor)$", re.IGNORECASE)
_TRADE_ONLY = re.compile(rf"^(?:[\w'.-]+ ){{0,4}}(?:{TRADE_HEADS})$", re.IGNORECASE)
_OFFICE_HEAD = re.compile(rf"\b(?:{OFFICE_HEADS})$", re.IGNORECASE)
_NOT_A_ROLE = frozenset("captain skipper major general head member partner deputy chief chair cardinal fellow king prince major whip boss justice".split(" "))
_ASIDES = frozenset({"role/org-before", "role/org-before-trade", "role/before", "role/after", "role/after-bare", "role/owned", "role/short"})
_LEAVING = "left leaves quit quits resigned resigns retired retires stepped steps stood departed sacked fired dismissed ousted removed"


def draw(view: View, /) -> Iterator[Candidate]:
    """Every role with its holder, as position, employer, chief executive or founder."""
    for rule, pattern, confidence in _PATTERNS:
        for hit in hits(view, pattern, _WORDS):
            yield from _held(hit, rule, confidence)


def _held(hit: Hit, rule: str, confidence: float) -> Iterator[Candidate]:
    stance, holder, role = hit.stance("role", "area", aside=rule in _ASIDES), hit.entity("s"), hit.words("role")
    if rule in _ASIDES and not hit.is_name("s"):
        return
    if rule == "role/short" and len(hit.words("s") or "") < 3:
        return  # "Gen Z"
    if stance is None or holder is None or role is None or not _is_role(role, rule):
        return
    org = hit.slot("org") if "org" in hit.match.groupdict() else None
    if org is None and "pre" in hit.match.groupdict():
        org = hit.slot("pre")
    body = org.entity if org is not None else None
    former = [("former", TextObject("true"))] if hit.match.groupdict().get("former") or _is_past(hit) else []
    if body is not None and body.id == holder:
        return
    make = _Maker(hit, stance, rule, confidence)
    is_company = body is not None and body.type == "organization"
    if body is not None and is_company and _CEO.search(role):
        yield make(body.id, "ceo", EntityObject(holder), former)
        return  # position and employer are the same fact, told from the other end
    if body is not None and is_company and _FOUNDER.search(role):
        yield make(body.id, "founded_by", EntityObject(holder), [])
    trade = (_TRADE_ONLY.match(role) is not None and not _OFFICE_HEAD.search(role)) or (body is None and _CALLING.search(role) is not None)
    if body is not None and is_company and not _CLUB.fullmatch(role) and not _NO_EMPLOYEE.search(role):
        yield make(holder, "employer", EntityObject(body.id), [("role", TextObject(role)), *former])
    if not trade:
        where: list[tuple[str, ObjectValue]] = [("of", EntityObject(body.id))] if body is not None else []
        yield make(holder, "position_held", TextObject(_in_words(hit, role)), [*where, *former])


def _is_role(role: str, rule: str) -> bool:
    """A lone word that is a title, a noun or a verb as often as a role ("general", "head") is none by itself."""
    return role.lower() not in _NOT_A_ROLE or rule in {"role/after", "role/is", "role/org-before"}


def _is_past(hit: Hit) -> bool:
    return (hit.match.groupdict().get("be") or "").lower() in {"was", "served as", "worked as"} and "until" in hit.reading.words


def _in_words(hit: Hit, role: str) -> str:
    """"chairman of direct-to-consumer": the role with its field, but without the body that it is held for."""
    area = hit.words("area") if hit.match.groupdict().get("area") else None
    return f"{role} {area}" if area else role


class _Maker:
    """Makes candidates of one hit."""

    def __init__(self, hit: Hit, stance: Stance, rule: str, confidence: float) -> None:
        self.hit, self.stance, self.rule, self.confidence = hit, stance, rule, confidence

    def __call__(
        self, subject: str, predicate: str, thing: ObjectValue, qualifiers: list[tuple[str, ObjectValue]]
    ) -> Candidate:
        date = self.hit.slot("date") if "date" in self.hit.match.groupdict() else None
        return Candidate(
            subject, predicate, thing, self.rule, (self.hit.span(),), tuple(qualifiers), self.stance.status,
            self.stance.polarity, self.stance.attribution, confidence=self.confidence,
            event_time=date.time if date else None,
        )


_NEW_ROLE = rf"(?:the |its |their |his |her |a |an |<[OGPR]\d{{1,3}}> 's )?(?:(?:new|next|interim|acting|permanent) )?(?P<o>{_MOD}{{0,5}}?{_ALL_HEADS})(?![\w'-])(?! (?:[a-z][\w-]{{1,20}} )?{_ALL_HEADS}(?![\w-]))(?: (?:of|at|for) (?:the )?<org:OGLR>)?"
_DATED = r"(?:(?: ,)?(?: on| in| last)? <date:t>)?"

POSITION_HELD = Predicate(
    Declaration("position_held", PERSON, frozenset({"string"}), "P39", identity=("of",)),
    (draw,),
    (
        Example("Finance Minister Carla Velez opened the debate.", "Carla Velez", "Finance Minister"),
        Example("Peter Albrook, the chairman of Nordbank Holdings, resigned.", "Peter Albrook", "chairman"),
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
        phrase("job/works-for", "employer", r"<s:P>{APP} {AUX}(?:works?|worked|working|employed|interned) (?:full-time |part-time )?(?:for|at|by|with) (?:the )?<o:O>", "works work worked working employed interned", 0.82),
        phrase("job/joined-as", "employer", rf"<s:P>{{APP}} {{AUX}}(?:joined|joins|hired by|employed by|recruited by) (?:the )?<o:O>{_DATED} as (?:an? |the |its )?(?P<role>{_MOD}{{0,4}}?{_ALL_HEADS})", "joined joins hired employed recruited", 0.84),
        phrase("job/of-org", "employer", r"<s:P>(?: ,)? (?:of|at|from|with) (?:the )?<o:O>(?= [,.;]| said| told| who|$)", "of at from with", 0.7, aside=True),
        phrase("job/for-org-said", "employer", rf"<s:P>{{ASIDE}}(?:an? |the )?(?P<role>{_MOD}{{0,4}}?{_ALL_HEADS}) (?:with|at|for) (?:the )?<o:O>", " ".join(sorted(_WORDS)), 0.84, aside=True),
    ),
    (
        Example("Nadia Velez works for Halvex Systems.", "Nadia Velez", "Halvex Systems"),
        Example("Leo Brandt, an analyst at Nordbank Holdings, disagreed.", "Leo Brandt", "Nordbank Holdings"),
    ),
    (
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
    Declaration("founded_by", frozenset({"organization", "event", "work"}), frozenset({"person", "organization", "group"}), "P112"),
    (
        draw,
        phrase("org/founded", "founded_by", r"<o:P>{APP} {AUX}(?:founded|co-founded|cofounded|established|started|set up|created|launched) (?:the |his own |her own |their |an? )?{ADJS}<s:O>", "founded co-founded cofounded established started set created launched", 0.84, spread=("o",)),
        phrase("org/founded-by", "founded_by", r"<s:O>{APP} ?,? ?(?:which )?{AUX}(?:founded|co-founded|cofounded|established|started|set up|created)(?: in <date:t>| <date:t>)? by {ADJ}<o:P>", "founded co-founded cofounded established started set created", 0.86, spread=("o",)),
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
APPOINTED_TO = Predicate(
    Declaration("appointed_to", PERSON, frozenset({"string"}), "P39", identity=("date",)),
    (
        phrase("change/appointed", "appointed_to", rf"<s:P>{{APP}} {{AUX}}(?:appointed|named(?! best)|promoted to|sworn in as|confirmed as|installed as|nominated as|picked as|chosen as|selected as|hired as)(?: as| to be)? {_NEW_ROLE}{_DATED}", "appointed named promoted sworn confirmed installed picked chosen selected hired", 0.85),
        phrase("change/appoints", "appointed_to", rf"(?:<appointed_by:POG>){{APP}} {{AUX}}(?:appointed|named|promoted|hired|picked|chose|selected|tapped|installed) <s:P>{{APP}} (?:as |to be |to )?{_NEW_ROLE}{_DATED}", "appointed named promoted hired picked chose selected tapped installed", 0.84),
        phrase("change/became", "appointed_to", rf"<s:P>{{APP}} {{AUX}}(?:takes over|took over|taking over|succeeds <replaces:P>|succeeded <replaces:P>|replaces <replaces:P>|replaced <replaces:P>) as {_NEW_ROLE}{_DATED}", "takes took taking succeeds succeeded replaces replaced", 0.82),
    ),
    (
        Example("Nordbank Holdings appointed Mia Quill as its chief financial officer.", "Mia Quill", "chief financial officer"),
        Example("Leo Brandt was named head coach of Norland on Friday.", "Leo Brandt", "head coach"),
    ),
    (
        Counterexample("Leo Brandt named his dog after the head coach.", "a dog"),
        Counterexample("Leo Brandt could be named head coach of Norland.", "a guess"),
    ),
)
LEFT_POSITION = Predicate(
    Declaration("left_position", PERSON, frozenset({"string", "organization"}), "P39", identity=("date",)),
    (
        phrase("change/resigned", "left_position", rf"<s:P>{{APP}} {{AUX}}(?:resigned|resigns|resigning|retired|retires|stepped down|steps down|stepping down|stood down|stands down|quit|quits|sacked|fired|dismissed|ousted|removed)(?:(?: on| in)? <date:t>)? (?:as|from (?:his|her|the|<P> 's) (?:post|job|role|position) (?:as|of)) {_NEW_ROLE}{_DATED}", _LEAVING, 0.85),
        phrase("change/of-role", "left_position", rf"(?P<o>{_MOD}{{0,3}}?{_ALL_HEADS}) , {{HON}}<s:P> , {{AUX}}(?:resigned|resigns|quit|stepped down|stood down|retired|ousted|sacked|fired|dismissed|removed){_DATED}", _LEAVING, 0.82),
        phrase("change/left", "left_position", rf"<s:P>{{APP}} {{AUX}}(?:quit|quits|resigned from|departed|sacked by|fired by|dismissed by|ousted from|sacked from|(?P<_left>left|leaves)) (?:the )?<o:O>{_DATED}(?(_left) (?:to join|to become|to start|after \w+ years|last year|last month)|)", _LEAVING, 0.72),
        phrase("change/fired", "left_position", rf"<by:POG>{{APP}} {{AUX}}(?:fired|sacked|dismissed|ousted|removed) <s:P>{{APP}} as {_NEW_ROLE}{_DATED}", "fired sacked dismissed ousted removed", 0.82),
    ),
    (
        Example("Peter Albrook resigned as chairman of Nordbank Holdings on Monday.", "Peter Albrook", "chairman"),
        Example("Mia Quill stepped down as mayor in 2019.", "Mia Quill", "mayor"),
    ),
    (
        Counterexample("Peter Albrook refused to resign as chairman.", "refused"),
        Counterexample("Should Mia Quill step down as mayor?", "a question"),
    ),
)
