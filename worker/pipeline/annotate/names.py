"""The proper names of an article with their types, made consistent over the whole document."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from worker.pipeline.annotate import name_words as words
from worker.pipeline.annotate.name_runs import find_runs
from worker.pipeline.annotate.name_types import type_of
from worker.pipeline.annotate.works import find_works
from worker.pipeline.values import NameMention, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from worker.pipeline.annotate.name_runs import Run
    from worker.pipeline.annotate.quote_marks import Quoted
    from worker.pipeline.values import CleanArticle, EntityType, Sentence, Token

_SHOUTED = 0.6  # share of capital-initial words from which a block is a headline: body text stays below 0.4
_LONGEST_REPEAT = 6  # words of a name looked for in headlines


def find_names(
    article: CleanArticle, sentences: Sequence[Sentence], quoted: Sequence[Quoted], gazetteer: Mapping[str, int]
) -> tuple[NameMention, ...]:
    """In text order, not overlapping. A quoted title is one work; no name is taken from inside it."""
    works = find_works(article.text, sentences, quoted)
    plain = [s for s in sentences if not _is_headline(article, s)]
    runs = _outside((run for s in plain for run in find_runs(s, gazetteer)), works)
    document = Harmony(runs, gazetteer)
    headlines = [s for s in sentences if _is_headline(article, s)]
    found = [NameMention(run.span, kind) for run in runs if (kind := document.type_of(run)) is not None]
    found += [mention for s in headlines for mention in document.known_in(s)]
    return tuple(sorted([*found, *works], key=lambda mention: mention.span))


def _is_headline(article: CleanArticle, sentence: Sentence) -> bool:
    """Title Case or capitals throughout: its capitals say nothing."""
    label = article.blocks[sentence.block].label
    letters = [token.text for token in sentence.tokens if token.text[0].isalpha()]
    if label not in {"heading", "title"} and len(letters) < 5:
        return bool(letters) and all(word.isupper() for word in letters) and len(letters) > 1
    capitals = sum(word[0].isupper() for word in letters)
    return label in {"heading", "title"} or (bool(letters) and capitals / len(letters) > _SHOUTED and len(letters) > 7)


def _outside(runs: Iterator[Run], works: Sequence[NameMention]) -> list[Run]:
    """The runs that overlap no work; both in text order."""
    kept, at = [], 0
    for run in runs:
        while at < len(works) and works[at].span.end <= run.span.start:
            at += 1
        if at == len(works) or not works[at].span.overlaps(run.span):
            kept.append(run)
    return kept


class Harmony:
    """What the whole document knows of its names: one type a string, surnames of its persons, confirmed words."""

    def __init__(self, runs: Sequence[Run], gazetteer: Mapping[str, int]) -> None:
        self._gazetteer = gazetteer
        votes: dict[str, Counter[EntityType]] = defaultdict(Counter)
        for run in runs:
            if not run.doubtful and self._is_name(run):
                kind, weight = type_of(run, gazetteer)
                votes[run.text][kind] += weight  # type: ignore[assignment] # Counter holds any number
        self._types = {text: max(counts.items(), key=lambda item: item[1])[0] for text, counts in votes.items()}
        self._adopt_parts()
        self._by_fold = {text.casefold(): kind for text, kind in self._types.items()}

    def _adopt_parts(self) -> None:
        """A part of a person's full name alone is the person, unless the document says otherwise more strongly."""
        for text, kind in list(self._types.items()):
            pieces = text.split()
            if kind != "person" or len(pieces) < 2:
                continue
            for part in (pieces[0], " ".join(pieces[1:]), pieces[-1] if pieces[-1] not in words.SUFFIXES else pieces[-2]):
                if self._types.get(part) not in {"product", "award", "work"} and len(part) > 1:
                    self._types[part] = "person"

    def _is_name(self, run: Run) -> bool:
        """A single capital inside a sentence is a name unless it is a word that news writes so."""
        if run.titled or len(run.pieces) > 1:
            return not all(piece in words.COMMON_CAPITALS for piece in run.pieces)
        word = run.pieces[0]
        return word not in words.COMMON_CAPITALS and word.casefold() not in words.TITLES and any(map(str.isalpha, word))

    def type_of(self, run: Run) -> EntityType | None:
        """None if the run is no name."""
        if run.doubtful:
            return self._types.get(run.text)
        return self._types.get(run.text) if self._is_name(run) else None

    def known_in(self, sentence: Sentence) -> Iterator[NameMention]:
        """Names of the body that a headline repeats, in whatever case; the longest first."""
        tokens, at = sentence.tokens, 0
        while at < len(tokens):
            size = next((n for n in range(_LONGEST_REPEAT, 0, -1) if self._folded(tokens[at : at + n]) is not None), 0)
            kind = self._folded(tokens[at : at + size])
            if kind is not None:
                yield NameMention(Span(tokens[at].span.start, tokens[at + size - 1].span.end), kind)
            at += size or 1

    def _folded(self, tokens: Sequence[Token]) -> EntityType | None:
        return self._by_fold.get(" ".join(token.text for token in tokens).casefold()) if tokens else None
