"""How old somebody is, and the day of birth that an exact age on an exact day gives away."""

# ruff: noqa: RUF001 - typographic marks are what the text holds

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from worker.pipeline.extract.lexicon.lexemes import lexemes
from worker.pipeline.extract.numbers import CARDINAL, ORDINAL, cardinal, ordinal
from worker.pipeline.extract.pattern import Pattern, build
from worker.pipeline.extract.phrase import Hit, hits
from worker.pipeline.extract.rule import PERSON, Counterexample, Example, Predicate
from worker.pipeline.values import Candidate, Declaration, Span, TimeExpression, TimeObject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from worker.pipeline.extract.stance import Stance
    from worker.pipeline.extract.view import View

_UNIT = r"(?P<unit>years?|months?|weeks?|days?)"
_LETTERS = {"y": "Y", "m": "M", "w": "W", "d": "D"}
_OLDEST = {"Y": 120, "M": 60, "W": 100, "D": 400}
_NUMBER = rf"(?P<n>{CARDINAL})"


def _row(rule: str, template: str, triggers: str, confidence: float) -> _Row:
    return rule, build(template), lexemes(triggers), confidence


_Row: TypeAlias = tuple[str, Pattern, frozenset[str], float]
_PATTERNS = (
    _row("age/apposed", r"<s:P>(?: ,| \() (?:now )?(?P<n>\d{1,3})(?= [,;)]| \.$| and )", ", (", 0.9),
    _row("age/hyphen", rf"{_NUMBER}-(?P<unit>year|month|week|day)-old {{ADJS}}(?:, )?<s:P>", "old", 0.85),
    _row(
        "age/hyphen-after",
        rf"<s:P>(?: ,| is| was) (?:an? |the ){{ADJ}}{_NUMBER}-(?P<unit>year|month|week|day)-old",
        "old",
        0.85,
    ),
    _row(
        "age/aged",
        r"<s:P>(?: ,)? (?:{AUX}(?:died|dies|dead) (?:[^.;<]{0,60}? )?)?(?:, )?aged? (?:just |only )?"
        rf"{_NUMBER}(?! (?:to|or|and) \d)",
        "aged age",
        0.9,
    ),
    _row(
        "age/at-the-age",
        r"<s:P>{APP} {AUX}(?:died|dies|passed away) [^.;<]{0,60}?at (?:the age of )?"
        r"(?P<n>\d{1,3})(?![\w:.,%]| [ap]\.?m)",
        "died dies passed",
        0.85,
    ),
    _row(
        "age/years-old",
        r"<s:P>{APP} (?:{BE}|who {BE}) (?:now |just |only |about |almost )?"
        rf"{_NUMBER} {_UNIT} old{{DATE}}",
        "old",
        0.9,
    ),
    _row(
        "age/turned",
        rf"<s:P>(?: , who)? {{AUX}}(?:turned|turns|turning) {_NUMBER}(?: {_UNIT}(?: old)?)?"
        r"(?! (?:points|percent|per|million|billion|times|heads|goals|(?:year|month|week|day)s?|of))(?![\w%-]){DATE}",
        "turned turns turning",
        0.88,
    ),
    _row(
        "age/birthday",
        r"(?:<P> {AUX}(?:celebrated|celebrates|marked|marks) )?<s:P> 's (?:[a-z][\w-]{1,16} ){0,2}"
        rf"(?P<nth>{ORDINAL}) birthday{{DATE}}",
        "birthday",
        0.85,
    ),
    _row(
        "age/milestone",
        rf"<s:P> 's {_NUMBER}[ -]{_UNIT} (?:old )?(?:milestone|mark|birthday)",
        "milestone mark birthday",
        0.8,
    ),
    _row(
        "age/bare", r"(?<!when )(?<!since )<s:P> (?:is|was) (?P<n>\d{2,3})(?= [.,;]| and |$)", "is was", 0.82
    ),
    _row("age/is", r"<s:P> , who (?:is|was) (?P<n>\d{1,3})(?= [,.])", "who", 0.85),
)
# "Roe (84) and Moe (61) put on 120 runs": what stands in brackets is a score.
_SCORING = lexemes("wicket wickets innings overs lbw batsman batter")
_ASIDES = frozenset({"age/apposed", "age/hyphen"})
_EXACT = frozenset({"age/turned", "age/birthday", "age/years-old"})  # these may fall on the birthday itself
# After "the 34-year-old": a verb or a mark, not the noun that is so old ("the 90-year-old bridge").
_STANDS_ALONE = re.compile(
    r"\s{0,9}(?:[,.;:!?\"'’”)—-]|$|(?:who|was|is|has|had|said|told|added|from|and|in|of|"
    r"will|would|did|does|also|at|on|to|[a-z]{1,20}ed|[a-z]{1,20}s)\b)"
)
_NOUNS_OF_AGE = build(rf"(?:the|a|an|this|that) {{ADJ}}(?P<n>{CARDINAL})-(?P<unit>year|month|week|day)-old")


