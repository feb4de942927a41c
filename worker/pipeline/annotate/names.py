"""The proper names of an article with their types, made consistent over the whole document."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from worker.pipeline.annotate import name_words as words
from worker.pipeline.annotate.gazetteer import COMMON, DEMONYM, FIRST, PLACE
from worker.pipeline.annotate.name_runs import find_runs
from worker.pipeline.annotate.name_types import decided, place_type, scores
from worker.pipeline.annotate.works import find_works
from worker.pipeline.values import NameMention, Span

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping, Sequence

    from worker.pipeline.annotate.name_runs import Run
    from worker.pipeline.annotate.quote_marks import Quoted
    from worker.pipeline.values import CleanArticle, EntityType, Sentence, Token

_SHOUTED = (
    3  # ordinary words with a capital that make a line a headline, if most are: "Prime Minister" has two
)
_ENOUGH = 6  # places of a name that are weighed: more tell nothing new
_REPEATED = 0.5  # what each further place speaks against a mere capital, and
_WRITTEN_SMALL = (
    1.5  # what an occurrence without capital speaks for one; on GUM train spans gain 0.6 F, types are flat
)
_LONGEST_REPEAT = 6  # words of a name looked for in headlines


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
    found = [NameMention(run.span, kind) for run in runs if (kind := document.type_of(run)) is not None]
    found += [mention for s in headlines for mention in document.known_in(s)]
    return tuple(sorted([*found, *works], key=lambda mention: mention.span))


def _is_headline(article: CleanArticle, sentence: Sentence, gazetteer: Mapping[str, int]) -> bool:
    """A heading, or a line whose ordinary words are written with capitals: its capitals say nothing."""
    if article.blocks[sentence.block].label in {"heading", "title"}:
        return True
    inner = [token.text for token in sentence.tokens[1:] if token.text[0].isalpha()]
    ordinary = [word for word in inner if gazetteer.get(word.casefold(), 0) & COMMON and len(word) > 3]
    capitals = sum(word[0].isupper() for word in ordinary)
    return capitals >= _SHOUTED and capitals > len(ordinary) / 2


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
    """What the whole document knows of its names: one type a string, by the signs of all its places together."""

    def __init__(self, runs: Sequence[Run], lower: Container[str], gazetteer: Mapping[str, int]) -> None:
        """`lower`: every word that the document also writes without a capital."""
        fixed: dict[str, EntityType] = {}
        places: dict[str, list[Run]] = defaultdict(list)
        for run in runs:
            if run.text in words.COMMON_CAPITALS and not run.titled:
                continue
            kind = decided(run, gazetteer)
            if kind is not None and (run.titled or run.text not in fixed):
                fixed[run.text] = kind
            places[run.text].append(run)
        self._types = {
            text: kind
            for text, found in places.items()
            if (kind := _strongest(text, _total(found, gazetteer), ordinary=text.casefold() in lower))
            is not None
        }
        self._types.update(fixed)
        self._gazetteer = gazetteer
        self._adopt_parts()
        self._adopt_cores()
        self._by_fold = {text.casefold(): kind for text, kind in self._types.items() if _quotable(text)}

    def _adopt_parts(self) -> None:
        """A part of a person's full name alone is the person, unless its own words say otherwise."""
        for text, kind in list(self._types.items()):
            pieces = [piece for piece in text.split() if piece not in words.SUFFIXES]
            if kind != "person" or len(pieces) < 2:
                continue
            for part in (pieces[0], pieces[-1], " ".join(pieces[1:])):
                if self._types.get(part) not in {"product", "award"} and len(part) > 1:
                    self._types[part] = "person"

    def _adopt_cores(self) -> None:
        """A firm's name without "Inc", or its first word if that is nothing else, alone is the firm."""
        for text, kind in list(self._types.items()):
            pieces = text.split()
            if kind != "organization" or len(pieces) < 2 or pieces[-1] not in words.ORG_HEADS:
                continue
            self._types.setdefault(" ".join(pieces[:-1]), kind)
            mask = self._gazetteer.get(pieces[0], 0) | self._gazetteer.get(pieces[0].casefold(), 0)
            if not mask & (COMMON | PLACE | DEMONYM | FIRST):
                self._types.setdefault(pieces[0], kind)

    def type_of(self, run: Run) -> EntityType | None:
        """None if the run is no name."""
        return self._types.get(run.text)

    def known_in(self, sentence: Sentence) -> Iterator[NameMention]:
        """Names of the body that a headline repeats, in whatever case; the longest first."""
        tokens, at = sentence.tokens, 0
        while at < len(tokens):
            sizes = range(min(_LONGEST_REPEAT, len(tokens) - at), 0, -1)
            size, kind = next(((n, k) for n in sizes if (k := self._folded(tokens[at : at + n]))), (1, None))
            if kind is not None:
                yield NameMention(Span(tokens[at].span.start, tokens[at + size - 1].span.end), kind)
            at += size

    def _folded(self, tokens: Sequence[Token]) -> EntityType | None:
        return self._by_fold.get(" ".join(token.text for token in tokens).casefold())


def _total(runs: Sequence[Run], gazetteer: Mapping[str, int]) -> list[float]:
    """The signs of all places summed; where a sentence starts only counts if the name stands nowhere else."""
    inner = [run for run in runs if run.start > 0]
    counted = (inner or runs)[:_ENOUGH]
    total = [sum(column) for column in zip(*(scores(run, gazetteer) for run in counted), strict=True)]
    total[3] -= _REPEATED * (min(len(runs), _ENOUGH) - 1)
    return total


def _strongest(text: str, total: Sequence[float], *, ordinary: bool) -> EntityType | None:
    kinds: tuple[EntityType | None, ...] = ("person", "organization", place_type(text), None)
    no_name = total[3] + (_WRITTEN_SMALL if ordinary else 0.0)
    return max(zip((*total[:3], no_name), kinds, strict=True), key=lambda pair: pair[0])[1]


def _quotable(text: str) -> bool:
    """Long enough to be told from an ordinary word in a headline's capitals."""
    return len(text) > 2
