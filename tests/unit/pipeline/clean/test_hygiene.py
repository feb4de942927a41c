"""Text hygiene: what is one form, what goes, what stays."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from worker.pipeline.clean.hygiene import squeeze, tidy


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        pytest.param("one\r\ntwo\rthree", "one\ntwo\nthree", id="windows and old mac line ends"),
        pytest.param("one\u2028two\x85three", "one\ntwo\nthree", id="unicode line ends"),
        pytest.param("Zo\u00eb", "Zo\u00eb", id="composed stays"),
        pytest.param("Zoe\u0308", "Zo\u00eb", id="decomposed is composed"),
        pytest.param("wo\u00adrd\u200b s\ufeff", "word s", id="soft hyphen, zero width, byte order mark"),
        pytest.param("\u202eevil\u2066 text\u200f", "evil text", id="bidirectional controls"),
        pytest.param("a\x00b\x07c", "abc", id="control characters"),
        pytest.param("lone \ud800 surrogate", "lone  surrogate", id="lone surrogate"),
        pytest.param(
            "\u201cYes,\u201d he said \u2014 it\u2019s 300, 000.",
            "\u201cYes,\u201d he said \u2014 it\u2019s 300, 000.",
            id="marks stay",
        ),
    ],
)
def test_a_text_gets_one_form(raw: str, expected: str) -> None:
    assert tidy(raw) == expected


def test_any_white_space_inside_a_line_becomes_one_space() -> None:
    assert squeeze("\u00a0Jane\t\u2009Roe \u3000 said ") == "Jane Roe said"


@given(st.text())
def test_tidying_twice_changes_nothing(text: str) -> None:
    once = tidy(text)
    assert tidy(once) == once


@given(st.lists(st.sampled_from("a\u0315\u0316\u0344\u09be\u0300e"), max_size=200).map("".join))
def test_tidying_floods_of_marks_twice_changes_nothing(text: str) -> None:
    once = tidy(text)
    assert tidy(once) == once
    assert unicodedata.is_normalized("NFC", once)


def test_a_flood_of_marks_costs_no_quadratic_time() -> None:
    flood = "a" + "\u0315\u0316" * 500_000
    start = time.process_time()
    assert len(tidy(flood)) == 31
    assert time.process_time() - start < 5  # unguarded: minutes
