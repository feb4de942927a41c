"""The annotate stage: sentences with their syntax, names, quotations, times and quantities."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, takewhile
from typing import TYPE_CHECKING

from worker.pipeline.annotate.circumstances import with_circumstances
from worker.pipeline.annotate.names import find_names
from worker.pipeline.annotate.quantities import find_quantities
from worker.pipeline.annotate.quote_marks import find_quoted
from worker.pipeline.annotate.quotes import find_quotes
from worker.pipeline.annotate.reading import unread
from worker.pipeline.annotate.sentences import split_sentences
from worker.pipeline.annotate.times import find_times
from worker.pipeline.values import AnnotatedArticle, Sentence, Token

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from worker.pipeline.annotate.reading import Reader, Reading
    from worker.pipeline.values import CleanArticle, Vectors

READ_AT_MOST = 30_000  # words of an article, a hundred pages: about 4 s of the built-in reader; the rest has no names


@dataclass(frozen=True, slots=True)
class ArticleAnnotator:
    """`gazetteer`: token -> bit mask, as `annotate.gazetteer.load_gazetteer` gives it."""

    reader: Reader
    gazetteer: Mapping[str, int]

    def __call__(self, article: CleanArticle, /) -> AnnotatedArticle:
        plain = split_sentences(article)
        readings = self._readings(plain)
        sentences = tuple(map(_with_syntax, plain, readings))
        quoted = find_quoted(article)
        names = find_names(article, sentences, readings, quoted, self.gazetteer)
        quotes = find_quotes(article, sentences, names, quoted)
        blocked = tuple(name.span for name in names)
        quoted_words = tuple(part for quote in quotes if quote.kind != "indirect" for part in quote.parts)
        times = find_times(article.text, article.metadata.published, quoted_words, blocked)
        quantities = find_quantities(article.text, (*blocked, *(time.span for time in times)))
        quotes = with_circumstances(article, sentences, quotes, times)
        return AnnotatedArticle(article, sentences, names, times, quantities, quotes, _vectors(readings))

    def _readings(self, sentences: Sequence[Sentence]) -> list[Reading]:
        ends = accumulate(len(sentence.tokens) for sentence in sentences)
        read = [s for s, end in zip(sentences, ends, strict=True) if end <= READ_AT_MOST]
        found = self.reader([[token.text for token in sentence.tokens] for sentence in read])
        return [*found, *(unread(len(sentence.tokens)) for sentence in sentences[len(read) :])]


def _vectors(readings: Sequence[Reading]) -> tuple[Vectors, ...]:
    """Of as many sentences, from the first on, as the reader told them of."""
    told = takewhile(lambda vectors: vectors is not None, (reading.vectors for reading in readings))
    return tuple(vectors for vectors in told if vectors is not None)


def _with_syntax(sentence: Sentence, reading: Reading) -> Sentence:
    if not reading.tags:
        return sentence
    columns = (reading.tags, reading.fine, reading.lemmas, reading.heads, reading.relations)
    words = zip(sentence.tokens, *columns, strict=True)
    tokens = tuple(Token(token.span, token.text, *syntax) for token, *syntax in words)  # `replace` takes thrice as long
    return Sentence(sentence.span, sentence.block, tokens)
