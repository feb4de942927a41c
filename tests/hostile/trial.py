"""Runs the hostile corpus in children of the worker's own pool and measures them from outside."""

from __future__ import annotations

import asyncio
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from worker.bootstrap import build_pool
from worker.observability.telemetry import Telemetry
from worker.pipeline.outcome import Extracted, Failed, Rejected
from worker.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tests.hostile.cases import Case
    from worker.pipeline.outcome import Outcome
    from worker.pool import Pool

MIB: Final = 1024 * 1024
_TICKS: Final = os.sysconf("SC_CLK_TCK")
_PATIENCE: Final = 240.0  # of the wall's clock, which other processes slow down; what is held is the child's CPU time


@dataclass(frozen=True, slots=True)
class Trial:
    """What became of one case. `seconds`: CPU time of the child; `peak`: its most resident bytes meanwhile."""

    size: int
    outcome: Outcome
    seconds: float
    peak: int

    @property
    def end(self) -> str:
        match self.outcome:
            case Extracted():
                return "extracted"
            case Rejected(reason=reason):
                return reason.value
            case Failed(reason=reason):
                return reason


def run(cases: Mapping[str, Case]) -> dict[str, Trial]:
    """All cases, one after the other in each of two processes."""
    return asyncio.run(_run(cases))


async def _run(cases: Mapping[str, Case]) -> dict[str, Trial]:
    names = list(cases)
    halves = await asyncio.gather(*(_half({name: cases[name] for name in names[at::2]}) for at in (0, 1)))
    return {name: trial for half in halves for name, trial in half.items()}


async def _half(cases: Mapping[str, Case]) -> dict[str, Trial]:
    settings = Settings(pool_processes=1, article_deadline_seconds=_PATIENCE)
    async with build_pool(settings, Telemetry()) as pool:
        return {name: await _one(pool, case) for name, case in cases.items()}


async def _one(pool: Pool, case: Case) -> Trial:
    envelope, child = case.make(), _child(pool)
    (child / "clear_refs").write_text("5")  # proc(5): sets the peak back to what is resident now
    before = _cpu(child)
    (outcome,) = await pool.map([envelope])
    if _child(pool) != child:  # it was replaced: the limits themselves are the measure
        return Trial(len(envelope.payload), outcome, _PATIENCE, Settings().pool_memory_mib * MIB)
    return Trial(len(envelope.payload), outcome, _cpu(child) - before, _peak(child))


def _child(pool: Pool) -> Path:
    process = pool._seats[0]._process
    assert process is not None
    return Path(f"/proc/{process.pid}")


def _cpu(child: Path) -> float:
    """User and system time in seconds, of all threads."""
    fields = (child / "stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


def _peak(child: Path) -> int:
    (line,) = (line for line in (child / "status").read_text().splitlines() if line.startswith("VmHWM:"))
    return int(line.split()[1]) * 1024


def table(trials: Iterable[tuple[str, Trial]]) -> str:
    """Worst first."""
    rows = sorted(trials, key=lambda row: -row[1].seconds)
    head = ["| case | kB | outcome | CPU s | peak MiB |", "|---|---|---|---|---|"]
    cells = (
        f"| {name.replace('|', '')} | {trial.size // 1000} | {trial.end} | {trial.seconds:.2f} | {trial.peak // MIB} |"
        for name, trial in rows
    )
    return "\n".join([*head, *cells])
