"""The proper names of an article with their types: found sentence by sentence, typed by the whole document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from worker.pipeline.annotate import name_words as words
from worker.pipeline.annotate.gazetteer import COMMON
from worker.pipeline.annotate.name_harmony import Harmony
from worker.pipeline.annotate.name_runs import find_runs
from worker.pipeline.annotate.works import find_works
from worker.pipeline.values import NameMention, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from worker.pipeline.annotate.name_runs import Run
    from worker.pipeline.annotate.quote_marks import Quoted
    from worker.pipeline.values import CleanArticle, EntityType, Sentence, Token

_SHOUTED = (
    3  # ordinary words with a capital that make a line a headline, if most are: "Prime Minister" has two
)


def find_names(
    article: CleanArticle,
    sentences: Sequence[Sentence],
    quoted: Sequence[Quoted],
    gazetteer: Mapping[str, int],
) -> tuple[NameMention, ...]:
    """In text order, not overlapping. A quoted title is one work; no name is taken from inside it."""
    works = find_works(article.text, sentences, quoted)
    headlines = [s for s in sentences if _is_headline(article, s, gazetteer)]
    shouted = {s.span for s in headlines}
    plain = [s for s in sentences if s.span not in shouted]
    runs = _outside((run for s in plain for run in find_runs(s, gazetteer)), works)
    lower = {token.text for s in plain for token in s.tokens if token.text.islower()}
    document = Harmony(runs, lower, gazetteer)
    found = [_mention(run, kind) for run in runs if (kind := document.type_of(run)) is not None]
    found += [mention for s in headlines for mention in document.known_in(s)]
    return tuple(sorted([*found, *works], key=lambda mention: mention.span))


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


def _outside(runs: Iterator[Run], works: Sequence[NameMention]) -> list[Run]:
    """The runs that overlap no work; both in text order."""
    kept, at = [], 0
    for run in runs:
        while at < len(works) and works[at].span.end <= run.span.start:
            at += 1
        if at == len(works) or not works[at].span.overlaps(run.span):
            kept.append(run)
    return kept
