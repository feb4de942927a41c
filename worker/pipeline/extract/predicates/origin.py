"""Where things come from: who made a work or product, and when an organization began."""

from __future__ import annotations

from worker.pipeline.extract.phrase import phrase
from worker.pipeline.extract.rule import Counterexample, Example, Predicate
from worker.pipeline.values import Declaration

_MADE = (
    "directed|written|co-written|created|co-created|produced|composed|penned|painted|"
    "designed|illustrated|choreographed|edited"
)
_MAKER = (
    "director|author|writer|creator|co-creator|composer|producer|screenwriter|designer|illustrator|editor"
)
# A film or a series is as often its star's as its maker's.
_WORK = "novel|book|memoir|autobiography|play|album|song|single|painting|poem|opera|symphony"

CREATOR = Predicate(
    Declaration(
        "creator",
        frozenset({"work", "product"}),
        frozenset({"person", "organization", "group"}),
        "P170",
        identity=("role",),
    ),
    (
        phrase(
            "made/by",
            "creator",
            rf"<s:WD>{{APP}} ?,? ?{{AUX}}(?P<role>{_MADE}) (?:and (?:{_MADE}) )?by {{ADJ}}<o:POR>",
            _MADE.replace("|", " "),
            0.85,
            spread=("o",),
        ),
        phrase(
            "made/maker-of",
            "creator",
            rf"<o:P>(?:{{ASIDE}}| (?:is|was) )(?:an? |the )?{{ADJ}}(?P<role>{_MAKER}) of (?:the "
            rf")?{{ADJS}}<s:WD>",
            _MAKER.replace("|", " "),
            0.84,
        ),
        phrase(
            "made/verb",
            "creator",
            r"<o:P>{APP} {AUX}(?P<role>directed|wrote|co-wrote|created|co-created|composed|painted|"
            r"designed|penned) "
            r"(?:and (?:directed|wrote|produced|starred in) )?(?:the |<P> 's )?{ADJS}(?:, )?<s:WD>",
            "directed wrote co-wrote created co-created composed painted designed penned",
            0.82,
            spread=("o",),
        ),
        phrase(
            "made/owned",
            "creator",
            rf"<o:P> 's {{ADJS}}(?P<role>{_WORK}) ,? ?<s:W>",
            _WORK.replace("|", " "),
            0.72,
        ),
    ),
    (
        Example('She saw "The Glass Harbour", directed by Leo Brandt.', "The Glass Harbour", "Leo Brandt"),
        Example('Mia Quill wrote the novel "Salt and Smoke".', "Salt and Smoke", "Mia Quill"),
    ),
    (
        Counterexample('Mia Quill praised the novel "Salt and Smoke".', "a reader"),
        Counterexample('Mia Quill may have written "Salt and Smoke".', "a guess"),
    ),
)
DATE_FOUNDED = Predicate(
    Declaration(
        "date_founded",
        frozenset({"organization", "event", "group"}),
        frozenset({"date"}),
        "P571",
        functional=True,
        conflict="always",
    ),
    (
        phrase(
            "began/founded-in",
            "date_founded",
            r"<s:O>{APP} ?,? ?(?:which )?{AUX}(?:founded|co-founded|established|formed|set up|"
            r"incorporated|started|created)"
            r"(?: by [^.;]{1,60}?)? (?:in|on) <o:t>",
            "founded co-founded established formed set incorporated started created",
            0.84,
        ),
        phrase(
            "began/founder-in",
            "date_founded",
            r"<P>{APP} {AUX}(?:founded|co-founded|established|set up|started) (?:the )?{ADJS}<s:O> "
            r"(?:in|on) <o:t>",
            "founded co-founded established set started",
            0.82,
        ),
    ),
    (
        Example("Nordbank Holdings was founded in 1911.", "Nordbank Holdings", "1911"),
        Example("Peter Albrook founded Halvex Systems in 1999.", "Halvex Systems", "1999"),
    ),
    (
        Counterexample("Nordbank Holdings was sued in 1911.", "a lawsuit"),
        Counterexample("Nordbank Holdings may have been founded in 1911.", "a guess"),
    ),
)
