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
    from collections.abc import Sequence

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
ROUNDS: Final = 8  # what is kept is read again until nothing more goes: two rounds are usual


def label_lines(
    lines: Sequence[Line], title: str | None = None, chosen: Sequence[bool] | None = None
) -> tuple[BlockLabel, ...]:
    """One label a line; labelling the kept lines again keeps them all.

    `title`: the headline if it is known; `chosen`: what an extractor takes by the page's markup, if it has any.
    """
    known: dict[str, Look] = {}
    labels = _labels(lines, title, chosen, known)
    for _ in range(ROUNDS if chosen is None else 0):
        kept = [i for i, label in enumerate(labels) if label in KEPT]
        if len(kept) > MOST:  # rules alone: what they keep they keep again
            break
        if len(kept) == len(lines) and all(line.gap for line in lines):
            break  # the same lines with the same space around them read the same
        again = _labels([replace(lines[i], gap=True) for i in kept], title, known=known)
        if KEPT.issuperset(again):
            break
        for i, label in zip(kept, again, strict=True):
            labels[i] = label
    return tuple(labels)


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
