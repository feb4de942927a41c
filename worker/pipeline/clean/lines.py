"""Which label each line of a page gets: its own wording, then its neighbours and its place in the sequence."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING

from worker.pipeline.clean.head import label_head, with_asking_headline
from worker.pipeline.clean.shapes import WORD, plain
from worker.pipeline.clean.wording import COUNTED, is_item, is_lead_in, look, outside, reads_on

if TYPE_CHECKING:
    from collections.abc import Sequence

    from worker.pipeline.clean.layout import Line
    from worker.pipeline.clean.wording import Look
    from worker.pipeline.values import BlockLabel

KEPT: frozenset[BlockLabel] = frozenset({"body", "heading", "caption"})

# Chosen on the 241 training pages of ../shared/data/cleaning, mean word-F1 of the three views:
FOOT = 0.4  # the article ends at a foot marker if less prose follows than this share of what precedes (0.2: -.003)
CROSSHEADS = 2  # open lines in a row that may be crossheads; longer runs are menus and teasers (3: -.001)
GALLERY = 3  # photo credits in the text: below it, a sentence beside a credit is rather a paragraph than a caption
QUOTED = 60  # words: a longer paragraph is no pull quote
# Lines either way, words of prose: a sentence with less around it stands in a menu (3, 20: -.001).
REACH, COMPANY = 6, 40


def label_lines(lines: Sequence[Line], title: str | None = None) -> tuple[BlockLabel, ...]:
    """One label a line; labelling the kept lines again keeps them all. `title`: the headline if it is known."""
    looks = _with_prose(_with_title(_looks(lines), title))
    looks = _without_lone(_without_copies(with_asking_headline(looks)))
    start, end = _extent(looks)
    labels: list[BlockLabel] = [outside(each) for each in looks]
    labels[:start] = label_head(looks[:start])
    labels[start:end] = _label_body(looks[start:end])
    return tuple(labels)


def _looks(lines: Sequence[Line]) -> list[Look]:
    """Lines of a page repeat; each wording is looked at once."""
    known: dict[str, Look] = {}
    for line in lines:
        if line.text not in known:
            known[line.text] = look(line)
    return [known[line.text] for line in lines]


def _with_title(looks: list[Look], title: str | None) -> list[Look]:
    """Lines that say the known headline again, in whatever marks, are headlines and no sentences."""
    words = _words(plain(title or "")[:COUNTED])
    if not words:
        return looks
    return [replace(each, kind="title") if _words(each.text) == words else each for each in looks]


def _words(text: str) -> list[str]:
    return [word.lower() for word in WORD.findall(text[:COUNTED])]


def _with_prose(looks: list[Look]) -> list[Look]:
    """A text without one finished sentence: its sentence-like lines are all there is."""
    if any(each.kind == "prose" for each in looks):
        return looks
    return [
        replace(each, kind="prose") if each.kind == "open" and each.words >= 3 and reads_on(each.text) else each
        for each in looks
    ]




def _label_body(looks: Sequence[Look]) -> list[BlockLabel]:
    gallery = sum(each.kind == "credit" for each in looks) >= GALLERY
    labels = [_label_inside(looks, i, gallery=gallery) for i in range(len(looks))]
    run = 0
    for i, each in enumerate(looks):
        run = run + 1 if each.kind == "open" and labels[i] == "other" else 0
        if 0 < run <= CROSSHEADS and _may_precede(looks, i - run) and _next_is_prose(looks, i):
            labels[i - run + 1 : i + 1] = ["heading"] * run
    return labels


def _label_inside(looks: Sequence[Look], i: int, *, gallery: bool) -> BlockLabel:
    each = looks[i]
    if each.kind == "prose":
        beside = {looks[j].kind for j in (i - 1, i + 1) if 0 <= j < len(looks)}
        return "caption" if gallery and "credit" in beside else "body"
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
    before = list(accumulate(_weights(looks), initial=0))
    for i, each in enumerate(looks):
        if each.stops and before[-1] - before[i] < FOOT * before[i]:
            return i
    return len(looks)


def _weights(looks: Sequence[Look]) -> list[int]:
    return [each.words if each.kind == "prose" else 0 for each in looks]


def _without_lone(looks: list[Look]) -> list[Look]:
    """A sentence with hardly any running text near, among lines that are none, is a teaser or a notice."""
    prose = list(accumulate(_weights(looks), initial=0))
    junk = list(accumulate((each.kind not in {"prose", "open"} for each in looks), initial=0))
    lone = set()
    for i, each in enumerate(looks):
        low, high = max(0, i - REACH), min(len(looks), i + REACH + 1)
        if each.kind == "prose" and prose[high] - prose[low] < COMPANY and junk[high] - junk[low] > 0:
            lone.add(i)
    if sum(looks[i].words for i in lone) > prose[-1] / 4:
        return looks  # a gallery or a list: such lines are its text
    return [replace(each, kind="open") if i in lone else each for i, each in enumerate(looks)]


def _without_copies(looks: list[Look]) -> list[Look]:
    """Pull quotes and repeated teasers: every five words in a row stand in another line too."""
    grams = [_five_grams(each) for each in looks]
    lines_with = Counter(gram for own in grams for gram in own)
    seen: Counter[frozenset[int]] = Counter()
    twins = Counter(grams)
    kept = []
    head = True
    for each, own in zip(looks, grams, strict=True):
        head = head and each.kind != "prose"
        copied = len(own) >= 2 and each.words <= QUOTED and all(lines_with[gram] > 1 for gram in own)
        first = not seen[own] and all(lines_with[gram] == twins[own] for gram in own)
        seen[own] += 1
        kept.append(replace(each, kind="other") if copied and not first and not head else each)
    return kept


def _five_grams(each: Look) -> frozenset[int]:
    if each.words < 6 or each.kind not in {"prose", "open"}:
        return frozenset()
    words = _words(each.text)
    return frozenset(hash(tuple(words[i : i + 5])) for i in range(len(words) - 4))
