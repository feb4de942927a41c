"""How sure each line is once its way to the page's main text is looked at: an article stands together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from worker.pipeline.clean.surroundings import blur

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Column = NDArray[np.float64]

# Chosen by four-fold cross-validation over the training domains of ../shared/data/cleaning, mean word-F1 of full pages
# .9163 as the trees tell, .9249 here (containers .9316 and .9336, regions .9509 and .9504). Without FROM and UPTO, on
# pages of nothing but an article too, regions lose .003; trees that read the first trees' answers: -.010.
FROM, UPTO = 0.5, 0.7  # share of a page's words that are others': below it nothing is changed, above it all
NEAR, ON_THE_WAY = 1.5, 1.5  # logarithms of odds between the best and the worst
_DENSE: Final = 3  # lines: blur by which the main text is found
_STRETCH: Final = 2  # lines: blur by which a stretch of other lines is found
_WEAK: Final = 0.5  # a stretch of lines that are surer on average parts nothing
_SUREST: Final = 1e-4  # odds are kept finite


def held_together(sure: Column, words: Column) -> Column:
    """Odds go up where sure words are dense, and down beyond lines that part a line from the densest ones.

    Only on pages that are mostly others' text: there teasers, comments and further articles follow an article, which
    by themselves read like one.
    """
    much = _share_of_others(sure * words, words)
    if much == 0:
        return sure
    dense = blur(sure * words, _DENSE)
    way = _weakest_between(blur(sure, _STRETCH), int(np.argmax(dense)))
    near = dense / max(1e-6, float(dense.max()))
    moved = NEAR * (near - 0.5) + ON_THE_WAY * (np.minimum(1.0, way / _WEAK) - 0.5)
    capped = np.clip(sure, _SUREST, 1 - _SUREST)
    together: Column = 1 / (1 + (1 - capped) / capped * np.exp(-much * moved))
    return together


def _share_of_others(own: Column, words: Column) -> float:
    """0 on a page of at most FROM of other text, 1 from UPTO on."""
    others = 1 - float(own.sum()) / max(1.0, float(words.sum()))
    return min(1.0, max(0.0, (others - FROM) / (UPTO - FROM)))


def _weakest_between(sure: Column, main: int) -> Column:
    """The least value on the way from each line to line `main`, both ends counted."""
    above = np.minimum.accumulate(sure[main::-1])[::-1]
    below = np.minimum.accumulate(sure[main:])
    return np.concatenate([above, below[1:]])
