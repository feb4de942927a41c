"""The steps from an article's words to a fact's values, each in one line: read off the events, nothing is read anew."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from schemas.fact import EntityRef

if TYPE_CHECKING:
    from collections.abc import Iterator

    from schemas.clean import CleanArticleEvent, EntityValue, MentionValue
    from schemas.fact import DateValue, Evidence, FactEvent, ObjectRef
    from schemas.terms import Literal_

REACH = 240  # characters before the evidence in which the words stand that make a status
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]{0,2}\s|\n")  # noqa: RUF001 - the article's own marks
_WORD = re.compile(r"[\w'’]+")  # noqa: RUF001 - as above
_STANDS_FOR = {"name": "a name of", "pronoun": "a pronoun for", "nominal": "a description of"}


@dataclass(frozen=True, slots=True)
class Step:
    """`what` was settled, from which `words` of the article, to which `result`; `why` may be empty."""

    what: str
    words: str
    result: str
    why: str = ""


def steps(article: CleanArticleEvent, fact: FactEvent) -> tuple[Step, ...]:
    """In the order of the fact: its ends, its qualifiers, who says it, how it is meant, what stands against it."""
    beside = [(name, value) for name, values in fact.qualifiers.items() for value in values]
    speaks = fact.attribution is not None and fact.attribution.speaker == fact.subject
    ends = [*([] if speaks else [("subject", fact.subject)]), ("object", fact.object), *beside]
    return (
        *(step for what, value in ends for step in _end(article, fact, what, value)),
        *_told_by(fact),
        *_meant(article, fact),
        *_noted(fact),
    )


def _end(article: CleanArticleEvent, fact: FactEvent, what: str, value: ObjectRef) -> Iterator[Step]:
    if not isinstance(value, EntityRef):
        yield from _value(what, value)
        return
    entity = next((one for one in article.entities if one.id == value.id), None)
    for mention in _seen(entity, fact.evidence) if entity is not None else ():
        words = article.text[mention.start : mention.end]
        if words != value.label:
            yield Step(what, words, value.label, f"{_STANDS_FOR[mention.kind]} this {value.type}")


def _seen(entity: EntityValue, evidence: tuple[Evidence, ...]) -> Iterator[MentionValue]:
    """The first mention of the entity in each evidence."""
    for one in evidence:
        inside = (m for m in entity.mentions if one.start <= m.start and m.end <= one.end)
        yield from list(inside)[:1]


def _value(what: str, value: Literal_) -> Iterator[Step]:
    if value.date is not None:
        yield from _date(what, value.date)
    elif value.quantity is not None:
        one = value.quantity
        si = f" = {one.si.amount} {one.si.unit}" if one.si else ""
        yield Step(what, one.original, f"{one.comparator} {one.amount} {one.unit_ucum}".strip() + si, "a quantity")
    elif value.money is not None:
        amount = f"{value.money.comparator} {value.money.amount} {value.money.currency}"
        yield Step(what, value.money.original or value.value, amount, "money")


def _date(what: str, date: DateValue) -> Iterator[Step]:
    told = date.resolved_from
    if date.edtf is None:
        yield Step(what, told.text, "unresolved", "no date to count from, and none is guessed")
    elif told.anchor is not None:
        anchor = f"from {told.anchor.replace('_', ' ')} {told.anchor_value or ''}"
        yield Step(what, told.text, date.edtf, anchor.strip())
    elif told.text != date.edtf:
        yield Step(what, told.text, date.edtf, "a complete date")


def _told_by(fact: FactEvent) -> Iterator[Step]:
    said = fact.attribution
    if said is None:
        return
    speaker = said.speaker.label if said.speaker is not None else said.label
    through = f"through {said.cue!r}" if said.cue else ""
    where = f"on {said.channel}" if said.channel else ""
    yield Step("said by", said.label, speaker, " ".join(filter(None, (through, where))))
    if said.said_at is not None:
        yield from _date("said at", said.said_at)


def _meant(article: CleanArticleEvent, fact: FactEvent) -> Iterator[Step]:
    """Why it is not plainly asserted, as far as the words of its sentence tell."""
    from worker.cli.cues import CUES, NEGATED  # noqa: PLC0415 - the rules' words, which other commands need not load

    if fact.status != "asserted" and not (fact.status == "reported" and fact.attribution and fact.attribution.cue):
        words = _cue(article, fact, CUES.get(fact.status, ()))
        yield Step("status", words, fact.status, "" if words else f"as {fact.rule_id} reads it")
    if fact.polarity == "negative" and fact.status != "denied":
        yield Step("polarity", _cue(article, fact, NEGATED), "negative")


def _cue(article: CleanArticleEvent, fact: FactEvent, choices: tuple[frozenset[str], ...]) -> str:
    """The word or phrase in the clause up to the evidence's end; "" if none of `choices` stands there."""
    text = f" {' '.join(_clause(article.text, fact.evidence[0]))} " if fact.evidence else ""
    found = (cue for cues in choices for cue in sorted(cues, key=len, reverse=True) if f" {cue} " in text)
    return next(found, "")


def _clause(text: str, evidence: Evidence) -> list[str]:
    floor = max(0, evidence.start - REACH)
    begin = max((end.end() for end in _SENTENCE_END.finditer(text, floor, evidence.start)), default=floor)
    words = _WORD.findall(text[begin : evidence.end].lower())
    return [word.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'") for word in words]


def _noted(fact: FactEvent) -> Iterator[Step]:
    if fact.derivation == "inferred":
        yield Step("inferred", ", ".join(fact.premises), fact.predicate, f"by {fact.rule_id}")
    if rivals := fact.extensions.get("x_conflicts_with"):
        yield Step("conflict", rivals, "marked", "the article tells another value; both are trusted less")
    if fact.sensitivity:
        yield Step("care", "", ", ".join(fact.sensitivity), "labels that the publish policy reads")
