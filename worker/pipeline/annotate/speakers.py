"""Which words report a quotation, and who is said to have said it."""

# ruff: noqa: RUF001 - typographic marks are what the text holds

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from worker.pipeline.annotate import phrase_words as words
from worker.pipeline.annotate.cues import CUE_FORMS, CUE_NOUNS, FRAGMENT_CUES, LABEL_CUES
from worker.pipeline.annotate.phrases import first_subject, inverted, phrase_beginning, subject_before

if TYPE_CHECKING:
    from worker.pipeline.annotate.phrases import Words
    from worker.pipeline.values import Span

AFTER_REACH = 30  # words behind the closing mark in which the reporting clause must come
CLAUSE_REACH = 120  # words back in which a clause is looked for: longer sentences are lists
FRAGMENT_REACH = 12  # words from a cue to the fragment it reports: 'said the plan was, in the end, "dead"'
BEFORE_REACH = 40  # words before the opening mark; a clause can stand between: "wrote below the clip that ..., "


_ADDRESSING = frozenset(("told", "tells"))  # what follows is spoken to: "..., Roe told the newspaper"


@dataclass(frozen=True, slots=True)
class Report:
    """A reporting clause.

    `attached`: it touches the quotation with a comma, colon or mark; `near`: the cue can introduce a mere fragment.
    """

    cue: Span
    speaker: Span | None
    attached: bool
    near: bool = True


def is_cue(passage: Words, at: int) -> bool:
    """Whether the word at `at` reports speech here: no noun ("the report") and no name."""
    word = passage.lower(at)
    if word not in CUE_FORMS or at in passage.names:
        return False
    before = passage.lower(at - 1)
    if before in words.DETERMINERS or before in {"'s", "’s", "'", "’"}:
        return (
            word not in words.NOUN_TOO
            and before not in words.POSSESSIVES
            and before in words.LONE_DETERMINERS
        )
    if word in words.NOUN_TOO and not word.endswith("ing"):
        plain = at == 0 or before in words.SUBJECT_PRONOUNS | words.AUXILIARIES | {"to"}
        return plain or (word.endswith("s") and at - 1 in passage.names)  # "Roe claims", but "the Acme claim"
    return True


def report_after(passage: Words, start: int, stop: int) -> Report | None:
    """The reporting clause between the closing mark and `stop`: "said Jane Roe", "the singer wrote on ..."."""
    stop = min(stop, start + AFTER_REACH)
    if start < stop and passage.lower(start) == ",":
        start += 1
    if passage.lower(start) == "according" and passage.lower(start + 1) == "to":
        return Report(
            passage.span(start, start + 2), phrase_beginning(passage, start + 2, stop), attached=True
        )
    at = next((i for i in range(start, stop) if is_cue(passage, i)), None)
    if at is None:
        return None
    if at == start and passage.lower(at).endswith("ing"):
        return None  # ", saying that ...": begins what comes next
    if at == start:
        return Report(passage.span(at, at + 1), phrase_beginning(passage, at + 1, stop), attached=True)
    if not _opens_clause(passage, start, at):
        return None
    word = passage.lower(at)
    turned = inverted(passage, at, stop) if passage.lower(at - 1) == "," and word not in _ADDRESSING else None
    speaker = turned or subject_before(passage, at, start)
    return Report(passage.span(at, at + 1), speaker, attached=True) if speaker is not None else None


def _opens_clause(passage: Words, start: int, cue: int) -> bool:
    """What stands between the mark and the cue begins like a subject: no joined clause, no preposition."""
    word = passage.lower(start)
    return (
        word[0].isalnum()
        and word not in words.JOINERS | words.PREPOSITIONS | words.SUBORDINATORS
        and cue > start
    )


def report_before(passage: Words, start: int, stop: int) -> Report | None:
    """The reporting clause between `start` and the opening mark at `stop`; the cue nearest to the mark counts."""
    floor = max(start, stop - BEFORE_REACH)
    attached = stop > start and passage.lower(stop - 1) in {",", ":", "-", "–", "—"}
    for at in range(stop - 1, floor - 1, -1):
        if passage.lower(at) in {";", ".", "!", "?"}:
            return None
        if is_cue(passage, at) or _labels(passage, at):
            speaker = _subject_of(passage, at, start)
            near = stop - at <= FRAGMENT_REACH and passage.lower(at) in FRAGMENT_CUES
            return Report(passage.span(at, at + 1), speaker, attached or at == stop - 1, near)
        if passage.lower(at) in CUE_NOUNS and stop - at <= 3:
            return Report(_noun_cue(passage, at, start), first_of_clause(passage, start, at), attached)
    return None


def _labels(passage: Words, at: int) -> bool:
    """Tells "called it ..." from "was called ..."."""
    return (
        passage.lower(at) in LABEL_CUES
        and not any(
            passage.lower(i) in {"was", "were", "is", "are", "been", "be", "being", "so"}
            for i in range(at - 2, at)
        )
        and passage.lower(at) not in words.NOUN_TOO
    )


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


def _subject_of(passage: Words, cue: int, start: int) -> Span | None:
    """The cue's own subject; a participle ("..., writing") takes that of the verb of saying before it, or the first."""
    floor = max(start, cue - CLAUSE_REACH)
    finite = next((i for i in range(cue, floor - 1, -1) if _is_finite(passage, i, cue)), None)
    if finite is None:
        return first_of_clause(passage, start, cue)
    return subject_before(passage, finite, clause_start(passage, finite, start))


def _is_finite(passage: Words, at: int, cue: int) -> bool:
    return not passage.lower(at).endswith("ing") and (at == cue or is_cue(passage, at))


def clause_start(passage: Words, at: int, start: int) -> int:
    """Behind the last semicolon, or behind an "and" or "but" that a subject with its own verb follows."""
    start = max(start, at - CLAUSE_REACH)
    for index in range(at - 1, start, -1):
        word = passage.lower(index)
        if word == ";":
            return index + 1
        if word in {"and", "but", "while", "that"} and _starts_subject(passage, index + 1, at):
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
