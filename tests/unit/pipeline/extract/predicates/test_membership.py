"""Members of bodies."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Nadia Velez is a member of the Harbour Council.", {("Nadia Velez", "Harbour Council")}),
        ("Nadia Velez is a member of the Green Party.", set()),
        ("Nadia Velez, a member of the Green Party, agreed.", set()),
    ],
    ids=["a council", "a party", "a party behind the name"],
)
def test_a_party_has_its_members_by_its_own_predicate(
    told: Callable[[str, str], set[tuple[str, str]]], text: str, facts: set[tuple[str, str]]
) -> None:
    assert told(text, "member_of") == facts
