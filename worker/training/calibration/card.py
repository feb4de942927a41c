"""The model card beside the table: how well the confidences hold, for all facts and for each family."""

from __future__ import annotations

from typing import TYPE_CHECKING

from worker.training.calibration.reliability import bins, brier, calibration_error, log_loss

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from worker.training.calibration.curve import Shrinkage
    from worker.training.calibration.gold import Judged
    from worker.training.calibration.reliability import Told

_CARD = """\
# calibration_table: how sure a fact is

Made by `newsfacts train calibration` (`worker/training/calibration`), read by
`worker/pipeline/normalize/confidence.py`.

**Model.** Logistic regression on what is known of a fact when it is drawn: the rule's own estimate (or a model's
score), the number of evidences, their length, what they call subject and object by (name, description, pronoun),
caption or body, status, inference; with offsets of family, predicate and rule that few facts cannot move far from the
whole (normal priors; precisions {signs:g} for signs, {family:g}, {predicate:g} and {rule:g} for the offsets).
Contradicted facts are discounted afterwards. Nothing is drawn by chance: the same facts give the same table.

**Data.** {facts} asserted and reported facts that the pipeline drew from the two seeds and {articles} own articles,
judged by the shared scorer; {right} are right. Not the held-out articles. **Licence.** Own texts; of the seeds numbers
only.

**Scores.** Leave-one-article-out; error: expected calibration error in bins of equally many facts, at least 40.

| | facts | right | error of the rules' estimates | error, cross-validated |
|---|---|---|---|---|
{families}

| | log loss | Brier |
|---|---|---|
| the rules' estimates | {loss_before:.3f} | {brier_before:.3f} |
| cross-validated | {loss:.3f} | {brier:.3f} |

Reliability, cross-validated:

| facts | mean confidence | right |
|---|---|---|
{bins}

**Limits.** The rules were tuned on these articles, so unseen text is less often right than the table says: by how
much, tests/quality/test_calibration.py measures on the held-out articles. A family of few facts has one bin.
"""


def card_of(
    facts: Sequence[Judged], crossed: Sequence[float], families: Mapping[str, str], shrinkage: Shrinkage
) -> str:
    """`crossed`: the cross-validated confidence of each fact."""
    before: Told = [(fact.signs.prior, fact.right) for fact in facts]
    after: Told = [(told, fact.right) for told, fact in zip(crossed, facts, strict=True)]
    kinds = {"all": set(families.values()), **{name: {name} for name in sorted(set(families.values()))}}
    chosen = {
        name: [at for at, fact in enumerate(facts) if families[fact.signs.predicate] in kind]
        for name, kind in kinds.items()
    }
    return _CARD.format(
        signs=shrinkage.signs, family=shrinkage.family, predicate=shrinkage.predicate, rule=shrinkage.rule,
        facts=len(facts), right=sum(fact.right for fact in facts),
        articles=len({fact.article for fact in facts if not fact.article.startswith("seed ")}),
        families="\n".join(_family(name, before, after, some) for name, some in chosen.items() if some),
        loss_before=log_loss(_open(before)), brier_before=brier(before), loss=log_loss(after), brier=brier(after),
        bins="\n".join(f"| {b.size} | {b.confidence:.3f} | {b.right:.3f} |" for b in bins(after)),
    )  # fmt: skip


def _family(name: str, before: Told, after: Told, places: list[int]) -> str:
    then, now = [before[at] for at in places], [after[at] for at in places]
    right = sum(right for _, right in now) / len(now)
    return f"| {name} | {len(now)} | {right:.3f} | {calibration_error(then):.3f} | {calibration_error(now):.3f} |"


def _open(told: Told) -> Told:
    """An estimate of 1 that is wrong would cost endlessly."""
    return [(min(max(confidence, 0.02), 0.98), right) for confidence, right in told]
