"""What the encoder is told of a word besides its pieces."""

import pytest

from worker.pipeline.annotate.encoder import features as f
from worker.pipeline.annotate.gazetteer import CITY, COMMON, COUNTRY, FIRST, LAST, MALE


@pytest.mark.parametrize(("word", "expected"), [
    ("rain", f.SMALL), ("Rain", f.CAPITALISED), ("A", f.ONE_CAPITAL), ("J.", f.ONE_CAPITAL), ("NATO", f.ACRONYM),
    ("U.S.", f.ACRONYM), ("BREAKING", f.SHOUTED), ("McLeary", f.MIXED), ("iTool", f.INNER), ("3-year-old", f.SMALL),
    ("2,300", f.DIGITS), ("—", f.MARKS), ("", f.MARKS), ("مرحبا", f.SMALL), ("Élan", f.CAPITALISED),
])  # fmt: skip
def test_a_word_has_one_shape(word: str, expected: int) -> None:
    assert f.shape(word) == expected


GAZETTEER = {"Otto": FIRST | MALE, "Brandt": LAST, "Norway": COUNTRY, "Kessing": CITY, "rain": COMMON}


@pytest.mark.parametrize("word", ["Norway", "NORWAY", "norway"])
def test_a_place_is_known_however_it_is_written(word: str) -> None:
    assert f.known(word, GAZETTEER) == f.known("Kessing", GAZETTEER) != 0


def test_lists_that_are_no_feature_are_not_told() -> None:
    assert f.known("Otto", GAZETTEER) == f.known("Otto", {"Otto": FIRST})
    assert f.known("Unheard", GAZETTEER) == 0


def test_every_feature_has_a_row_of_its_own() -> None:
    words = ["Otto", "OTTO", "Brandt", "Norway", "rain", "Rain", "Unheard", "7", "!", "x"]
    told = {(f.shape(word), f.known(word, GAZETTEER)) for word in words}

    assert len({f.feature(word, GAZETTEER) for word in words}) == len(told)
    assert all(0 <= f.feature(word, GAZETTEER) < f.FEATURES for word in words)
