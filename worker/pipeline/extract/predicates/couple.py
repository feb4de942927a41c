"""Couples: spouse and partner, by kin nouns, by verbs, and as "the couple"."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING

from worker.pipeline.extract.pattern import build
from worker.pipeline.extract.phrase import Hit, hits
from worker.pipeline.extract.rule import PERSON, Counterexample, Example, Predicate
from worker.pipeline.extract.ties import draw_ties
from worker.pipeline.values import (
    Candidate,
    Declaration,
    EntityObject,
    ObjectValue,
    TextObject,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from worker.pipeline.extract.view import View


_MARRIED = build(
    r"<s:P>{AGE} {AUX}(?P<verb>married|marry|marries|wed|weds|tied the knot with|exchanged "
    r"vows with|divorced|divorce|"
    r"split from|separated from) (?!to )<o:P>{DATE}"
)
_MARRIED_TO = build(
    r"<s:P>{APP} {AUX}(?P<verb>married|engaged|wed|betrothed) to (?:(?:fellow|his|her|"
    r"the) )?{FEW}<o:P>{DATE}"
)
_MARRIED_EACH_OTHER = build(
    r"<s:P> and <o:P>{AGE}(?: ,(?= who))? {AUX}(?P<verb>married|wed|tied the knot|got "
    r"married|exchanged vows|got engaged|divorced|engaged|"
    r"dating|split up|filed for divorce|separated)(?! (?:to|by|that))\b{DATE}"
)
_DATING = build(
    r"<s:P>{APP} {AUX}(?P<verb>dating|dated|in a relationship with|in a long-term relationship "
    r"with) <o:P>"
)
_COUPLE = re.compile(r"\b(?:the|this) (?:[a-z-]{3,14} ){0,3}couple$", re.IGNORECASE)
_ENGAGED = frozenset({"engaged", "got engaged", "dating", "dated", "betrothed", "in a relationship with",
                      "in a long-term relationship with", "split up"})  # fmt: skip
_ENDED = frozenset(
    {"divorced", "divorce", "split from", "separated from", "split up", "filed for divorce", "separated"}
)


def draw_marriages(view: View) -> Iterator[Candidate]:
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


def draw_couples(view: View) -> Iterator[Candidate]:
    """Two persons together; that they are married "the couple" does not say."""
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


SPOUSE = Predicate(
    Declaration("spouse", PERSON, PERSON, "P26", symmetric=True),
    (draw_ties, draw_marriages, draw_couples),
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
    Declaration("partner", PERSON, PERSON, "P451", symmetric=True),
    (draw_ties, draw_marriages, draw_couples),
    (
        Example("Mia Quill and her boyfriend, Leo Brandt, moved to Leeds.", "Mia Quill", "Leo Brandt"),
        Example("Mia Quill is engaged to Leo Brandt.", "Mia Quill", "Leo Brandt"),
    ),
    (
        Counterexample("Mia Quill met Leo Brandt at a conference.", "a meeting"),
        Counterexample("Mia Quill may be dating Leo Brandt.", "a guess"),
    ),
)
