"""What a labelled document teaches of names: for each run the signs that speak, and what the run is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from worker.pipeline.annotate.name_evidence import evidence
from worker.pipeline.annotate.name_runs import find_runs
from worker.pipeline.annotate.sentences import split_sentences
from worker.pipeline.values import Block, CleanArticle, Metadata, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from worker.pipeline.values import Sentence

CLASSES = {"PERSON": 0, "ORG": 1, "LOC": 2}  # a label's column in name_weights.py
NO_NAME = 3  # also names of another sort (MISC): name_types.py tells them by their own words
_SHOUTED = 0.6  # a larger share of words with a capital makes a headline, whose capitals teach nothing,
_SHORT = 4  # unless it has so few words that names alone may make it


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text, one line a block, and the label of each of its names."""

    text: str
    names: Mapping[Span, str]


@dataclass(frozen=True, slots=True)
class Example:
    """The keys of name_evidence.py for one run, and its class."""

    signs: frozenset[str]
    kind: int


def examples_of(document: Labelled, gazetteer: Mapping[str, int]) -> Iterator[Example]:
    """One for each run that is a labelled name or touches none; a run cut otherwise than its name teaches nothing."""
    core = [span for span, label in document.names.items() if label in CLASSES]
    for sentence in _plain_sentences(document.text):
        for run in find_runs(sentence, gazetteer):
            label = document.names.get(run.span)
            if label is not None or not any(span.overlaps(run.span) for span in core):
                yield Example(evidence(run, gazetteer), CLASSES.get(label or "", NO_NAME))


def _plain_sentences(text: str) -> Iterator[Sentence]:
    """The sentences that are no headlines."""
    blocks = tuple(
        Block(Span(*line.span()), "heading" if line.group().isupper() else "body")
        for line in re.finditer(r"[^\n]+", text)
    )
    for sentence in split_sentences(CleanArticle("labelled", text, blocks, Metadata())):
        words = [token.text for token in sentence.tokens if token.text[0].isalpha()]
        if len(words) <= _SHORT or sum(word[0].isupper() for word in words) <= _SHOUTED * len(words):
            yield sentence
