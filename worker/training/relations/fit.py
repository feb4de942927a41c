"""Fits the network on examples, seeded."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import jax
import numpy as np
import optax

from worker.pipeline.extract.relations.pairs import WORDS_AT_MOST
from worker.pipeline.extract.relations.vocabulary import PROPERTIES
from worker.training.relations.network import NO_CLUE, fresh, loss

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from worker.training.relations.examples import Example

EPOCHS, RATE, DECAY = 6, 2e-3, 0.1  # chosen on fold 3: 8 epochs and no decay are 2 points worse where precision is .85
PAIRS = 8  # of a row
SIZES = {48: 32, WORDS_AT_MOST: 16}  # words of a row -> rows of a batch


@dataclass(frozen=True, slots=True)
class Row:
    example: Example
    pairs: NDArray[Any]


def fit(examples: Sequence[Example], seed: int) -> dict[str, np.ndarray]:
    """The weights that worker/pipeline/extract/relations/network.py reads, without those of the judgement."""
    rng = np.random.default_rng(seed)
    mean, spread = _scale(examples)
    weights: Any = {name: jax.numpy.asarray(value) for name, value in fresh(len(mean), rng).items()}
    state, key = _OPTIMIZER.init(weights), jax.random.PRNGKey(seed)
    total = EPOCHS * sum(1 for _ in _batches(examples, rng))
    for number, rows in enumerate(batch for _ in range(EPOCHS) for batch in _batches(examples, rng)):
        key, now = jax.random.split(key)
        batch = _tensors(rows, mean, spread)
        weights, state = _step(weights, state, batch, now, np.float32(_rate(number / total)))
    return _unscaled({name: np.asarray(value) for name, value in weights.items()}, mean, spread)


def _scale(examples: Sequence[Example]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    words = np.concatenate([example.words for example in examples[::5]]).astype(np.float32)
    return words.mean(0), words.std(0) + np.float32(1e-3)


def _unscaled(
    weights: dict[str, np.ndarray], mean: NDArray[np.float32], spread: NDArray[np.float32]
) -> dict[str, np.ndarray]:
    """The scale of the words becomes part of the first layer, and rows for no clue and no word go."""
    first = weights["words/w"] / spread[:, None]
    changed = {"words/w": first, "words/b": weights["words/b"] - mean @ first}
    changed |= {name: weights[name][:NO_CLUE] for name in ("clues", "query/clues", "direct")}
    return {**weights, **changed}


def _rate(done: float) -> float:
    """Of the learning rate: up in a twentieth of all steps, then down along a cosine."""
    return min(done / 0.05, 1.0) * (0.02 + 0.98 * (0.5 + 0.5 * math.cos(math.pi * done)))


_OPTIMIZER = optax.chain(optax.clip_by_global_norm(1.0), optax.scale_by_adam(b2=0.98), optax.add_decayed_weights(DECAY))


@jax.jit  # type: ignore[untyped-decorator]
def _step(weights: Any, state: Any, batch: Any, key: Any, rate: Any) -> tuple[Any, Any]:
    gradients = jax.grad(loss)(weights, batch, key)
    updates, state = _OPTIMIZER.update(gradients, state, weights)
    return jax.tree.map(lambda w, u: w - RATE * rate * u, weights, updates), state


def _batches(examples: Sequence[Example], rng: np.random.Generator) -> Iterator[list[Row]]:
    """Rows of like length, in an order drawn anew at each call."""
    by_size: dict[int, list[Row]] = defaultdict(list)
    for example in examples:
        order = rng.permutation(len(example.ends))
        size = next(size for size in SIZES if len(example.words) <= size)
        by_size[size] += [Row(example, order[at : at + PAIRS]) for at in range(0, len(order), PAIRS)]
    batches = []
    for size, rows in by_size.items():
        mixed = [rows[at] for at in rng.permutation(len(rows))]
        batches += [mixed[at : at + SIZES[size]] for at in range(0, len(mixed), SIZES[size])]
    return iter([batches[at] for at in rng.permutation(len(batches))])


def _tensors(rows: Sequence[Row], mean: NDArray[np.float32], spread: NDArray[np.float32]) -> dict[str, np.ndarray]:
    size = next(size for size in SIZES if all(len(row.example.words) <= size for row in rows))
    count = SIZES[size]
    words = np.zeros((count, size, len(mean)), np.float32)
    codes = np.zeros((count, PAIRS, size), np.int32)
    clues = np.full((count, PAIRS, rows[0].example.clues.shape[1]), NO_CLUE, np.int32)
    right, judged = (np.zeros((count, PAIRS, len(PROPERTIES)), np.float32) for _ in range(2))
    for at, row in enumerate(rows):
        e, n, length = row.example, len(row.pairs), len(row.example.words)
        words[at, :length] = (e.words - mean) / spread
        codes[at, :n, :length] = e.codes[row.pairs]
        clues[at, :n] = e.clues[row.pairs]
        right[at, :n], judged[at, :n] = e.right[row.pairs], e.judged[row.pairs]
    return {"words": words, "codes": codes, "clues": clues, "right": right, "judged": judged}
