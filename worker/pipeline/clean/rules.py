"""Which label rules give each line of a page: its own wording, then its neighbours and its place in the sequence."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from worker.pipeline.clean.context import prose_words
from worker.pipeline.clean.head import label_head
from worker.pipeline.clean.wording import is_item, is_lead_in, outside, reads_on

if TYPE_CHECKING:
    from collections.abc import Sequence

    from worker.pipeline.clean.wording import Look
    from worker.pipeline.values import BlockLabel

KEPT: frozenset[BlockLabel] = frozenset({"body", "heading", "caption"})

# Chosen on the 241 training pages of ../shared/data/cleaning, mean word-F1 of the three views:
# The article ends at a foot marker if less prose follows than this share of what precedes. 0.5 is best on whole pages
# (+.004), but a marker inside a short article then costs its end.
FOOT = 0.3
CROSSHEADS = 2  # open lines in a row that may be crossheads; longer runs are menus and teasers (3: -.001)
UNENDED = 12  # words: between paragraphs, a longer line of running words is one that lost its full stop
_MAY_BE_OWN = frozenset({"prose", "open"})  # other kinds are told surely: keeping them never gains, and costs .0005
GALLERY = 3  # photo credits in the text: below it, a sentence beside a credit is rather a paragraph than a caption


def labels_by_rules(looks: Sequence[Look]) -> list[BlockLabel]:
    """One label a line, as well as rules can tell; the trees of forest.py start from it."""
    start, end = _extent(looks)
    labels = _labels_around(looks, start)
    gallery = _is_gallery(looks, start, end)
    labels[start:end] = [_label_inside(looks, i, gallery=gallery) for i in range(start, end)]
    return _with_crossheads(looks, labels, start, end)


def labels_of(looks: Sequence[Look], own: Sequence[bool]) -> list[BlockLabel]:
    """One label a line if it is known which lines are the article's own."""
    kept = [i for i, is_own in enumerate(own) if is_own and _may_be_own(looks, i)]
    if not kept:
        return labels_by_rules(looks)
    start, end = kept[0], kept[-1] + 1
    labels = _labels_around(looks, start)
    gallery = _is_gallery(looks, start, end)
    for i in kept:
        labels[i] = _label_own(looks, i, gallery=gallery)
    return _without_loose_heads(labels, looks)


def _may_be_own(looks: Sequence[Look], i: int) -> bool:
    each = looks[i]
    if each.kind not in _MAY_BE_OWN:
        return False
    return each.kind == "prose" or each.words >= UNENDED or i == 0 or _may_precede(looks, i - 1)


def _labels_around(looks: Sequence[Look], start: int) -> list[BlockLabel]:
    """The labels of all lines but the article's own, which begin at `start`."""
    labels: list[BlockLabel] = [outside(each) for each in looks]
    labels[:start] = label_head(looks[:start])
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


def _with_crossheads(looks: Sequence[Look], labels: list[BlockLabel], start: int, end: int) -> list[BlockLabel]:
    run = 0
    for i in range(start, end):
        run = run + 1 if looks[i].kind == "open" and labels[i] == "other" else 0
        if 0 < run <= CROSSHEADS and _may_precede(looks, i - run) and _next_is_prose(looks, i):
            labels[i - run + 1 : i + 1] = ["heading"] * run
    return labels


def _label_own(looks: Sequence[Look], i: int, *, gallery: bool) -> BlockLabel:
    """What a line is that belongs to the article: a crosshead is short, unended and no item of a list."""
    each = looks[i]
    label = _label_inside(looks, i, gallery=gallery)
    if label in KEPT and not (_is_numbered(looks, i) and _next_is_prose(looks, i)):
        return label
    if _is_numbered(looks, i) or not (is_item(each) or is_lead_in(each)):
        return "heading" if each.words < UNENDED else "body"
    return "body"


def _is_numbered(looks: Sequence[Look], i: int) -> bool:
    """Whether a number opens a short line, and no item of the same list is above it: the head of a section."""
    return looks[i].kind == "open" and looks[i].text[0].isdigit() and not (i and is_item(looks[i - 1]))


def _without_loose_heads(labels: list[BlockLabel], looks: Sequence[Look]) -> list[BlockLabel]:
    """No text begins or ends with a crosshead."""
    for order in (range(len(labels)), range(len(labels) - 1, -1, -1)):
        for i in order:
            if labels[i] in {"body", "caption"}:
                break
            if labels[i] == "heading":
                labels[i] = outside(looks[i])
    return labels


def _is_gallery(looks: Sequence[Look], start: int, end: int) -> bool:
    return sum(each.kind == "credit" for each in looks[start : end + 1]) >= GALLERY


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
