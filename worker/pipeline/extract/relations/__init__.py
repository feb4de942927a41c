"""Relations that a fitted model reads off the encoder's vectors, beside those that rules draw."""

from __future__ import annotations

import io

import numpy as np

from worker.pipeline.extract.relations.model import RelationModel
from worker.pipeline.extract.relations.network import Network

__all__ = ["FILE", "NAME", "RelationModel", "load_relations"]
FILE = "relations.npz"  # beside this module; made by worker/training/relations/
NAME = "newsfacts-relations@1.0.0"  # raised by whoever ships other weights


def load_relations(data: bytes) -> RelationModel:
    """The content of `FILE`, 16 bits a weight, to a model that counts in 32."""
    with np.load(io.BytesIO(data), allow_pickle=False) as arrays:
        graph = str(arrays["graph"])
        weights = {name: arrays[name].astype(np.float32) for name in arrays.files if name != "graph"}
    return RelationModel(Network(weights), weights.pop("calibration"), graph)
