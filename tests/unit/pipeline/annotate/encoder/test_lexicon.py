"""The dictionary form of a word: known forms, known endings, and the encoder's choice for the rest."""

from collections.abc import Callable
from importlib import resources

import pytest

from worker.pipeline.annotate import encoder
from worker.pipeline.annotate.encoder.lexicon import Lexicon, read

SMALL = b"""\
JJ ^6:Dorian dorian
NN = lien zeal
NNPS ^1: *s
NNS 1: *s geese's
NNS 4:oose geese
VB = vex zone rap
VBD 2: *d *ed
VBD 3: *pped
VBD 2:ee saw
"""


@pytest.fixture(scope="module")
def small() -> Lexicon:
    return read(SMALL)


@pytest.fixture(scope="module")
def shipped() -> Lexicon:
    return read((resources.files(encoder) / encoder.LEMMAS).read_bytes())


@pytest.mark.parametrize(("word", "fine", "lemma"), [
    ("Geese", "NNS", "goose"), ("saw", "VBD", "see"), ("dorian", "JJ", "Dorian"),
])  # fmt: skip
def test_a_known_form_has_its_own_lemma(small: Lexicon, word: str, fine: str, lemma: str) -> None:
    assert small.lemma(word, fine, "1:wrong") == lemma


@pytest.mark.parametrize(("word", "fine", "lemma"), [
    ("vexed", "VBD", "vex"), ("Zoned", "VBD", "zone"), ("rapped", "VBD", "rap"), ("liens", "NNS", "lien"),
], ids=["as it stands", "with a silent e", "with one letter of two", "noun"])  # fmt: skip
def test_an_unseen_form_becomes_the_known_lemma_that_its_ending_allows(
    small: Lexicon, word: str, fine: str, lemma: str
) -> None:
    assert small.lemma(word, fine, "=") == lemma


def test_where_no_lemma_is_known_the_longest_ending_decides(small: Lexicon) -> None:
    assert small.lemma("quopped", "VBD", "=") == "quop"


def test_a_plural_name_keeps_its_capitals(small: Lexicon) -> None:
    assert small.lemma("Halvorsens", "NNPS", "=") == "Halvorsen"


@pytest.mark.parametrize(("word", "fine", "chosen", "lemma"), [
    ("Take", "VB", "=", "take"), ("Merewood", "NNP", "0:", "Merewood"), ("\u201c", "``", '1:"', '"'),
    ("oxen", "NNS", "2:", "ox"), ("5,000", "CD", "=", "5,000"),
], ids=["plain", "name", "mark", "inflected, of an unknown ending", "figure"])  # fmt: skip
def test_a_form_of_which_nothing_is_known(small: Lexicon, word: str, fine: str, chosen: str, lemma: str) -> None:
    assert small.lemma(word, fine, chosen) == lemma


@pytest.mark.parametrize(("word", "fine", "lemma"), [
    ("charged", "VBD", "charge"), ("died", "VBD", "die"), ("accused", "VBN", "accuse"), ("fled", "VBD", "flee"),
    ("co-founded", "VBD", "co-found"), ("extradited", "VBN", "extradite"), ("stabbed", "VBN", "stab"),
    ("dying", "VBG", "die"), ("robberies", "NNS", "robbery"), ("policewomen", "NNS", "policewoman"),
    ("biggest", "JJS", "big"), ("Charities", "NNPS", "Charity"), ("These", "DT", "this"), ("put", "VBD", "put"),
])  # fmt: skip
def test_the_shipped_lexicon_knows_english(shipped: Lexicon, word: str, fine: str, lemma: str) -> None:
    assert shipped.lemma(word, fine, "=") == lemma


@pytest.mark.parametrize("word", ["", "s", "ed", "*ed", "\u0130ed", "\U0001f642s", "-"])
@pytest.mark.parametrize("fine", ["VBD", "NNS", "NNPS", "JJR", "NN", "CD"])
def test_any_word_has_some_lemma(shipped: Lexicon, word: str, fine: str) -> None:
    assert isinstance(shipped.lemma(word, fine, "="), str)


def test_a_word_of_four_times_the_letters_costs_about_four_times_as_much(
    shipped: Lexicon, is_linear: Callable[..., bool]
) -> None:
    def twenty_times(word: str) -> None:
        for _ in range(20):
            shipped.lemma(word, "VBD", "=")

    assert is_linear(twenty_times, "x" * 500_000 + "ed", "x" * 2_000_000 + "ed")
