"""Indirect speech: "said that S", "told X that S", "S, she said", "according to X, S"."""

# ruff: noqa: SIM905 - word lists read best as prose

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from worker.pipeline.annotate import phrase_words as words
from worker.pipeline.annotate.closing_clauses import trailing
from worker.pipeline.annotate.cues import ADDRESSED, CLAUSE_CUES, FRAGMENT_CUES, NEEDS_NO_THAT
from worker.pipeline.annotate.phrases import behind_subject, inverted, noun_like
from worker.pipeline.annotate.sources import opening, source
from worker.pipeline.annotate.speakers import subject_of
from worker.pipeline.annotate.speech_verbs import MARKS, is_cue
from worker.pipeline.annotate.subjects import complement, is_joined, next_main_clause, subject
from worker.pipeline.values import Quote

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    from worker.pipeline.annotate.phrases import Words
    from worker.pipeline.annotate.speakers import Report
    from worker.pipeline.values import Span

_SHORTEST = 3  # words of a reported clause; "said so" and "said yes" report nothing
_SUBJECT = 7  # words in which a reported clause's verb comes: its subject is no longer, mostly
_WRITER = frozenset("i we you".split())
_GREETINGS = frozenset(
    """goodbye farewell yes no nothing hello sorry thanks thank much more
    little so something anything""".split())
_QUESTIONS = frozenset("whether if how why what when where who which".split())  # "declined to say how": no statement
_VERB = 40  # words of a reported clause in which its verb comes, behind a long subject
_ADDRESSEE = 6  # words between "told" and "that"
_PASSIVE = frozenset("is was are were be been being".split())
_WIDE = frozenset(
    "say says said think thinks thought believe believes believed insist insists insisted".split()
)


def find_indirect(
    passages: Iterable[tuple[Words, int, int]], marked: Sequence[Span], taken: Container[Span]
) -> Iterator[Quote]:
    """The outermost of each sentence, and what its speaker goes on to say there.

    `marked`: parts of quotations in text order, which are no indirect speech; `taken`: the cues that report them.
    """
    for passage, start, stop in passages:
        found = [*_by_clause(passage, start, stop, marked)]
        lone = None if found else _according(passage, start, stop) or _trailing(passage, start, stop, marked)
        yield from (quote for quote in (*found, lone) if quote is not None and quote.cue not in taken)


def _by_clause(passage: Words, start: int, stop: int, marked: Sequence[Span]) -> Iterator[Quote]:
    """A cue and the clause it governs; then those of "..., adding that S" and "... but warned S"."""
    cues = (cue for cue in range(start, stop) if not _is_order(passage, cue, start))
    reports = [(cue, clause) for cue in cues if (clause := _governed(passage, cue, stop, marked))]
    speaker, behind = None, start
    for n, (cue, clause) in enumerate(reports):
        if cue < behind or (n and not _goes_on(passage, reports[0][0], cue)):
            continue
        if not n or speaker is None:
            speaker = _speaker(passage, cue, start)
        if speaker is not None and _is_writer(passage, speaker):
            return
        behind = min((_joint(passage, at) for at, _ in reports[n + 1 :] if _goes_on(passage, cue, at)), default=stop)
        end = _clause_end(passage, cue, clause, behind)
        if end > clause:  # else another verb comes between the two, and the clause is that one's
            yield _quote(passage, clause, end, speaker, passage.span(cue, cue + 1))


def _is_order(passage: Words, cue: int, start: int) -> bool:
    """Whether nobody stands before the verb who could say it: "Remember that ...", "Just note that ..."."""
    return passage.lower(cue) in CLAUSE_CUES and not passage.lower(cue).endswith("ing") and (
        behind_subject(passage, cue, start) == start
    )


def _governed(passage: Words, cue: int, stop: int, marked: Sequence[Span]) -> int | None:
    """Where the clause begins that the word at `cue` reports; None if it is no cue or governs none."""
    if passage.lower(cue) not in CLAUSE_CUES or _in_marks(passage, cue, marked) or not is_cue(passage, cue):
        return None
    if passage.lower(cue - 1) == "," and inverted(passage, cue, stop) is not None:
        return None
    clause = _clause(passage, cue, stop)
    if clause is not None and _verbless(passage, clause, stop):
        return None
    return None if clause is None or _in_marks(passage, _behind_mark(passage, clause), marked) else clause


