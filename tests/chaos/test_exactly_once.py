"""The acceptance test: faults of every kind strike at random moments, and every fact is still there, once, in order.

    pytest tests/chaos/test_exactly_once.py                       # 5,000 articles, each kind of fault once
    CHAOS_ROUNDS=2 CHAOS_REPORT=1 pytest -s tests/chaos/test_exactly_once.py   # the long form

CHAOS_SEED repeats a run's plan, not its timing. CHAOS_REPORT writes the table of README.md.

The shape is that of Apache Kafka's own transactions_test: three brokers, copiers (whole workers) that are struck while
an idempotent producer feeds them, one committed reader that looks on and one that comes at the end, both of another
client library. A document comes in ten versions, each with one fact of its own, so the only right stream of a document
is: assert 0, retract 0, assert 1, retract 1, ... A lost, doubled or swapped record anywhere, in facts or in the
document state, breaks it. One article in a hundred is no JSON and must become one dead letter.

A run proves something only if transactions were open when something broke. Workers therefore hold each transaction
open for 0.3 s before its commit, and the test fails when no aborted record is found in the log.
"""

from __future__ import annotations

import os
import random
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from tests.chaos.faults import SESSION_SECONDS, Faults
from tests.chaos.report import record
from tests.integration import stream_pipeline
from tests.integration.stream_world import World, article
from worker.chaos.crew import Crew
from worker.chaos.plan import Plan, shuffled
from worker.chaos.trial import Trial
from worker.settings import load

if TYPE_CHECKING:
    from pathlib import Path

    from tests.chaos.arena import Arena
    from worker.chaos.process import Worker

VERSIONS = 10  # of each document
HOLD_SECONDS = 0.3  # every transaction stays open that long
PAUSE_SECONDS = (3.0, 6.0)  # between faults: a rebalance and some work
FEED_SECONDS = 12  # for each fault: about what it and the pause before it take
WORKERS = ("one", "two")

PLANS = {
    "workers, network": [
        "worker killed", "worker stopped", "worker joins, leaves", "worker joins, leaves", "worker frozen",
        "network slow", "network cut", "network half open",
    ],
    # Brokers abort nothing: it is the workers killed between them that leave transactions open.
    "brokers, workers": [
        "broker killed", "broker stopped", "coordinator killed in a commit", "disk full", "disk read-only",
        "coordinator frozen in a commit", "worker killed", "worker killed in a commit", "worker killed in a commit",
    ],
}  # fmt: skip


def _number(name: str, default: int) -> int:
    return int(os.environ.get(name, default))  # noqa: TID251 - sizes the test, no setting of the worker


ROUNDS = _number("CHAOS_ROUNDS", 0)
ARTICLES = _number("CHAOS_ARTICLES", 100_000 if ROUNDS else 5_000)
SEED = _number("CHAOS_SEED", random.SystemRandom().randrange(1_000_000))
if ROUNDS:
    PLANS = {"long form": [fault for plan in PLANS.values() for fault in plan] * ROUNDS}


def articles(count: int) -> list[tuple[bytes, bytes]]:
    """Version by version, so that a document's versions are far apart; every hundredth is poison."""
    documents = count // VERSIONS
    plan = []
    for number in range(documents * VERSIONS):
        name, version = f"doc-{number % documents}", number // documents
        plan.append((name.encode(), article(name, str(version))))
        if number % 100 == 50:
            plan.append((name.encode(), b"poison %d" % number))
    return plan


@pytest.mark.parametrize("kind", PLANS)
def test_nothing_is_lost_doubled_or_left_hanging(
    arena: Arena, topic_prefix: str, tmp_path: Path, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    print(f"\nCHAOS_SEED={SEED}")  # noqa: T201 - a failed run must be repeatable
    chance, given = random.Random(SEED), articles(ARTICLES // len(PLANS))  # noqa: S311 - a plan, no secret
    names = [name for name in PLANS[kind] if arena.disk.works or not name.startswith("disk")]
    if names != PLANS[kind]:
        assert not os.environ.get("CI"), "no ext4 image may be mounted here, so a disk cannot be struck"  # noqa: TID251 - where
        print("no disk faults: no ext4 image may be mounted here")  # noqa: T201 - the result is of less
    with World(arena, f"c{topic_prefix[-24:]}.", tmp_path) as world:
        crew, flag = crew_of(arena, world)
        plan = Plan(shuffled(names, chance), Faults(arena, crew, flag).table, chance, PAUSE_SECONDS)
        report = trial(arena, world).run(crew, given, FEED_SECONDS * len(names), plan)
    with capsys.disabled():  # a run that is cut off later has told what it found
        record(f"newsfacts: {kind}", report)

    assert report.verdict.faults == {}, report.verdict.losses
    assert report.verdict.proves, "no transaction was open at a fault: the run proves nothing"
    assert set(crew.asked_exits) <= {0, -15}  # -15: so young that the interpreter had not loaded the worker yet
    assert Counter(one.fault for one in report.struck) == Counter(names)
    assert set(crew.own_exits) <= {5, 70}  # gone for the supervisor's sake, or started where no broker answered


def crew_of(arena: Arena, world: World) -> tuple[Crew, Path]:
    """Two workers, the first behind the doors; and the file that makes them tell of a commit."""
    flag = world.home / "commit"

    def start(name: str) -> Worker:
        broker = arena.by_door if name == WORKERS[0] else arena.bootstrap
        return world.worker(
            name, broker_url=broker, STREAM_TXN_DELAY=HOLD_SECONDS, STREAM_COMMIT_FLAG=flag, pool_processes=1,
            session_timeout_seconds=SESSION_SECONDS,
        )

    return Crew(start, WORKERS), flag


def trial(arena: Arena, world: World) -> Trial:
    settings = load({
        "broker_url": arena.bootstrap, "topic_prefix": world.prefix, "group_id": world.prefix.rstrip("."),
    })  # fmt: skip
    options = {"bootstrap.servers": arena.bootstrap}
    return Trial(options, settings, stream_pipeline.process, settle_seconds=600 if ROUNDS else 180)
