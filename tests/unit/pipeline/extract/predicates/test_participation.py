"""Casts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ('Mia Quill joined the cast of "The Glass Harbour".', {("Mia Quill", "The Glass Harbour")}),
        ('Leo Brandt heads the jury of "The Glass Harbour".', set()),
    ],
    ids=["cast", "jury"],
)
def test_who_joins_a_cast_takes_part_in_the_work(
    told: Callable[[str, str], set[tuple[str, str]]], text: str, facts: set[tuple[str, str]]
) -> None:
    assert told(text, "participated_in") == facts
