"""Sources that a phrase names, authors of what is written, and words in marks that are nobody's."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from worker.pipeline.values import AnnotatedArticle

Annotate = Callable[[str], AnnotatedArticle]


def spoken(article: AnnotatedArticle) -> list[tuple[str | None, str]]:
    text = article.article.text
    return [
        (q.speaker.of(text) if q.speaker else None, q.parts[0].of(text))
        for q in article.quotes
        if q.kind != "indirect"
    ]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param(
            "Singers like Petra Holm, who says: “Singing kept me alive.”",
            "Petra Holm",
            id="relative clause of an example",
        ),
        pytest.param(
            "As Marla Quent Taylor puts it, we must tell ourselves: “I am the prize.”",
            "Marla Quent Taylor",
            id="we behind as she puts it",
        ),
        pytest.param(
            "“This is a dark day for our town,” reads a statement from Mayor Celia Brandt.",
            "Celia Brandt",
            id="author of a statement",
        ),
        pytest.param(
            "Ruck's message to voters was simple: “Every family will pay.”", "Ruck", id="owner of a message"
        ),
        pytest.param(
            "Per Simon Tull of the Gazette, the striker is “close to signing a deal with Lomond.”",
            "Simon Tull",
            id="per",
        ),
        pytest.param(
            "In the words of Theo Ruck, “every family will be worse off in May.”", "Theo Ruck", id="in the words of"
        ),
        pytest.param(
            "According to boxing writer Jan Tolliver, both men agreed to “all the terms of a deal.”",
            "Jan Tolliver",
            id="a deal agreed to is not told by those who agree",
        ),
        pytest.param(
            "“I hid under my desk,” says a visibly shaken Mei Tanaka.", "Mei Tanaka", id="adverb in the phrase"
        ),
        pytest.param(
            "“We see more people coming in.” —Mike Sallow, founder of Box", "Mike Sallow", id="signed behind a dash"
        ),
        pytest.param(
            "They asked how fast he drove, to which he responded, “Seventy-five,” per Roe.",
            "he",
            id="who passed it on is not who said it",
        ),
        pytest.param(
            "“You are right!” Moore shot back in a reply.", "Moore", id="a clause of its own behind an exclamation"
        ),
        pytest.param(
            "The attorney for Carla Voss, Dan Orwell, said: “She will fight it.”",
            "Dan Orwell",
            id="the lawyer, not the client",
        ),
        pytest.param(
            "The Nordland Foreign Minister, Anton Zerb, said: “We expect a deal.”",
            "Anton Zerb",
            id="holder of an office",
        ),
    ],
)
def test_the_source_of_the_words_is_found(annotate: Annotate, text: str, speaker: str) -> None:
    article = annotate(f"Here is what is known of the matter so far.\n\n{text}")

    found = spoken(article)

    assert [name for name, _ in found] == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "The play runs until May.\n\n“A Winter's Tale: Live in Tarn!”\n\nJane Roe stars.", id="title of an item"
        ),
        pytest.param("Jane Roe sells “smart” locks.", id="scare quote"),
        pytest.param("A bill is at odds with the chain's “closed on Sundays” policy.", id="name of a policy"),
    ],
)
def test_titles_and_terms_are_nobodys_words(annotate: Annotate, text: str) -> None:
    assert spoken(annotate(text)) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param("“You knew,” said a statement from", "a statement", id="nobody"),
        pytest.param("“You knew,” said the letter by the", "the letter", id="article"),
        pytest.param("A letter sent by the man said: “You knew.”", "A letter", id="somebody without a name"),
    ],
)
def test_a_writing_whose_author_has_no_name_speaks_itself(annotate: Annotate, text: str, speaker: str) -> None:
    assert spoken(annotate(text))[0][0] == speaker


def test_an_unreported_quotation_is_not_said_by_whom_it_names(annotate: Annotate) -> None:
    article = annotate("Leo Brandt was hurt on Sunday.\n\n“Leo took some really big hits and fought through it.”")

    assert [name for name, _ in spoken(article)] == [None]


def test_an_unreported_quotation_goes_to_no_word_that_is_merely_capitalised(annotate: Annotate) -> None:
    article = annotate(
        "Otto Brill was glad, saying “it is over” on Sunday. The Amendment bans former officers.\n\n"
        "“Folks, you can feel it in the air tonight.”"
    )

    assert spoken(article)[-1][0] != "Amendment"


def test_a_fragment_left_open_is_not_joined_to_a_reported_paragraph(annotate: Annotate) -> None:
    article = annotate(
        "Jane Roe said her friend “helped us beyond street corners to the stages of the north.\n\n"
        "“Our thoughts are with her family,” Roe concluded."
    )

    assert spoken(article)[-1] == ("Roe", "Our thoughts are with her family,")
