"""The annotate stage: sentences, names, quotations, times and quantities, by rules and word lists."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from worker.pipeline.annotate.circumstances import with_circumstances
from worker.pipeline.annotate.names import find_names
from worker.pipeline.annotate.quantities import find_quantities
from worker.pipeline.annotate.quote_marks import find_quoted
from worker.pipeline.annotate.quotes import find_quotes
from worker.pipeline.annotate.sentences import split_sentences
from worker.pipeline.annotate.times import find_times
from worker.pipeline.values import AnnotatedArticle

if TYPE_CHECKING:
    from collections.abc import Mapping

    from worker.pipeline.values import CleanArticle


@dataclass(frozen=True, slots=True)
class RuleAnnotator:
    """`gazetteer`: token -> bit mask, as `annotate.gazetteer.load_gazetteer` gives it."""

    gazetteer: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))

    def __call__(self, article: CleanArticle, /) -> AnnotatedArticle:
        sentences = split_sentences(article)
        quoted = find_quoted(article)
        names = find_names(article, sentences, quoted, self.gazetteer)
        quotes = find_quotes(article, sentences, names, quoted)
        blocked = tuple(name.span for name in names)
        quoted_words = tuple(part for quote in quotes if quote.kind != "indirect" for part in quote.parts)
        times = find_times(article.text, article.metadata.published, quoted_words, blocked)
        quantities = find_quantities(article.text, (*blocked, *(time.span for time in times)))
        quotes = with_circumstances(article, sentences, quotes, times)
        return AnnotatedArticle(article, sentences, names, times, quantities, quotes)
