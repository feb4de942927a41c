"""Deals told by a noun."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from schemas.fact import FactEvent


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


@pytest.mark.parametrize("verb", ["blocked", "challenged", "approved", "are reviewing"])
def test_what_officials_do_to_a_deal_makes_none(
    read: Callable[..., tuple[FactEvent, ...]], verb: str
) -> None:
    facts = read(f"Regulators {verb} Nordbank Holdings' takeover of Halvex Systems.")

    assert [f for f in facts if f.predicate == "acquired"] == []
