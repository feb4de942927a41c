"""Measures the shell beside its peers on one broker, in one run, and prints every figure, also those that lose."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from rich.console import Console
from rich.table import Table

from deploy.kafka.client import Kafka
from tests.benchmarks.race import PARTITIONS, RECORDS, VALUE_BYTES, Result, Runner, feed, race

_ROOT = Path(__file__).parents[2]
_TURNS = 2
_RAW = "raw aiokafka, 500 a transaction"

_PEERS = [
    (_RAW, "exactly once", "raw_aiokafka.py"),
    ("Quix Streams 3.28, exactly-once", "exactly once", "quix_exactly_once.py"),
    ("Faust 0.15.3, forward not awaited", "none proven", "faust_forward.py"),
    ("FastStream 0.7.8, publish in handler", "at least once", "faststream_publish.py"),
]
# The shell's rows; the first is the one to compare: a record in, a record out, as the peers do it.
_SHELL = [
    ("newsfacts shell, null pipeline", "forward"),
    ("the same, null pipeline in its pool", "forward-pool"),
    ("the same, clean article and its state", "clean-pool"),
]
_BESIDES = ("clean", "fact", "dead_letter", "document_state")  # the shell asks for all its topics, raced or not


@pytest.fixture(scope="module")
def peers_python() -> str:
    """The interpreter of the peers' own environment."""
    script = ". deploy/install.sh; bench_python"
    done = subprocess.run(["bash", "-euo", "pipefail", "-c", script], cwd=_ROOT, stdout=subprocess.PIPE, check=True)
    return done.stdout.decode().strip()


def test_messages_a_second_beside_peers(kafka: Kafka, topic_prefix: str, peers_python: str) -> None:
    source = f"{topic_prefix}-in"
    feed(kafka, source, [os.urandom(VALUE_BYTES // 2).hex().encode() for _ in range(RECORDS)])
    runners = [_shell(kafka, *one) for one in _SHELL] + [_peer(kafka, peers_python, *one) for one in _PEERS]
    # A Java virtual machine compiles while the first one runs: let that be one that is not counted.
    race(kafka, runners[len(_SHELL)], source, f"{topic_prefix}-warm-up")

    results = [
        [race(kafka, one, source, f"{topic_prefix}-{turn}-{number}") for number, one in enumerate(runners)]
        for turn in range(_TURNS)
    ]

    _show([list(turns) for turns in zip(*results, strict=True)])
    assert {one.records for turn in results for one in turn} == {RECORDS}


def _peer(kafka: Kafka, python: str, name: str, guarantee: str, script: str) -> Runner:
    path = str(Path(__file__).parent / "peers" / script)
    return Runner(name, guarantee, lambda source, target: [python, path, kafka.bootstrap, source, target, target])


def _shell(kafka: Kafka, name: str, mode: str) -> Runner:
    def command(source: str, target: str) -> list[str]:
        kafka.create_topics(*(f"{target}-{one}" for one in _BESIDES), partitions=PARTITIONS)
        program = str(Path(__file__).with_name("shell.py"))
        return [sys.executable, program, kafka.bootstrap, source, target, target, mode]

    return Runner(name, "exactly once", command)


def _show(results: Sequence[Sequence[Result]]) -> None:
    """One row a runner; ratios are those of its better turn and the raw one's better turn."""
    raw = next(turns for turns in results if turns[0].runner.name == _RAW)
    table = Table(title=f"{RECORDS} records of {VALUE_BYTES} bytes, {PARTITIONS} partitions, one after the other")
    for heading in ("", "guarantee"):
        table.add_column(heading)
    for heading in ("records/s", "of raw", "records/CPU s", "of raw", "doubled", "load before"):
        table.add_column(heading, justify="right")
    for turns in sorted(results, key=_speed, reverse=True):
        table.add_row(
            turns[0].runner.name, turns[0].runner.guarantee,
            " / ".join(f"{one.per_second:,.0f}" for one in turns), f"{_speed(turns) / _speed(raw):.2f}",
            " / ".join(f"{one.per_cpu_second:,.0f}" for one in turns), f"{_thrift(turns) / _thrift(raw):.2f}",
            " / ".join(str(one.doubled) for one in turns), " / ".join(f"{one.load:.1f}" for one in turns),
        )
    console = Console(width=150, file=sys.__stdout__)
    console.print()
    console.print(table)
    console.print(
        f"{os.cpu_count()} cores for broker, program and reader together; load: work of others before each start. "
        "Clock: from the first record appended to the last one a read_committed reader saw; 'doubled' must be 0."
    )


def _speed(turns: Sequence[Result]) -> float:
    return max(one.per_second for one in turns)


def _thrift(turns: Sequence[Result]) -> float:
    return max(one.per_cpu_second for one in turns)
