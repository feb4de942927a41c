"""Where somebody studied."""

from __future__ import annotations

from worker.pipeline.extract.phrase import phrase
from worker.pipeline.extract.rule import PERSON, Counterexample, Example, Predicate
from worker.pipeline.values import Declaration

_DEGREE = (
    r"(?:(?P<degree>(?:an? |his |her |<P> 's )?(?:[a-z]{2,14}'s |[a-z]{3,14} ){0,2}(?:degree|"
    r"doctorate|diploma|phd|mba|ba|bsc|masters|certificate|scholarship)(?: in [a-z ]{3,30}?)?) "
    r")"
)

EDUCATED_AT = Predicate(
    Declaration("educated_at", PERSON, frozenset({"organization"}), "P69"),
    (
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
        Example("Leo Brandt, a graduate of Estavia College, agreed.", "Leo Brandt", "Estavia College"),
    ),
    (
        Counterexample("Nadia Velez teaches at Harland University.", "a teacher"),
        Counterexample("Leo Brandt hopes to study at Estavia College.", "a hope"),
    ),
)
