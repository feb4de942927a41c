"""Where somebody studied."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from worker.pipeline.extract.phrase import phrase
from worker.pipeline.extract.rule import PERSON, Counterexample, Example, Predicate
from worker.pipeline.extract.syntax.frame import frame
from worker.pipeline.values import Declaration, EntityObject

if TYPE_CHECKING:
    from worker.pipeline.extract.syntax.clause import Clause
    from worker.pipeline.values import ObjectValue

_DEGREE = (
    r"(?:(?P<degree>(?:an? |his |her |<P> 's )?(?:[a-z]{2,14}'s |[a-z]{3,14} ){0,2}(?:degree|"
    r"doctorate|diploma|phd|mba|ba|bsc|masters|certificate|scholarship)(?: in [a-z ]{3,30}?)?) "
    r")"
)

_SCHOOL = re.compile(
    r"\b(?:school|university|college|academy|institute|conservatory|conservatoire|polytechnic|lyceum|gymnasium|seminary|"
    r"grammar|high)\b",
    re.IGNORECASE,
)
_AWARDED = re.compile(
    r"degree|doctorate|diploma|phd|mba|ba|bsc|ma|masters?|certificate|bachelor|scholarship", re.IGNORECASE
)


def _is_school(clause: Clause, thing: ObjectValue) -> bool:
    """"attended Halvex" tells of no school."""
    slots = clause.tree.slots.values()
    named = (s for s in slots if s.entity is not None and thing == EntityObject(s.entity.id))
    return any(_SCHOOL.search(f"{s.words} {s.entity.label if s.entity else ''}") for s in named)


def _is_degree(clause: Clause, _: ObjectValue) -> bool:
    words = [clause.tree.word(at).partition("'")[0] for at in clause.fill("patient")]
    return any(_AWARDED.fullmatch(word) for word in words)


EDUCATED_AT = Predicate(
    Declaration("educated_at", PERSON, frozenset({"organization"}), "P69"),
    (
        frame("study/studies", "educated_at", "study graduate enrol enroll matriculate", "agent:P", "at|from|in:O"),
        frame("study/trains", "educated_at", "train read learn", "agent:P", "at:O", accept=_is_school),
        frame("study/educated", "educated_at", "educate school", "patient:P", "at|in:O"),
        frame("study/attends", "educated_at", "attend", "agent:P", "patient:O", accept=_is_school),
        frame("study/drops-out", "educated_at", "drop_out", "agent:P", "of:O"),
        frame(
            "study/earns", "educated_at", "earn receive hold get obtain complete gain take win have do", "agent:P",
            "from|at:O", accept=_is_degree,
        ),
        phrase(
            "study/at",
            "educated_at",
            r"<s:P>{APP} {AUX}(?:studied|studies|studying|graduated|graduates|trained|enrolled|"
            r"educated|read)(?: (?:[a-z]{3,14}(?: [a-z]{3,14}){0,2}))? (?:at|from|in) (?:the "
            r")?<o:O>{DATE}",
            "studied studies studying graduated graduates trained enrolled educated read",
            0.85,
        ),
        phrase(
            "study/attended",
            "educated_at",
            r"<s:P>{APP} {AUX}(?:attended|attends|dropped out of|enrolled at|enrolled in) (?:the "
            r")?<o:O>",
            "attended attends dropped enrolled",
            0.78,
        ),
        phrase(
            "study/degree",
            "educated_at",
            rf"<s:P>{{APP}} {{AUX}}(?:earned|received|holds|held|got|obtained|completed|gained|"
            rf"has|took) {_DEGREE}(?:at|from) (?:the )?<o:O>",
            "earned received holds held got obtained completed gained has took",
            0.86,
        ),
        phrase(
            "study/graduate-of",
            "educated_at",
            r"<s:P>(?:{ASIDE}| (?:is|was) )(?:an? |the )?{ADJ}(?:graduate|alumnus|alumna|student|"
            r"undergraduate|senior|junior|sophomore|freshman) (?:of|at|from) (?:the )?<o:O>",
            "graduate alumnus alumna student undergraduate senior junior sophomore freshman",
            0.84,
        ),
    ),
    (
        Example("Nadia Velez studied law at Harland University.", "Nadia Velez", "Harland University"),
        Example("Educated at Estavia College, Leo Brandt joined the navy.", "Leo Brandt", "Estavia College"),
        Example("Mia Quill, who attended Harland High School, agreed.", "Mia Quill", "Harland High School"),
        Example("Leo Brandt earned a law degree from Harland University.", "Leo Brandt", "Harland University"),
        Example("Leo Brandt, a graduate of Estavia College, agreed.", "Leo Brandt", "Estavia College"),
    ),
    (
        Counterexample("Leo Brandt joined the Harland School of Music as director.", "a post"),
        Counterexample("Nadia Velez teaches at Harland University.", "a teacher"),
        Counterexample("Leo Brandt hopes to study at Estavia College.", "a hope"),
    ),
)
