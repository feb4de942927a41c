"""Marks become gold mentions with offsets, and leave the text as it reads."""

from __future__ import annotations

import pytest

from worker.training.coreference.marked import read_marked


def test_marks_may_nest_and_are_gone_from_the_text() -> None:
    document = read_marked("t", "{roe|{cole|Al Cole}'s wife} left.")

    assert document.text == "Al Cole's wife left."
    assert [(g.span.of(document.text), g.entity) for g in document.gold] == [
        ("Al Cole's wife", "roe"),
        ("Al Cole", "cole"),
    ]


def test_lines_are_blocks_and_captions_are_told() -> None:
    document = read_marked("t", "One.\n\nCaption> {roe|She} sits")

    assert [(b.span.of(document.text), b.label) for b in document.blocks] == [("One.", "body"), ("She sits", "caption")]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Jane Roe", "name"),
        ("The WCS", "name"),
        ("the Station Inn", "name"),
        ("Transport Secretary Jane Roe", "name"),
        ("The Ghanaian", "nominal"),
        ("The 18-year-old Czech", "nominal"),
        ("her husband", "nominal"),
        ("Himself", "pronoun"),
    ],
)
def test_the_words_tell_the_kind(words: str, kind: str) -> None:
    (mention,) = read_marked("t", f"{{roe|{words}}} left.").gold

    assert mention.kind == kind


def test_a_mark_left_open_is_an_error() -> None:
    with pytest.raises(ValueError, match="left open"):
        read_marked("t", "{roe|Jane")
