"""The annotate stage: sentences with their syntax, names, quotations, times and quantities."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import accumulate, takewhile
from typing import TYPE_CHECKING

from worker.pipeline.annotate.circumstances import with_circumstances
from worker.pipeline.annotate.names import find_names
from worker.pipeline.annotate.quantities import find_quantities
from worker.pipeline.annotate.quote_marks import find_quoted
from worker.pipeline.annotate.quotes import find_quotes
from worker.pipeline.annotate.sentences import split_sentences
from worker.pipeline.annotate.times import find_times
from worker.pipeline.values import AnnotatedArticle, Block, Sentence, Span, Token

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from worker.pipeline.annotate.reading import Reader, Reading
    from worker.pipeline.values import CleanArticle, Vectors

READ_AT_MOST = 30_000  # words of an article, a hundred pages: about 4 s of the built-in reader; the rest is text alone
_LONG = 8  # letters that count as a word more: a reader cuts long ones into pieces, up to 32


@dataclass(frozen=True, slots=True)
class ArticleAnnotator:
    """`gazetteer`: token -> bit mask, as `annotate.gazetteer.load_gazetteer` gives it."""

    reader: Reader
    gazetteer: Mapping[str, int]

    def __call__(self, article: CleanArticle, /) -> AnnotatedArticle:
        part, plain = _within_reach(article)
        readings = self.reader([[token.text for token in sentence.tokens] for sentence in plain])
        sentences = tuple(map(_with_syntax, plain, readings))
        quoted = find_quoted(part)
        names = find_names(part, sentences, readings, quoted, self.gazetteer)
        quotes = find_quotes(part, sentences, names, quoted)
        blocked = tuple(name.span for name in names)
        quoted_words = tuple(words for quote in quotes if quote.kind != "indirect" for words in quote.parts)
        times = find_times(part.text, article.metadata.published, quoted_words, blocked)
        quantities = find_quantities(part.text, (*blocked, *(time.span for time in times)))
        quotes = with_circumstances(part, sentences, quotes, times)
        read_to = None if part is article else len(part.text)
        return AnnotatedArticle(article, sentences, names, times, quantities, quotes, _vectors(readings), read_to)


def _within_reach(article: CleanArticle) -> tuple[CleanArticle, tuple[Sentence, ...]]:
    """The article up to the last sentence that READ_AT_MOST allows, with its sentences: all later work is bounded."""
    sentences = split_sentences(article)
    ends = accumulate(sum(1 + len(token.text) // _LONG for token in sentence.tokens) for sentence in sentences)
    read = tuple(takewhile(lambda _: next(ends) <= READ_AT_MOST, sentences))
    if len(read) == len(sentences):
        return article, sentences
    end = read[-1].span.end if read else 0
    blocks = (Block(Span(b.span.start, min(b.span.end, end)), b.label) for b in article.blocks if b.span.start < end)
    return replace(article, text=article.text[:end], blocks=tuple(blocks)), read


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
