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
from worker.training.relations.corpus import knowledgenet, redocred
from worker.training.relations.crossing import crossed, whole
from worker.training.relations.examples import examples, thinned
from worker.training.relations.held_out import FOLDS, Model, facts, held_out
from worker.training.relations.reader import graph, reader
from worker.training.relations.scoring import tally

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from worker.training.relations.corpus import Passage
    from worker.training.relations.examples import Example

CARD = "MODEL_CARD.md"
OF_OTHERS = 8  # pairs of a sentence of Re-DocRED: all would outnumber KnowledgeNet's four to one
CHANCES = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)


def train(data: Path, work: Path, out: Path, folds_out: Path, seed: int) -> None:
    """Model and card go into `out`, the models of the cross-validation into `folds_out`, all else into `work`."""
    start, run = time.process_time(), work / f"relations-{seed}"
    run.mkdir(parents=True, exist_ok=True)
    passages = list(knowledgenet(data))
    own = _kept(run / "knowledgenet.pickle", lambda: list(examples(passages, reader())))
    more = _kept(run / "redocred.pickle", lambda: list(examples(redocred(data), reader())))
    extra = list(thinned(more, OF_OTHERS, np.random.default_rng(seed)))
    models = _kept(run / "crossed.pickle", lambda: crossed(own, extra, seed))
    scores = measured(passages, own, models)
    (out / FILE).write_bytes(packed(_kept(run / "whole.pickle", lambda: whole(own, extra, models, seed))))
    for fold in FOLDS:
        (folds_out / f"fold-{fold}.npz").write_bytes(packed(models[fold]))
    scores |= {"cpu_seconds": time.process_time() - start, "graph": graph(), "least": LEAST, "extra": bool(extra)}
    scores["parameters"] = sum(array.size for array in models[1].network.values())
    (run / "scores.json").write_text(json.dumps(scores, indent=1))
    (out / CARD).write_text(card(scores))


def measured(passages: Sequence[Passage], own: Sequence[Example], models: Any) -> dict[str, Any]:
    """Tables by least chance, and the ceiling that the pairs set."""
    found = list(held_out(own, models))
    ceiling = tally(passages, facts([(e, e.right.astype(np.float32)) for e in own], 0.5)).table()
    by_chance = {str(least): tally(passages, facts(found, least)).table() for least in CHANCES}
    return {"ceiling": ceiling, "chances": by_chance}


def packed(model: Model) -> bytes:
    """The file that `load_relations` reads: 16 bits a weight."""
    arrays: dict[str, Any] = {name: value.astype(np.float16) for name, value in model.network.items()}
    file = io.BytesIO()
    np.savez_compressed(file, graph=np.array(graph()), calibration=model.calibration, **arrays)
    return file.getvalue()


def _kept(file: Path, make: Callable[[], Any]) -> Any:
    """What an earlier call made, if it got so far."""
    if not file.exists():
        file.write_bytes(pickle.dumps(make()))
    return pickle.loads(file.read_bytes())  # noqa: S301 - our own file