def _verbless(passage: Words, start: int, stop: int) -> bool:
    """Whether no verb comes: "said in a statement on Friday" reports nothing."""
    near = range(start, min(stop, start + _VERB))
    return bool(passage.heads) and not any(passage.tokens[i].tag in {"VERB", "AUX"} for i in near)


def _speaker(passage: Words, cue: int, start: int) -> Span | None:
    """The cue's subject; "It is said that ..." names nobody, "she was told by Roe that ..." the agent."""
    return subject(passage, cue) if passage.lower(cue - 1) in _PASSIVE else subject_of(passage, cue, start)


def _goes_on(passage: Words, first: int, cue: int) -> bool:
    """Whether the same speaker's next report begins at `cue`: ", adding that ...", "but warned ..."."""
    if passage.lower(cue).endswith("ing"):
        return passage.lower(cue - 1) in {",", "and", "but"}
    return passage.lower(cue - 1) in words.JOINERS and is_joined(passage, cue, first)


def _joint(passage: Words, cue: int) -> int:
    """Behind the last word before ", adding" or ", but warned"."""
    while passage.lower(cue - 1) in words.JOINERS | {","}:
        cue -= 1
    return cue


def _behind_mark(passage: Words, at: int) -> int:
    return at + 1 if passage.lower(at) in MARKS and at + 1 < len(passage.tokens) else at


def _is_writer(passage: Words, speaker: Span) -> bool:
    """"I think" and "you say" outside marks are the writer's, and report nobody."""
    at = bisect_left(passage.tokens, speaker.start, key=lambda token: token.span.start)
    return passage.lower(at) in _WRITER and passage.tokens[at].span.end == speaker.end


def _clause_end(passage: Words, cue: int, start: int, stop: int) -> int:
    stop = next_main_clause(passage, cue, stop) or stop
    return next((at for at in range(start, stop) if passage.lower(at) == ";"), stop)


def _clause(passage: Words, cue: int, stop: int) -> int | None:
    """Where the reported clause begins, None if the cue governs none."""
    clause = complement(passage, cue, stop) if passage.lower(cue) in FRAGMENT_CUES else None
    if clause is not None:
        behind = clause + (passage.lower(clause) == "that")
        return behind if passage.lower(behind) not in _QUESTIONS and stop - behind >= _SHORTEST else None
    at = cue + 1
    if passage.lower(cue) in ADDRESSED:
        return _behind_addressee(passage, at, stop)
    at = _behind_adverbial(passage, at, stop)
    if passage.lower(at) == "that":
        return at + 1 if stop - at > _SHORTEST else None
    if passage.lower(cue) not in NEEDS_NO_THAT or stop - at <= _SHORTEST:
        return None
    return at if _begins_clause(passage, at, wide=passage.lower(cue) in _WIDE) else None


def _behind_adverbial(passage: Words, at: int, stop: int) -> int:
    """Over "on Monday" or "in a statement", if "that" or a pronoun's clause follows."""
    if passage.lower(at) not in words.DAYS | {"in", "on", "at", "to", "late", "early", "last", "earlier"}:
        return at
    clause = words.SUBJECT_PRONOUNS - {"who"} | {"that"}
    return next((i for i in range(at + 1, min(stop, at + _ADDRESSEE + 1)) if passage.lower(i) in clause), at)


def _behind_addressee(passage: Words, at: int, stop: int) -> int | None:
    that = next((i for i in range(at, min(stop, at + _ADDRESSEE)) if passage.lower(i) == "that"), None)
    if that is not None:
        return that + 1 if stop - that > _SHORTEST else None
    behind = next(
        (
            i
            for i in range(at + 1, min(stop, at + _ADDRESSEE))
            if passage.lower(i) in words.SUBJECT_PRONOUNS - {"who"}
        ),
        None,
    )
    return behind if behind is not None and stop - behind > _SHORTEST else None


