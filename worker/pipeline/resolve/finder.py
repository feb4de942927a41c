"""All words of an article that refer, in text order: sentence by sentence, and whoever speaks besides."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from worker.pipeline.resolve.expressions import PRONOUNS, Expression
from worker.pipeline.resolve.grammar import ARTICLES, STOP, noun_at
from worker.pipeline.resolve.nouns import NOUNS, Noun
from worker.pipeline.resolve.sentence_reader import SentenceReader

if TYPE_CHECKING:
    from collections.abc import Iterator

    from worker.pipeline.values import AnnotatedArticle, Span


def find_expressions(annotated: AnnotatedArticle) -> list[Expression]:
    """In text order; a possessor comes before what it owns."""
    found: list[Expression] = []
    names = annotated.names
    at = 0
    for index, sentence in enumerate(annotated.sentences):
        stop = at
        while stop < len(names) and names[stop].span.start < sentence.span.end:
            stop += 1
        found += SentenceReader(annotated.article.text, index, sentence, names[at:stop]).read()
        at = stop
    covered = {expression.span for expression in found}
    found += _families(annotated)
    found += _speakers(annotated, covered)
    found = list({e.span: e for e in reversed(found)}.values())  # of two readings of the same words the first
    return sorted(found, key=lambda e: (e.span.start, e.span.end))


def _families(annotated: AnnotatedArticle) -> Iterator[Expression]:
    """Reads "the Roes" where Jane Roe is named, also if the annotator took it for no name."""
    people = [name.span.of(annotated.article.text) for name in annotated.names if name.type == "person"]
    surnames = {words[-1] for words in map(str.split, people) if len(words) > 1}
    known = {name.span for name in annotated.names}
    for index, sentence in enumerate(annotated.sentences):
        for article, token in pairwise(sentence.tokens):
            word = token.text
            if word[:-1] not in surnames or word[-1:] != "s" or token.span in known:
                continue
            if article.text.casefold() == "the":
                yield Expression(
                    token.span, "name", index, sentence.block, word, type="person", titles=("the",), subject=True
                )


_LONE = 3  # letters: a pronoun ("his") begins somebody else's phrase


def _speakers(annotated: AnnotatedArticle, covered: set[Span]) -> Iterator[Expression]:
    """Whoever speaks refers to somebody, also in words that no list knows."""
    sentences = annotated.sentences
    begun = {known.start for known in covered if known.end - known.start > _LONE}
    at = 0
    for quote in sorted((q for q in annotated.quotes if q.speaker), key=lambda q: q.speaker or q.parts[0]):
        span = quote.speaker
        if span is None or span in covered or span.start in begun or not _speakable(span.of(annotated.article.text)):
            continue
        covered.add(span)
        while at + 1 < len(sentences) and sentences[at].span.end <= span.start:
            at += 1
        words = span.of(annotated.article.text).split()
        starts = span.start == sentences[at].span.start
        if (
            all(word[0].isupper() for word in words)
            and (len(words) > 1 or not starts)
            and noun_at(words[-1]) is None
        ):
            yield Expression(
                span, "name", at, sentences[at].block, " ".join(words), type="person", subject=True
            )  # the annotator did not know it for a name; that it speaks says so
            continue
        head = words[-1].casefold()
        article = words[0].casefold() if words[0].casefold() in ARTICLES else ""
        noun = NOUNS.get(head) or (_several(NOUNS.get(head[:-1])) if head.endswith("s") else None)
        yield Expression(
            span, "nominal", at, sentences[at].block, head, article, noun=noun or Noun("object"), subject=True
        )


def _several(noun: Noun | None) -> Noun | None:
    """The noun in the plural: several persons are a group, and none of them."""
    return Noun("group", plural=True) if noun is not None and noun.sort == "person" else noun


def _speakable(phrase: str) -> bool:
    """Ends in a word that can name a speaker."""
    head = phrase.rpartition(" ")[2].casefold()
    return head.isalpha() and head not in STOP and head not in ARTICLES and head not in PRONOUNS and len(head) > 2
