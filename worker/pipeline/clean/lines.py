"""Which label each line of a page gets: trees choose the article's lines, rules tell what each line is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import numpy as np

from worker.pipeline.clean.choice import most_expected
from worker.pipeline.clean.context import looks_on_page
from worker.pipeline.clean.continuity import held_together
from worker.pipeline.clean.forest import LINES
from worker.pipeline.clean.rules import KEPT, labels_by_rules, labels_of
from worker.pipeline.clean.surroundings import surroundings

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from worker.pipeline.clean.layout import Line
    from worker.pipeline.clean.wording import Look
    from worker.pipeline.values import BlockLabel

__all__ = ["KEPT", "label_lines"]
FEWEST, MOST = 5, 6_000  # lines: below is no page around a text, above no article in a page
# Chosen on the 60 training pages with markup of ../shared/data/cleaning, word-F1 .940: trafilatura's choice as it is
# .931, less what is below .05 .939, less what is below .3 .937; lines that it leaves from .7 on .936.
AGREED, ALONE = 0.2, 0.95
# From this share of captions on, a page is a gallery: word-F1 in cross-validation is the same (region +.0002), and a
# gallery keeps the captions near its end. In texts of up to SHORT lines, too: -.0002, and lists there keep their items.
GALLERY, DOUBTED_CAPTION = 0.25, 0.2
SHORT, DOUBTED = 20, 0.1
# What is kept is read again until nothing more goes: once on 96 % of the 993 pages of ../shared/data/cleaning, at most
# seven times. At ease are ROUNDS readings of a page and MOST lines besides: pages of up to 100 lines always are.
ROUNDS: Final = 8
SHED: Final = 4  # one line in so many goes with each reading after that


def label_lines(
    lines: Sequence[Line], title: str | None = None, chosen: Sequence[bool] | None = None
) -> tuple[BlockLabel, ...]:
    """One label a line; labelling the kept lines again, as the clean text sets them, keeps them all.

    `title`: the headline if it is known; `chosen`: what an extractor takes by the page's markup, if it has any. Then
    the lines are read once: what is left of them has no markup that could choose again.
    """
    known: dict[str, Look] = {}
    labels = _labels(lines, title, chosen, known)
    if chosen is None and not _reads_the_same(lines, labels):
        _settle(labels, lines, title, known)
    return tuple(labels)


def _reads_the_same(lines: Sequence[Line], labels: Sequence[BlockLabel]) -> bool:
    """Whether the clean text is what was read: nothing went, and where trees read, its space is the clean text's."""
    if not KEPT.issuperset(labels):
        return False
    return not FEWEST <= len(lines) <= MOST or all(line.gap == (i > 0) for i, line in enumerate(lines))


def _settle(labels: list[BlockLabel], lines: Sequence[Line], title: str | None, known: dict[str, Look]) -> None:
    """Reads what is kept again, as the clean text sets it, until all of it is kept once more.

    That ends, since every reading but the last leaves lines out; and soon, since those that are not read at ease lose
    a quarter of what is left at its end, so that all of these together are no longer than four pages.
    """
    kept, ease = _kept(labels, range(len(lines))), ROUNDS * len(lines) + MOST
    while kept:
        again = _labels(_as_set([lines[i] for i in kept]), title, known=known)
        for i, label in zip(kept, again, strict=True):
            if labels[i] != "caption" or label not in KEPT:  # captions were told by credits, which are gone
                labels[i] = label
        if KEPT.issuperset(again):
            return
        ease -= len(kept)
        for i in kept[-(len(kept) // SHED + 1) :] if ease < 0 else ():
            labels[i] = "other"
        kept = _kept(labels, kept)


def _kept(labels: Sequence[BlockLabel], among: Iterable[int]) -> list[int]:
    return [i for i in among if labels[i] in KEPT]


def _as_set(lines: Sequence[Line]) -> list[Line]:
    """The lines as the clean text sets them: a blank line between each two, none before the first."""
    return [replace(line, gap=i > 0) for i, line in enumerate(lines)]


def _labels(
    lines: Sequence[Line], title: str | None, chosen: Sequence[bool] | None = None, known: dict[str, Look] | None = None
) -> list[BlockLabel]:
    looks = looks_on_page(lines, title, known)
    ruled = labels_by_rules(looks)
    if not FEWEST <= len(lines) <= MOST:
        return ruled
    sure = LINES.probabilities(surroundings(looks, [line.gap for line in lines], ruled))
    doubted = _doubted(looks, ruled, sure)
    if chosen is None:
        words = np.array([each.words for each in looks], dtype=np.float64)
        own = most_expected(held_together(sure, words), words) | doubted
    else:
        own = np.where(chosen, doubted | (sure > AGREED), sure > ALONE)
    return labels_of(looks, own.tolist()) if own.any() else ruled


def _doubted(
    looks: Sequence[Look], ruled: Sequence[BlockLabel], sure: NDArray[np.float64]
) -> NDArray[np.bool_]:
    """Lines that trees doubt and that are kept: in a gallery, whose text is captions, and in short and bare texts."""
    kept = np.array([label in KEPT for label in ruled])
    if ruled.count("caption") >= max(1.0, GALLERY * kept.sum()):
        return kept & (sure > DOUBTED_CAPTION)
    bare = all(each.kind in {"prose", "open"} for each in looks)
    return kept & (sure > DOUBTED) & (bare or len(ruled) <= SHORT)
