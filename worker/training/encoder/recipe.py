"""The encoder's recipe in order: base model, six layers with two exits, three layers that learn from the sixth."""

from __future__ import annotations

import json
from dataclasses import asdict
from importlib import resources
from typing import TYPE_CHECKING, Any

import numpy as np
from safetensors.numpy import load_file, save_file
from tokenizers import Tokenizer

from worker.pipeline.annotate.gazetteer import FILE, load_gazetteer
from worker.training.encoder import lexicon, network
from worker.training.encoder.base import fetch
from worker.training.encoder.card import card
from worker.training.encoder.evaluate import measured
from worker.training.encoder.fit import Plan, cost, fit
from worker.training.encoder.graph import export, seal
from worker.training.encoder.labels import counted
from worker.training.encoder.mixture import corpora, taught
from worker.training.encoder.objective import distilled, labelled
from worker.training.encoder.windows import Cutter

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from worker.training.encoder.labels import Labels

VERSION = "1.0.3"  # of the weights; raised by whoever ships others
SMALL, LARGE = 3, 6  # layers of the shipped network and of its teacher
EPOCHS, EPOCHS_OF_SMALL = 2, 1


def train(data: Path, work: Path, out: Path, seed: int) -> None:
    """Everything, into `work/seed-N`; then the graph and its card into `out`. Goes on where an earlier call stopped."""
    base, run = fetch(work / "base"), work / f"seed-{seed}"
    if not (run / "large.safetensors").exists():
        teach(base, data, run, seed=seed)
    if not (run / "small.safetensors").exists():
        distil(base, data, run, seed=seed)
    publish(base, data, run, out)


def publish(base: Path, data: Path, run: Path, out: Path) -> None:
    """Writes all `FILES` of the reader into `out`, its scores into `run`, and the card of all runs."""
    export(run / "small.safetensors", run / "labels.json", SMALL, out)
    seal(base / "tokenizer.json", lexicon.counted(taught(data)), out, VERSION)
    scores = measured(out, gazetteer(), data) | {"cpu_seconds": {part: cost(run / part) for part in ("large", "small")}}
    (run / "scores.json").write_text(json.dumps(scores, indent=1))
    runs = {file.parent.name: json.loads(file.read_text()) for file in sorted(run.parent.glob("seed-*/scores.json"))}
    (out / "MODEL_CARD.md").write_text(card(runs, shipped=run.name))


def tokenizer(base: Path) -> Tokenizer:
    """Without the truncation and padding to 128 pieces that the file asks for."""
    read = Tokenizer.from_file(str(base / "tokenizer.json"))
    read.no_truncation()
    read.no_padding()
    return read


def gazetteer() -> Mapping[str, int]:
    return load_gazetteer(resources.files("worker.pipeline.annotate.gazetteer").joinpath(FILE).read_bytes())


def teach(base: Path, data: Path, run: Path, *, seed: int) -> None:
    """Six layers, labels read behind the third, too; writes `large.safetensors` and `labels.json` into `run`."""
    sets, labels = _sets(base, data)
    rng = np.random.default_rng(seed)
    weights = network.base(base / "model.safetensors", LARGE) | network.heads(labels, (SMALL, LARGE), rng)
    exits = {LARGE: 1.0, SMALL: 0.5}
    plan = Plan(epochs=EPOCHS, rate=1.5e-4, head_rate=1e-3, seed=seed)
    fitted = fit(weights, lambda w, batch, key: labelled(w, batch, exits, key), sets, plan, run / "large")
    (run / "labels.json").write_text(json.dumps(asdict(labels)))
    save_file(fitted, run / "large.safetensors")


def distil(base: Path, data: Path, run: Path, *, seed: int) -> None:
    """Three layers that start from the teacher's first and learn labels and the teacher's opinion."""
    sets, _ = _sets(base, data)
    teacher: dict[str, Any] = load_file(run / "large.safetensors")
    own = ("embeddings.", "features", f"exit{SMALL}.", *(f"encoder.layer.{n}." for n in range(SMALL)))
    weights = {name: value for name, value in teacher.items() if name.startswith(own)}
    weights |= {network.TEACHER + name: value for name, value in teacher.items()}
    plan = Plan(epochs=EPOCHS_OF_SMALL, rate=1e-4, head_rate=5e-4, seed=seed)

    def loss(moving: Any, batch: Any, key: Any) -> Any:
        return distilled(moving, batch, (SMALL, LARGE), key)

    fitted = fit(weights, loss, sets, plan, run / "small")
    own_weights = {name: value for name, value in fitted.items() if not name.startswith(network.TEACHER)}
    save_file(own_weights, run / "small.safetensors")


def _sets(base: Path, data: Path) -> tuple[Any, Labels]:
    found = corpora(data)
    labels = counted(doc for _, documents in found.values() for doc in documents if doc.tags)
    cutter = Cutter(tokenizer(base), gazetteer(), labels)
    return {
        name: (share, [window for doc in documents for window in cutter.windows(doc)])
        for name, (share, documents) in found.items()
    }, labels
