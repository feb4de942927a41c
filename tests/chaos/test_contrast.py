"""The same faults for our peers: what they lose, double and disorder where the worker does not.

    CHAOS_CONTRAST=1 CHAOS_REPORT=1 bash deploy/test.sh -s tests/chaos/test_contrast.py     # about 2 minutes a row

Each program forwards the articles, two processes of it, in an environment of their own (deploy/locks/bench.txt). The
worker runs in the same way as in test_exactly_once.py. Nothing is asserted about a peer: what happens is the result.
"""

from __future__ import annotations

import os
import random
import subprocess
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.chaos.faults import Faults
from tests.chaos.report import record
from tests.chaos.test_exactly_once import FEED_SECONDS, PAUSE_SECONDS, articles, crew_of, trial
from tests.integration.stream_world import World
from worker.chaos.crew import Crew
from worker.chaos.log import READ_UNCOMMITTED, everything, settled
from worker.chaos.plan import Plan, shuffled
from worker.chaos.process import Worker
from worker.chaos.trial import Trial, Unfinished
from worker.chaos.verdict import Verdict

if TYPE_CHECKING:
    from tests.chaos.arena import Arena
    from worker.chaos.commits import Commits
    from worker.chaos.feeder import Feeder
    from worker.chaos.onlooker import Onlooker

ROOT = Path(__file__).parents[2]
PEERS = Path(__file__).parent / "peers"
ARTICLES = 3_000
SEED = 20
FAULTS = [
    *["worker killed"] * 3, "worker stopped", "worker frozen", "broker killed", "broker stopped",
    "network slow", "network cut", "network half open",
]  # fmt: skip
SYSTEMS = {
    "Faust 0.15.3, at_least_once": ("faust_send.py", "at_least_once"),
    "Faust 0.15.3, exactly_once": ("faust_send.py", "exactly_once"),
    "Quix Streams 3.28, exactly-once": ("quix.py", "exactly-once"),
    "FastStream 0.7.8, publish in handler": ("faststream_publish.py", ""),
}

pytestmark = pytest.mark.skipif(
    not os.environ.get("CHAOS_CONTRAST"),  # noqa: TID251 - a switch of the test
    reason="runs only when asked for: CHAOS_CONTRAST=1",
)


@pytest.fixture(scope="module")
def python() -> str:
    """The interpreter of the peers' own environment."""
    script = ". deploy/install.sh; bench_python"
    done = subprocess.run(["bash", "-euo", "pipefail", "-c", script], cwd=ROOT, stdout=subprocess.PIPE, check=True)
    return done.stdout.decode().strip()


@dataclass(frozen=True, slots=True)
class Forwarding(Trial):
    """Judges a program that sends each record on as it is. One that stops short is judged as it stands."""

    short: list[str] = field(default_factory=list)

    def finish(self, crew: Crew, feeder: Feeder, commits: Commits) -> None:
        try:
            Trial.finish(self, crew, feeder, commits)
        except Unfinished as left:
            self.short.append(str(left))

    def judge(self, sent: Counter[tuple[bytes, bytes]], onlooker: Onlooker) -> Verdict:
        topics = self.settings.topics
        hung = settled(self.options, [topics.fact], patience_seconds=90)
        out = everything(self.options, topics.fact)
        told, wanted = Counter((one.key, one.value) for one in out), Counter(sent)
        right: dict[bytes, list[bytes]] = defaultdict(list)
        found: dict[bytes, list[bytes]] = defaultdict(list)
        for records, order in ((everything(self.options, topics.raw), right), (out, found)):
            for one in records:
                order[one.key].append(one.value)
        watched = onlooker.finish(len(out))
        return Verdict(
            articles=sent.total(), events=told.total(), missing=(wanted - told).total(),
            doubled=(told - wanted).total(), out_of_order=sum(found[key] != order for key, order in right.items()),
            readers_differ=len(set(watched) ^ set(out)), hung=len(hung),
            aborted=len(everything(self.options, topics.fact, READ_UNCOMMITTED)) - len(out),
        )  # fmt: skip


def test_the_worker_itself(arena: Arena, topic_prefix: str, tmp_path: Path) -> None:
    with World(arena, f"x{topic_prefix[-24:]}.", tmp_path) as world:
        crew, flag = crew_of(arena, world)
        report = trial(arena, world).run(crew, articles(ARTICLES), FEED_SECONDS * len(FAULTS), _plan(arena, crew, flag))
    record("contrast: newsfacts", report)

    assert report.verdict.faults == {}, report.verdict.losses


@pytest.mark.parametrize("system", SYSTEMS)
def test_a_peer(arena: Arena, topic_prefix: str, tmp_path: Path, python: str, system: str) -> None:
    script, guarantee = SYSTEMS[system]
    with World(arena, f"x{topic_prefix[-24:]}.", tmp_path) as world:
        ours = trial(arena, world)
        topics, group = ours.settings.topics, ours.settings.group_id

        def start(name: str) -> Worker:
            broker = arena.by_door if name == "one" else arena.bootstrap
            command = (str(PEERS / script), broker, topics.raw, topics.fact, group, guarantee)
            world.workers.append(Worker(command, os.environ, tmp_path / f"{name}.log", python))  # noqa: TID251 - handed on
            return world.workers[-1]

        crew = Crew(start, ("one", "two"))
        judge = Forwarding(ours.options, ours.settings, ours.process, settle_seconds=120)
        report = judge.run(crew, articles(ARTICLES), FEED_SECONDS * len(FAULTS), _plan(arena, crew, tmp_path / "none"))
    record(f"contrast: {system}", report)
    print(judge.short)  # noqa: T201 - part of the result


def _plan(arena: Arena, crew: Crew, flag: Path) -> Plan:
    chance = random.Random(SEED)  # noqa: S311 - a plan, no secret
    return Plan(shuffled(FAULTS, chance), Faults(arena, crew, flag).table, chance, PAUSE_SECONDS)
