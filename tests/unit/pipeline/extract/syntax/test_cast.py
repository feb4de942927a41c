"""Names in brackets: who plays a part, and who is called so himself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from worker.pipeline.extract.syntax.cast import players
from worker.pipeline.extract.syntax.kin import kin_phrases

if TYPE_CHECKING:
    from collections.abc import Callable

    from worker.pipeline.extract.view import View


@pytest.mark.parametrize(("text", "names"), [
    pytest.param("Anna Frost (Mia Quill) meets Otto Lind (Leo Brandt).", ["Mia Quill", "Leo Brandt"], id="two"),
    pytest.param("Anna Frost met Mia Quill in Leeds.", [], id="no brackets"),
])  # fmt: skip
def test_a_name_in_brackets_plays_the_one_before_it(seen: Callable[[str], View], text: str, names: list[str]) -> None:
    found = [tree.slots[at].words for tree in seen(text).trees for at, _ in players(tree)]

    assert found == names


def test_kin_of_parts_is_nobodys(seen: Callable[[str], View]) -> None:
    view = seen("Otto Lind (Leo Brandt) lives in Leeds with his wife, Anna Frost (Mia Quill).")

    assert [phrase for tree in view.trees for phrase in kin_phrases(tree)] == []
