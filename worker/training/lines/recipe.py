"""Fits worker/pipeline/clean/line_trees.py and writes its model card: `train(shared, out, seed)`."""

from __future__ import annotations

import json
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import numpy as np
from catboost import CatBoostClassifier

from worker.pipeline.clean.surroundings import NAMES
from worker.training.lines.card import card_of
from worker.training.lines.columns import by_view, example_of, word_f1
from worker.training.lines.pages import FOLDS, made_of, read_pages
from worker.training.lines.source import source_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from worker.training.lines.columns import Example

    Odds = NDArray[np.float64]

MODULE, CARD = "line_trees.py", "line_trees.md"
# Chosen by four-fold cross-validation over the 124 training domains. Oblivious trees of 5 questions are as good as
# LightGBM's of 15 leaves (.9158 for .9111 on full pages) and are read in one comparison of arrays.
TREES: dict[str, Any] = {
    "iterations": 160, "learning_rate": 0.12, "depth": 5, "l2_leaf_reg": 8, "rsm": 0.3, "border_count": 32,
    "bootstrap_type": "Bernoulli", "subsample": 0.7, "thread_count": 1, "verbose": 0, "allow_writing_files": False,
}  # fmt: skip
# Models of as many seeds answer together, by their mean odds: word-F1 .9163 on full pages in cross-validation, one
# alone .9127 to .9180; containers .9316, one alone .9301 to .9308.
TOGETHER = 3
# What a page made of others weighs beside one as it is: mixed and stacked pages gain .002 on containers; cuts and bare
# texts cost what they weigh on pages (.005 at .5), and teach that a text may have no page around it.
MADE = {"mixed": 0.5, "stacked": 0.5, "cut": 0.15, "bare": 0.15}
EASY, SPARED = 4, 0.25  # lines of so many words at most that are not own are menus; a quarter of them tells as much


def train(shared: Path, out: Path, seed: int) -> None:
    """Write the module and its card into the folder `out`. `shared`: the folder that has data/cleaning in it."""
    start = time.process_time()
    folder = shared / "data" / "cleaning"
    pages = read_pages(folder, "train")
    examples = [example_of(page) for page in pages]
    made = [example_of(page) for page in made_of(pages, 0) if len(page.lines) > 1]
    dev = [example_of(page) for page in read_pages(folder, "dev")]
    seeds = range(seed, seed + TOGETHER + 1)
    crossed = {each: crossed_odds(examples, made, each) for each in seeds}
    models = {each: fit([*examples, *made], each) for each in seeds}
    held = {each: odds_of(models[each], dev) for each in seeds}
    cost = time.process_time() - start
    about = f"{len(pages)} scraped views and {len(made)} made of them, seed {seed}; scores and licence in {CARD}."
    shipped = [_json(models[each]) for each in seeds[:TOGETHER]]
    (out / MODULE).write_text(source_of(shipped, NAMES, about), encoding="utf-8")
    card = card_of(
        {each: scores_of(examples, crossed, each) for each in (seed, seed + 1)},
        {each: scores_of(dev, held, each) for each in (seed, seed + 1)},
        cost=cost, trees=TREES | {"together": TOGETHER}, views=len(pages), questions=len(NAMES),
    )  # fmt: skip
    (out / CARD).write_text(card, encoding="utf-8")


def fit(examples: Sequence[Example], seed: int) -> CatBoostClassifier:
    columns = np.vstack([example.columns for example in examples])
    own = np.concatenate([example.own for example in examples])
    weights = np.concatenate([example.weights * MADE.get(example.page.view, 1.0) for example in examples])
    easy = (columns[:, 0] <= EASY) & ~own
    spared = ~easy | (np.random.default_rng(seed).random(len(own)) < SPARED)
    weights = np.where(easy, weights / SPARED, weights)
    used = spared & (weights > 0)
    model = CatBoostClassifier(**TREES, random_seed=seed)
    model.fit(columns[used], own[used].astype(int), sample_weight=weights[used])
    return model


def crossed_odds(examples: Sequence[Example], made: Sequence[Example], seed: int) -> list[Odds]:
    """Of each page's lines, by trees that never saw its site."""
    odds: dict[str, Odds] = {}
    for fold in range(FOLDS):
        model = fit([example for example in (*examples, *made) if example.page.fold != fold], seed)
        held = [example for example in examples if example.page.fold == fold]
        told = zip(held, odds_of(model, held), strict=True)
        odds |= {f"{example.page.view} {example.page.name}": each for example, each in told}
    return [odds[f"{example.page.view} {example.page.name}"] for example in examples]


def odds_of(model: CatBoostClassifier, examples: Sequence[Example]) -> list[Odds]:
    return [model.predict(example.columns, prediction_type="RawFormulaVal") for example in examples]


def scores_of(examples: Sequence[Example], odds: Mapping[int, Sequence[Odds]], seed: int) -> Mapping[str, float]:
    """Mean word-F1 by view by the mean odds of the models from `seed` on."""
    together = zip(*(odds[each] for each in range(seed, seed + TOGETHER)), strict=True)
    sure = (1 / (1 + np.exp(-np.mean(each, axis=0))) for each in together)
    return by_view(examples, [word_f1(example, each) for example, each in zip(examples, sure, strict=True)])


def _json(model: CatBoostClassifier) -> Mapping[str, Any]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "model.json"
        model.save_model(str(path), format="json")
        return dict(json.loads(path.read_text(encoding="utf-8")))
