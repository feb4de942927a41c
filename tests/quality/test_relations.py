"""KnowledgeNet from raw text, each passage read by a model that never saw its fold; prints the table, holds floors."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from worker.pipeline.extract.relations import load_relations
from worker.pipeline.extract.relations.draw import LEASTS
from worker.training.relations.corpus import knowledgenet
from worker.training.relations.examples import examples
from worker.training.relations.held_out import FOLDS, Model, facts, held_out
from worker.training.relations.reader import reader
from worker.training.relations.scoring import Tally, lines, tally

if TYPE_CHECKING:
    from worker.training.relations.corpus import Passage
    from worker.training.relations.examples import Example

HERE = Path(__file__).parent
DATA = HERE.parents[2] / "shared" / "data"
FLOORS = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))
BALANCED = 0.4  # least chance where F1 is best

pytestmark = [
    pytest.mark.quality,
    pytest.mark.skipif(
        not DATA.exists() and not os.environ.get("CI"),  # noqa: TID251 - asks where the tests run
        reason="the corpora lie beside a working copy, not in it",
    ),
]


@pytest.fixture(scope="module")
def passages() -> list[Passage]:
    return list(knowledgenet(DATA))


@pytest.fixture(scope="module")
def read(passages: list[Passage]) -> list[Example]:
    """A minute of reading: sentences, names, coreference and dates are our own."""
    return list(examples(passages, reader()))


@pytest.fixture(scope="module")
def tallies(passages: list[Passage], read: list[Example]) -> dict[str, Tally]:
    models = {}
    for fold in FOLDS:
        model = load_relations((HERE / "relations" / f"fold-{fold}.npz").read_bytes())
        models[fold] = Model(model.network.weights, model.calibration)
    chances = list(held_out(read, models))
    return {
        "balanced": tally(passages, facts(chances, BALANCED)), "default": tally(passages, facts(chances, LEASTS)),
    }  # fmt: skip


def test_the_table(tallies: dict[str, Tally], capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        for least, counts in tallies.items():
            print(f"\nleast chance {least}")  # noqa: T201 - the table is the test's product
            print("\n".join(lines(counts.table())))  # noqa: T201 - as above

    assert all(counts.row()["facts"] == 8187 for counts in tallies.values())


def test_pairs_reach_most_facts(passages: list[Passage], read: list[Example]) -> None:
    right = [(example, example.right.astype(np.float32)) for example in read]

    assert tally(passages, facts(right, BALANCED)).row()["recall"] >= FLOORS["relations.ceiling"]


def test_the_best_balance_holds_its_floor(tallies: dict[str, Tally]) -> None:
    assert tallies["balanced"].row()["F1"] >= FLOORS["relations.balanced.F1"]


@pytest.mark.parametrize("figure", ["precision", "recall"])
def test_what_is_drawn_by_default_holds_its_floor(tallies: dict[str, Tally], figure: str) -> None:
    assert tallies["default"].row()[figure] >= FLOORS[f"relations.default.{figure}"]
