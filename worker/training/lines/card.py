"""The model card beside the shipped trees: what they were made of, how good they are, and what they cost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

VIEWS = ("region", "container", "full")
_CARD = """\
# line_trees: which lines of a page are the article's

Made by `worker/training/lines` (`train(shared, out, seed)`); read by `worker/pipeline/clean/forest.py`.

**Model.** {together} models, whose odds are averaged, of {iterations} oblivious gradient-boosted trees, {depth}
questions each (CatBoost; learning rate {learning_rate}, L2 {l2_leaf_reg}), on {questions} numbers a line: shape,
function words, what the rules see in the wording, neighbours up to three lines away, density of prose, distance from
bylines and from the densest block, vocabulary shared with the rest. On pages that are mostly others' text, lines beyond
a stretch that is none of the article's lose odds (`continuity.py`). Lines are then chosen for the best word-F1 to be
expected on the page, and plain text is read again until nothing more goes.

**Data.** {views} line-labelled views of 241 English news pages of 124 domains from NAEB (compilation Apache-2.0;
`data/cleaning/lines_dev.jsonl.gz`, split `train`), and pages made of them: furniture around another site's article,
another article below, cuts, bare texts. **Licence note.** Tuned on pages that stay their publishers' property; no
text of them is shipped: the file holds thresholds and weights of numbers only, and no word of any page.

**Scores** (mean word-F1 of a page; cross-validation over training domains, and 90 dev pages of 47 other domains):

| | {heads} |
|---|{rules}|
{rows}

**Cost.** {cost:.0f} CPU seconds on one core for all of it: {fits} fits and all scores.

**Limits.** Lists whose gold text stops before the list, and full pages of teasers that are worded as sentences, are
read wrong most often. English only.
"""


def card_of(
    crossed: Mapping[int, Mapping[str, float]],
    held: Mapping[int, Mapping[str, float]],
    *,
    cost: float,
    trees: Mapping[str, Any],
    views: int,
    questions: int,
) -> str:
    rows = [("cross-validation", seed, scores) for seed, scores in crossed.items()]
    rows += [("dev", seed, scores) for seed, scores in held.items()]
    return _CARD.format(
        **trees,
        views=views,
        questions=questions,
        heads=" | ".join(VIEWS),
        rules="|".join(["---"] * len(VIEWS)),
        rows="\n".join(f"| {name}, seeds from {seed} on | {_figures(scores)} |" for name, seed, scores in rows),
        cost=cost,
        fits=(trees["together"] + 1) * 5,
    )


def _figures(scores: Mapping[str, float]) -> str:
    return " | ".join(f"{scores[view]:.3f}" for view in VIEWS)
