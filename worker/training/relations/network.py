"""The relation model as it is fitted: worker/pipeline/extract/relations/network.py in batches, with dropout."""

from __future__ import annotations

from typing import TYPE_CHECKING

import jax
import jax.numpy as jnp
import numpy as np

from worker.pipeline.extract.relations.network import POOLS
from worker.pipeline.extract.relations.pairs import CLUES, CODES
from worker.pipeline.extract.relations.vocabulary import PROPERTIES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jax import Array

    Weights = Mapping[str, Array]

WIDTH, INNER, HEADS, HEAD = 128, 192, 4, 32
NO_CLUE = CLUES  # fills the rows of pairs that are none
RARE = -1.5  # scores start where one pair in six is a fact


def fresh(width: int, rng: np.random.Generator) -> dict[str, np.ndarray]:
    """`width`: numbers a word."""
    seen = HEADS * HEAD

    def drawn(*shape: int, spread: float = 0.0) -> np.ndarray:
        return (rng.standard_normal(shape) * (spread or shape[0] ** -0.5)).astype(np.float32)

    return {
        "words/w": drawn(width, WIDTH), "words/b": np.zeros(WIDTH, np.float32),
        "pooled/w": drawn(len(POOLS) * WIDTH, INNER, spread=WIDTH**-0.5), "seen/w": drawn(seen, INNER),
        "clues": drawn(CLUES + 1, INNER, spread=0.1), "inner/b": np.zeros(INNER, np.float32),
        "query/w": drawn(2 * WIDTH, seen), "query/clues": drawn(CLUES + 1, seen, spread=0.05),
        "key/w": drawn(WIDTH, seen), "key/codes": drawn(CODES, seen, spread=0.05),
        "value/w": drawn(WIDTH, seen), "value/codes": drawn(CODES, seen, spread=0.05),
        "attention/codes": np.zeros((HEADS, CODES), np.float32),
        "out/w": drawn(INNER, len(PROPERTIES)), "out/b": np.full(len(PROPERTIES), RARE, np.float32),
        "direct": np.zeros((CLUES + 1, len(PROPERTIES)), np.float32),
    }  # fmt: skip


def scores(w: Weights, batch: Mapping[str, Array], key: Array | None) -> Array:
    """`[rows, pairs, properties]`; a row is a sentence or some pairs of it. Dropout if there is a key."""
    keys = [None] * 4 if key is None else list(jax.random.split(key, 4))
    rows, pairs, _ = batch["codes"].shape
    x = jax.nn.gelu(dropped(batch["words"], 0.1, keys[0]) @ w["words/w"] + w["words/b"])
    x = dropped(x, 0.2, keys[1])
    one_hot = jax.nn.one_hot(batch["codes"], CODES)
    share = jnp.einsum("rptc,kc->rpkt", one_hot, POOLS)
    pooled = jnp.einsum("rpkt,rtd->rpkd", share, x) / jnp.maximum(share.sum(-1, keepdims=True), 1)
    seen = _attended(w, x, pooled, {**batch, "one_hot": one_hot}, keys[2])
    inner = pooled.reshape(rows, pairs, -1) @ w["pooled/w"] + seen @ w["seen/w"]
    inner = inner + w["clues"][batch["clues"]].sum(2) + w["inner/b"]
    inner = dropped(jax.nn.gelu(inner), 0.4, keys[3])
    return inner @ w["out/w"] + w["out/b"] + w["direct"][batch["clues"]].sum(2)


def _attended(w: Weights, x: Array, pooled: Array, batch: Mapping[str, Array], key: Array | None) -> Array:
    """Codes are looked up by products with `one_hot`: gradients of look-ups are ten times as slow on a CPU."""
    one_hot = batch["one_hot"]
    rows, pairs, words = batch["codes"].shape
    query = pooled[:, :, :2].reshape(rows, pairs, -1) @ w["query/w"] + w["query/clues"][batch["clues"]].sum(2)
    query = query.reshape(rows, pairs, HEADS, HEAD)
    keys, values = ((x @ w[name]).reshape(rows, words, HEADS, HEAD) for name in ("key/w", "value/w"))
    codes = {name: w[name].reshape(CODES, HEADS, HEAD) for name in ("key/codes", "value/codes")}
    by_code = jnp.einsum("rphd,chd->rphc", query, codes["key/codes"]) * HEAD**-0.5 + w["attention/codes"]
    looks = jnp.einsum("rphd,rthd->rpht", query, keys) * HEAD**-0.5 + jnp.einsum("rphc,rptc->rpht", by_code, one_hot)
    looks = jax.nn.softmax(jnp.where(batch["codes"][:, :, None] > 0, looks, -1e9), -1)
    looks = dropped(looks, 0.1, key)
    seen = jnp.einsum("rpht,rthd->rphd", looks, values)
    seen = seen + jnp.einsum("rphc,chd->rphd", jnp.einsum("rpht,rptc->rphc", looks, one_hot), codes["value/codes"])
    return seen.reshape(rows, pairs, -1)


def loss(w: Weights, batch: Mapping[str, Array], key: Array) -> Array:
    """Mean cross-entropy over what is judged, towards 1 % of doubt."""
    z, y, judged = scores(w, batch, key), batch["right"], batch["judged"]
    y = y * 0.98 + 0.01
    each = jnp.maximum(z, 0) - z * y + jnp.log1p(jnp.exp(-jnp.abs(z)))
    return (each * judged).sum() / jnp.maximum(judged.sum(), 1)


def dropped(x: Array, rate: float, key: Array | None) -> Array:
    if key is None:
        return x
    return jnp.where(jax.random.bernoulli(key, 1 - rate, x.shape), x / (1 - rate), 0)
