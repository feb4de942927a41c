"""Chances of labels to names: the likeliest sequence in which a name begins before it goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from worker.pipeline.annotate.reading import NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    Chances = NDArray[np.float32]

_NEVER = np.float32(-1e9)
_FIRST = np.array([_NEVER if name.startswith("I-") else 0 for name in NAMES], np.float32)
_STEPS = np.array(  # [before, behind]: 0 where the second label may stand behind the first
    [[_NEVER if b.startswith("I-") and a[2:] != b[2:] else 0 for b in NAMES] for a in NAMES], np.float32
)


def spans(chances: Chances) -> Iterator[tuple[int, int, str]]:
    """`(start, stop, kind)` of each name, kind one of KINDS. `chances`: log chances `[words, len(NAMES)]`."""
    start, kind = 0, ""
    for at, number in enumerate([*best_labels(chances), 0]):
        mark, _, here = NAMES[number].partition("-")
        if kind and mark != "I":
            yield start, at, kind
        if mark == "B":
            start = at
        if mark != "I":
            kind = here


def best_labels(chances: Chances) -> list[int]:
    """Viterbi over numbers of NAMES: I-X stands behind B-X and I-X only. Often the best of each word will do."""
    if not len(chances):
        return []
    best = chances.argmax(1)
    if not (_STEPS[best[:-1], best[1:]].any() or _FIRST[best[0]]):
        return [int(number) for number in best]
    score, back = chances[0] + _FIRST, []
    for row in chances[1:]:
        ways = score[:, None] + _STEPS
        back.append(ways.argmax(0))
        score = ways.max(0) + row
    path = [int(score.argmax())]
    for step in reversed(back):
        path.append(int(step[path[-1]]))
    return path[::-1]
