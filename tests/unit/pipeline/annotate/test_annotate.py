"""The stage as a whole: everything in order, nothing outside the text, time in step with length."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from worker.pipeline.annotate import RuleAnnotator
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


def test_an_article_without_words_has_nothing() -> None:
    found = RuleAnnotator()(CleanArticle("e", "", (), Metadata()))

    assert (found.sentences, found.names, found.quotes) == ((), (), ())


def test_no_gazetteer_is_a_weaker_annotator_and_no_error() -> None:
    text = 'Mr. Tom Reed said, "We are here."'
    found = RuleAnnotator()(CleanArticle("e", text, (Block(Span(0, len(text)), "body"),), Metadata()))

    assert [n.span.of(text) for n in found.names] == ["Tom Reed"]


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

    assert is_linear(RuleAnnotator(gazetteer), article(20_000), article(80_000))
