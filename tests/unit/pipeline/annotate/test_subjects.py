"""Whom the parser's tree makes the speaker, and where the clause begins and ends that a verb of saying governs."""

# ruff: noqa: RUF001 - typographic marks are what the text holds

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from worker.pipeline.values import AnnotatedArticle

    Annotate = Callable[[str], AnnotatedArticle]


def told(article: AnnotatedArticle) -> list[tuple[str | None, str]]:
    """Speaker and words of each quotation."""
    text = article.article.text
    words = (" + ".join(part.of(text) for part in quote.parts) for quote in article.quotes)
    return [(q.speaker.of(text) if q.speaker else None, said) for q, said in zip(article.quotes, words, strict=True)]


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        pytest.param("‘It is the best of them,’ said another.", "another", "It is the best of them,",
                     id="behind a single mark"),
        pytest.param('Its secretary, Dr Ann Roe, said: "We won it."', "Ann Roe", "We won it.", id="name with a title"),
        pytest.param('Speaking later, Cllr Ann Roe said: "We won it."', "Ann Roe", "We won it.", id="title unheard of"),
        pytest.param('"He was the strongest," conceded the Italian.', "the Italian", "He was the strongest,",
                     id="by nationality"),
        pytest.param('Not so, countered Roe: "It is ours."', "Roe", "It is ours.", id="verb before its subject"),
        pytest.param('Few were impressed, with one viewer moaning: "Give it a rest."', "one viewer", "Give it a rest.",
                     id="participle behind with"),
        pytest.param('The plan was described as "a kick in the teeth" by Safer Tarn.', "Safer Tarn",
                     "a kick in the teeth", id="agent behind the words"),
        pytest.param('Roe left after ministers accused her of "freelancing at home".', "ministers",
                     "freelancing at home", id="of a clause inside the sentence"),
        pytest.param('The fire service urged people to stay in. "Do not drive," it said.', "The fire service",
                     "Do not drive,", id="it is what the sentence before is about"),
        pytest.param('A friend of the singer hit back. "He tried hard," they said.', "A friend", "He tried hard,",
                     id="they is who has no name in the sentence before"),
        pytest.param('Roe said it had looked at the film and found "no foul play at all".', "Roe",
                     "no foul play at all", id="over a verb that brings no fragment"),
        pytest.param('"We had a bath," said Roe. "Separately."', "Roe", "We had a bath, + Separately.",
                     id="a single word goes on"),
        pytest.param("He told the Echo the group would appeal.", "He", "the group would appeal",
                     id="told without that"),
        pytest.param("The mum of three admitted she had wept.", "The mum", "she had wept", id="behind a number"),
        pytest.param("Envoys said they had a truce, but both sides broke it.", "Envoys", "they had a truce",
                     id="up to the next main clause"),
        pytest.param("State media quoted one survivor as saying they had slept outside.", "one survivor",
                     "they had slept outside", id="quoted as saying"),
        pytest.param("Roe claimed the plant was safe, saying it had passed every test.", "Roe",
                     "it had passed every test", id="goes on with a participle"),
        pytest.param('The team showed up to say the plan was "dead on arrival".', "The team", "dead on arrival",
                     id="infinitive of purpose"),
        pytest.param("Ministers want to try to start to learn to dare to say “we were wrong”.", "Ministers",
                     "we were wrong", id="infinitives in a row"),
        pytest.param("The office charged three men who prosecutors said had “a role in a violent raid”.", "prosecutors",
                     "a role in a violent raid", id="clause inside a relative clause"),
        pytest.param('Roe shared a selfie captioned: "Home at last."', "Roe", "Home at last.", id="captioned"),
        pytest.param('Roe read the rules. "It was late," it added.', "it", "It was late,",
                     id="it is nobody who has a name"),
    ],
)  # fmt: skip
def test_the_tree_tells_who_speaks(text: str, speaker: str, words: str, annotate: Annotate) -> None:
    assert (speaker, words) in told(annotate(text))


def test_a_speaker_says_more_in_one_sentence(annotate: Annotate) -> None:
    found = told(annotate("Roe said officers would look at it but warned there was no money for it."))

    assert found == [("Roe", "officers would look at it"), ("Roe", "there was no money for it")]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Roe declined to say whether the firm would be sold.", id="question"),
        pytest.param("The pair, who share two homes, announced the news on Friday.", id="object of the verb"),
        pytest.param("Remember that the shop is shut on Monday.", id="order to the reader"),
        pytest.param("Just note that the shop is shut on Monday.", id="order behind an adverb"),
        pytest.param("Told that the shop was shut, Roe wept.", id="who listened"),
        pytest.param("“Late again,” the old motto, hung on the wall.", id="no verb behind the noun"),
        pytest.param("“Late again,” the motto of the firm, hung on the wall.", id="preposition behind the noun"),
        pytest.param("Roe took cash from his aunt, Leeds Crown Court was told on Friday.", id="who is told"),
    ],
)
def test_no_statement_is_reported(text: str, annotate: Annotate) -> None:
    assert told(annotate(text)) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("That told ministers that the plan was dead.", "the plan was dead", id="that is nobody"),
        pytest.param('Ministers praised its author; it was "a farce from the start".', "a farce from the start",
                     id="verb before a semicolon"),
        pytest.param('Remember reading: "We lost."', "We lost.", id="order at the very beginning"),
        pytest.param('The shop moved; remember that it is "shut for good".', "shut for good", id="order in a clause"),
    ],
)  # fmt: skip
def test_nobody_is_named_who_says_it(text: str, words: str, annotate: Annotate) -> None:
    assert (None, words) in told(annotate(text))


def test_a_report_before_its_words_is_not_of_the_words_before_it(annotate: Annotate) -> None:
    found = told(annotate('One fan wrote: "You deserve the world!" Another said: "I am gutted."'))

    assert found == [("One fan", "You deserve the world!"), ("Another", "I am gutted.")]
