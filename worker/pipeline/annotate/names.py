"""The proper names of an article with their types: found sentence by sentence, typed by the whole document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from worker.pipeline.annotate import name_words as words
from worker.pipeline.annotate.gazetteer import COMMON
from worker.pipeline.annotate.name_harmony import Harmony
from worker.pipeline.annotate.name_proposals import proposed
from worker.pipeline.annotate.name_runs import find_runs
from worker.pipeline.annotate.name_types import placed, spelled
from worker.pipeline.annotate.works import find_works
from worker.pipeline.values import NameMention, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

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
    runs = _outside((run for s, reading in plain for run in _runs(s, reading, gazetteer)), _spans((), works))
    lower = {token.text for s, _ in plain for token in s.tokens if token.text.islower()}
    document = Harmony(runs, lower, gazetteer)
    again = _outside((run for s, reading in plain for run in proposed(s, reading, gazetteer)), _spans(runs, works))
    found = [_mention(run, kind) for run in (*runs, *again) if (kind := document.type_of(run)) is not None]
    found += [mention for s in headlines for mention in document.known_in(s)]
    return tuple(sorted([*found, *works], key=lambda mention: mention.span))


def _runs(sentence: Sentence, reading: Reading, gazetteer: Mapping[str, int]) -> list[Run]:
    """What the reader found; a longer name whose own words say what it is swallows the parts that the reader saw."""
    found = list(find_runs(sentence, reading, gazetteer))
    for longer in proposed(sentence, reading, gazetteer):
        parts = [run for run in found if run.start < longer.stop and longer.start < run.stop]
        if len(parts) == 1 and parts[0].stop == longer.stop and parts[0].start < longer.start:
            found[found.index(parts[0])] = longer  # the words before are an office, a trade or a nationality
            continue
        whole = all(longer.start <= run.start and run.stop <= longer.stop for run in parts)
        if whole and not longer.titled and _says_what_it_is(longer, gazetteer, alone=not parts):
            found = [run for run in found if run not in parts] + [longer]
    return sorted(found, key=lambda run: run.start)


def _says_what_it_is(run: Run, gazetteer: Mapping[str, int], *, alone: bool) -> bool:
    """Whether a proposal's own words tell its type, or those beside a word in which the reader saw nothing."""
    if len(run.pieces) > 1:
        return spelled(run, gazetteer) is not None
    return alone and run.start > 0 and placed(run, gazetteer) is not None


def _mention(run: Run, kind: EntityType) -> NameMention:
    """The run, with the capital article that belongs to a work's title: "in The Long Shore"."""
    before = run.sentence.tokens[run.start - 1] if run.start > 1 else None
    if kind == "work" and before is not None and before.text == "The":
        return NameMention(Span(before.span.start, run.span.end), kind)
    return NameMention(run.span, kind)


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
