"""Which letters a choice means."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from worker.stream.letters.choice import Choice
from worker.stream.letters.letter import Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from worker.stream.letters.letter import Letter

NO = [
    Choice(states=frozenset({"replayed"})), Choice(places=frozenset({Place(0, 8)})), Choice(reasons=frozenset({"x"})),
    Choice(key=b"other"), Choice(since_ms=1_001), Choice(until_ms=1_000),
]
YES = [
    Choice(), Choice(places=frozenset({Place(0, 7), Place(0, 8)})), Choice(reasons=frozenset({"x", "invalid_field"})),
    Choice(key=b"k"), Choice(since_ms=1_000), Choice(until_ms=1_001),
]


@pytest.mark.parametrize("choice", YES)
def test_what_is_asked_for_fits(letter: Callable[..., Letter], choice: Choice) -> None:
    assert choice.fits(letter(), "open")


@pytest.mark.parametrize("choice", NO)
def test_what_misses_one_filter_does_not_fit(letter: Callable[..., Letter], choice: Choice) -> None:
    assert not choice.fits(letter(), "open")


def test_only_a_choice_without_any_filter_is_everything() -> None:
    assert [choice.is_everything for choice in (Choice(), *YES[1:])] == [True, False, False, False, False, False]
    assert not Choice(limit=1).is_everything


def test_named_letters_spare_the_reading_of_the_others() -> None:
    choice = Choice(places=frozenset({Place(0, 7), Place(0, 9), Place(0, 500), Place(2, 1)}))

    assert choice.within(0, range(5, 100)) == range(7, 10)
    assert not choice.within(1, range(5, 100))
    assert Choice().within(1, range(5, 100)) == range(5, 100)
