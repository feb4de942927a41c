"""The stage as a whole: everything in order, nothing outside the text, time in step with length."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np
import pytest

from worker.pipeline.annotate import READ_AT_MOST, ArticleAnnotator
from worker.pipeline.annotate.reading import NAMES, Reading, unread
from worker.pipeline.values import AnnotatedArticle, Block, CleanArticle, Metadata, Span

Annotate = Callable[[str], AnnotatedArticle]

STORY = (
    'Tom Reed of Leeds said on Monday that he had lost 5 kg. "I am glad," Reed added.\n'
    "ANOTHER LINE\nHe joined Northgate Energy Inc. in 2011."
)


def test_everything_is_in_text_order(annotate: Annotate) -> None:
    found = annotate(STORY)

    assert [n.span for n in found.names] == sorted(n.span for n in found.names)
    assert [t.span for t in found.times] == sorted(t.span for t in found.times)
    assert [q.parts[0] for q in found.quotes] == sorted(q.parts[0] for q in found.quotes)


def test_each_word_has_its_tag_lemma_and_place_in_a_tree_with_one_root(annotate: Annotate) -> None:
    found = annotate(STORY)

    for sentence in found.sentences:
        assert all(token.tag and token.fine and token.lemma and token.relation for token in sentence.tokens)
        assert [token.head for at, token in enumerate(sentence.tokens) if token.head == at] == [
            at for at, token in enumerate(sentence.tokens) if token.relation == "root"
        ]
    said = next(token for token in found.sentences[0].tokens if token.text == "said")
    assert (said.tag, said.fine, said.lemma) == ("VERB", "VBD", "say")


def test_what_lies_beyond_a_hundred_pages_is_not_read(annotator: ArticleAnnotator) -> None:
    text = "It rained. " * (READ_AT_MOST // 3 + 1)
    late = 'Tom Reed left in May 2019 with $3 million. "We won," said Tom Reed.'
    blocks = (Block(Span(0, len(text) - 1), "body"), Block(Span(len(text), len(text + late)), "body"))
    found = annotator(CleanArticle("l", text + late, blocks, Metadata()))

    assert (found.article.text, found.article.blocks) == (text + late, blocks)
    assert (len(found.sentences), found.sentences[-1].tokens[0].tag) == (READ_AT_MOST // 3, "PRON")
    assert (found.names, found.times, found.quantities, found.quotes) == ((), (), (), ())
    assert found.read_to == len("It rained. ") * (READ_AT_MOST // 3) - 1


def test_a_sentence_of_more_than_a_hundred_pages_is_not_read(annotator: ArticleAnnotator) -> None:
    text = "Tom Reed left, and " * READ_AT_MOST
    found = annotator(CleanArticle("l", text, (Block(Span(0, len(text)), "body"),), Metadata()))

    assert (found.sentences, found.names, found.read_to) == ((), (), 0)


def test_what_was_read_to_its_end_says_nothing_of_an_end(annotate: Annotate) -> None:
    assert annotate(STORY).read_to is None


def test_an_article_without_words_has_nothing(annotator: ArticleAnnotator) -> None:
    found = annotator(CleanArticle("e", "", (), Metadata()))

    assert (found.sentences, found.names, found.quotes) == ((), (), ())


HOSTILE = {
    "marks": '"',
    "quotations": '"a b," writing, ',
    "cues": "he said that ",
    "capitals": "Aa ",
    "names": "Jane Roe and ",
    "titles of works": 'the song "Aa Bb" is ',
    "phrases": "of the man ",
    "possessives": "man's ",
    "apostrophes": "'a ",
    "stops": "A.",
}


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE.keys())
def test_four_times_the_text_takes_about_four_times_as_long(
    unit: str, gazetteer: Mapping[str, int], is_linear: Callable[..., bool]
) -> None:
    def article(size: int) -> CleanArticle:
        text = (unit * size)[:size]
        return CleanArticle("h", text, (Block(Span(0, len(text)), "body"),), Metadata())

    assert is_linear(ArticleAnnotator(_people, gazetteer), article(20_000), article(80_000))


def _people(sentences: Sequence[Sequence[str]]) -> list[Reading]:
    """A reader as fast as none, to whom each word with a capital is a person: the encoder has a test of its own."""
    readings = []
    for words in sentences:
        reading = unread(len(words))
        capital = np.array([word[0].isupper() for word in words], bool)
        reading.names[capital, 0], reading.names[capital, NAMES.index("B-PERSON")] = -np.inf, 0.0
        readings.append(reading)
    return readings
