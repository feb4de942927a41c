"""The proper names of an article with their types: found sentence by sentence, typed by the whole document."""

from __future__ import annotations

from collections import deque
from itertools import takewhile
from typing import TYPE_CHECKING

from worker.pipeline.annotate import name_words as words
from worker.pipeline.annotate.gazetteer import COMMON
from worker.pipeline.annotate.name_harmony import Harmony
from worker.pipeline.annotate.name_proposals import proposed
from worker.pipeline.annotate.name_runs import NICKNAMED, find_runs
from worker.pipeline.annotate.name_signs import is_dateline, told_beside
from worker.pipeline.annotate.name_types import placed, spelled
from worker.pipeline.annotate.works import find_works
from worker.pipeline.values import NameMention, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from worker.pipeline.annotate.name_runs import Run
    from worker.pipeline.annotate.quote_marks import Quoted
    from worker.pipeline.annotate.reading import Reading
    from worker.pipeline.values import CleanArticle, EntityType, Sentence, Token

_SHOUTED = (
    3  # ordinary words with a capital that make a line a headline, if most are: "Prime Minister" has two
)


def find_names(
    article: CleanArticle,
    sentences: Sequence[Sentence],
    readings: Sequence[Reading],
    quoted: Sequence[Quoted],
    gazetteer: Mapping[str, int],
) -> tuple[NameMention, ...]:
    """In text order, not overlapping. A quoted title is one work; no name is taken from inside it."""
    works = find_works(article.text, sentences, quoted)
    headlines = [s for s in sentences if _is_headline(article, s, gazetteer)]
    shouted = {s.span for s in headlines}
    plain = [(s, reading) for s, reading in zip(sentences, readings, strict=True) if s.span not in shouted]
    proposals = [list(proposed(s, reading, gazetteer)) for s, reading in plain]
    seen = (find_runs(s, reading, gazetteer) for s, reading in plain)
    merged = (run for pair in zip(seen, proposals, strict=True) for run in _merged(*pair, gazetteer))
    runs = _outside(merged, _spans((), works))
    lower = {token.text for s, _ in plain for token in s.tokens if token.text.islower()}
    document = Harmony(runs, lower, gazetteer)
    again = _outside((run for several in proposals for run in several), _spans(runs, works))
    found = [_mention(run, kind) for run in (*runs, *again) if (kind := document.type_of(run)) is not None]
    found += [mention for s in headlines for mention in document.known_in(s)]
    return tuple(sorted([*found, *works], key=lambda mention: mention.span))


def _merged(seen: Iterable[Run], proposals: Iterable[Run], gazetteer: Mapping[str, int]) -> list[Run]:
    """What the reader saw; a proposal that knows better stands in place of the runs it touches. All in text order."""
    kept: list[Run] = []
    waiting = deque(seen)
    for proposal in proposals:
        while waiting and waiting[0].stop <= proposal.start:
            kept.append(waiting.popleft())
        touched = _begun_before(proposal.stop, waiting)
        if _knows_better(proposal, touched, gazetteer):
            for _ in touched:
                waiting.popleft()
            kept.append(proposal)
    return [*kept, *waiting]


def _begun_before(stop: int, waiting: Iterable[Run]) -> list[Run]:
    return list(takewhile(lambda run: run.start < stop, waiting))


def _knows_better(proposal: Run, touched: Sequence[Run], gazetteer: Mapping[str, int]) -> bool:
    """Whether it leaves out an office, trade or nationality before the name, or covers all and says what it is."""
    if len(touched) == 1 and touched[0].stop == proposal.stop and touched[0].start < proposal.start:
        return not NICKNAMED & set(touched[0].pieces)
    covers = all(proposal.start <= run.start and run.stop <= proposal.stop for run in touched)
    return covers and not proposal.titled and _says_what_it_is(proposal, gazetteer, alone=not touched)


def _says_what_it_is(run: Run, gazetteer: Mapping[str, int], *, alone: bool) -> bool:
    """Whether a proposal's own words tell its type, or those beside a word in which the reader saw nothing."""
    if len(run.pieces) > 1:
        return spelled(run, gazetteer) is not None or (alone and told_beside(run, gazetteer) == "gpe")
    return alone and (run.start > 0 or is_dateline(run)) and placed(run, gazetteer) is not None


def _mention(run: Run, kind: EntityType) -> NameMention:
    """The run, with the capital article that belongs to a work's title: "in The Long Shore"."""
    before = run.sentence.tokens[run.start - 1] if run.start > 1 else None
    if kind == "work" and before is not None and before.text == "The":
        return NameMention(Span(before.span.start, run.span.end), kind)
    return NameMention(_without_honours(run) if kind == "person" else run.span, kind)


def _without_honours(run: Run) -> Span:
    """Letters behind a person's name are a title: "Jane Roe KC"."""
    tokens, stop = run.sentence.tokens, run.stop
    while stop - run.start > 2 and tokens[stop - 1].text in words.POSTNOMINALS:
        stop -= 1
    return Span(run.span.start, tokens[stop - 1].span.end) if stop < run.stop else run.span


def _is_headline(article: CleanArticle, sentence: Sentence, gazetteer: Mapping[str, int]) -> bool:
    """A heading, or a line whose ordinary words are written with capitals: its capitals say nothing.

    A full stop ends few headlines, but many sentences full of offices and institutions: there all words must shout.
    """
    if article.blocks[sentence.block].label in {"heading", "title"}:
        return True
    inner = [token.text for token in sentence.tokens[1:] if token.text[0].isalpha() and not _is_office(token)]
    ordinary = [word for word in inner if gazetteer.get(word.casefold(), 0) & COMMON and len(word) > 3]
    capitals = sum(word[0].isupper() for word in ordinary)
    least = len(ordinary) - 1 if inner and sentence.tokens[-1].text == "." else len(ordinary) / 2
    return capitals >= _SHOUTED and capitals > least


def _is_office(token: Token) -> bool:
    """Written with a capital before names in any sentence: "Chief", "Prime", "Officer"."""
    word = token.text.casefold()
    return (word in words.TITLES or word in words.TITLE_PARTS) and token.text.istitle()


def _spans(runs: Sequence[Run], works: Sequence[NameMention]) -> list[Span]:
    return sorted([*(run.span for run in runs), *(work.span for work in works)])


def _outside(runs: Iterator[Run], taken: Sequence[Span]) -> list[Run]:
    """The runs that overlap nothing that is taken; both in text order."""
    kept, at = [], 0
    for run in runs:
        while at < len(taken) and taken[at].end <= run.span.start:
            at += 1
        if at == len(taken) or not taken[at].overlaps(run.span):
            kept.append(run)
    return kept
