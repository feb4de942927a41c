"""How well we tell who is meant in seeds, own articles (half of them never tuned on) and GUM; tables and floors."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from worker.bootstrap import build_pipeline
from worker.pipeline.values import Block, BlockLabel, Entity, Span
from worker.training.coreference.document import Document, Gold
from worker.training.coreference.gum import read_gum
from worker.training.coreference.marked import read_marked
from worker.training.coreference.scores import Ratio, added, conll, links, on_gold, on_predicted

SHARED = Path(__file__).parents[3] / "shared"
OWN = Path(__file__).parents[1] / "golden" / "coreference"
FLOORS = json.loads((Path(__file__).parent / "floors.json").read_text(encoding="utf-8"))
LABELS: dict[str, BlockLabel] = {"text/subheading": "heading", "text/gallery_caption": "caption"}
WHO = frozenset(("", "person", "organization", "place", "animal"))  # GUM's sorts that facts are about; ours have ""

pytestmark = [
    pytest.mark.quality,
    pytest.mark.skipif(
        not SHARED.exists() and not os.environ.get("CI"),  # noqa: TID251 - asks where the tests run
        reason="seeds and corpora lie beside a working copy, not in it",
    ),
]
Read = Callable[[Document], Sequence[Entity]]


@dataclass(frozen=True)
class Table:
    """Summed over documents: scores on our mentions and on gold mentions, links by kind."""

    predicted: dict[str, Ratio]
    gold: dict[str, Ratio]
    links: dict[str, Ratio]


@pytest.fixture(scope="module")
def read() -> Read:
    pipeline = build_pipeline()
    return lambda document: pipeline.resolve(pipeline.annotate(document.clean)).entities


def _table(name: str, documents: Sequence[Document], read: Read, *, everything: bool = False) -> Table:
    def wanted(gold: Gold) -> bool:
        return everything or gold.sort in WHO

    pairs = [(document, read(document)) for document in documents]
    table = Table(
        added(on_predicted(d, e, wanted) for d, e in pairs),
        added(on_gold(d, e, wanted) for d, e in pairs),
        added(links(d, e, wanted) for d, e in pairs),
    )
    _print(name, table)
    return table


def _print(name: str, table: Table) -> None:
    ours, gold_mentions = conll(table.predicted), conll(table.gold)
    sys.stdout.write(f"\n{name}: CoNLL F1 {ours:.3f} on our mentions, {gold_mentions:.3f} on gold mentions")
    for score, ratio in table.predicted.items():
        sys.stdout.write(f"\n    {score:8} P {ratio.precision:.3f} R {ratio.recall:.3f} F1 {ratio.f1:.3f}")
        gold = table.gold[score]
        sys.stdout.write(f"   on gold mentions P {gold.precision:.3f} R {gold.recall:.3f} F1 {gold.f1:.3f}")
    for kind, ratio in table.links.items():
        sys.stdout.write(f"\n    {kind:8} links P {ratio.precision:.3f} R {ratio.recall:.3f} of {ratio.wanted:.0f}")
    sys.stdout.write("\n")


def _seed(name: str, gold: dict[str, Any]) -> Document:
    """The body of a seed and the mentions of its core entities; a long nominal is known by its first words."""
    text = (SHARED / "seeds" / gold["docs"][name]["file"]).read_text(encoding="utf-8")
    blocks = tuple(
        Block(Span(line["start"], line["end"]), LABELS.get(line["label"], "body"))
        for line in gold["lines"][name]
        if line["body"]
    )
    mentions = [
        Gold(span, Span(span.end - len(m["exact"].split()[-1]), span.end), entity["id"], None)
        for entity in gold["entities"]
        if entity["tier"] == "core"
        for m in entity["mentions"]
        if m["doc"] == name and m["kind"] != "credit"
        for span in (Span(m["start"], m["end"]),)
        if any(block.span.covers(span) for block in blocks)
    ]
    return Document(name, text, blocks, tuple(sorted(mentions, key=lambda g: (g.span.start, -g.span.end))))


@pytest.mark.parametrize("name", ["A", "B"])
def test_the_seeds_core_entities_are_told_apart(name: str, read: Read) -> None:
    gold = json.loads((SHARED / "seeds" / "gold.json").read_text(encoding="utf-8"))
    document = _seed(name, gold)

    score = on_gold(document, read(document), lambda _: True, least=1)["B-cubed"]

    sys.stdout.write(f"\nseed {name}: B-cubed P {score.precision:.3f} R {score.recall:.3f} F1 {score.f1:.3f}\n")
    assert score.f1 >= FLOORS["coreference.seeds.b_cubed"]


@pytest.mark.parametrize("half", ["tuned", "held_out"])
def test_own_articles_are_read(half: str, read: Read) -> None:
    paths = sorted((OWN / half).glob("*.txt"))
    table = _table(f"own {half}", [read_marked(p.stem, p.read_text(encoding="utf-8")) for p in paths], read)

    assert conll(table.predicted) >= FLOORS[f"coreference.own.{half}"]


@pytest.mark.parametrize("genre", ["news", "interview"])
@pytest.mark.parametrize("part", ["dev", "train"])
def test_gum_is_read(part: str, genre: str, read: Read) -> None:
    documents = list(read_gum(SHARED / "data" / "coref" / f"gum_CCBY_{part}.conllu.gz", frozenset((genre,))))
    _table(f"GUM {part} {genre}, every mention", documents, read, everything=True)
    table = _table(f"GUM {part} {genre}, people, bodies, places", documents, read)

    figures = {"predicted": conll(table.predicted), "gold": conll(table.gold)}
    figures |= {f"{kind}.{side}": getattr(table.links[kind], side)
                for kind in table.links for side in ("precision", "recall")}  # fmt: skip
    floors = {key: FLOORS.get(f"coreference.gum.{part}.{genre}.{key}", 0.0) for key in figures}
    assert not {key: value for key, value in figures.items() if value < floors[key]}