def draw(view: View, /) -> Iterator[Candidate]:
    """Ages, and birth dates where somebody turns so old on a known day."""
    scores = any(_SCORING & reading.words for reading in view.narration)
    for rule, pattern, triggers, confidence in _PATTERNS:
        for hit in hits(view, pattern, triggers):
            if not (scores and rule == "age/apposed" and " ( " in hit.match.group()):
                yield from _aged(hit, rule, confidence)
    yield from _described(view)


def _aged(hit: Hit, rule: str, confidence: float) -> Iterator[Candidate]:
    aside = rule in _ASIDES
    subject, duration, stance = hit.entity("s"), _duration(hit), hit.stance(aside=aside)
    if subject is None or duration is None or stance is None:
        return
    when = _when(hit)
    yield _age(subject, duration, hit, stance, rule=rule, confidence=confidence)
    if rule in _EXACT and when is not None and when.precision == "day" and stance.status == "asserted":
        yield from _birth(subject, duration, when, hit.span(), rule)


def _age(subject: str, duration: str, hit: Hit, stance: Stance, *, rule: str, confidence: float) -> Candidate:
    evidence = hit.span()
    as_of = _when(hit) or _publication(hit.view, evidence)
    return Candidate(
        subject=subject,
        predicate="age",
        object=TimeObject(TimeExpression(evidence, "duration", duration), "duration"),
        rule=rule,
        evidence=(evidence,),
        qualifiers=(("as_of", TimeObject(as_of, "date")),) if as_of is not None else (),
        status=stance.status,
        polarity=stance.polarity,
        attribution=stance.attribution,
        confidence=confidence,
    )


def _duration(hit: Hit) -> str | None:
    """ISO 8601 of the words; None if nobody is that old."""
    groups = hit.match.groupdict()
    number = ordinal(groups["nth"]) if groups.get("nth") else cardinal(groups.get("n") or "")
    unit = _LETTERS[(groups.get("unit") or "year")[0].lower()]
    if number is None or not 0 < number <= _OLDEST[unit]:
        return None
    return f"P{number}{unit}"


def _when(hit: Hit) -> TimeExpression | None:
    slot = hit.slot("date") if "date" in hit.match.groupdict() else None
    return slot.time if slot is not None else None


def _publication(view: View, near: Span) -> TimeExpression | None:
    """The day of publication as a date that was resolved from nothing but the document."""
    day = view.published
    if day is None:
        return None
    return TimeExpression(near, "date", day, day, "day", day, day, "document_date", day)


def _birth(subject: str, age: str, when: TimeExpression, evidence: Span, rule: str) -> Iterator[Candidate]:
    """Turning N on a day: born that day N years before. Only whole years fall on a birthday."""
    born = _years_before(when.earliest or "", int(age[1:-1])) if age.endswith("Y") else None
    if born is None:
        return
    time = TimeExpression(
        evidence, "date", born, born, "day", born, born, when.anchor, when.anchor_value or when.edtf
    )
    yield Candidate(
        subject=subject,
        predicate="date_of_birth",
        object=TimeObject(time, "date"),
        rule=f"infer/birth-from-{rule.partition('/')[2]}",
        evidence=(evidence,),
        derivation="inferred",
        premises=(0,),
        confidence=0.85,
    )


def _years_before(day: str, years: int) -> str | None:
    try:
        then = date.fromisoformat(day[:10])
        return then.replace(year=then.year - years).isoformat()
    except ValueError:
        return None


def _described(view: View) -> Iterator[Candidate]:
    """An age that describes somebody: "the 34-year-old"."""
    for nominal in view.nominals:
        words = nominal.span.of(view.text)
        match = _NOUNS_OF_AGE.match(" ".join(words.split()))
        after = view.text[nominal.span.end : nominal.span.end + 24]
        bare = match is not None and match.end() == len(" ".join(words.split()))
        if match is None or nominal.entity.type != "person" or (bare and not _STANDS_ALONE.match(after)):
            continue
        number = cardinal(match["n"])
        unit = _LETTERS[match["unit"][0].lower()]
        if number is None or not 0 < number <= _OLDEST[unit]:
            continue
        as_of = _publication(view, nominal.span)
        yield Candidate(
            subject=nominal.entity.id,
            predicate="age",
            object=TimeObject(TimeExpression(nominal.span, "duration", f"P{number}{unit}"), "duration"),
            rule="age/described",
            evidence=(nominal.span,),
            qualifiers=(("as_of", TimeObject(as_of, "date")),) if as_of is not None else (),
            confidence=0.8,
        )


AGE = Predicate(
    Declaration(
        "age", PERSON, frozenset({"duration"}), "P3629", functional=True, merge="latest", conflict="same_time",
        identity=("as_of",),
    ),
    (draw,),
    (
        Example("Peter Albrook, 57, lives alone.", "Peter Albrook", "P57Y"),
        Example("The 34-year-old nurse Nadia Velez arrived first.", "Nadia Velez", "P34Y"),
    ),
    (
        Counterexample("Peter Albrook (57) held out until the last wicket fell.", "runs"),
        Counterexample("Peter Albrook scored 57 points on Sunday.", "points"),
        Counterexample("Peter Albrook could be 57 years old.", "a guess"),
    ),
)
