"""Which words report a quotation, and who is said to have said it."""

# ruff: noqa: RUF001, SIM905 - typographic marks are what the text holds; word lists read best as prose

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from worker.pipeline.annotate import phrase_words as words
from worker.pipeline.annotate.cues import CLAUSE_CUES, CUE_NOUNS, FRAGMENT_CUES, PARTICLES
from worker.pipeline.annotate.phrases import first_subject, inverted, phrase_beginning, subject_before
from worker.pipeline.annotate.sources import opening as opening_of
from worker.pipeline.annotate.sources import source
from worker.pipeline.annotate.speech_verbs import acts, is_cue, names_it, spent
from worker.pipeline.annotate.subjects import doer_above, subject

if TYPE_CHECKING:
    from worker.pipeline.annotate.phrases import Words
    from worker.pipeline.values import Span

AFTER_REACH = 30  # words behind the closing mark in which the reporting clause must come
CLAUSE_REACH = 120  # words back in which a clause is looked for: longer sentences are lists
FRAGMENT_REACH = 12  # words from a cue to the fragment it reports: 'said the plan was, in the end, "dead"'
_INTRODUCING = 3  # words before a colon; fewer are labels ("Caption:")
BEFORE_REACH = 40  # words before the opening mark; a clause can stand between: "wrote below the clip that ..., "


_BEING = frozenset(("be", "been", "being", "is", "are", "was", "were"))
_ON_POSTS = frozenset(("captioned", "titled", "tagged", "posted", "reading", "saying", "written"))
_POSTS = frozenset("selfie photo picture snap shot pic image video clip post tweet story message note".split())
_FINDING = CLAUSE_CUES - FRAGMENT_CUES  # bring no fragment by themselves: 'was found "dead"'
_DASHES = frozenset(("-", "--", "–", "—", "―"))
_WRITER = frozenset(("we", "you"))
_ADDRESSING = frozenset(("told", "tells"))  # what follows is spoken to: "..., Roe told the newspaper"


@dataclass(frozen=True, slots=True)
class Report:
    """A reporting clause.

    `attached`: it touches the quotation with a comma, colon or mark; `near`: the cue can introduce a mere fragment;
    `cue_is_source`: "according to", "per".
    """

    cue: Span
    speaker: Span | None
    attached: bool
    near: bool = True
    cue_is_source: bool = False


def report_after(passage: Words, start: int, stop: int, *, opening: bool = False) -> Report | None:
    """The reporting clause between the closing mark and `stop`: "said Jane Roe", "the singer wrote on ...".

    `opening`: the words in marks open their sentence and end like speech, so any verb behind them reports them.
    """
    stop = min(stop, start + AFTER_REACH)
    if start < stop and passage.lower(start) == ",":
        start += 1
    if start < stop and (width := opening_of(passage, start)):
        told = source(passage, start + width, stop)
        return Report(passage.span(start, start + width), told, attached=True, cue_is_source=True)
    at = next((i for i in range(start, stop) if is_cue(passage, i)), None)
    if at is None:
        return _unlisted(passage, start, stop) if opening else None
    if at == start and passage.lower(at).endswith("ing"):
        return None  # ", saying that ...": begins what comes next
    told = _between(passage, subject(passage, at), start, stop)
    if at == start:
        speaker = told or phrase_beginning(passage, at + 1, stop)
        return Report(passage.span(at, at + 1), speaker, attached=True)
    if not _opens_clause(passage, start, at):
        return None
    word = passage.lower(at)
    turned = inverted(passage, at, stop) if passage.lower(at - 1) == "," and word not in _ADDRESSING else None
    speaker = told or turned or subject_before(passage, at, start)
    return Report(passage.span(at, at + 1), speaker, attached=True) if speaker is not None else None


def signed(passage: Words, start: int) -> Report | None:
    """The name behind a dash that signs the words: '"Go on." - Jane Roe, coach'."""
    named = passage.names.get(start + 1)
    if passage.lower(start) not in _DASHES or named is None or named[0] != start + 1:
        return None
    return Report(passage.span(start, start + 1), passage.span(*named), attached=True)


def _unlisted(passage: Words, start: int, stop: int) -> Report | None:
    """A reporting clause whose verb no list has: "the insider dished"."""
    if passage.lower(start) in words.DETERMINERS - words.LONE_DETERMINERS or start in passage.names:
        subject = phrase_beginning(passage, start, stop)
    elif passage.lower(start) in words.SUBJECT_PRONOUNS - {"who", "you"}:
        subject = passage.span(start, start + 1)
    else:
        return None
    if subject is None:
        return None
    verb = next((i for i in range(start, stop) if passage.tokens[i].span.start >= subject.end), stop)
    return Report(passage.span(verb, verb + 1), subject, attached=True) if verb < stop and acts(passage, verb) else None


def _opens_clause(passage: Words, start: int, cue: int) -> bool:
    """What stands between the mark and the cue begins like a subject: no joined clause, no preposition."""
    word = passage.lower(start)
    return (
        word[0].isalnum()
        and word not in words.JOINERS | words.PREPOSITIONS | words.SUBORDINATORS
        and cue > start
    )


def report_before(passage: Words, start: int, stop: int) -> Report | None:
    """The reporting clause between `start` and the opening mark at `stop`; the cue nearest to the mark counts.

    A verb that brings no mere fragment gives way to one before it: 'said it had looked and found "nothing amiss"'.
    """
    attached = stop > start and passage.lower(stop - 1) in {",", ":", "-", "–", "—"}
    weak: Report | None = None
    own: Report | None = None
    for at in range(stop - 1, max(start, stop - BEFORE_REACH) - 1, -1):
        word = passage.lower(at)
        if word in {";", ".", "!", "?"}:
            break
        if width := opening_of(passage, at):
            return Report(passage.span(at, at + width), source(passage, at + width, stop), attached=False)
        if _reports(passage, at, start, stop):
            report = _reporting(passage, at, (start, stop), attached=attached or at == stop - 1)
            if _of_writer(passage, report):
                own = own or report
                continue
            if attached or word not in _FINDING:
                return report if report.near else weak or report
            weak = weak or report
        elif word in CUE_NOUNS and stop - at <= 3:
            return Report(_noun_cue(passage, at, start), first_of_clause(passage, start, at), attached)
    return weak or own


