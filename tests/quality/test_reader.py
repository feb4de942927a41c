"""How well the shipped encoder reads corpora that never taught it; prints the table of its card and holds floors."""

from __future__ import annotations

import json
import os
from importlib import resources
from pathlib import Path

import pytest

from worker.pipeline.annotate.gazetteer import FILE, load_gazetteer

DATA = Path(__file__).parents[3] / "shared" / "data"
FLOORS = json.loads((Path(__file__).parent / "floors.json").read_text(encoding="utf-8"))
FIGURES = {
    "names uner_pud_test": ("F1",),
    "names gum_CCBY_dev": ("F1",),
    "names wnut17_dev": ("F1",),
    "syntax pud_test": ("tag", "fine", "lemma", "LAS"),
    "syntax ewt_dev": ("tag", "lemma", "LAS"),
}

pytestmark = [
    pytest.mark.quality,
    pytest.mark.skipif(
        not DATA.exists() and not os.environ.get("CI"),  # noqa: TID251 - asks where the tests run
        reason="the corpora lie beside a working copy, not in it",
    ),
]


@pytest.fixture(scope="module")
def scores() -> dict[str, dict[str, float]]:
    from worker.training.encoder.evaluate import measured

    gazetteer = load_gazetteer(resources.files("worker.pipeline.annotate.gazetteer").joinpath(FILE).read_bytes())
    return measured(Path(str(resources.files("worker.pipeline.annotate.encoder"))), gazetteer, DATA)


def test_the_table(scores: dict[str, dict[str, float]], capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        for corpus, row in scores.items():
            print(f"\n{corpus:<22}" + "  ".join(f"{name} {value:.3f}" for name, value in row.items()), end="")  # noqa: T201 - the table is the test's product
        print()  # noqa: T201

    assert set(FIGURES) <= set(scores)


@pytest.mark.parametrize(("corpus", "figure"), [(c, f) for c, figures in FIGURES.items() for f in figures])
def test_the_reader_holds_its_floor(scores: dict[str, dict[str, float]], corpus: str, figure: str) -> None:
    assert scores[corpus][figure] >= FLOORS[f"reader.{corpus}.{figure}"]
