"""Names that a model simply claims, as log chances: what the other readers tell of themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from worker.pipeline.annotate.reading import KINDS, NAMES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

_SPILL = 1e-3  # chance of each label that nobody spoke for: no harmony of mentions may divide by nothing
_COLUMN = {name: at for at, name in enumerate(NAMES)}


def chances(words: int, claims: Iterable[tuple[int, int, str, float]], silence: float) -> NDArray[np.float32]:
    """Log chances `[words, len(NAMES)]`. A claim: `(start, stop, kind, how sure)`; claims do not overlap.

    What a claim leaves goes to O. `silence`: chance of O where nothing is claimed; the rest is shared evenly.
    """
    others = (1 - silence) / (2 * len(KINDS))
    found = np.full((words, len(NAMES)), others, np.float32)
    found[:, 0] = silence
    for start, stop, kind, sure in claims:
        found[start:stop] = _SPILL
        found[start:stop, 0] = max(1 - sure, _SPILL)
        found[start + 1 : stop, _COLUMN["I-" + kind]] = sure
        found[start, _COLUMN["B-" + kind]] = sure
    logs: NDArray[np.float32] = np.log(found / found.sum(1, keepdims=True))
    return logs
