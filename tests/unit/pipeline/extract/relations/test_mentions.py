"""Which words of a sentence may be an end of a relation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from worker.pipeline.extract.relations.mentions import End, Ends
from worker.pipeline.values import EntityObject, TextObject, TimeObject

if TYPE_CHECKING:
    from collections.abc import Callable

    from worker.pipeline.values import ResolvedArticle


def ends(article: ResolvedArticle) -> dict[str, End]:
    text, sentence = article.annotated.article.text, article.annotated.sentences[0]
    return {end.span.of(text): end for end in Ends(article).of(sentence)}


def test_names_dates_pronouns_and_nations_are_ends_in_text_order(wedding: ResolvedArticle) -> None:
    assert list(ends(wedding)) == ["Otto Brandt", "Danish", "Mia Quill", "who", "him", "1998"]


def test_an_end_knows_what_it_stands_for(wedding: ResolvedArticle) -> None:
    found = ends(wedding)

    assert found["Otto Brandt"].value == EntityObject("e1")
    assert found["Danish"].value == TextObject("Denmark")
    assert found["1998"].value == TimeObject(wedding.annotated.times[0], "date")


def test_a_relative_pronoun_stands_for_the_name_that_its_clause_describes(wedding: ResolvedArticle) -> None:
    who = ends(wedding)["who"]

    assert (who.value, who.type, who.kind) == (EntityObject("e2"), "person", "relative")


def test_a_pronoun_that_nobody_resolved_stands_for_nothing(wedding: ResolvedArticle) -> None:
    him = ends(wedding)["him"]

    assert (him.value, him.type, him.kind) == (None, "he", "loose")


def test_a_description_is_its_head_alone(article: Callable[..., ResolvedArticle]) -> None:
    words = [
        ("His", 2, "nmod:poss", "PRP$"), ("younger", 2, "amod", "JJR"), ("sister", 3, "nsubj", "NN"),
        ("left", 3, "root", "VBD"),
    ]  # fmt: skip
    entities = {"e1": ("person", [("His", "pronoun")]), "e2": ("person", [("His younger sister", "nominal")])}

    found = ends(article(words, entities))

    assert list(found) == ["His", "sister"]
    assert not found["His"].overlaps(found["sister"])


def test_a_that_which_opens_no_clause_is_no_end(article: Callable[..., ResolvedArticle]) -> None:
    words = [("He", 1, "nsubj", "PRP"), ("knew", 1, "root", "VBD"), ("that", 1, "obj", "DT"), (".", 1, "punct", ".")]

    assert list(ends(article(words, {}))) == ["He"]
