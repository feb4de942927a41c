"""The reporting clause that belongs to a whole sentence: "..., the firm said", "..., according to a memo"."""

# ruff: noqa: SIM905 - word lists read best as prose

from __future__ import annotations

from typing import TYPE_CHECKING

from worker.pipeline.annotate import phrase_words as words
from worker.pipeline.annotate.cues import CLAUSE_CUES, FRAGMENT_CUES, PARTICLES
from worker.pipeline.annotate.phrases import first_subject, noun_like, phrase_beginning
from worker.pipeline.annotate.sources import opening, source
from worker.pipeline.annotate.speakers import CLAUSE_REACH, FRAGMENT_REACH, Report
from worker.pipeline.annotate.speech_verbs import MARKS, is_cue
from worker.pipeline.annotate.subjects import subject

if TYPE_CHECKING:
    from worker.pipeline.annotate.phrases import Words
    from worker.pipeline.values import Span

_TAIL = 30  # words of a reporting clause at the end of a sentence: ", a police spokesman said on Monday"
_HAVING = frozenset("have has had having".split())
_BEING = frozenset("is are was were be been being".split())
_SENTENCE_CUES = CLAUSE_CUES & FRAGMENT_CUES
# Verbs that stand before their subject at the end of a sentence: ", said the mayor".
_INVERTED = frozenset(
    """says said adds added warned reported announced wrote explained argued confirmed claimed insisted
    admitted agreed joked revealed""".split()
)


def report_around(passage: Words, start: int, stop: int) -> Report | None:
    """What reports the whole sentence a fragment stands in: "..., according to a memo", "..., the firm said"."""
    for at in range(start, min(stop - 2, start + CLAUSE_REACH)):
        if width := opening(passage, at):
            return Report(passage.span(at, at + width), source(passage, at + width, stop), attached=False)
    return trailing(passage, start, stop)


def by_agent(passage: Words, start: int, first: int, bounds: tuple[int, int]) -> Report | None:
    """Reads 'was described as "a shambles" by the union', 'was described by the union as "a shambles"'.

    `start`: of the sentence; `first`: the opening mark; `bounds`: behind the closing mark, and the sentence's end.
    """
    behind, stop = bounds
    for at in range(first - 1, max(start, first - FRAGMENT_REACH), -1):
        if passage.lower(at) not in FRAGMENT_CUES or not _is_passive(passage, at):
            continue
        by = next((i for i in (behind, *range(at + 1, first)) if i < stop and passage.lower(i) == "by"), None)
        agent = phrase_beginning(passage, by + 1, stop if by == behind else first) if by is not None else None
        return Report(passage.span(at, at + 1), agent, attached=False) if agent is not None else None
    return None


def _is_passive(passage: Words, at: int) -> bool:
    return passage.tokens[at].fine == "VBN" and not any(passage.lower(i) in _HAVING for i in range(at - 3, at))


def trailing(passage: Words, start: int, stop: int) -> Report | None:
    """A reporting clause that ends the sentence: ", a police spokesman said on Monday"."""
    for comma in range(stop - 1, max(start, stop - _TAIL) - 1, -1):
        if passage.lower(comma) != ",":
            continue
        cue = next((i for i in range(comma + 1, stop) if _reports_clause(passage, i)), None)
        if cue is None:
            continue
        if passage.lower(cue + 1) == "that" or any(passage.lower(i) in MARKS for i in range(cue, stop)):
            return None  # it reports what follows
        if passage.lower(cue - 1) in _BEING:
            return None  # "the court was told" names who listened
        speaker = _name_before_commas(passage, start, cue) or _trailing_speaker(passage, comma + 1, cue, stop)
        if speaker is not None:
            return Report(passage.span(cue, cue + 1), speaker, attached=False)
        if cue > comma + 1:
            return None
    return None


def _name_before_commas(passage: Words, start: int, cue: int) -> Span | None:
    """The name in ", Jane Roe, MD, a study author and mother of two, told the paper"."""
    if passage.lower(cue - 1) != ",":
        return None
    for comma in range(max(start, cue - _TAIL), cue - 1):
        behind = passage.names.get(comma + 1, (0, 0))[1]
        if passage.lower(comma) == "," and passage.lower(behind) == ",":
            return passage.span(comma + 1, behind)
    return None


def _reports_clause(passage: Words, at: int) -> bool:
    word = passage.lower(at)
    return (
        (word in _SENTENCE_CUES or passage.lower(at + 1) in PARTICLES.get(word, ()))
        and is_cue(passage, at)
        and not passage.lower(at).endswith("ing")
    )


def _trailing_speaker(passage: Words, start: int, cue: int, stop: int) -> Span | None:
    told = subject(passage, cue)
    if told is not None and told.end < passage.tokens[start].span.start:
        return None  # ", announced the news": goes on with the sentence
    if cue == start:
        named = passage.lower(cue) in _INVERTED and (
            cue + 1 in passage.names or passage.lower(cue + 1) in words.DETERMINERS | words.SUBJECT_PRONOUNS
        )
        return phrase_beginning(passage, cue + 1, stop) if named else None
    if passage.lower(start) in words.JOINERS | words.PREPOSITIONS | words.SUBORDINATORS | {
        "which",
        "who",
        "that",
    }:
        return None
    if told is not None and told.end <= passage.tokens[cue].span.start and cue - 1 in passage.names:
        return told  # "Leeds County Sheriff Jane Roe said": of two names the one that is the subject
    plain = all(noun_like(passage, i) for i in range(start, cue))
    return first_subject(passage, start, cue) or (passage.span(start, cue) if plain else None)
