"""KnowledgeNet's measure: spans of subject and object overlap the gold fact's, properties count where annotated.

As its evaluator (diffbot/knowledge-net, span_overlap): a gold fact that a prediction matches is found; a prediction
that matches none is false. Precision is found / (found + false), recall found / gold.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from worker.pipeline.extract.relations.vocabulary import PROPERTIES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from worker.training.relations.corpus import Fact, Passage


@dataclass(slots=True)
class Tally:
    """Counts by number of property."""

    found: Counter[int] = field(default_factory=Counter)
    false: Counter[int] = field(default_factory=Counter)
    missed: Counter[int] = field(default_factory=Counter)

    def row(self, which: Iterable[int] = range(len(PROPERTIES))) -> dict[str, float]:
        """Precision, recall and F1 over the properties `which` together."""
        numbers = list(which)
        found, false, missed = (sum(c[n] for n in numbers) for c in (self.found, self.false, self.missed))
        precision, recall = found / max(found + false, 1), found / max(found + missed, 1)
        return {
            "precision": precision, "recall": recall,
            "F1": 2 * precision * recall / max(precision + recall, 1e-9), "facts": found + missed,
        }  # fmt: skip

    def table(self) -> dict[str, dict[str, float]]:
        return {name: self.row([n]) for n, name in enumerate(PROPERTIES)} | {"all": self.row()}


def tally(passages: Sequence[Passage], predicted: Iterable[tuple[int, Fact]]) -> Tally:
    """`predicted`: (number of the passage, fact)."""
    by_passage: dict[int, set[Fact]] = defaultdict(set)
    for number, fact in predicted:
        if fact.property in passages[number].judged:
            by_passage[number].add(fact)
    counts = Tally()
    for number, passage in enumerate(passages):
        _count(passage, by_passage.get(number, set()), counts)
    return counts


def _count(passage: Passage, predicted: set[Fact], counts: Tally) -> None:
    used: set[Fact] = set()
    for gold in passage.facts:
        matching = {fact for fact in predicted if _match(fact, gold)}
        used |= matching
        (counts.found if matching else counts.missed)[gold.property] += 1
    counts.false.update(fact.property for fact in predicted - used)


def _match(one: Fact, other: Fact) -> bool:
    same = one.property == other.property
    return same and one.subject.overlaps(other.subject) and one.object.overlaps(other.object)


def lines(table: Mapping[str, Mapping[str, float]]) -> Iterable[str]:
    """The table in Markdown."""
    yield "| property | facts | precision | recall | F1 |"
    yield "|---|---|---|---|---|"
    for name, row in table.items():
        yield f"| {name} | {row['facts']:.0f} | {row['precision']:.3f} | {row['recall']:.3f} | {row['F1']:.3f} |"
