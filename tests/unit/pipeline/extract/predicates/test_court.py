"""Pleas told by a noun."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from schemas.fact import FactEvent


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


def test_a_not_guilty_plea_tells_nothing_of_guilt_not_even_that_it_is_denied(
    read: Callable[..., tuple[FactEvent, ...]],
) -> None:
    facts = read("Mia Quill's not guilty plea to fraud came on Monday.")

    assert [f for f in facts if f.predicate == "charged_with"] == []
