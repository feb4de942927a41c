"""The model card that ships beside the relation model: what made it, under which licences, how good it is, the cost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from worker.training.relations.scoring import lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_HEAD = """\
# The relation model

Reads fifteen relations of people and organizations off the vectors that the encoder gives each word in its one pass.
For a pair of mentions in a sentence: means of subject, object, the words between and the path through the tree; four
heads of attention over the sentence that know where each word stands towards the pair; types, kinds and distances. A
property is believed only if a word that may tell it stands between the ends, or hangs on the path between them.
{parameters} weights in 16 bits. Made by `newsfacts train relations` (worker/training/relations/) for the encoder
whose graph has the SHA-256 {graph}.

## Made from
| what | licence |
|---|---|
| KnowledgeNet, folds 1-3: 4,293 passages, 8,187 facts | CC BY-SA 4.0 |
| vectors of the shipped encoder (its own card) | Apache-2.0 and its corpora's |

## Measured
Three-fold cross-validation on KnowledgeNet from raw text: the pipeline's own sentences, names, coreference and dates;
the passage is taken as body text. Spans overlap as in its evaluator, properties count where annotated; a fact counts
for each name and pronoun of its entities. Pronouns that nothing in the passage explains count as mentions here; the
worker publishes no fact of them. Published figures (best single systems .69 to .81) are of another fold.
The pairs allow at most: {ceiling}.

| least chance | precision | recall | F1 |
|---|---|---|---|
"""
_LIMITS = """
## Tried and left
Re-DocRED's complete labels (eight pairs a sentence) with unannotated properties as weak negatives: on fold 3 F1 .733
instead of .741, recall where precision is .85 .574 instead of .591, and of what it drew in own news half as much right.
One calibration a property, and rival pairs as further signs: recall where precision is .85 fell from .579 to .558.
Parse features as hashed words, and what rules had drawn as a clue: no gain beside attention.

## Limits
Trained on encyclopedic and web biographies, in passages chosen because they may hold the property: in news its chances
are too high for properties that wording only suggests. Sentences longer than 96 words and pairs across sentences are
not read. English only.
"""


def card(scores: Mapping[str, Any]) -> str:
    """`scores`: of `recipe.measured`, with `cpu_seconds`."""
    return _HEAD.format(
        parameters=f"{scores['parameters']:,}", graph=scores["graph"],
        ceiling=_figures(scores["ceiling"]["all"]),
    ) + "\n".join(_body(scores)) + "\n" + _LIMITS  # fmt: skip


def _body(scores: Mapping[str, Any]) -> Iterator[str]:
    for chance, table in scores["chances"].items():
        row = table["all"]
        yield f"| {chance} | {row['precision']:.3f} | {row['recall']:.3f} | {row['F1']:.3f} |"
    yield f"\nAt the default least chance, {scores['least']}:\n"
    yield from lines(scores["chances"][str(scores["least"])])
    yield f"\nCost: {scores['cpu_seconds'] / 60:.0f} CPU minutes on one core, reading the passages included."


def _figures(row: Mapping[str, float]) -> str:
    return f"precision {row['precision']:.3f}, recall {row['recall']:.3f}"
