"""A sentence is read with slots, and what is read maps back to the text."""

# ruff: noqa: RUF001 - typographic marks are what the text holds

from __future__ import annotations

from typing import Any

import pytest

from worker.pipeline.extract.reading import Slot, is_possessive, render
from worker.pipeline.values import Span

TEXT = "Ann Poe's  34-year-old “rival” owes Hughes' firm £3 <b> today."


def _slot(words: str, letter: str, **more: Any) -> Slot:
    start = TEXT.index(words)
    return Slot(Span(start, start + len(words)), letter, words, **more)


@pytest.fixture
def slots() -> list[Slot]:
    return [_slot("Ann Poe", "P", name=True), _slot("Hughes", "P", name=True), _slot("£3", "m")]


def test_mentions_and_amounts_are_slots_and_words_stay(slots: list[Slot]) -> None:
    reading = render(TEXT, Span(0, len(TEXT)), slots, sentence=0, label="body")

    assert reading.text == "<P0> 's 34-year-old rival owes <P1> 's firm <m2> ‹ b › today ."


def test_what_is_matched_maps_back_to_the_text(slots: list[Slot]) -> None:
    reading = render(TEXT, Span(0, len(TEXT)), slots, sentence=0, label="body")
    start = reading.text.index("34-year-old")

    assert reading.span(start, reading.text.index(" owes")).of(TEXT) == "34-year-old “rival"
    assert reading.span(0, 4).of(TEXT) == "Ann Poe"
    assert reading.span(0, len(reading.text)).of(TEXT) == TEXT


def test_parts_of_a_joined_word_find_it(slots: list[Slot]) -> None:
    reading = render(TEXT, Span(0, len(TEXT)), slots, sentence=0, label="body")

    assert {"34-year-old", "old", "owes"} <= reading.words


def test_a_possessive_pronoun_reads_like_a_name_with_its_mark() -> None:
    text = "He met his wife."
    his = Slot(Span(7, 10), "P", "his", possessive=True)

    assert render(text, Span(0, 16), [his], sentence=0, label="body").text == "He met <P0> 's wife ."


@pytest.mark.parametrize(
    ("words", "after", "possessive"),
    [
        ("his", " wife", True),
        ("her", " wife", True),
        ("her", " that he", False),
        ("her", ".", False),
        ("her", "", False),
        ("he", " left", False),
    ],
)
def test_her_is_a_possessive_before_a_noun_only(words: str, after: str, possessive: bool) -> None:
    assert is_possessive(words, after) is possessive
