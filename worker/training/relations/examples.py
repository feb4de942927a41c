"""Passages as the running pipeline reads them: for each sentence its words' vectors, its pairs, and what they are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from worker.pipeline.extract.relations.mentions import Ends
from worker.pipeline.extract.relations.pairs import pairs
from worker.pipeline.extract.relations.vocabulary import PROPERTIES, possible
from worker.pipeline.values import Block, CleanArticle, Metadata, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from numpy.typing import NDArray

    from worker.pipeline.extract.relations.mentions import End
    from worker.pipeline.values import ResolvedArticle
    from worker.training.relations.corpus import Fact, Passage

    Reader = Callable[[CleanArticle], ResolvedArticle]


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence. `may`, `right`, `judged`: `[pairs, properties]`; `passage` is the number of its passage.

    `may` as in `Pairs`; `names`: by entity id, where each entity of the passage is named or a
    pronoun stands for it.
    """

    passage: int
    fold: int
    names: Mapping[str, tuple[Span, ...]]
    words: NDArray[np.float16]
    ends: tuple[tuple[End, End], ...]
    clues: NDArray[Any]
    codes: NDArray[Any]
    right: NDArray[np.bool_]
    judged: NDArray[np.bool_]
    may: NDArray[np.bool_]


def examples(passages: Iterable[Passage], read: Reader) -> Iterator[Example]:
    for number, passage in enumerate(passages):
        yield from _of(number, passage, read(_article(number, passage.text)))


def _article(number: int, text: str) -> CleanArticle:
    """The passage is all body: what cleaning would drop of a single sentence is not asked."""
    return CleanArticle(f"p{number}", text, (Block(Span(0, len(text)), "body"),), Metadata())


def _of(number: int, passage: Passage, article: ResolvedArticle) -> Iterator[Example]:
    ends = Ends(article)
    names = {e.id: tuple(m.span for m in e.mentions if m.kind != "nominal") for e in article.entities}
    for sentence, vectors in zip(article.annotated.sentences, article.annotated.vectors, strict=False):
        found = pairs(sentence.tokens, ends.of(sentence), lambda _: True, likely=False)
        if found is None:
            continue
        right = np.array([_marked(pair, passage.facts) for pair in found.ends])
        judged = np.array([_judged(pair, passage) for pair in found.ends]) | right
        if judged.any():
            kept = np.flatnonzero(judged.any(1))
            yield Example(
                number, passage.fold, names, np.asarray(vectors, np.float16), tuple(found.ends[at] for at in kept),
                found.clues[kept].astype(np.int16), found.codes[kept].astype(np.uint8), right[kept], judged[kept],
                found.may[kept],
            )  # fmt: skip


def _judged(pair: tuple[End, End], passage: Passage) -> list[bool]:
    may = set(possible(pair[0].type, pair[1].type)) & passage.judged
    return [number in may for number in range(len(PROPERTIES))]


def _marked(pair: tuple[End, End], facts: Iterable[Fact]) -> list[bool]:
    marked = [False] * len(PROPERTIES)
    may = possible(pair[0].type, pair[1].type)
    for fact in facts:
        if fact.property in may and fact.subject.overlaps(pair[0].span) and fact.object.overlaps(pair[1].span):
            marked[fact.property] = True
    return marked
