"""The relation model's recipe in order: read the passages, cross-validate, fit on all of them, write model and card."""

from __future__ import annotations

import io
import json
import pickle
import time
from typing import TYPE_CHECKING, Any

import numpy as np

from worker.pipeline.extract.relations import FILE
from worker.pipeline.extract.relations.draw import LEAST
from worker.training.relations.card import card
from worker.training.relations.corpus import knowledgenet
from worker.training.relations.crossing import crossed, whole
from worker.training.relations.examples import examples
from worker.training.relations.held_out import FOLDS, Model, facts, held_out
from worker.training.relations.reader import graph, reader
from worker.training.relations.scoring import tally

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from worker.training.relations.corpus import Passage
    from worker.training.relations.examples import Example

CARD, COST = "MODEL_CARD.md", "cost.json"
CHANCES = (0.3, 0.4, 0.5, 0.6, 0.7, 0.75, LEAST, 0.9)


def train(data: Path, work: Path, out: Path, folds_out: Path, seed: int) -> None:
    """Model and card go into `out`, the models of the cross-validation into `folds_out`, all else into `work`."""
    run = work / f"relations-{seed}"
    run.mkdir(parents=True, exist_ok=True)
    passages = list(knowledgenet(data))
    own = _kept(run, "knowledgenet", lambda: list(examples(passages, reader())))
    models = _kept(run, "crossed", lambda: crossed(own, seed))
    (out / FILE).write_bytes(packed(_kept(run, "whole", lambda: whole(own, models, seed))))
    folds_out.mkdir(exist_ok=True)
    for fold in FOLDS:
        (folds_out / f"fold-{fold}.npz").write_bytes(packed(models[fold]))
    scores = measured(passages, own, models) | {"cpu_seconds": sum(_costs(run).values())}
    (run / "scores.json").write_text(json.dumps(scores, indent=1))
    (out / CARD).write_text(card(scores))


def measured(passages: Sequence[Passage], own: Sequence[Example], models: Mapping[int, Model]) -> dict[str, Any]:
    """Tables by least chance, and the ceiling that the pairs set."""
    right = [(example, example.right.astype(np.float32)) for example in own]
    chances = list(held_out(own, models))
    return {
        "ceiling": tally(passages, facts(right, 0.5)).table(),
        "chances": {str(least): tally(passages, facts(chances, least)).table() for least in CHANCES},
        "least": LEAST,
        "graph": graph(),
        "parameters": sum(array.size for array in models[FOLDS[0]].network.values()),
    }


def packed(model: Model) -> bytes:
    """The file that `load_relations` reads: 16 bits a weight."""
    arrays: dict[str, Any] = {name: value.astype(np.float16) for name, value in model.network.items()}
    file = io.BytesIO()
    np.savez_compressed(file, graph=np.array(graph()), calibration=model.calibration, **arrays)
    return file.getvalue()


def _kept(run: Path, name: str, make: Callable[[], Any]) -> Any:
    """What an earlier call made, if it got so far; notes what the making cost."""
    file = run / f"{name}.pickle"
    if not file.exists():
        start = time.process_time()
        file.write_bytes(pickle.dumps(make()))
        (run / COST).write_text(json.dumps(_costs(run) | {name: time.process_time() - start}))
    return pickle.loads(file.read_bytes())  # noqa: S301 - our own file


def _costs(run: Path) -> dict[str, float]:
    """CPU seconds by part."""
    file = run / COST
    return dict(json.loads(file.read_text())) if file.exists() else {}
