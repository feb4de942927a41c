"""How a match is meant: asserted, reported by somebody, predicted, conditional or denied; from the words around it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from worker.pipeline.extract.lexicon.lexemes import lexemes
from worker.pipeline.extract.lexicon.stance import (
    CONDITIONS,
    DENIALS,
    FORECAST_PHRASES,
    FORECASTS,
    HEARSAY,
    HEDGES,
    NEGATIONS,
    SAYING,
)
from worker.pipeline.values import Attribution

if TYPE_CHECKING:
    from worker.pipeline.extract.reading import Reading
    from worker.pipeline.values import Polarity, Status

# A clause opens after these; a comma alone does not end the reach of "if" or "might".
_CLAUSE_START = re.compile(
    r"[;:—]|,? (?:but|while|although|though|because|whereas|after|before|and|who|which) "
)
_BEFORE = re.compile(
    rf"(?:<(?P<who>[POGRB]\d+)>|(?P<label>[\w'-]{{2,30}})) (?:, [^,<]{{1,60}} , |\([^)<]{{1,30}}\) "
    rf")?"
    rf"(?:(?:has|have|had|also|later|previously|further|recently|\w{{2,12}}ly) ){{0,2}}(?P<cue>{SAYING})"
    r"(?: <[POGR]\d+>| [a-z]+ [a-z]+(?= that\b)| (?:reporters|police|officers|jurors|"
    r"journalists|the court|fans|media)){0,1}"
    r"(?: <t\d+>| on <t\d+>| in [^,]{1,60})? ?(?:,? ?that |, |: )?",
    re.IGNORECASE,
)
# The subject tells it of himself: "<O0> said revenue rose"; "reported" and "announced" do the thing itself.
_OWN_WORD = re.compile(
    r"<(?P<who>[POGRB]\d+)>(?: on <t\d+>| <t\d+>)? (?P<cue>said|says|claimed|claims|insisted|insists)"
    r"(?: on <t\d+>| <t\d+>)? ",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r",? (?:<(?P<who>[POGRB]\d+)>|(?:the |a |its |their )?(?P<label>[\w'-]{2,30}(?: "
    r"[\w'-]{2,30})?)) (?P<cue>said|says|told|added|claimed|"
    r"confirmed|announced|reported|reports|wrote|tweeted|alleged|stated)\b",
    re.IGNORECASE,
)
_ACCORDING = re.compile(
    r"\b(?P<cue>according to|in the words of|as reported by|citing) (?:<(?P<who>[POGRBW]\d+)>|"
    r"(?P<label>[^,.;<]{2,60}))",
    re.IGNORECASE,
)
_APART = re.compile(r";|<k")  # between a speaker and what is said: another clause, or other quoted words
_NO_SPEAKERS = frozenset(
    {"it", "that", "which", "who", "and", "he", "she", "they", "as", "have", "has", "had", "also"}
)
_DENIAL_REACH = 32  # rendered characters before the match: "it is not true that", "no evidence that"
_DOUBTS = lexemes(
    "alleged allegedly would-be suspected accused possible potential prospective self-styled "
    "so-called fake aspiring "
    "presumptive reported rumored rumoured unlikely likely hypothetical not never if"
)
# "said he would be charged": what somebody says will come; without a saying it stays a condition.
_FUTURE_IN_PAST = frozenset({"would"})
_TOLD_BEFORE = re.compile(rf"\b(?:{SAYING}|promised|vowed|pledged)\b.{{0,120}}? would ")
_VERDICT_CUES = frozenset({"found", "showed", "shows", "reported"})


@dataclass(frozen=True, slots=True)
class Stance:
    """What the words around a match make of it."""

    status: Status = "asserted"
    polarity: Polarity = "positive"
    attribution: Attribution | None = None


def assess(
    reading: Reading, start: int, end: int, *, ignore: tuple[tuple[int, int], ...] = (), aside: bool = False
) -> Stance | None:
    """Judge the rendered range; `ignore`: ranges inside it whose words are content ("a would-be king").

    `aside`: the match is a noun phrase ("Mayor Jane Roe"), which holds whatever is said, asked or denied of it.
    None where the sentence asks, for a question states nothing.
    """
    if aside:
        return _of_phrase(f" {reading.text[start:end].lower()} ")
    if reading.text.rstrip('" )').endswith("?"):
        return None
    words = _clause(reading, start, end, ignore)
    near = _clause(reading, start, end, ignore, reach=_DENIAL_REACH)
    spoken = attribution(reading, start, end)
    status, polarity = _meant(words, near)
    if status == "asserted" and spoken is not None:
        return Stance("reported", polarity, spoken)
    if status == "reported":
        return Stance("reported", polarity, spoken or Attribution(None, "unnamed sources"))
    return Stance(status, polarity, spoken)


def _of_phrase(words: str) -> Stance | None:
    """A noun phrase is doubted by its own words only: "the alleged killer Jane Roe"."""
    doubts = frozenset(words.split()) & _DOUBTS
    return None if doubts else Stance()


def _clause(
    reading: Reading, start: int, end: int, ignore: tuple[tuple[int, int], ...], *, reach: int = 160
) -> str:
    """The words from the opening of the clause to the end of the match, less the ignored ones, in small letters."""
    floor = max(0, start - reach)  # a clause that opens further back than that has lost its hold
    if reach < 160:  # a denial does not reach over a comma: "he was not sure , but"
        floor = max(floor, reading.text.rfind(" , ", floor, start) + 3)
    opening = max((b.end() for b in _CLAUSE_START.finditer(reading.text, floor, start)), default=floor)
    text = reading.text[opening:end]
    for a, b in sorted(ignore, reverse=True):
        text = text[: max(0, a - opening)] + text[max(0, b - opening) :]
    return f" {text.lower()} "


def _meant(clause: str, near: str) -> tuple[Status, Polarity]:
    """Denials and negations reach a few words only, conditions and hedges the whole clause."""
    words, close = frozenset(clause.split()), frozenset(near.split())
    if close & DENIALS:
        return "denied", "negative"
    polarity: Polarity = "negative" if close & NEGATIONS else "positive"
    announced = words & CONDITIONS == _FUTURE_IN_PAST and _TOLD_BEFORE.search(clause)
    if words & CONDITIONS and not announced:
        return "hypothetical", polarity
    if announced or words & FORECASTS or any(f" {phrase} " in clause for phrase in FORECAST_PHRASES):
        return "predicted", polarity
    if words & HEDGES:
        return "hypothetical", polarity
    if words & HEARSAY:
        return "reported", polarity
    return "asserted", polarity


def attribution(reading: Reading, start: int, end: int) -> Attribution | None:
    """Who says the range, if the sentence names a source before or after it."""
    text = reading.text
    for match in _BEFORE.finditer(text, max(0, start - 240), start):
        if not _APART.search(text, match.end(), start) and _is_speaker(match):
            return _said_by(reading, match)
    own = _OWN_WORD.match(text, start, end)
    if own is not None:
        return _said_by(reading, own)
    after = _AFTER.match(text, end) or _tail(text, end)
    if after is not None and _is_speaker(after):
        return _said_by(reading, after)
    according = _ACCORDING.search(text)
    return _said_by(reading, according) if according is not None else None


def _tail(text: str, end: int) -> re.Match[str] | None:
    """At the sentence's end ", police said." speaks for all of it."""
    last = None
    for match in _AFTER.finditer(text, max(end, len(text) - 90)):
        last = match
    return (
        last if last is not None and len(text) - last.end() <= 40 and last.group().startswith(",") else None
    )


def _is_speaker(match: re.Match[str]) -> bool:
    label = match.group("label")
    if match.group("cue").lower() in _VERDICT_CUES and label:
        return label.lower() in {"police", "investigators", "study", "report", "inquiry", "board"}
    return label is None or label.lower() not in _NO_SPEAKERS


def _said_by(reading: Reading, match: re.Match[str]) -> Attribution:
    slot = reading.slots.get(match.group("who") or "")
    cue = match.group("cue").lower()
    if slot is not None and slot.entity is not None:
        return Attribution(slot.entity.id, slot.entity.label, cue)
    return Attribution(
        None, (match.group("label") or slot.words if slot else match.group("label") or "source").strip(), cue
    )
