"""Which sentences are read, with which mentions as slots."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from worker.pipeline.extract.view import look
from worker.pipeline.values import Block, Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from worker.pipeline.values import BlockLabel, ResolvedArticle

    Marked = Callable[..., ResolvedArticle]


def _texts(article: ResolvedArticle) -> list[str]:
    return [reading.text for reading in look(article).narration]


def test_a_description_stands_for_somebody_and_says_something(marked: Marked) -> None:
    assert _texts(marked("[Ann Poe|person] sang. [The singer|person=Ann Poe] bowed.")) == [
        "<P0> sang . <P1> bowed .",
        "<P0> sang . The singer bowed .",
    ]


def test_a_description_that_owns_something_is_a_slot_in_both_readings(marked: Marked) -> None:
    assert _texts(marked("[the singer|person=Ann Poe]'s dog ran to [Ann Poe|person].")) == [
        "<P0> 's dog ran to <P1> ."
    ]


def test_quoted_sentences_are_cut_out_and_read_apart(marked: Marked) -> None:
    view = look(marked('[Ann Poe|person] said: "{I met [him}"'.replace("[him", "him")))

    assert [r.text for r in view.narration] == ["<P0> said : <k1>"]
    assert view.quoted == ()


def test_the_words_of_a_quote_know_their_quote(marked: Marked) -> None:
    article = marked('[Ann Poe|person] said: "{Tom Lee sings}".')
    extra = replace(
        article.entities[0], id="e9", mentions=(replace(article.entities[0].mentions[0], span=Span(15, 22)),)
    )
    view = look(replace(article, entities=(*article.entities, extra)))

    assert [(r.text, r.quote) for r in view.quoted] == [("<P0> sings", 0)]


@pytest.mark.parametrize("label", ["heading", "credit", "byline", "related", "title"])
def test_only_running_text_and_captions_are_read(marked: Marked, label: BlockLabel) -> None:
    article = marked("[Ann Poe|person] sang.")
    clean = replace(article.annotated.article, blocks=(Block(Span(0, 13), label),))

    assert _texts(replace(article, annotated=replace(article.annotated, article=clean))) == []


@pytest.mark.parametrize("line", ["ANN POE SINGS AGAIN", "[Ann Poe|person] Sings Again Before Many People"])
def test_a_headline_among_the_text_is_not_read(marked: Marked, line: str) -> None:
    assert _texts(marked(line)) == []


def test_a_sentence_without_mentions_is_not_read(marked: Marked) -> None:
    assert _texts(marked("It rained all day.")) == []


def test_the_shortest_description_over_a_place_is_found(marked: Marked) -> None:
    view = look(marked("[Ann Poe|person] met [his sister|person=Eva] there."))

    assert view.nominal_over(Span(16, 20)) == view.entities["e2"]
    assert view.nominal_over(Span(0, 3)) is None


def test_a_description_that_cuts_a_name_is_no_slot(marked: Marked) -> None:
    article = marked("He works at the [University of Leeds|organization].")
    cut = replace(
        article.entities[0],
        id="e9",
        named=False,
        mentions=(replace(article.entities[0].mentions[0], span=Span(12, 26), kind="nominal"),),
    )

    assert _texts(replace(article, entities=(*article.entities, cut))) == ["He works at the <O0> ."]


@pytest.mark.parametrize(
    ("published", "day"), [("2024-03-14", "2024-03-14"), (None, None), ("2024-03", None)]
)
def test_the_day_of_publication_is_known_to_the_day_or_not_at_all(
    marked: Marked, published: str | None, day: str | None
) -> None:
    assert look(marked("[Ann Poe|person] sang.", published)).published == day
