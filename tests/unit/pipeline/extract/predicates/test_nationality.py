"""Nationality told by an adjective behind "is"."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Mia Quill is Norwegian.", {("Mia Quill", "Norway")}),
        ("Mia Quill, who is Norwegian, won.", {("Mia Quill", "Norway")}),
        ("Mia Quill and Leo Brandt are Norwegian.", {("Leo Brandt", "Norway"), ("Mia Quill", "Norway")}),
        ("The food at the feast of Mia Quill is Norwegian.", set()),
        ("Is Mia Quill Norwegian?", set()),
    ],
    ids=["is", "who is", "both are", "a thing", "asked"],
)
def test_who_is_called_ghanaian_is_of_ghana(
    told: Callable[[str, str], set[tuple[str, str]]], text: str, facts: set[tuple[str, str]]
) -> None:
    assert told(text, "nationality") == facts
