"""Nouns tell sort, gender, age and kinship; compounds are read by their parts."""

from __future__ import annotations

import pytest

from worker.pipeline.resolve.grammar import noun_at
from worker.pipeline.resolve.nouns import NOUNS, Noun


@pytest.mark.parametrize(
    ("word", "noun"),
    [
        pytest.param("mum-of-two", Noun("person", "female", "adult"), id="mum of two"),
        pytest.param("bride-to-be", NOUNS["bride"], id="to be"),
        pytest.param("lockkeeper", Noun("person", None, "adult"), id="ending"),
        pytest.param("57-year-old", Noun("person"), id="adult's age"),
        pytest.param("5-year-old", Noun("person", None, "child"), id="child's age"),
        pytest.param("singer-dancer", NOUNS["dancer"], id="compound"),
        pytest.param("father", Noun("person", "male", "adult", "parent"), id="kin"),
        pytest.param("parents", Noun("group", None, "adult", "parent", plural=True), id="several kin"),
    ],
)
def test_a_word_is_read_as_a_noun(word: str, noun: Noun) -> None:
    assert noun_at(word) == noun


def test_an_unknown_word_is_no_noun() -> None:
    assert noun_at("quickly") is None
