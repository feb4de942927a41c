"""What stands above the running text: headline, byline, dateline, breadcrumb, and what is none of these."""

from __future__ import annotations

from typing import TYPE_CHECKING

from worker.pipeline.clean.bylines import is_person
from worker.pipeline.clean.wording import outside

if TYPE_CHECKING:
    from collections.abc import Sequence

    from worker.pipeline.clean.wording import Look
    from worker.pipeline.values import BlockLabel

SHORTEST_TITLE, LONGEST_TITLE = 3, 40  # words


def label_head(looks: Sequence[Look]) -> list[BlockLabel]:
    """Labels of the lines above the first prose; nothing here is kept."""
    labels = [outside(each) for each in looks]
    title = _title_at(looks)
    if title is not None:
        labels[title] = "title"
    for i, each in enumerate(looks):
        if i != title and each.kind == "open" and is_person(each.text) and _near_dateline(looks, i):
            labels[i] = "byline"
    return labels


def _title_at(looks: Sequence[Look]) -> int | None:
    candidates = [i for i, each in enumerate(looks) if each.kind == "open" and _may_be_title(looks, i)]
    return max(candidates, key=lambda i: (looks[i].words, -i), default=None)


def _may_be_title(looks: Sequence[Look], i: int) -> bool:
    if not SHORTEST_TITLE <= looks[i].words <= LONGEST_TITLE:
        return False
    return not (is_person(looks[i].text) and _near_dateline(looks, i))


def _near_dateline(looks: Sequence[Look], i: int) -> bool:
    return any(each.kind in {"dateline", "byline"} for each in looks[max(0, i - 2) : i + 3])
