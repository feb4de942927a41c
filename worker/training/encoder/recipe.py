"""The encoder's recipe in order: base model, six layers with two exits, three layers that learn from the sixth."""

from __future__ import annotations

import json
from dataclasses import asdict
from importlib import resources
from typing import TYPE_CHECKING

import numpy as np
from safetensors.numpy import load_file, save_file
from tokenizers import Tokenizer

from worker.pipeline.annotate.gazetteer import FILE, load_gazetteer
from worker.training.encoder import network
from worker.training.encoder.fit import Plan, fit
from worker.training.encoder.labels import counted
from worker.training.encoder.mixture import corpora
from worker.training.encoder.objective import distilled, labelled
from worker.training.encoder.windows import Cutter

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from worker.training.encoder.labels import Labels

SMALL, LARGE = 3, 6  # layers of the shipped network and of its teacher


def tokenizer(base: Path) -> Tokenizer:
    """Without the truncation and padding to 128 pieces that the file asks for."""
    read = Tokenizer.from_file(str(base / "tokenizer.json"))
    read.no_truncation()
    read.no_padding()
    return read


def teach(base: Path, data: Path, work: Path, *, seed: int, epochs: int = 3) -> None:
    """Six layers, labels read behind the third, too; writes `large.safetensors` and `labels.json` into `work`."""
    sets, labels = _sets(base, data)
    rng = np.random.default_rng(seed)
    weights = network.base(base / "model.safetensors", LARGE) | network.heads(labels, (SMALL, LARGE), rng)
    exits = {LARGE: 1.0, SMALL: 0.5}
    plan = Plan(epochs=epochs, rate=1.5e-4, head_rate=1e-3, seed=seed)
    fitted = fit(weights, lambda w, batch, key: labelled(w, batch, exits, key), sets, plan, work / "large")
    save_file(fitted, work / "large.safetensors")
    (work / "labels.json").write_text(json.dumps(asdict(labels)))


def distil(base: Path, data: Path, work: Path, *, seed: int, epochs: int = 2) -> None:
    """Three layers that start from the teacher's first and learn labels and the teacher's opinion."""
    sets, _ = _sets(base, data)
    teacher: dict[str, Any] = load_file(work / "large.safetensors")
    own = ("embeddings.", "features", f"exit{SMALL}.", *(f"encoder.layer.{n}." for n in range(SMALL)))
    weights = {name: value for name, value in teacher.items() if name.startswith(own)}
    plan = Plan(epochs=epochs, rate=1e-4, head_rate=5e-4, seed=seed)

    def loss(moving: Any, batch: Any, key: Any) -> Any:
        return distilled(moving, teacher, batch, (SMALL, LARGE), key)

    fitted = fit(weights, loss, sets, plan, work / "small")
    save_file(fitted, work / "small.safetensors")


def _sets(base: Path, data: Path) -> tuple[Any, Labels]:
    found = corpora(data)
    labels = counted(doc for _, documents in found.values() for doc in documents if doc.tags)
    known = load_gazetteer(resources.files("worker.pipeline.annotate.gazetteer").joinpath(FILE).read_bytes())
    cutter = Cutter(tokenizer(base), known, labels)
    return {
        name: (share, [window for doc in documents for window in cutter.windows(doc)])
        for name, (share, documents) in found.items()
    }, labels