def _of_writer(passage: Words, report: Report) -> bool:
    """Whether "we" or "you" speak, as in 'As Jane Roe puts it, we must tell ourselves: "Go on."'."""
    return report.speaker is not None and passage.lower(passage.index(report.speaker.start)) in _WRITER


def _reporting(passage: Words, at: int, bounds: tuple[int, int], *, attached: bool) -> Report:
    start, stop = bounds
    word = passage.lower(at)
    brings = word in FRAGMENT_CUES or passage.lower(at + 1) in {"that", *PARTICLES.get(word, ())}
    near = stop - at <= FRAGMENT_REACH and brings
    speaker = subject_of(passage, at, start) or _behind_cue(passage, at, stop)
    return Report(passage.span(at, at + 1), speaker, attached, near)


def _behind_cue(passage: Words, cue: int, stop: int) -> Span | None:
    """Reads 'Not so, countered Roe: "It is ours."'."""
    found = phrase_beginning(passage, cue + 1, stop) if passage.lower(stop - 1) == ":" else None
    return found if found is not None and found.end == passage.tokens[stop - 2].span.end else None


def _reports(passage: Words, at: int, start: int, stop: int) -> bool:
    """Whether the word at `at` reports words in marks at `stop`."""
    if at == start and not passage.lower(at).endswith("ing"):
        return False  # "Written by Jane Roe, the show ..."
    if passage.lower(at - 1) in _BEING and not passage.lower(at).endswith("ing"):
        return False  # "it had been written ..."
    if names_it(passage, at):
        return is_cue(passage, at) or not spent(passage, at, stop)
    return is_cue(passage, at)


def introduced(passage: Words, start: int, stop: int) -> Report | None:
    """A colon brings words in marks without any verb of saying: 'Roe thanked the crowd: "You did it."'."""
    if passage.lower(stop - 1) != ":" or stop - start < _INTRODUCING:
        return None
    subject = first_of_clause(passage, start, stop - 1)
    return Report(passage.span(stop - 1, stop), subject, attached=True) if subject is not None else None


def _noun_cue(passage: Words, at: int, start: int) -> Span:
    first = at
    while first > max(start, at - 3) and passage.lower(first - 1) in words.DETERMINERS | {
        "with",
        "in",
        "reading",
        "sweet",
    }:
        first -= 1
    return passage.span(first, at + 1)


def subject_of(passage: Words, cue: int, start: int) -> Span | None:
    """The cue's own subject; a participle ("..., writing") takes that of the verb of saying before it, or the first."""
    floor = max(start, cue - CLAUSE_REACH)
    told = subject(passage, cue)
    if told is not None:
        return told
    if passage.lower(cue) in _ON_POSTS and passage.lower(cue - 1) in _POSTS:
        return first_of_clause(passage, start, cue)
    if passage.lower(cue - 1) == "to" and (doer := doer_above(passage, cue)) is not None:
        return doer
    if passage.lower(cue).endswith("ing") and (bearer := _bearer(passage, cue)) is not None:
        return bearer
    finite = next((i for i in range(cue, floor - 1, -1) if _is_finite(passage, i, cue)), None)
    if finite is None:
        return first_of_clause(passage, start, cue)
    return subject_before(passage, finite, clause_start(passage, finite, start))


def _bearer(passage: Words, cue: int) -> Span | None:
    """Reads "..., with Jane Roe saying ...", "with one fan writing ..."."""
    first, stop = passage.names.get(cue - 1) or (cue - 1, cue)
    for at in range(first, max(0, first - 4), -1):
        if passage.lower(at - 1) == "with":
            return passage.span(at, stop)
    return None


def _between(passage: Words, span: Span | None, start: int, stop: int) -> Span | None:
    """The phrase if it stands in the reporting clause, not in the words said."""
    if span is None or start >= stop:
        return None
    return span if passage.span(start, stop).covers(span) else None


def _is_finite(passage: Words, at: int, cue: int) -> bool:
    return not passage.lower(at).endswith("ing") and (at == cue or is_cue(passage, at))


_CLAUSE_OPENERS = frozenset(("and", "but", "that", "while", "when", "because", "if", "although", "though", "whereas"))


def clause_start(passage: Words, at: int, start: int) -> int:
    """Behind the last semicolon, or behind an "and" or "but" that a subject with its own verb follows."""
    start = max(start, at - CLAUSE_REACH)
    for index in range(at - 1, start, -1):
        word = passage.lower(index)
        if word == ";":
            return index + 1
        if word in _CLAUSE_OPENERS and _starts_subject(passage, index + 1, at):
            return index + 1
    return start


def _starts_subject(passage: Words, at: int, ceiling: int) -> bool:
    word = passage.lower(at)
    if word in words.SUBJECT_PRONOUNS:
        return True
    if at in passage.names and passage.lower(at - 1) == "and" and passage.tokens[at - 2].text[0].isupper():
        return False  # "Jane Roe and John Roe said": one subject
    return at < ceiling and (word in words.DETERMINERS or at in passage.names)


def first_of_clause(passage: Words, start: int, at: int) -> Span | None:
    clause = clause_start(passage, at, start)
    return first_subject(passage, clause, at) or first_subject(passage, start, at)
