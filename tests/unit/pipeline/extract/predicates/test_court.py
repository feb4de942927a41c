"""Pleas told by a noun."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Leo Brandt's guilty plea to fraud came on Monday.", {("Leo Brandt", "fraud")}),
        ("Leo Brandt's plea to fraud came on Monday.", set()),
    ],
    ids=["guilty", "whole plea"],
)
def test_only_a_guilty_plea_admits_the_crime(
    told: Callable[[str, str], set[tuple[str, str]]], text: str, facts: set[tuple[str, str]]
) -> None:
    assert told(text, "charged_with") == facts
