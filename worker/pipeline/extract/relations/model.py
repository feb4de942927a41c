"""The relation model: the chances of each property for the pairs of one sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from worker.pipeline.extract.relations.network import Network
    from worker.pipeline.extract.relations.pairs import Pairs
    from worker.pipeline.values import Vectors


@dataclass(frozen=True, slots=True)
class RelationModel:
    """`calibration`: factor and summand that make a score the logarithm of odds; `graph`: SHA-256 of the encoder."""

    network: Network
    calibration: NDArray[np.float32]
    graph: str

    def chances(self, vectors: Vectors, pairs: Pairs) -> NDArray[np.float32]:
        """`[pairs, properties]`; `vectors` of the pairs' sentence."""
        scores = self.network(np.asarray(vectors, np.float32), pairs.clues, pairs.codes)
        return np.asarray(1 / (1 + np.exp(-scores * self.calibration[0] - self.calibration[1])))
