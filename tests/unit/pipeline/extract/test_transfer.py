"""Transfers: whose side a player comes to play for, and who comes to lead one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from worker.pipeline.extract.transfer import TRANSFERS
from worker.pipeline.values import EntityObject

if TYPE_CHECKING:
    from collections.abc import Callable

    from worker.pipeline.extract.view import View


def _sides(view: View) -> set[tuple[str, str]]:
    labels = {entity.id: entity.label for entity in view.article.entities}
    drawn = [found for rule in TRANSFERS for found in rule(view)]
    return {(labels[c.subject], labels[c.object.entity]) for c in drawn if isinstance(c.object, EntityObject)}


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Striker Tom Harker signed with Norland United for two seasons.", {("Tom Harker", "Norland United")}),
        ("Tom Harker, on loan from Norland United, scored twice.", {("Tom Harker", "Norland United")}),
        ("Tom Harker took a loan from Norland United.", set()),
        ("Tom Harker is on loan from Leeds.", set()),
        ("Head coach Tom Harker signed with Norland United for two seasons.", set()),
    ],
    ids=["a player", "a player on loan", "a loan of money", "a town", "a coach"],
)
def test_who_signs_plays_for_a_side_unless_he_leads_it(
    seen: Callable[[str], View], text: str, sides: set[tuple[str, str]]
) -> None:
    assert _sides(seen(text)) == sides
