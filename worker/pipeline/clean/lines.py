"""Which label each line of a page gets: its own wording, then its neighbours and its place in the sequence."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from worker.pipeline.clean.context import looks_on_page, prose_words
from worker.pipeline.clean.head import label_head
from worker.pipeline.clean.wording import is_item, is_lead_in, outside, reads_on

if TYPE_CHECKING:
    from collections.abc import Sequence

    from worker.pipeline.clean.layout import Line
    from worker.pipeline.clean.wording import Look
    from worker.pipeline.values import BlockLabel

KEPT: frozenset[BlockLabel] = frozenset({"body", "heading", "caption"})

# Chosen on the 241 training pages of ../shared/data/cleaning, mean word-F1 of the three views:
# The article ends at a foot marker if less prose follows than this share of what precedes. 0.5 is best on whole pages
# (+.004), but a marker inside a short article then costs its end.
FOOT = 0.3
CROSSHEADS = 2  # open lines in a row that may be crossheads; longer runs are menus and teasers (3: -.001)
UNENDED = 12  # words: between paragraphs, a longer line of running words is one that lost its full stop
GALLERY = 3  # photo credits in the text: below it, a sentence beside a credit is rather a paragraph than a caption


def label_lines(lines: Sequence[Line], title: str | None = None) -> tuple[BlockLabel, ...]:
    """One label a line; labelling the kept lines again keeps them all. `title`: the headline if it is known."""
    looks = looks_on_page(lines, title)
    start, end = _extent(looks)
    labels: list[BlockLabel] = [outside(each) for each in looks]
    labels[:start] = label_head(looks[:start])
    labels[start:end] = _label_body(looks, start, end)
    return tuple(labels)


def _label_body(looks: Sequence[Look], start: int, end: int) -> list[BlockLabel]:
    gallery = sum(each.kind == "credit" for each in looks[start : end + 1]) >= GALLERY
    labels = [_label_inside(looks, i, gallery=gallery) for i in range(start, end)]
    run = 0
    for i in range(start, end):
        run = run + 1 if looks[i].kind == "open" and labels[i - start] == "other" else 0
        if 0 < run <= CROSSHEADS and _may_precede(looks, i - run) and _next_is_prose(looks, i):
            labels[i - run + 1 - start : i + 1 - start] = ["heading"] * run
    return labels


def _label_inside(looks: Sequence[Look], i: int, *, gallery: bool) -> BlockLabel:
    each = looks[i]
    beside = {looks[j].kind for j in (i - 1, i + 1) if 0 <= j < len(looks)}
    if each.kind == "prose":
        return "caption" if gallery and "credit" in beside else "body"
    if each.kind == "open" and beside == {"prose"} and each.words >= UNENDED and reads_on(each.text):
        return "body"
    if each.kind == "open" and (is_item(each) or (is_lead_in(each) and _next_is_listed(looks, i))):
        return "body"
    return outside(each)


def _may_precede(looks: Sequence[Look], i: int) -> bool:
    """Whether a crosshead may stand below this line: below a menu or a teaser it is one more of them."""
    return looks[i].kind in {"prose", "open", "ad", "credit"}


def _next_is_prose(looks: Sequence[Look], i: int) -> bool:
    return i + 1 < len(looks) and looks[i + 1].kind == "prose"


def _next_is_listed(looks: Sequence[Look], i: int) -> bool:
    return _next_is_prose(looks, i) or (i + 1 < len(looks) and looks[i + 1].kind == "open" and is_item(looks[i + 1]))


def _extent(looks: Sequence[Look]) -> tuple[int, int]:
    """Where running text begins and ends: `[first prose, after last prose)`, authors' lines and the foot cut off."""
    foot = _foot(looks)
    prose = [i for i, each in enumerate(looks[:foot]) if each.kind == "prose"]
    own = [i for i in prose if not looks[i].bio] or prose
    return (own[0], own[-1] + 1) if own else (0, 0)


def _foot(looks: Sequence[Look]) -> int:
    """Index of the first marker of the page's foot after which little prose follows."""
    before = list(accumulate(prose_words(looks), initial=0))
    for i, each in enumerate(looks):
        if each.stops and before[-1] - before[i] < FOOT * before[i]:
            return i
    return len(looks)
