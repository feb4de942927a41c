"""Measures the core alone: articles a second on one core, and where the time goes."""

import os
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests.benchmarks.articles import as_json, as_page, as_text, many
from worker.bootstrap import build_pipeline
from worker.pipeline.outcome import Extracted, Outcome
from worker.pipeline.pipeline import Pipeline
from worker.pipeline.values import Envelope

_SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
_COUNT = 200


@dataclass(frozen=True, slots=True)
class _Measured:
    """`seconds`: CPU time of each article; the outcomes carry the time of each stage."""

    kind: str
    characters: float
    seconds: list[float]
    outcomes: list[Outcome]

    def stages(self) -> dict[str, float]:
        """Milliseconds an article."""
        total: defaultdict[str, float] = defaultdict(float)
        for outcome in self.outcomes:
            for stage, seconds in outcome.timings:
                total[stage] += seconds
        return {stage: 1000 * seconds / len(self.outcomes) for stage, seconds in total.items()}

    @property
    def facts(self) -> float:
        return statistics.mean(len(one.facts) for one in self.outcomes if isinstance(one, Extracted))


def test_articles_a_second_and_time_by_stage() -> None:
    pipeline = replace(build_pipeline(), clock=time.process_time)
    kinds = {
        "own prose, JSON, 3,600 characters": list(many(as_json, _COUNT, 3_600)),
        "own prose, JSON, 14,400 characters": list(many(as_json, _COUNT // 4, 14_400)),
        "own prose, web page, 3,600 characters": list(many(as_page, _COUNT, 3_600)),
        "the two seeds, text": [as_text(path.read_bytes()) for path in sorted(_SEEDS.glob("*.txt"))] * (_COUNT // 4),
    }

    measured = [_measure(pipeline, kind, envelopes) for kind, envelopes in kinds.items() if envelopes]

    _show(measured)
    assert all(isinstance(outcome, Extracted) for one in measured for outcome in one.outcomes)


def _measure(pipeline: Pipeline, kind: str, envelopes: Sequence[Envelope]) -> _Measured:
    pipeline.process(envelopes[0])  # what is loaded once is not the article's
    seconds, outcomes = [], []
    for envelope in envelopes:
        begun = time.process_time()
        outcomes.append(pipeline.process(envelope))
        seconds.append(time.process_time() - begun)
    return _Measured(kind, statistics.mean(len(one.payload) for one in envelopes), seconds, outcomes)


def _show(measured: Sequence[_Measured]) -> None:
    stages = list(measured[0].stages())
    table = Table(title="The core, one process, CPU time; stages in milliseconds an article")
    table.add_column("articles")
    for heading in ("bytes", "articles/s", "p50 ms", "p99 ms", *stages, "facts"):
        table.add_column(heading, justify="right")
    for one in measured:
        times = statistics.quantiles(one.seconds, n=100)
        table.add_row(
            one.kind, f"{one.characters:,.0f}", f"{len(one.seconds) / sum(one.seconds):,.0f}",
            f"{1000 * times[49]:.1f}", f"{1000 * times[98]:.1f}",
            *(f"{one.stages().get(stage, 0):.2f}" for stage in stages), f"{one.facts:.1f}",
        )
    console = Console(width=150, file=sys.__stdout__)
    console.print()
    console.print(table)
    console.print(f"load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
