from __future__ import annotations

import pytest

from worker.pipeline.annotate.quantities.counted import is_plural, noun_after, singular


@pytest.mark.parametrize(
    ("plural", "lemma"),
    [
        ("likes", "like"), ("teeth", "tooth"), ("people", "person"), ("women", "woman"), ("policemen", "policeman"),
        ("grandchildren", "grandchild"), ("families", "family"), ("movies", "movie"), ("boxes", "box"),
        ("churches", "church"),
        ("losses", "loss"), ("cases", "case"), ("houses", "house"), ("viruses", "virus"), ("buses", "bus"),
        ("crises", "crisis"),
        ("knives", "knife"), ("heroes", "hero"), ("shoes", "shoe"), ("aircraft", "aircraft"), ("quizzes", "quiz"),
        ("quarterbacks", "quarterback"), ("days", "day"), ("keys", "key"), ("lawyers", "lawyer"), ("mayors", "mayor"),
    ],
)  # fmt: skip
def test_a_plural_has_its_lemma(plural: str, lemma: str) -> None:
    assert (is_plural(plural), singular(plural)) == (True, lemma)


@pytest.mark.parametrize("word", ["news", "was", "famous", "across", "virus", "less", "his", "US", "boss", "Charles"])
def test_a_word_in_s_need_not_be_a_plural(word: str) -> None:
    assert not is_plural(word)


@pytest.mark.parametrize("text", [" of them", " and two", ", people", ". People", " who work there", "", " very"])
def test_a_phrase_without_a_plural_counts_nothing(text: str) -> None:
    assert noun_after(text, 0, single=False) is None


def test_a_unit_of_time_is_marked_as_such() -> None:
    noun = noun_after(" years later", 0, single=False)

    assert noun is not None
    assert noun.time
