"""Fits worker/pipeline/normalize/calibration_table.py and writes its model card: `train(pipeline, shared, ...)`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from worker.training.calibration.card import card_of
from worker.training.calibration.curve import Shrinkage, fit
from worker.training.calibration.families import families
from worker.training.calibration.gold import articles, judged, load_scorer
from worker.training.calibration.source import source_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from worker.pipeline.pipeline import Pipeline
    from worker.training.calibration.gold import Judged

TABLE, CARD = "calibration_table.py", "calibration_table.md"
# Of 11 settings from (3, .3, 1, 1) to (30, .3, 3, 3) this one had the least cross-validated log loss but for a
# ten-thousandth (.2351; all lay within .006 on 1,163 facts), and no family's error above .041.
SHRINKAGE = Shrinkage(signs=10, family=0.3, predicate=1, rule=3)


def train(pipeline: Pipeline, shared: Path, golden: Path, out: Path) -> str:
    """Write table and card into the folder `out`; returns the card. No chance in it: the same facts, the same table.

    `shared` has the seeds and the scorer in it; `golden` the articles that rules are tuned on, not the held-out ones.
    """
    facts = gather(pipeline, shared, golden)
    of = families()
    curve = fit(facts, of, SHRINKAGE)
    card = card_of(facts, crossed(facts, of), of, SHRINKAGE)
    (out / TABLE).write_text(source_of(curve, len(facts)), encoding="utf-8")
    (out / CARD).write_text(card, encoding="utf-8")
    return card


def gather(pipeline: Pipeline, shared: Path, golden: Path, *, seeds: bool = True) -> list[Judged]:
    """Every counted fact of the articles, judged by the shared scorer."""
    scorer = load_scorer(shared)
    return [fact for one in articles(shared, golden, seeds=seeds) for fact in judged(pipeline, one, scorer)]


def crossed(facts: Sequence[Judged], of: Mapping[str, str]) -> list[float]:
    """Confidence of each fact by a curve that never saw its article."""
    curves = {
        name: fit([fact for fact in facts if fact.article != name], of, SHRINKAGE)
        for name in dict.fromkeys(fact.article for fact in facts)
    }
    return [curves[fact.article].probability(fact) for fact in facts]
