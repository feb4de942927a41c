"""Scripts that turn a word into its dictionary form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from worker.pipeline.annotate.encoder.lemmas import SAME, apply, script


@pytest.mark.parametrize(("word", "lemma", "expected"), [
    ("rain", "rain", SAME), ("Kessing", "Kessing", SAME), ("flies", "fly", "3:y"), ("Flies", "fly", "3:y"),
    ("was", "be", "3:be"), ("RAN", "run", "2:un"), ("Brandts", "Brandt", "^1:"), ("Others", "other", "1:"),
])  # fmt: skip
def test_a_script_says_what_to_drop_and_what_to_put_there(word: str, lemma: str, expected: str) -> None:
    assert script(word, lemma) == expected
    assert apply(expected, word) == lemma


_ENGLISH = st.text(alphabet="abcdefgABCDEFG'-0", min_size=1, max_size=12)


@given(_ENGLISH, _ENGLISH.map(str.casefold))
def test_a_script_applied_to_its_own_word_gives_the_lemma(word: str, lemma: str) -> None:
    assert apply(script(word, lemma), word) == lemma


@pytest.mark.parametrize("word", ["", "a", "No"])
def test_a_script_that_drops_more_than_there_is_leaves_the_word_in_small_letters(word: str) -> None:
    assert apply("3:y", word) == word.casefold()
