"""Words in marks that nobody says are no quotation, and what looks like them but is said stays one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from worker.pipeline.values import AnnotatedArticle


def marked(article: AnnotatedArticle) -> list[str]:
    text = article.article.text
    return [part.of(text) for quote in article.quotes if quote.kind != "indirect" for part in quote.parts]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Jars with a “best by” date should go back, the bureau said.", id="modifies a noun"),
        pytest.param("Unions complain about what they call “ghost crews” there.", id="what they call"),
        pytest.param("She said the plan was known as “Project Heron” at the firm.", id="known as"),
        pytest.param("He hated the nickname “Lefty,” which Jane Roe gave him.", id="nickname"),
        pytest.param("The firm calls the screen “LiquidGlass” and said it was new.", id="product's name"),
        pytest.param("Tom Roe, aka “Colonel Mike,” admitted that he met them.", id="alias"),
        pytest.param("The minister explained that “content” is the new oil.", id="a word as a word"),
        pytest.param("The music, by a band called “The Gravel”, is “borrowed” from others.", id="scare quotes"),
        pytest.param("Written by Jane Roe, the show turns “cosy crime” on its head.", id="participle that opens"),
        pytest.param("The star, known for the sitcom “Bins”, added that he was tired.", id="title before a clause"),
    ],
)
def test_terms_and_names_are_no_speech(text: str, annotate: Callable[[str], AnnotatedArticle]) -> None:
    assert marked(annotate(text)) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("The coach accused his players of “hiding” after the game.", "hiding", id="one word"),
        pytest.param("Roe spoke of what she called “a shameful act” there.", "a shameful act", id="what she called"),
        pytest.param("Roe blamed “an unforeseeable fault” for it.", "an unforeseeable fault", id="blame"),
        pytest.param("He was accused of “robbing villages of land”.", "robbing villages of land", id="nobody named"),
        pytest.param("Tickets, he pointed out, “are cheaper than therapy”.", "are cheaper than therapy", id="particle"),
    ],
)  # fmt: skip
def test_fragments_of_speech_are_quotations(
    text: str, words: str, annotate: Callable[[str], AnnotatedArticle]
) -> None:
    assert marked(annotate(text)) == [words]