def _begins_clause(passage: Words, at: int, *, wide: bool) -> bool:
    word = passage.lower(at)
    if word in words.SUBJECT_PRONOUNS - {"who"} or word == "there":
        return True
    following = passage.lower(at + 1)
    finite = any(passage.lower(i) in words.FINITE for i in range(at + 1, at + _SUBJECT))
    if not wide:
        return finite and (word in words.DETERMINERS or at in passage.names)
    if word in words.POSSESSIVES | {"the", "a", "an", "this", "these"} or at in passage.names:
        return following not in {",", ".", "of"}
    return word[0].isalnum() and (finite or _says_more(passage, at))


def _says_more(passage: Words, at: int) -> bool:
    """A long clause without an article at its start: "said major wins at other plants ..."."""
    verb = passage.lower(at - 1) in {"said", "says"}
    opens = noun_like(passage, at) or passage.lower(at).endswith("ing")
    long = all(passage.lower(i)[:1].isalnum() for i in range(at, at + _SUBJECT - 2))
    return verb and opens and long and passage.lower(at) not in _GREETINGS


def _according(passage: Words, start: int, stop: int) -> Quote | None:
    at = next((i for i in range(start, stop - 1) if opening(passage, i)), None)
    if at is None:
        return None
    width = opening(passage, at)
    speaker, cue = source(passage, at + width, stop), passage.span(at, at + width)
    if at > start + _SHORTEST:
        return _around(passage, (start, at, stop), speaker, cue)
    comma = next((i for i in range(at, stop) if passage.lower(i) == ","), stop)
    return _quote(passage, comma + 1, stop, speaker, cue) if stop - comma > _SHORTEST else None


def _trailing(passage: Words, start: int, stop: int, marked: Sequence[Span]) -> Quote | None:
    """Whether a reporting clause ends the sentence: "S, the company said on Monday."."""
    report = trailing(passage, start + _SHORTEST, stop)
    if report is None or report.speaker is None:
        return None
    commas = (i for i in range(stop - 1, start, -1) if passage.lower(i) == "," and _before(passage, i, report))
    comma = next(commas, start)
    if comma - start < _SHORTEST or _adverbial(passage, start, comma):
        return None
    if _in_marks(passage, comma - 1, marked) or _in_marks(passage, start + 1, marked):
        return None
    return _around(passage, (start, comma, stop), report.speaker, report.cue)


def _adverbial(passage: Words, start: int, comma: int) -> bool:
    """A phrase before the main clause, no clause of its own: "In a close match, Roe claimed ..."."""
    opens = passage.lower(start) in words.PREPOSITIONS | words.SUBORDINATORS
    return opens and not any(passage.lower(i) == "," or passage.lower(i) in words.FINITE for i in range(start, comma))


def _around(passage: Words, bounds: tuple[int, int, int], speaker: Span | None, cue: Span) -> Quote:
    """The clause before the reporting words and, if its verb comes behind them only, what goes on there."""
    start, at, stop = bounds
    first = _quote(passage, start, at, speaker, cue)
    told = max(cue.end, speaker.end if speaker is not None else 0)
    comma = next(
        (i for i in range(at + 1, stop) if passage.lower(i) == "," and passage.tokens[i].span.start >= told), stop
    )
    if stop - comma <= _SHORTEST or passage.lower(comma + 1) not in words.FINITE:
        return first
    return replace(first, parts=first.parts + _quote(passage, comma + 1, stop, speaker, cue).parts)


def _before(passage: Words, at: int, report: Report) -> bool:
    place = passage.tokens[at].span.start
    return place < report.cue.start and (report.speaker is None or place < report.speaker.start)


def _in_marks(passage: Words, at: int, marked: Sequence[Span]) -> bool:
    span = passage.tokens[at].span
    index = bisect_left(marked, span.end, key=lambda part: part.start) - 1
    return index >= 0 and marked[index].end > span.start


def _quote(passage: Words, start: int, stop: int, speaker: Span | None, cue: Span) -> Quote:
    """The clause without the stops at its ends, nor a mark whose partner stands outside."""
    while stop - 1 > start and not passage.lower(stop - 1)[-1].isalnum():
        if passage.lower(stop - 1) in MARKS and any(passage.lower(i) in MARKS for i in range(start + 1, stop - 1)):
            break
        stop -= 1
    while start < stop - 1 and not passage.lower(start)[0].isalnum():
        start += 1
    return Quote((passage.span(start, stop),), "indirect", speaker, cue)
