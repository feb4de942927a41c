"""Tastes: what somebody loves to hear, read or watch."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ('Simon Albrook prefers to listen to "The Glass Harbour".', {("Simon Albrook", "The Glass Harbour")}),
        (
            'Simon Albrook loves to hear "The Glass Harbour" and to sing "The Iron Coast".',
            {("Simon Albrook", "The Glass Harbour"), ("Simon Albrook", "The Iron Coast")},
        ),
        ("Who says that Simon Albrook loves toy trains?", set()),
    ],
    ids=["one", "two", "asked"],
)
def test_every_work_that_somebody_loves_is_told(
    told: Callable[[str, str], set[tuple[str, str]]], text: str, facts: set[tuple[str, str]]
) -> None:
    assert told(text, "likes") == facts
