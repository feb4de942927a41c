"""The numbers that a pair of ends becomes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from worker.pipeline.extract.relations.mentions import Ends
from worker.pipeline.extract.relations.pairs import (
    BEFORE,
    BESIDE,
    BETWEEN,
    CLUES,
    CODES,
    DOWN,
    OBJECT,
    OFF,
    PAIRS_AT_MOST,
    SUBJECT,
    TOP,
    UP,
    WORDS_AT_MOST,
    Pairs,
    pairs,
)
from worker.pipeline.extract.relations.vocabulary import PROPERTIES

if TYPE_CHECKING:
    from collections.abc import Callable

    from worker.pipeline.values import ResolvedArticle


def read(article: ResolvedArticle) -> Pairs | None:
    sentence = article.annotated.sentences[0]
    return pairs(sentence.tokens, Ends(article).of(sentence), lambda _: True, likely=False)


def between(found: Pairs | None, subject: str, thing: str) -> int:
    assert found is not None
    return next(i for i, (s, o) in enumerate(found.ends) if (s.word, o.word) == (subject, thing))


def regions(found: Pairs, at: int) -> list[int]:
    return [int(code) for code in (found.codes[at] - 1) // 30]


def paths(found: Pairs, at: int) -> list[int]:
    return [int(code) for code in (found.codes[at] - 1) // 3 % 5]


def test_only_ends_that_some_property_may_join_are_compared(wedding: ResolvedArticle) -> None:
    found = read(wedding)

    assert found is not None
    words = {(s.word, o.word) for s, o in found.ends}
    assert ("brandt", "quill") in words
    assert ("quill", "brandt") in words
    assert ("brandt", "1998") in words
    assert ("1998", "brandt") not in words


def test_words_are_told_by_where_they_stand_towards_the_pair(wedding: ResolvedArticle) -> None:
    found = read(wedding)
    assert found is not None

    told = regions(found, between(found, "quill", "1998"))

    assert told == [BEFORE] * 8 + [SUBJECT] * 2 + [BETWEEN] * 6 + [OBJECT] + [2]


def test_the_path_goes_from_the_subject_over_the_top_to_the_object(wedding: ResolvedArticle) -> None:
    found = read(wedding)
    assert found is not None
    at = between(found, "brandt", "him")

    told = dict(zip(["Brandt", "married", "Quill", "knew", "him", "who", "Danish"],
                    (paths(found, at)[place] for place in (1, 7, 9, 12, 13, 11, 4)), strict=True))  # fmt: skip

    assert told == {
        "Brandt": UP, "married": TOP, "Quill": DOWN, "knew": DOWN, "him": DOWN, "who": BESIDE, "Danish": OFF,
    }  # fmt: skip
    assert found.top(at) == 7


def test_pairs_that_no_word_tells_of_are_unlikely(wedding: ResolvedArticle) -> None:
    sentence = wedding.annotated.sentences[0]

    found = pairs(sentence.tokens, Ends(wedding).of(sentence), lambda _: True)

    assert found is not None
    words = {(s.word, o.word) for s, o in found.ends}
    assert ("brandt", "quill") in words  # married
    assert ("quill", "him") not in words  # knew
    assert found.may[between(found, "brandt", "quill")].tolist() == [name == "SPOUSE" for name in PROPERTIES]


def test_two_mentions_of_one_are_no_pair(wedding: ResolvedArticle) -> None:
    found = read(wedding)

    assert found is not None
    assert ("who", "quill") not in {(s.word, o.word) for s, o in found.ends}


def test_every_number_has_a_row_in_the_tables(wedding: ResolvedArticle) -> None:
    found = read(wedding)

    assert found is not None
    assert found.codes.min() >= 1
    assert found.codes.max() < CODES
    assert found.clues.min() >= 0
    assert found.clues.max() < CLUES
    assert len(np.unique(found.clues, axis=0)) > len(found.ends) // 2


def test_a_sentence_without_a_tree_is_not_read(article: Callable[..., ResolvedArticle]) -> None:
    words = [("Brandt", -1, "", ""), ("married", -1, "", ""), ("Quill", -1, "", "")]
    entities = {"e1": ("person", [("Brandt", "name")]), "e2": ("person", [("Quill", "name")])}

    assert read(article(words, entities)) is None


def test_lists_of_names_and_endless_sentences_are_not_read(article: Callable[..., ResolvedArticle]) -> None:
    names = [(f"Brandt{n:02}", 0, "conj", "NNP") for n in range(30)]
    crowd = {name: ("person", [(name, "name")]) for name, *_ in names}
    assert len(names) * (len(names) - 1) > PAIRS_AT_MOST
    long = [*names[:2], *[("so", 0, "advmod", "RB")] * WORDS_AT_MOST]

    assert read(article(names, crowd)) is None
    assert read(article(long, {name: crowd[name] for name in list(crowd)[:2]})) is None
