"""The scores of the field: MUC, B-cubed and entity-based CEAF, their mean, and links by the kind of mention."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from worker.training.coreference.alignment import align
from worker.training.coreference.assignment import best_total

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from worker.pipeline.values import Entity
    from worker.training.coreference.document import Document, Gold

Cluster: TypeAlias = "frozenset[int]"  # of mentions
Clusters: TypeAlias = "Sequence[Cluster]"


@dataclass(frozen=True, slots=True)
class Ratio:
    """Precision and recall as counts, so that documents add up."""

    right: float = 0.0
    found: float = 0.0
    kept: float = 0.0
    wanted: float = 0.0

    def __add__(self, other: Ratio) -> Ratio:
        return Ratio(
            self.right + other.right, self.found + other.found, self.kept + other.kept, self.wanted + other.wanted
        )

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.kept / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def muc(gold: Clusters, ours: Clusters) -> Ratio:
    """Links kept (Vilain and others 1995)."""
    return Ratio(*_links(ours, gold), *_links(gold, ours))


def _links(of: Clusters, others: Clusters) -> tuple[float, float]:
    where = {mention: n for n, cluster in enumerate(others) for mention in cluster}
    parts = [len({where.get(m, -1 - m) for m in cluster}) for cluster in of]
    sizes = [len(cluster) for cluster in of]
    return sum(sizes) - sum(parts), sum(sizes) - len(sizes)


def b_cubed(gold: Clusters, ours: Clusters) -> Ratio:
    """Mention by mention (Bagga and Baldwin 1998)."""
    return Ratio(*_shares(ours, gold), *_shares(gold, ours))


def _shares(of: Clusters, others: Clusters) -> tuple[float, float]:
    where = {mention: n for n, cluster in enumerate(others) for mention in cluster}
    total = 0.0
    for cluster in of:
        met = Counter(where[m] for m in cluster if m in where)
        total += sum(count * count for count in met.values()) / len(cluster)
    return total, sum(len(cluster) for cluster in of)


def ceaf(gold: Clusters, ours: Clusters) -> Ratio:
    """Entities paired one to one by their phi-4 likeness (Luo 2005)."""
    total = best_total([[2 * len(g & o) / (len(g) + len(o)) for o in ours] for g in gold])
    return Ratio(total, len(ours), total, len(gold))


SCORES: dict[str, Callable[[Clusters, Clusters], Ratio]] = {"MUC": muc, "B-cubed": b_cubed, "CEAF": ceaf}


def clusters(mentions: Iterable[tuple[str, int]], *, least: int = 2) -> list[Cluster]:
    """Mentions by the entity named before each; entities of fewer than `least` mentions are left out."""
    gathered: dict[str, set[int]] = {}
    for entity, mention in mentions:
        gathered.setdefault(entity, set()).add(mention)
    return [frozenset(members) for members in gathered.values() if len(members) >= least]


def on_predicted(document: Document, entities: Sequence[Entity], wanted: Callable[[Gold], bool]) -> dict[str, Ratio]:
    """Our mentions against the gold mentions that are `wanted`; ours that are other gold mentions do not count."""
    aligned = align(document, entities)
    spare = len(document.gold)
    pairs = []
    for entity in entities:
        for mention in entity.mentions:
            at = aligned.get(mention.span)
            if at is None or wanted(document.gold[at]):
                pairs.append((entity.id, spare if at is None else at))
                spare += at is None
    gold, ours = clusters(_gold_pairs(document, wanted)), clusters(pairs)
    return {name: score(gold, ours) for name, score in SCORES.items()}


def on_gold(
    document: Document, entities: Sequence[Entity], wanted: Callable[[Gold], bool], *, least: int = 2
) -> dict[str, Ratio]:
    """Our entities cut to the gold mentions; those that we did not find stand alone."""
    gold = clusters(_gold_pairs(document, wanted), least=least)
    meant = {mention for cluster in gold for mention in cluster}
    aligned = align(document, entities)
    pairs = [
        (entity.id, aligned[m.span])
        for entity in entities
        for m in entity.mentions
        if aligned.get(m.span) in meant
    ]
    found = {mention for _, mention in pairs}
    ours = clusters([*pairs, *((f"alone {m}", m) for m in meant - found)], least=1)
    return {name: score(gold, ours) for name, score in SCORES.items()}


def _gold_pairs(document: Document, wanted: Callable[[Gold], bool]) -> list[tuple[str, int]]:
    return [(g.entity, n) for n, g in enumerate(document.gold) if wanted(g)]


def links(document: Document, entities: Sequence[Entity], wanted: Callable[[Gold], bool]) -> dict[str, Ratio]:
    """By kind: mentions that were spoken of before, whose nearest earlier mention of ours is of the same entity.

    Precision over our mentions that have an earlier one; recall over the gold mentions that have one.
    """
    gold, aligned = document.gold, align(document, entities)
    kinds = ("name", "pronoun", "nominal")
    right, found, wished = Counter[str](), Counter[str](), Counter[str]()
    seen: set[str] = set()
    again = set()
    for n, g in enumerate(gold):
        if g.entity in seen and wanted(g) and g.kind is not None:
            wished[g.kind] += 1
            again.add(n)
        seen.add(g.entity)
    kept: dict[str, set[int]] = {kind: set() for kind in kinds}
    for entity in entities:
        before: int | None = None
        for rank, mention in enumerate(entity.mentions):
            at = aligned.get(mention.span)
            kind = gold[at].kind if at is not None else None
            if rank and at is not None and kind is not None and at != before and wanted(gold[at]):
                found[kind] += 1
                if before is not None and gold[before].entity == gold[at].entity:
                    right[kind] += 1
                    kept[kind] |= {at} & again
            before = at
    return {k: Ratio(right[k], found[k], len(kept[k]), wished[k]) for k in kinds}


def conll(scores: dict[str, Ratio]) -> float:
    """The mean F1 of the three, as the shared tasks of CoNLL 2011 and 2012 ranked by."""
    return sum(scores[name].f1 for name in SCORES) / len(SCORES)


def added(all_of: Iterable[dict[str, Ratio]]) -> dict[str, Ratio]:
    total: dict[str, Ratio] = {}
    for one in all_of:
        for name, ratio in one.items():
            total[name] = total.get(name, Ratio()) + ratio
    return total
