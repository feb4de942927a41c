"""Who took whom to court."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "Leo Brandt is seeking damages of $3 million from Halvex Systems.",
            {("Leo Brandt", "Halvex Systems")},
        ),
        ("Leo Brandt demanded compensation from Halvex Systems.", {("Leo Brandt", "Halvex Systems")}),
        ("Leo Brandt seeks help from Halvex Systems.", set()),
    ],
    ids=["damages", "compensation", "help"],
)
def test_whoever_seeks_damages_from_somebody_sues_him(
    told: Callable[[str, str], set[tuple[str, str]]], text: str, facts: set[tuple[str, str]]
) -> None:
    assert told(text, "sued") == facts
