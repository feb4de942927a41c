"""The shipped word evidence loads and says what it should."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import pytest

from worker.pipeline.annotate.gazetteer import (
    COMMON,
    COUNTRY,
    DEMONYM,
    FIRST,
    LAST,
    first_name_genders,
    load_gazetteer,
)

if TYPE_CHECKING:
    from collections.abc import Mapping


@pytest.mark.parametrize(
    ("word", "bit"),
    [("Julia", FIRST), ("Smith", LAST), ("France", COUNTRY), ("French", DEMONYM), ("house", COMMON)],
)
def test_a_word_is_known_for_what_it_is(word: str, bit: int, gazetteer: Mapping[str, int]) -> None:
    assert gazetteer[word] & bit


def test_a_first_name_of_both_genders_tells_none(gazetteer: Mapping[str, int]) -> None:
    genders = first_name_genders(gazetteer)

    assert genders["Julia"] == "female"
    assert genders["John"] == "male"
    assert "Robin" not in genders


def test_the_loaded_gazetteer_cannot_be_changed() -> None:
    loaded = load_gazetteer(gzip.compress(b'{"Jane": 1}'))

    with pytest.raises(TypeError):
        loaded["Jane"] = 2  # type: ignore[index]
