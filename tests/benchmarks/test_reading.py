"""Measures the whole pipeline beside stock spaCy on 400-word articles: one core, one run, fresh processes in turn.

Each reads all articles once before the clock runs: what is measured is the steady state of a worker.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

_HERE = Path(__file__).parent
_ROOT = _HERE.parents[1]
_GOLDEN = _HERE.parent / "golden"
_WORDS = 400
_ARTICLES = 40
_TURNS = 3
_READER = "builtin"

Cost = dict[str, Any]  # what the measured program prints


def test_articles_a_second_memory_and_start_beside_spacy(tmp_path: Path) -> None:
    articles = tmp_path / "articles.json"
    articles.write_text(json.dumps(list(_articles())))
    programs = {"newsfacts": [_HERE / "reading.py"], "spaCy": [_HERE / "peers" / "spacy_pipeline.py"]}
    extra = {"newsfacts": [_READER], "spaCy": []}

    turns = [
        {name: _measured(program, articles, extra[name]) for name, program in programs.items()} for _ in range(_TURNS)
    ]

    costs = {name: [turn[name] for turn in turns] for name in programs}
    _show(costs)
    assert {cost["articles"] for turn in turns for cost in turn.values()} == {_ARTICLES}


def _articles() -> Iterator[str]:
    """Paragraphs of the golden articles, one article's after the other's, in pieces of at least 400 words."""
    texts = [path.read_text() for path in sorted(_GOLDEN.rglob("*.txt"))]
    paragraphs = [paragraph for text in texts for paragraph in text.split("\n\n") if paragraph.strip()]
    at = 0
    for _ in range(_ARTICLES):
        taken: list[str] = []
        while sum(len(one.split()) for one in taken) < _WORDS:
            taken.append(paragraphs[at % len(paragraphs)])
            at += 1
        yield _cut("\n\n".join(taken))


def _cut(text: str) -> str:
    """The first 400 words with the white space between them."""
    at = 0
    for _ in range(_WORDS):
        while text[at].isspace():
            at += 1
        while at < len(text) and not text[at].isspace():
            at += 1
    return text[:at]


def _measured(program: Sequence[Path], articles: Path, extra: Sequence[str]) -> Cost:
    """In a process of its own, on one core and one thread."""
    core = min(os.sched_getaffinity(0))
    environment = os.environ | {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "PYTHONPATH": str(_ROOT)}  # noqa: TID251 - a child's environment is built from ours
    pinned = ["taskset", "-c", str(core), sys.executable]
    command = [*pinned, *map(str, program), str(articles), str(time.monotonic()), *extra]
    done = subprocess.run(command, cwd=_ROOT, env=environment, stdout=subprocess.PIPE, check=True)
    told: Cost = json.loads(done.stdout)
    return told


def _show(costs: dict[str, list[Cost]]) -> None:
    """The turn with the least CPU time of each; start and memory are the least of all turns."""
    best = {name: min(turns, key=lambda cost: cost["seconds"]) for name, turns in costs.items()}
    console = Console(width=150, file=sys.__stdout__)
    console.print()
    console.print(_speed_table(costs, best))
    for name, cost in best.items():
        console.print(_stage_table(name, cost))
    ours, peer = best["newsfacts"], best["spaCy"]
    console.print(f"time of ours to spaCy's ({peer['name']}): {ours['seconds'] / peer['seconds']:.2f}")
    console.print(f"load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores; CPU time, one core each")


def _speed_table(costs: dict[str, list[Cost]], best: dict[str, Cost]) -> Table:
    table = Table(title=f"{_ARTICLES} articles of {_WORDS} words, best of {_TURNS} turns")
    table.add_column("")
    for heading in ("articles/s", "of each turn", "reader alone", "start s", "RSS loaded", "RSS peak", "address MiB"):
        table.add_column(heading, justify="right")
    for name, cost in best.items():
        rates = [one["articles"] / one["seconds"] for one in costs[name]]
        alone = f"{cost['articles'] / cost['alone']:.1f}/s" if "alone" in cost else ""
        least = {field: min(one[field] for one in costs[name]) for field in ("ready", "resident", "peak", "address")}
        table.add_row(
            name, f"{max(rates):.1f}", " ".join(f"{rate:.1f}" for rate in rates), alone, f"{least['ready']:.2f}",
            *(f"{least[field]:,.0f}" for field in ("resident", "peak", "address")),
        )
    return table


def _stage_table(name: str, cost: Cost) -> Table:
    table = Table(title=f"{name}: milliseconds an article")
    for stage in cost["stages"]:
        table.add_column(stage, justify="right")
    table.add_row(*(f"{1000 * seconds / cost['articles']:.2f}" for seconds in cost["stages"].values()))
    return table
