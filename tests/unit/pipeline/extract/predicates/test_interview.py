"""Interviews: who asks and who is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Leo Brandt gave an interview to the Meridian Times in May.", {("Leo Brandt", "Meridian Times")}),
        ("Leo Brandt granted Mia Quill an interview.", {("Leo Brandt", "Mia Quill")}),
        ("Mia Quill was granted an interview with Leo Brandt.", {("Leo Brandt", "Mia Quill")}),
        (
            "Leo Brandt's interview with the Meridian Times was read by millions.",
            {("Leo Brandt", "Meridian Times")},
        ),
        (
            "Leo Brandt's interview with reporter Mia Quill was seen by millions.",
            {("Leo Brandt", "Mia Quill")},
        ),
    ],
    ids=["to a paper", "to somebody", "is granted one", "his own", "with a reporter"],
)
def test_whoever_gives_an_interview_is_asked(
    told: Callable[[str, str], set[tuple[str, str]]], text: str, facts: set[tuple[str, str]]
) -> None:
    assert told(text, "interviewed_by") == facts


@pytest.mark.parametrize(
    "text",
    [
        "Leo Brandt gave an interview to the Nordland Police Department on Monday.",
        '"I gave an interview to the Meridian Times," Leo Brandt said.',
    ],
    ids=["police", "in a quote"],
)
def test_no_press_no_interview(told: Callable[[str, str], set[tuple[str, str]]], text: str) -> None:
    assert told(text, "interviewed_by") == set()
