"""Deals told by a noun."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "Nordbank Holdings announced its purchase of Halvex Systems.",
            {("Nordbank Holdings", "Halvex Systems")},
        ),
        ("Nordbank Holdings announced its purchase of Nordbank.", set()),
    ],
    ids=["another", "itself"],
)
def test_nobody_buys_himself(
    told: Callable[[str, str], set[tuple[str, str]]], text: str, facts: set[tuple[str, str]]
) -> None:
    assert told(text, "acquired") == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "Nordbank Holdings completed its takeover of Halvex Systems.",
            {("Nordbank Holdings", "Halvex Systems")},
        ),
        ("Regulators blocked Nordbank Holdings' takeover of Halvex Systems.", set()),
    ],
    ids=["completed", "blocked"],
)
def test_a_deal_that_is_blocked_is_none(
    told: Callable[[str, str], set[tuple[str, str]]], text: str, facts: set[tuple[str, str]]
) -> None:
    assert told(text, "acquired") == facts
