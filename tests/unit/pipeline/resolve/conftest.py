"""Resolves plain text: annotated with the shipped gazetteer, then told who is meant."""

from __future__ import annotations

import re
from importlib import resources
from typing import TYPE_CHECKING

import pytest

from worker.bootstrap import build_reader
from worker.pipeline.annotate import ArticleAnnotator
from worker.pipeline.annotate.gazetteer import FILE, first_name_genders, load_gazetteer
from worker.pipeline.resolve import RuleResolver
from worker.pipeline.values import Block, BlockLabel, CleanArticle, Metadata, ResolvedArticle, Span

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture(scope="session")
def resolve() -> Callable[..., ResolvedArticle]:
    gazetteer = load_gazetteer(
        resources.files("worker.pipeline.annotate.gazetteer").joinpath(FILE).read_bytes()
    )
    annotator = ArticleAnnotator(build_reader("builtin")[0], gazetteer)
    resolver = RuleResolver(first_name_genders(gazetteer))

    def read(text: str, label: BlockLabel = "body", title: str | None = None) -> ResolvedArticle:
        blocks = tuple(Block(Span(*match.span()), label) for match in re.finditer(r"[^\n]+", text))
        return resolver(annotator(CleanArticle("t", text, blocks, Metadata(title=title))))

    return read
