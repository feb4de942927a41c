"""Accidents told by a verb: which clauses tell one, what it is called, and where the article comes back to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from worker.pipeline.extract.accident import accidents_told, is_called_so

if TYPE_CHECKING:
    from collections.abc import Callable

    from worker.pipeline.extract.view import View

LEAD = 700

CASES = [
    ("A ferry capsized off Portugal on Saturday. The ferry was full.", "ferry sinking"),
    ("A bus plunged into a gorge near Leeds, killing 17.", "bus crash"),
    ("A bus skidded off the road and plunged 200 metres. The bus was full.", "bus crash"),
    ("A small plane crashed near Leeds. The crash was heard for miles.", "plane crash"),
    ("A train was derailed in Leeds. The train was late.", "train crash"),
    ("The roof of a school collapsed in Leeds, leaving four children dead.", "roof collapse"),
    ("Nine people died when two lorries collided near Leeds.", "lorry crash"),
]


@pytest.mark.parametrize(("text", "label"), CASES, ids=[case[1] + ": " + case[0] for case in CASES])
def test_knows_what_befell_what(seen: Callable[[str], View], text: str, label: str) -> None:
    assert {one.label for one in accidents_told(seen(text), LEAD)} == {label}


@pytest.mark.parametrize(
    "text",
    [
        "Shares in Halvex Systems plunged on Monday. The shares were cheap, and the shares fell.",
        "A car crashed in Leeds on Monday.",
        "A destroyer sank a ship off Portugal. The ship was old.",
        "His plane crashed near Leeds in 1944. The plane was lost.",
        "In the novel a plane crashes near Leeds. The plane is lost.",
        "No train derailed in Leeds. The train was late.",
        '"A bus crashed in Leeds, killing two people," Ruth Amory said. The bus was late.',
        "The wall of silence around Ruth Amory held. The building trade sank. The building trade is small.",
    ],
    ids=["a figure of speech", "never named again", "sunk by somebody", "somebody's", "in a story", "none", "quoted",
         "another verb"],
)
def test_takes_nothing_else_for_an_accident(seen: Callable[[str], View], text: str) -> None:
    assert accidents_told(seen(text), LEAD) == []


def test_leaves_out_what_comes_late(seen: Callable[[str], View]) -> None:
    view = seen("A bus plunged into a gorge near Leeds, killing 17.")

    assert accidents_told(view, 20) == []


def test_leaves_out_what_a_report_of_a_match_tells(seen: Callable[[str], View]) -> None:
    view = seen("A car crashed on the third lap, killing two. The striker took a penalty late in the match.")

    assert view.is_sport
    assert accidents_told(view, LEAD) == []


@pytest.mark.parametrize(
    ("later", "same"),
    [
        ("The crash closed the road.", True),
        ("The bus crash closed the road.", True),
        ("A crash there killed six people in May.", False),
        ("The jeep crash there killed six people in May.", False),
    ],
)
def test_knows_the_nouns_that_speak_of_it(seen: Callable[[str], View], later: str, *, same: bool) -> None:
    view = seen(f"A bus plunged into a gorge near Leeds, killing 17. {later}")
    ((tree, at),) = view.nouns["crash"]

    assert is_called_so(accidents_told(view, LEAD)[0], tree, at) is same
