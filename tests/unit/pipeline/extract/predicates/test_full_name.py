"""The name in full: of somebody who goes by another name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "Marianne Ottoline Quist, better known as Mia Quill, sang first.",
            {("Mia Quill", "Marianne Ottoline Quist")},
        ),
        ("The singer, better known as Mia Quill, sang first.", set()),
        ("Mia Quill's real name is Nadia.", set()),
        ("Does anyone know that Mia Quill's real name is Marianne Quist, or why she hid it?", set()),
    ],
    ids=["another", "a description", "one word", "asked"],
)
def test_a_full_name_is_another_name_of_several_words(
    told: Callable[[str, str], set[tuple[str, str]]], text: str, facts: set[tuple[str, str]]
) -> None:
    assert told(text, "full_name") == facts
