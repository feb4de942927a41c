"""Gender: told in a word, of somebody who has a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Robin Quill identifies as non-binary.", {("Robin Quill", "non-binary")}),
        ("Is it true that Robin Quill identifies as non-binary?", set()),
        ("The suspect, a 34-year-old woman from Leeds, was hurt.", set()),
    ],
    ids=["told", "asked", "of nobody by name"],
)
def test_a_gender_is_told_of_a_name_and_not_asked(
    told: Callable[[str, str], set[tuple[str, str]]], text: str, facts: set[tuple[str, str]]
) -> None:
    assert told(text, "sex_or_gender") == facts
