"""What strangers wrote cannot do anything to a terminal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from worker.cli.terminal import safe

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
