"""Pages as arrays: the columns that the core reads of each line, the truth, and how much each line weighs."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from statistics import fmean
from typing import TYPE_CHECKING

import numpy as np

from worker.pipeline.clean.choice import most_expected
from worker.pipeline.clean.context import looks_on_page
from worker.pipeline.clean.continuity import held_together
from worker.pipeline.clean.layout import Line
from worker.pipeline.clean.rules import KEPT, labels_by_rules, labels_of
from worker.pipeline.clean.surroundings import surroundings

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from worker.pipeline.clean.wording import Look
    from worker.training.lines.pages import Page

_WORD = re.compile(r"\w+")
PAGE = 50.0  # what the lines of a page weigh together


@dataclass(frozen=True, slots=True)
class Example:
    """A page with its columns; `weights`: half by line, half by word, none for a line that is own in part."""

    page: Page
    looks: Sequence[Look]
    columns: NDArray[np.float32]
    own: NDArray[np.bool_]
    weights: NDArray[np.float64]


def example_of(page: Page) -> Example:
    lines = [Line(line.text, line.gap) for line in page.lines]
    looks = looks_on_page(lines, None)
    columns = surroundings(looks, [line.gap for line in lines], labels_by_rules(looks))
    words = np.array([1 + len(_WORD.findall(line.text)) for line in page.lines], dtype=np.float64)
    told = np.array([line.own is not None for line in page.lines])
    weights = PAGE * told * (words / words.sum() + 1 / len(words)) / 2
    return Example(page, looks, columns, np.array([bool(line.own) for line in page.lines]), weights)


def word_f1(example: Example, sure: NDArray[np.float64]) -> float:
    """How well the words of the lines that the core would choose are those of the article (as score_cleaning.py)."""
    words = np.array([look.words for look in example.looks], dtype=np.float64)
    own = most_expected(held_together(sure, words), words)
    labels = labels_of(example.looks, own.tolist())
    kept = " ".join(line.text for line, label in zip(example.page.lines, labels, strict=True) if label in KEPT)
    ours, theirs = (Counter(_WORD.findall(text.lower())) for text in (kept, example.page.body))
    both = (ours & theirs).total()
    return 2 * both / (ours.total() + theirs.total()) if both else float(ours == theirs)


def by_view(examples: Sequence[Example], scores: Sequence[float]) -> Mapping[str, float]:
    views = dict.fromkeys(example.page.view for example in examples)
    pairs = list(zip(examples, scores, strict=True))
    return {view: fmean(score for example, score in pairs if example.page.view == view) for view in views}
