"""The stages before extraction as the worker has them, with the shipped encoder."""

from __future__ import annotations

import hashlib
from importlib import resources
from typing import TYPE_CHECKING

from worker.pipeline.annotate import ArticleAnnotator, encoder, gazetteer
from worker.pipeline.resolve import RuleResolver

if TYPE_CHECKING:
    from collections.abc import Callable

    from worker.pipeline.values import CleanArticle, ResolvedArticle


def reader() -> Callable[[CleanArticle], ResolvedArticle]:
    words = gazetteer.load_gazetteer((resources.files(gazetteer) / gazetteer.FILE).read_bytes())
    files = {name: (resources.files(encoder) / name).read_bytes() for name in encoder.FILES}
    graph_, heads, pieces, lemmas = (files[name] for name in encoder.FILES)
    annotate = ArticleAnnotator(encoder.load_reader(graph_, heads, pieces, lemmas, words), words)
    resolve = RuleResolver(gazetteer.first_name_genders(words))
    return lambda article: resolve(annotate(article))


def graph() -> str:
    """SHA-256 of the shipped encoder: another one's vectors have another meaning."""
    return hashlib.sha256((resources.files(encoder) / encoder.GRAPH).read_bytes()).hexdigest()
