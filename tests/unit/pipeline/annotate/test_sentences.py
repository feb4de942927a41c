"""Sentences end where a reader would end them, and tokens keep what belongs together."""

# ruff: noqa: RUF001 - typographic marks are what the text holds

from __future__ import annotations

from collections.abc import Callable

import pytest

from worker.pipeline.annotate.sentences import split_sentences, tokenize
from worker.pipeline.values import CleanArticle, Span

Build = Callable[..., CleanArticle]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Mr. Roe met Dr. Ann B. Doe of the U.S. Army.", id="titles and initials"),
        pytest.param("It weighs 19 lbs. 8 ounces.", id="unit before a number"),
        pytest.param("They left at 8 a.m. Monday.", id="clock before a weekday"),
        pytest.param("He took No. 5 home.", id="numbered thing"),
        pytest.param('"We are here!" she said.', id="exclamation before a pronoun's report"),
        pytest.param('"We are here!" Roe tweeted.', id="exclamation before a name's report"),
        pytest.param("Well... maybe not.", id="ellipsis inside"),
        pytest.param("Prices rose 5.5 percent.", id="decimal"),
        pytest.param("She reads E! News daily.", id="exclamation mark in a name"),
        pytest.param("Acme Inc. bought it.", id="legal form inside"),
    ],
)
def test_no_sentence_ends_inside(text: str, build: Build) -> None:
    assert [s.span.of(text) for s in split_sentences(build(text))] == [text]


@pytest.mark.parametrize(
    ("text", "second"),
    [
        pytest.param("He lives in the U.S. The city is big.", "The city is big.", id="abbreviation ends it"),
        pytest.param('She said "no." Then she left.', "Then she left.", id="closing mark behind the stop"),
        pytest.param("They left at 8 a.m. Police came.", "Police came.", id="clock ends it"),
        pytest.param("She left? Nobody knows.", "Nobody knows.", id="question"),
        pytest.param("“Stop it!” Ann Roe Opens New Orsby Hall", "Ann Roe Opens New Orsby Hall", id="headline behind"),
        pytest.param("It was I. He agreed.", "He agreed.", id="the pronoun I is no initial"),
    ],
)
def test_a_sentence_ends_and_the_next_begins(text: str, second: str, build: Build) -> None:
    assert [s.span.of(text) for s in split_sentences(build(text))][1:] == [second]


def test_a_sentence_never_crosses_a_block(build: Build) -> None:
    sentences = split_sentences(build("no full stop here\nnor here"))

    assert [s.block for s in sentences] == [0, 1]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        pytest.param("Roe's 34-year-old son", ["Roe", "'s", "34-year-old", "son"], id="possessive and age"),
        pytest.param("don't stop", ["don't", "stop"], id="contraction"),
        pytest.param("the Roes' car", ["the", "Roes", "'", "car"], id="plural possessive"),
        pytest.param("$2.3 billion", ["$", "2.3", "billion"], id="money"),
        pytest.param("@roe #win", ["@roe", "#win"], id="handle and hashtag"),
        pytest.param("19 lbs. 8", ["19", "lbs.", "8"], id="abbreviation keeps its stop"),
    ],
)
def test_tokens_keep_what_belongs_together(text: str, tokens: list[str]) -> None:
    assert [t.text for t in tokenize(text, Span(0, len(text)))] == tokens


def test_every_token_is_a_slice_of_the_text(build: Build) -> None:
    text = "“Curly” — and 'straight' marks, 5% of St. Roe’s…\n\nÉlodie's next."
    tokens = [t for s in split_sentences(build(text)) for t in s.tokens]

    assert all(t.span.of(text) == t.text for t in tokens)
    assert "".join(t.text for t in tokens) == "".join(text.split())
