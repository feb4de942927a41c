"""The network: MiniLM's layers, and heads for names, tags, lemmas and dependencies behind two of them.

Layers and names of weights are BERT's (Devlin et al. 2019); arcs are scored by the biaffine form of Dozat and Manning
(2017), relations by one hidden layer over dependent and head (Kiperwasser and Goldberg 2016), which costs a fiftieth of
the biaffine one at run time. A root is an arc to the word itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import jax
import jax.numpy as jnp
import numpy as np
from safetensors.numpy import load_file

from worker.pipeline.annotate.encoder.features import FEATURES
from worker.pipeline.annotate.reading import NAMES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from jax import Array

    from worker.training.encoder.labels import Labels

    Weights = Mapping[str, Array]

HIDDEN, HEADS = 384, 12
ARC, RELATION = 192, 192  # widths of the parser's inner layers
LINEAR = ("names", "tags", "fine", "scripts")
WORDS = "embeddings.word_embeddings.weight"  # frozen: half of all weights, most of whose rows are never met
TEACHER = "teacher."  # before the names of weights that only give an opinion
FAR = -1e9


def base(file: Path, layers: int) -> dict[str, np.ndarray]:
    """The embeddings and first layers of the pretrained model."""
    read = load_file(file)
    kept = (f"encoder.layer.{n}." for n in range(layers))
    wanted = ("embeddings.", *kept)
    weights = {name: value.astype(np.float32) for name, value in read.items() if name.startswith(wanted)
               and value.dtype.kind == "f"}  # fmt: skip
    return {**weights, "features": np.zeros((FEATURES, HIDDEN), np.float32)}


def heads(labels: Labels, exits: Sequence[int], rng: np.random.Generator) -> dict[str, np.ndarray]:
    """Fresh heads behind each of the layers `exits`."""
    made = {}
    for layer in exits:
        sizes = {name: (HIDDEN, len(NAMES if name == "names" else getattr(labels, name))) for name in LINEAR}
        sizes |= {"dependent": (HIDDEN, ARC), "governor": (HIDDEN, ARC), "arcs": (ARC, ARC), "head": (ARC, 1)}
        sizes |= {"below": (HIDDEN, RELATION), "above": (HIDDEN, RELATION)}
        sizes |= {"relations": (RELATION, len(labels.relations))}
        for name, (rows, columns) in sizes.items():
            spread = 0.02 if rows == HIDDEN else rows**-0.5
            made[f"exit{layer}.{name}.w"] = (rng.standard_normal((rows, columns)) * spread).astype(np.float32)
            made[f"exit{layer}.{name}.b"] = np.zeros(columns, np.float32)
    return made


def states(weights: Weights, ids: Array, features: Array, exits: Sequence[int], key: Array | None) -> dict[int, Array]:
    """Hidden states `[rows * size, HIDDEN]` behind each layer of `exits`; dropout if there is a key.

    Matrix products run over the flat rows: the gradients of three-dimensional operands are twice as slow on a CPU.
    """
    rows, size = ids.shape
    e = "embeddings."
    x = weights[e + "word_embeddings.weight"][ids] + weights[e + "position_embeddings.weight"][:size]
    x = x + weights[e + "token_type_embeddings.weight"][0] + weights["features"][features]
    x = _norm(x.reshape(rows * size, HIDDEN), weights, e + "LayerNorm")
    x = dropped(x, 0.1, key)
    bias = jnp.where(ids > 0, 0.0, FAR)[:, None, None, :]
    found = {}
    for layer in range(max(exits)):
        x = _layer(weights, f"encoder.layer.{layer}.", x, bias, (rows, size))
        if layer + 1 in exits:
            found[layer + 1] = x
    return found


def _layer(weights: Weights, name: str, x: Array, bias: Array, shape: tuple[int, int]) -> Array:
    rows, size = shape

    def split(part: str) -> Array:
        flat = _linear(weights, f"{name}attention.self.{part}", x)
        return flat.reshape(rows, size, HEADS, HIDDEN // HEADS).transpose(0, 2, 1, 3)

    query, keys, values = split("query"), split("key"), split("value")
    looks = jax.nn.softmax(query @ keys.transpose(0, 1, 3, 2) * (HEADS / HIDDEN) ** 0.5 + bias, -1)
    seen = (looks @ values).transpose(0, 2, 1, 3).reshape(rows * size, HIDDEN)
    x = _norm(x + _linear(weights, name + "attention.output.dense", seen), weights, name + "attention.output.LayerNorm")
    inner = jax.nn.gelu(_linear(weights, name + "intermediate.dense", x), approximate=True)
    return _norm(x + _linear(weights, name + "output.dense", inner), weights, name + "output.LayerNorm")


def scores(weights: Weights, layer: int, x: Array, sentences: Array, key: Array | None) -> dict[str, Array]:
    """Scores of each head behind `layer`: linear ones `[rows, size, labels]`, arcs `[rows, size, size]`.

    An arc leads from a word (row) to its head (column); heads outside the sentence score FAR. `below` and `above` are
    what `related` joins.
    """
    rows, size = sentences.shape
    keys = (None,) * 3 if key is None else jax.random.split(key, 3)
    x = dropped(x, 0.1, keys[0])

    def head(name: str, y: Array) -> Array:
        return y @ weights[f"exit{layer}.{name}.w"] + weights[f"exit{layer}.{name}.b"]

    found = {name: head(name, x).reshape(rows, size, -1) for name in LINEAR}
    dependent, governor = (jax.nn.relu(head(name, x)) for name in ("dependent", "governor"))
    dependent, governor = (dropped(y, 0.2, keys[1]).reshape(rows, size, ARC) for y in (dependent, governor))
    arcs = (head("arcs", dependent.reshape(-1, ARC)).reshape(rows, size, ARC)) @ governor.transpose(0, 2, 1)
    arcs = arcs + head("head", governor).reshape(rows, 1, size)
    same = (sentences[:, :, None] == sentences[:, None, :]) & (sentences[:, :, None] >= 0)
    found["arcs"] = jnp.where(same, arcs, FAR)
    found["below"], found["above"] = (head(name, x).reshape(rows, size, RELATION) for name in ("below", "above"))
    return found


def related(weights: Weights, layer: int, found: Mapping[str, Array], at: Array) -> Array:
    """Scores of the relations `[rows, size, relations]` of each word to the head at piece `at` `[rows, size]`."""
    above = jnp.take_along_axis(found["above"], at[..., None], 1)
    inner = jax.nn.relu(found["below"] + above)
    return inner @ weights[f"exit{layer}.relations.w"] + weights[f"exit{layer}.relations.b"]


def dropped(x: Array, rate: float, key: Array | None) -> Array:
    if key is None:
        return x
    return jnp.where(jax.random.bernoulli(key, 1 - rate, x.shape), x / (1 - rate), 0)


def _linear(weights: Weights, name: str, x: Array) -> Array:
    return x @ weights[name + ".weight"].T + weights[name + ".bias"]


def _norm(x: Array, weights: Weights, name: str) -> Array:
    centred = x - x.mean(-1, keepdims=True)
    scale = jax.lax.rsqrt((centred * centred).mean(-1, keepdims=True) + 1e-12)
    return centred * scale * weights[name + ".weight"] + weights[name + ".bias"]
