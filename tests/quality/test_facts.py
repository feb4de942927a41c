"""Facts of the seeds and of our own gold articles, scored by the shared scorer; prints its table and holds floors.

`tests/golden/held_out/` is never read by whoever writes rules: only its totals are printed.
"""

from __future__ import annotations

import importlib.util
import json
import os
import sys
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import pytest

from worker.bootstrap import build_pipeline
from worker.pipeline.outcome import Extracted
from worker.pipeline.values import Envelope

SHARED = Path(__file__).parents[3] / "shared"
GOLDEN = Path(__file__).parents[1] / "golden"
FLOORS = json.loads((Path(__file__).parent / "floors.json").read_text(encoding="utf-8"))

pytestmark = [
    pytest.mark.quality,
    pytest.mark.skipif(
        not SHARED.exists() and not os.environ.get("CI"),  # noqa: TID251 - asks where the tests run
        reason="scorer and seeds lie beside a working copy, not in it",
    ),
]


@dataclass(frozen=True)
class Case:
    """A text with its gold; `document` says which text of a gold file that holds several."""

    half: str  # "seeds", "golden" (rules may be tuned on it) or "held_out"
    name: str
    text: str
    gold: dict[str, Any]
    document: str | None = None
    published: str | None = None


@pytest.fixture(scope="module")
def scorer() -> Any:
    path = SHARED / "tools" / "score_facts.py"
    spec = importlib.util.spec_from_file_location("score_facts", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["score_facts"] = module  # its dataclasses look themselves up there
    spec.loader.exec_module(module)
    return module


def seeds() -> list[Case]:
    gold = json.loads((SHARED / "seeds" / "gold.json").read_text(encoding="utf-8"))
    return [
        Case("seeds", f"seed {name}", (SHARED / "seeds" / doc["file"]).read_text(encoding="utf-8"), gold, name)
        for name, doc in gold["docs"].items()
    ]


def golden() -> list[Case]:
    """Own articles of many kinds, with invented people."""
    return [
        _own(half, path)
        for half, folder in (("golden", GOLDEN), ("held_out", GOLDEN / "held_out"))
        for path in sorted(folder.glob("*.txt"))
    ]


def _own(half: str, path: Path) -> Case:
    gold = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    return Case(half, path.stem, path.read_text(encoding="utf-8"), gold, published=gold["metadata"]["published"])


@dataclass(frozen=True)
class Totals:
    """The sums over the articles of one half; `traps` counts those that an asserted or reported fact sprang."""

    core: int
    core_total: int
    extended: int
    extended_total: int
    right: int
    counted: int
    traps: int
    traps_total: int
    unverified: int
    dropped: int
    status_right: int
    matched: int

    @property
    def recall(self) -> float:
        return self.core / self.core_total

    @property
    def precision(self) -> float:
        return self.right / self.counted

    @property
    def f1(self) -> float:
        return 2 * self.recall * self.precision / (self.recall + self.precision)


@pytest.fixture(scope="module")
def totals(scorer: Any) -> dict[str, Totals]:
    pipeline = build_pipeline()
    found: dict[str, list[dict[str, Any]]] = {}
    for case in (*seeds(), *golden()):
        article = {"id": case.name, "text": case.text, "published": case.published}
        payload = json.dumps({name: value for name, value in article.items() if value}).encode()
        outcome = pipeline.process(Envelope(payload, headers=(("content-type", b"application/json"),)))
        assert isinstance(outcome, Extracted), outcome
        gold = scorer.Gold(case.gold, case.document, scorer.Source(case.text))
        result = scorer.score(gold, [json.loads(fact.model_dump_json()) for fact in outcome.facts])
        result["dropped"] = sum(count for _, count in outcome.dropped)
        found.setdefault(case.half, []).append(result)
        if case.half != "held_out":
            _print(case.name, result, scorer)
    sums = {half: _sum(results) for half, results in found.items()}
    for half, total in sums.items():
        sys.stdout.write(
            f"{half:9} core {total.recall:.3f} ({total.core}/{total.core_total}), "
            f"extended {total.extended}/{total.extended_total}, "
            f"right {total.precision:.3f} ({total.right}/{total.counted}), F1 {total.f1:.3f}, "
            f"traps {total.traps}/{total.traps_total}\n"
        )
    return sums


def _sum(results: list[dict[str, Any]]) -> Totals:
    return Totals(**{field.name: sum(r[field.name] for r in results) for field in fields(Totals)})


def _print(name: str, r: dict[str, Any], scorer: Any) -> None:
    core, extended = f"{r['core']}/{r['core_total']}", f"{r['extended']}/{r['extended_total']}"
    right, status = f"{r['right']}/{r['counted']}", f"{r['status_right']}/{r['matched']}"
    sys.stdout.write(
        f"{name:24} core {core:>7} extended {extended:>7} right {right:>7} traps {r['traps']} status {status}\n"
    )
    for row in r["rows"]["traps"]:
        sys.stdout.write(f"    trap {row['trap']}: {scorer.line(row['event'])}\n")


def test_the_seeds_yield_their_core_facts(totals: dict[str, Totals]) -> None:
    assert totals["seeds"].core >= FLOORS["facts.seeds.core"]


def test_the_seeds_yield_much_besides(totals: dict[str, Totals]) -> None:
    assert totals["seeds"].extended >= FLOORS["facts.seeds.extended"]


def test_what_the_seeds_yield_is_mostly_right(totals: dict[str, Totals]) -> None:
    assert totals["seeds"].precision >= FLOORS["facts.seeds.precision"]


def test_no_seed_springs_a_trap(totals: dict[str, Totals]) -> None:
    assert totals["seeds"].traps == 0


@pytest.mark.parametrize("half", ["golden", "held_out"])
def test_own_articles_yield_their_core_facts(totals: dict[str, Totals], half: str) -> None:
    assert totals[half].recall >= FLOORS[f"facts.{half}.recall"]


@pytest.mark.parametrize("half", ["golden", "held_out"])
def test_what_own_articles_yield_is_mostly_right(totals: dict[str, Totals], half: str) -> None:
    assert totals[half].precision >= FLOORS[f"facts.{half}.precision"]


@pytest.mark.parametrize("half", ["golden", "held_out"])
def test_own_articles_spring_hardly_a_trap(totals: dict[str, Totals], half: str) -> None:
    assert totals[half].traps / totals[half].traps_total <= FLOORS[f"facts.{half}.traps"]


def test_all_evidence_stands_in_the_text(totals: dict[str, Totals]) -> None:
    assert {half: total.unverified for half, total in totals.items() if total.unverified} == {}


def test_no_candidate_is_of_the_wrong_kind(totals: dict[str, Totals]) -> None:
    assert sum(total.dropped for total in totals.values()) <= FLOORS["facts.dropped"]


def test_status_is_told_right(totals: dict[str, Totals]) -> None:
    right = sum(total.status_right for total in totals.values())

    assert right / sum(total.matched for total in totals.values()) >= FLOORS["facts.status"]
