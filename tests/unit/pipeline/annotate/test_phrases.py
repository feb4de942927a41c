"""Who speaks where the reader knows no syntax: the words around the verb tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from worker.pipeline.values import AnnotatedArticle


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param("In a letter on Monday the army has said that work lies ahead.", "the army", id="auxiliary"),
        pytest.param("Al Roe left the firm, which said that it would close.", "the firm", id="which"),
        pytest.param("The mayor of the Orsby Council said that the plan was dead.", "The mayor", id="of the body"),
        pytest.param("Lawyers for Orsby Media said that the plan was dead.", "Lawyers", id="for a client"),
        pytest.param("The mayor during a visit told reporters that it was over.", "The mayor", id="circumstance"),
        pytest.param("Roe's former deputy told reporters that it was over.", "Roe's former deputy", id="owner"),
        pytest.param("Al Roe, who runs the club, now a cinema, said that it was over.", "Al Roe", id="name and commas"),
        pytest.param("Then Mayor Al Roe, at home in Hull, said that it was over.", "Al Roe", id="title in front"),
        pytest.param("In Hull a judge, at home, and in May, said that it was over.", "a judge", id="insertions"),
        pytest.param("“All done,” wrote the “Long Winter” author on Monday.", "the “Long Winter” author",
                     id="title in the phrase"),
        pytest.param("The firm sold up; Roe posted a note with the caption “Home at last.”", "Roe", id="semicolon"),
        pytest.param("Roe wept while she posted a note with the caption “Home at last.”", "she", id="pronoun's clause"),
        pytest.param("Jane Roe and Bo Lund shared a note with the caption “Home at last.”", "Jane Roe",
                     id="of two who act together the first"),
        pytest.param("The head left. “It was late,” it added.", "it", id="it has no noun that a tree tells"),
    ],
)  # fmt: skip
def test_the_words_beside_the_verb_tell_who_speaks(
    text: str, speaker: str, annotate_names_only: Callable[[str], AnnotatedArticle]
) -> None:
    article = annotate_names_only(text)

    assert [q.speaker.of(article.article.text) for q in article.quotes if q.speaker] == [speaker] * len(article.quotes)
    assert article.quotes
