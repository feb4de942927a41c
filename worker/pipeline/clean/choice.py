"""Which lines to choose where each is more or less surely the article's: those whose F1 may be expected to be best."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


def most_expected(sure: NDArray[np.float64], words: NDArray[np.float64]) -> NDArray[np.bool_]:
    """The lines whose choice gives the best word-F1 to be expected: more of them on a page where little is sure.

    Lines are taken from the surest down; the expected F1 of a choice is twice its sure words by its words and all sure
    words (Jansche 2007; the ratio of expectations, which is near enough for dozens of lines).
    """
    order = np.argsort(-sure, kind="stable")
    hits = np.cumsum((sure * words)[order])
    expected = 2 * hits / np.maximum(1e-9, np.cumsum(words[order]) + hits[-1])
    own = np.zeros(len(sure), dtype=np.bool_)
    own[order[: int(np.argmax(expected)) + 1]] = True
    return own
