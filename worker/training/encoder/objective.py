"""What a step makes smaller: the surprise at the labels, and at a larger network's opinion where there is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import jax
import jax.numpy as jnp

from worker.pipeline.annotate.reading import NAMES
from worker.training.encoder.labels import FREE
from worker.training.encoder.network import LINEAR, TEACHER, related, scores, states

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jax import Array

    from worker.training.encoder.network import Weights

    Batch = Mapping[str, Array]

WEIGHT = {"names": 1.0, "tags": 0.5, "fine": 0.5, "scripts": 0.3, "heads": 1.0, "relations": 0.7}
_OTHER = jnp.array([at for at, name in enumerate(NAMES) if name == "O" or name.endswith("MISC")])
_NONE = -1


def labelled(weights: Weights, batch: Batch, exits: Mapping[int, float], key: Array | None) -> Array:
    """Mean over words of the weighted log losses behind each exit; `exits`: layer -> weight."""
    seen = states(weights, batch["ids"], batch["features"], tuple(exits), _part(key, 0))

    def behind(layer: int) -> Array:
        found = scores(weights, layer, seen[layer], batch["sentences"], _part(key, layer))
        return _surprise(weights, layer, found, batch)

    return sum(share * behind(layer) for layer, share in exits.items())


def distilled(weights: Weights, batch: Batch, exits: tuple[int, int], key: Array) -> Array:
    """Half the surprise at the labels, and the divergence from what the teacher says behind its own exit."""
    small, large = exits
    teacher = {name.removeprefix(TEACHER): value for name, value in weights.items() if name.startswith(TEACHER)}
    seen = states(teacher, batch["ids"], batch["features"], (large,), None)[large]
    told = scores(teacher, large, seen, batch["sentences"], None)
    seen = states(weights, batch["ids"], batch["features"], (small,), _part(key, 0))[small]
    found = scores(weights, small, seen, batch["sentences"], _part(key, 1))
    at = jnp.argmax(told["arcs"], -1)
    pairs = {name: (told[name], found[name]) for name in LINEAR}
    pairs["heads"] = (told["arcs"], found["arcs"])
    pairs["relations"] = (related(teacher, large, told, at), related(weights, small, found, at))
    words = batch["sentences"] >= 0
    apart = sum(WEIGHT[name] * _divergence(*pair, words) for name, pair in pairs.items())
    return 0.5 * _surprise(weights, small, found, batch) + apart


def _surprise(weights: Weights, layer: int, found: Mapping[str, Array], batch: Batch) -> Array:
    at = jnp.maximum(batch["heads"], 0)
    outputs = {name: found[name] for name in LINEAR} | {
        "heads": found["arcs"], "relations": related(weights, layer, found, at)
    }  # fmt: skip
    words = jnp.maximum((batch["sentences"] >= 0).sum(), 1)
    losses = (WEIGHT[name] * _loss(output, batch[name], free=name == "names") for name, output in outputs.items())
    return sum(losses) / words


def _loss(output: Array, label: Array, *, free: bool) -> Array:
    chances = jax.nn.log_softmax(output, -1)
    one = jnp.take_along_axis(chances, jnp.clip(label, 0, output.shape[-1] - 1)[..., None], -1)[..., 0]
    if free:
        one = jnp.where(label == FREE, jax.nn.logsumexp(chances[..., _OTHER], -1), one)
    return -jnp.where(label > _NONE, one, 0).sum()


def _divergence(told: Array, found: Array, words: Array) -> Array:
    chances = jax.nn.softmax(told, -1)
    cross = -(chances * jnp.maximum(jax.nn.log_softmax(found, -1), -30.0)).sum(-1)
    return jnp.where(words, cross, 0).sum() / jnp.maximum(words.sum(), 1)


def _part(key: Array | None, number: int) -> Array | None:
    return None if key is None else jax.random.fold_in(key, number)
