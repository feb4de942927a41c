"""Whose win a noun tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from worker.pipeline.extract.syntax.bearer import bearers

if TYPE_CHECKING:
    from collections.abc import Callable

    from worker.pipeline.extract.view import View

CASES = [
    ("Norland United's win over Estavia Rovers was late.", "Norland United"),
    ("Norland United recorded a win over Estavia Rovers.", "Norland United"),
    ("Two goals gave Norland United a win over Estavia Rovers.", "Norland United"),
    ("Tom Harker led Norland United to a win over Estavia Rovers.", "Norland United"),
    ("A win over Estavia Rovers gave Norland United the title.", "Norland United"),
    ("Norland United said it was a win over Estavia Rovers.", None),
    ("Two saves denied Norland United a win over Estavia Rovers.", None),
]


@pytest.mark.parametrize(("text", "bearer"), CASES, ids=[case[0] for case in CASES])
def test_finds_whose_it_is(seen: Callable[[str], View], text: str, bearer: str | None) -> None:
    (found,) = [
        bearers(tree, at) for tree in seen(text).trees for at in range(len(tree.tokens)) if tree.word(at) == "win"
    ]
    (tree,) = [tree for tree in seen(text).trees if "win" in tree.words]

    labels = {slot.entity.label for i in found if (slot := tree.slot(i)) is not None and slot.entity is not None}
    assert labels == ({bearer} - {None})
