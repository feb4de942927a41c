"""Acts: what a body or office-holder decided, and what only looks like it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from worker.pipeline.extract.acts import draw_acts
from worker.pipeline.values import TextObject

if TYPE_CHECKING:
    from collections.abc import Callable

    from worker.pipeline.extract.view import View

TOLD = [
    ("Norland has suspended the treaty.", "Norland", "suspended treaty"),
    ("Halvex Systems raised its forecast on Monday.", "Halvex Systems", "raised its forecast"),
    ("President Carla Velez signed a decree.", "Carla Velez", "signed decree"),
]
UNTOLD = [
    "Norland was the first member to ratify the treaty.",
    "Norland did not suspend the treaty.",
    "The treaty was suspended by nobody.",
    "Carla Velez raised her forecast.",
]


@pytest.fixture
def named(seen: Callable[[str], View]) -> Callable[[str], list[tuple[str, str]]]:
    def told(text: str) -> list[tuple[str, str]]:
        view = seen(text)
        found = [(one.subject, one.object) for one in draw_acts(view)]
        return [(view.entities[who].label, what.value) for who, what in found if isinstance(what, TextObject)]

    return told


@pytest.mark.parametrize(("text", "who", "what"), TOLD, ids=[case[0] for case in TOLD])
def test_tells_who_did_what(named: Callable[[str], list[tuple[str, str]]], text: str, who: str, what: str) -> None:
    assert named(text) == [(who, what)]


@pytest.mark.parametrize("text", UNTOLD)
def test_tells_nothing_of_what_was_not_done_by_a_body(
    named: Callable[[str], list[tuple[str, str]]], text: str
) -> None:
    assert named(text) == []
