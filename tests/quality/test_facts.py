"""Facts of the seeds and of our own gold articles, scored by the shared scorer; prints its table and holds floors."""

from __future__ import annotations

import importlib.util
import json
import os
import sys
from dataclasses import dataclass
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
        Case(f"seed {name}", (SHARED / "seeds" / doc["file"]).read_text(encoding="utf-8"), gold, name)
        for name, doc in gold["docs"].items()
    ]


def golden() -> list[Case]:
    """Own articles of many kinds, with invented people."""
    return [_own(path) for path in sorted(GOLDEN.glob("*.txt"))]


def _own(path: Path) -> Case:
    gold = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    return Case(path.stem, path.read_text(encoding="utf-8"), gold, published=gold["metadata"]["published"])


@pytest.fixture(scope="module")
def results(scorer: Any) -> dict[str, dict[str, Any]]:
    pipeline = build_pipeline()
    found = {}
    for case in (*seeds(), *golden()):
        article = {"id": case.name, "text": case.text, "published": case.published}
        payload = json.dumps({name: value for name, value in article.items() if value}).encode()
        outcome = pipeline.process(Envelope(payload, headers=(("content-type", b"application/json"),)))
        assert isinstance(outcome, Extracted), outcome
        gold = scorer.Gold(case.gold, case.document, scorer.Source(case.text))
        found[case.name] = scorer.score(gold, [json.loads(fact.model_dump_json()) for fact in outcome.facts])
        found[case.name]["dropped"] = sum(count for _, count in outcome.dropped)
    _print(found, scorer)
    return found


def _print(found: dict[str, dict[str, Any]], scorer: Any) -> None:
    sys.stdout.write(f"\n{'article':16} {'core':>7} {'extended':>8} {'right':>7} traps unverified status\n")
    for name, r in found.items():
        core, extended = f"{r['core']}/{r['core_total']}", f"{r['extended']}/{r['extended_total']}"
        right, status = f"{r['right']}/{r['counted']}", f"{r['status_right']}/{r['matched']}"
        sys.stdout.write(
            f"{name:16} {core:>7} {extended:>8} {right:>7} {r['traps']:5} {r['unverified']:10} {status}\n"
        )
        for row in r["rows"]["traps"]:
            sys.stdout.write(f"    trap {row['trap']}: {scorer.line(row['event'])}\n")


def _sum(results: dict[str, dict[str, Any]], key: str, *, own: bool) -> int:
    return sum(r[key] for name, r in results.items() if name.startswith("seed ") != own)


def test_the_seeds_yield_their_core_facts(results: dict[str, dict[str, Any]]) -> None:
    assert _sum(results, "core", own=False) >= FLOORS["facts.seeds.core"]


def test_what_the_seeds_yield_is_mostly_right(results: dict[str, dict[str, Any]]) -> None:
    precision = _sum(results, "right", own=False) / _sum(results, "counted", own=False)

    assert precision >= FLOORS["facts.seeds.precision"]


def test_own_articles_yield_their_core_facts(results: dict[str, dict[str, Any]]) -> None:
    assert (
        _sum(results, "core", own=True) / _sum(results, "core_total", own=True)
        >= FLOORS["facts.golden.recall"]
    )


def test_what_own_articles_yield_is_mostly_right(results: dict[str, dict[str, Any]]) -> None:
    precision = _sum(results, "right", own=True) / _sum(results, "counted", own=True)

    assert precision >= FLOORS["facts.golden.precision"]


def test_no_seed_springs_a_trap(results: dict[str, dict[str, Any]]) -> None:
    assert _sum(results, "traps", own=False) == 0


def test_own_articles_spring_hardly_a_trap(results: dict[str, dict[str, Any]]) -> None:
    assert _sum(results, "traps", own=True) <= FLOORS["facts.golden.traps"]


def test_all_evidence_stands_in_the_text(results: dict[str, dict[str, Any]]) -> None:
    assert {name: r["unverified"] for name, r in results.items() if r["unverified"]} == {}


def test_no_candidate_is_of_the_wrong_kind(results: dict[str, dict[str, Any]]) -> None:
    assert sum(r["dropped"] for r in results.values()) <= FLOORS["facts.dropped"]


def test_status_is_told_right(results: dict[str, dict[str, Any]]) -> None:
    right = sum(r["status_right"] for r in results.values()) / sum(r["matched"] for r in results.values())

    assert right >= FLOORS["facts.status"]
