"""Steps of AdamW over batches, saved often enough to go on after a stop; the same seed gives the same weights."""

from __future__ import annotations

import json
import time
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

import jax
import jax.numpy as jnp
import numpy as np
import optax
from safetensors.numpy import load_file, save_file

from worker.training.encoder.mixture import epoch, with_other_capitals
from worker.training.encoder.network import TEACHER, WORDS
from worker.training.encoder.windows import batches

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from numpy.typing import NDArray

    from worker.training.encoder.windows import Window

    Weights = dict[str, Any]
    Sets = dict[str, tuple[float, list[Window]]]

FROZEN = (WORDS, TEACHER)
PIECES = 2048  # a batch: 1,024 and 4,096 were not tried
SAVED_EVERY = 250  # steps; about three minutes of six layers


@dataclass(frozen=True, slots=True)
class Plan:
    """`rate` for the layers, `head_rate` for heads and features; warm-up over a twentieth, then down to zero."""

    epochs: int
    rate: float
    head_rate: float
    seed: int


@dataclass(frozen=True, slots=True)
class Progress:
    """Steps done and what they cost, in CPU seconds of all cores; kept beside the weights."""

    steps: int = 0
    cpu_seconds: float = 0.0


def fit(weights: Weights, loss: Callable[..., Any], sets: Sets, plan: Plan, folder: Path) -> Weights:
    """The fitted weights. `loss(weights, batch, key)`; `folder` keeps the state, from which a second call goes on.

    Weights of FROZEN names stay as they are and are given back, too.
    """
    total = plan.epochs * sum(1 for _ in _epoch(sets, plan, 0))
    fixed = {name: jnp.asarray(value) for name, value in weights.items() if name.startswith(FROZEN)}
    moving = {name: jnp.asarray(value) for name, value in weights.items() if name not in fixed}
    rule = _rule(moving, plan, total)
    state, progress = rule.init(moving), Progress()
    if (folder / "state.json").exists():
        moving, state, progress = _resumed(moving, state, folder)
    done = progress.steps

    def step(moving: Weights, state: Any, fixed: Weights, batch: Any, key: Any) -> Any:
        value, slopes = jax.value_and_grad(lambda w: loss({**w, **fixed}, batch, key))(moving)
        change, state = rule.update(slopes, state, moving)
        return optax.apply_updates(moving, change), state, value

    run = jax.jit(step, donate_argnums=(0, 1))
    began, mean, worked = time.monotonic(), None, progress.cpu_seconds - time.process_time()
    for at, batch in enumerate(_stream(sets, plan)):
        if at < done:
            continue
        moving, state, value = run(moving, state, fixed, batch, jax.random.fold_in(jax.random.key(plan.seed), at))
        mean = float(value) if mean is None else 0.98 * mean + 0.02 * float(value)
        if (at + 1) % 50 == 0:
            speed = PIECES * (at + 1 - done) / (time.monotonic() - began)
            print(f"step {at + 1} of {total}  loss {mean:.4f}  {speed:.0f} pieces/s", flush=True)  # noqa: T201 - a recipe's progress
        if (at + 1) % SAVED_EVERY == 0:
            _save(moving, state, Progress(at + 1, worked + time.process_time()), folder)
    _save(moving, state, Progress(total, worked + time.process_time()), folder)
    return {name: np.asarray(value) for name, value in {**moving, **fixed}.items()}


def cost(folder: Path) -> float:
    """What the fit kept in `folder` has cost, in CPU seconds of all cores."""
    return Progress(**json.loads((folder / "state.json").read_text())).cpu_seconds


def _stream(sets: Sets, plan: Plan) -> Iterator[dict[str, NDArray[np.int32]]]:
    for number in range(plan.epochs):
        yield from _epoch(sets, plan, number)


def _epoch(sets: Sets, plan: Plan, number: int) -> Iterator[dict[str, NDArray[np.int32]]]:
    rng = np.random.default_rng((plan.seed, number))
    for batch in batches(epoch(sets, rng), PIECES, rng):
        yield with_other_capitals(batch, rng)


def _rule(weights: Weights, plan: Plan, total: int) -> optax.GradientTransformation:
    kinds = {name: "head" if name.startswith("exit") or name == "features" else "body" for name in weights}

    def adam(rate: float) -> optax.GradientTransformation:
        schedule = optax.warmup_cosine_decay_schedule(0.0, rate, total // 20, total, rate / 100)
        return optax.chain(
            optax.scale_by_adam(b2=0.98), optax.add_decayed_weights(0.01), optax.scale_by_learning_rate(schedule)
        )

    parts = optax.multi_transform({"head": adam(plan.head_rate), "body": adam(plan.rate)}, kinds)
    return optax.chain(optax.clip_by_global_norm(1.0), parts)


def _save(weights: Weights, state: Any, progress: Progress, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    leaves = {f"state.{n}": np.asarray(leaf) for n, leaf in enumerate(jax.tree.leaves(state))}
    flat = {name: np.ascontiguousarray(value) for name, value in {**weights, **leaves}.items()}
    save_file(flat, folder / "new.safetensors")
    (folder / "new.safetensors").replace(folder / "state.safetensors")
    (folder / "state.json").write_text(json.dumps(asdict(progress)))


def _resumed(weights: Weights, state: Any, folder: Path) -> tuple[Weights, Any, Progress]:
    read = load_file(folder / "state.safetensors")
    count = len(jax.tree.leaves(state))
    leaves = [jnp.asarray(read.pop(f"state.{n}")) for n in range(count)]
    return (
        {name: jnp.asarray(read[name]) for name in weights},
        jax.tree.unflatten(jax.tree.structure(state), leaves),
        Progress(**json.loads((folder / "state.json").read_text())),
    )
