"""Builds articles from plain text and annotates them with the shipped gazetteer."""

from __future__ import annotations

import re
from importlib import resources
from typing import TYPE_CHECKING

import pytest

from worker.bootstrap import build_reader
from worker.pipeline.annotate import ArticleAnnotator
from worker.pipeline.annotate.gazetteer import FILE, load_gazetteer
from worker.pipeline.annotate.reading import Reading
from worker.pipeline.values import (
    AnnotatedArticle,
    Block,
    BlockLabel,
    CleanArticle,
    LocalTime,
    Metadata,
    Span,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence


def _build(text: str, label: BlockLabel = "body") -> CleanArticle:
    """One block a line; a line in capitals is a heading."""
    blocks = tuple(
        Block(Span(*match.span()), "heading" if match.group().isupper() else label)
        for match in re.finditer(r"[^\n]+", text)
    )
    return CleanArticle(
        "t", text, blocks, Metadata(published=LocalTime("2020-02-04", None, "day", "producer"))
    )


@pytest.fixture(scope="session")
def build() -> Callable[..., CleanArticle]:
    return _build


@pytest.fixture(scope="session")
def gazetteer() -> Mapping[str, int]:
    return load_gazetteer(resources.files("worker.pipeline.annotate.gazetteer").joinpath(FILE).read_bytes())


@pytest.fixture(scope="session")
def annotator(gazetteer: Mapping[str, int]) -> ArticleAnnotator:
    return ArticleAnnotator(build_reader("builtin")[0], gazetteer)


@pytest.fixture(scope="session")
def annotate_names_only(annotator: ArticleAnnotator) -> Callable[[str], AnnotatedArticle]:
    """As with a reader that knows names and no syntax, which GLiNER is."""

    def reader(sentences: Sequence[Sequence[str]]) -> list[Reading]:
        return [Reading(reading.names) for reading in annotator.reader(sentences)]

    poor = ArticleAnnotator(reader, annotator.gazetteer)
    return lambda text: poor(_build(text))


@pytest.fixture(scope="session")
def annotate(annotator: ArticleAnnotator) -> Callable[[str], AnnotatedArticle]:
    return lambda text: annotator(_build(text))
