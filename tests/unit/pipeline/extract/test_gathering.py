"""The gathering: a walkout, rally or hearing with its day and place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from worker.pipeline.extract.gathering import draw_gatherings
from worker.pipeline.values import Entity

if TYPE_CHECKING:
    from collections.abc import Callable

    from worker.pipeline.extract.view import View

BOTH = ["event_date", "event_place"]


@pytest.mark.parametrize(
    ("text", "label", "predicates"),
    [
        ("Students staged a walkout last Friday.", "walkout", ["event_date"]),
        ("A candlelight vigil was held in Leeds on Monday.", "candlelight vigil", BOTH),
        ("Tuesday's hearing in Leeds was brief.", "hearing", BOTH),
        ("Officials told a Wednesday news conference that all was well.", "news conference", ["event_date"]),
        ("Ruth Amory spoke at a rally in Leeds.", "rally", ["event_place"]),
        ("The hearing for Ruth Amory in Leeds was held on Monday.", "hearing", BOTH),
    ],
)
def test_tells_day_and_place(seen: Callable[[str], View], text: str, label: str, predicates: list[str]) -> None:
    drawn = list(draw_gatherings(seen(text)))

    assert [one.label for one in drawn if isinstance(one, Entity)] == [label]
    assert sorted(one.predicate for one in drawn if not isinstance(one, Entity)) == predicates


@pytest.mark.parametrize(
    "text",
    [
        "Students planned no walkout on Friday and met in Leeds.",
        "The protest song was sung in Leeds.",
        '"We held a vigil in Leeds on Monday," Ruth Amory said.',
        "Fans love the conference in the north.",
        "Shares fell after the rally on Monday.",
    ],
    ids=["none", "part of a compound", "quoted", "no news conference", "of shares"],
)
def test_tells_none_where_none_is_told(seen: Callable[[str], View], text: str) -> None:
    assert list(draw_gatherings(seen(text))) == []


def test_what_is_to_come_is_predicted(seen: Callable[[str], View]) -> None:
    drawn = draw_gatherings(seen("The vigil will be held on Sunday in Leeds."))

    assert {one.status for one in drawn if not isinstance(one, Entity)} == {"predicted"}
