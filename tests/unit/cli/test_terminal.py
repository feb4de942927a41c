"""What strangers wrote cannot do anything to a terminal."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from worker.cli.terminal import harmless, safe, safe_json

CASES = {
    "escape sequence": ("\x1b[2Jgone", r"\x1b[2Jgone"),
    "C1 control": ("\x9b1m", r"\x9b1m"),
    "turned around": ("abc\u202edcb", r"abc\u202edcb"),
    "zero width": ("a\u200bb", r"a\u200bb"),
    "line separator": ("a\u2028b", r"a\u2028b"),
    "line break": ("a\nb", r"a\nb"),
    "language tag": ("\U000e0041", r"\U000e0041"),
    "letters of the world": ("Zoë 東京 مرحبا", "Zoë 東京 مرحبا"),
    "bytes that are no UTF-8": (b"\xff ok", r"\xff ok"),
    "nothing": (None, "-"),
}


@pytest.mark.parametrize(("foreign", "shown"), CASES.values(), ids=CASES.keys())
def test_what_is_not_visible_is_written_as_an_escape(foreign: str | bytes | None, shown: str) -> None:
    assert safe(foreign, 100) == shown


def test_what_is_long_is_cut_and_says_so() -> None:
    assert safe("x" * 10, 4) == "xxxx..."


def test_line_breaks_stay_where_lines_are_wanted() -> None:
    assert safe("a\r\nb", 100, lines=True) == "a\\r\nb"


@given(st.text(st.characters(), max_size=50) | st.binary(max_size=50))
def test_nothing_gets_through(foreign: str | bytes) -> None:
    assert safe(foreign, 1_000).isprintable()


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=50))
def test_json_means_the_same_and_nothing_of_it_gets_through(foreign: str) -> None:
    shown = safe_json(json.dumps({"text": foreign}, ensure_ascii=False))

    assert shown.isprintable()
    assert json.loads(shown) == {"text": foreign}


def test_json_of_visible_letters_stays_as_it_is() -> None:
    assert safe_json('{"text":"Zoë 東京"}') == '{"text":"Zoë 東京"}'


@pytest.mark.parametrize("foreign", ["\x1b[2J", "\x9b1m", "\x7f", "\u202e", "\u200b", "\u2028", "\U000e0041", "\ud800"])
def test_in_tables_a_mark_stands_for_what_is_not_visible(foreign: str) -> None:
    assert harmless(f"a{foreign[0]}b") == "a\N{REPLACEMENT CHARACTER}b"


def test_in_tables_breaks_and_blanks_stay() -> None:
    assert harmless("a\tb\nc\u00a0d\x00") == "a\tb\nc\u00a0d\N{REPLACEMENT CHARACTER}"
