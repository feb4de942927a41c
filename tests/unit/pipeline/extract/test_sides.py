"""Which names alone tell a side of a sport, and who of its people does not play for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from worker.pipeline.extract.sides import is_plain_side, off_the_field

if TYPE_CHECKING:
    from collections.abc import Callable

    from worker.pipeline.extract.view import View


@pytest.mark.parametrize(("label", "side"), [
    ("Harland Bears", True), ("Norland United", True), ("Nordbank Holdings", False), ("Harland County", False),
    ("Harland City Council", False),
])  # fmt: skip
def test_a_nickname_tells_a_side(label: str, side: bool) -> None:
    assert is_plain_side(label) is side


def test_a_coach_is_off_the_field(seen: Callable[[str], View]) -> None:
    view = seen("Coach Leo Brandt praised striker Tomas Velez.")

    assert {view.entities[one].label for one in off_the_field(view)} == {"Leo Brandt"}
