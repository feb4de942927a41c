"""How much memory a worker holds while articles wait that it cannot read as fast, by partitions and by its bound.

The pipeline takes 0.2 s an article, so that every lane fills up to where intake pauses it; then the most that the
worker ever held is read (VmHWM of the parent; pool processes have a limit of their own). Its bound at 100 GiB leaves
each lane its own bounds, as before there was one of all lanes together.
"""

from __future__ import annotations

import os
import time
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.table import Table

from tests.integration.stream_world import World, article

if TYPE_CHECKING:
    from deploy.kafka.client import Kafka

MIB = 1 << 20
ARTICLE_BYTES = 50_000
BACKLOG_MIB = int(os.environ.get("MEMORY_BACKLOG_MIB", "24"))  # noqa: TID251 - a measurement's own size
BOUNDS = {"100 GiB: each lane for itself": 100 << 30, "256 MiB: the default": 256 * MIB}
CALM_SECONDS = 6


def test_memory_by_partitions(kafka: Kafka, topic_prefix: str, tmp_path: Path) -> None:
    table = Table("partitions", "articles of all lanes", "held, MiB", "most ever, MiB", "idle, MiB", title="memory")
    most: dict[tuple[int, str], float] = {}
    for partitions in (1, 6, 48):
        with World(kafka, f"m{topic_prefix[-8:]}-{partitions}.", tmp_path / str(partitions), partitions) as world:
            world.home.mkdir()
            idle = _measured(world, "idle", 0)[1]
            _fill(world, partitions)
            for number, (name, bound) in enumerate(BOUNDS.items()):
                held, most[partitions, name] = _measured(world, f"full-{number}", bound)
                figures = (held, most[partitions, name], idle)
                table.add_row(str(partitions), name, *(f"{figure:,.0f}" for figure in figures))
    Console(width=120).print(table)
    default = "256 MiB: the default"
    assert most[48, default] - most[1, default] < 48 * 8 + 256


def _fill(world: World, partitions: int) -> None:
    """Each partition the same; what an article says is random, so that Kafka holds it as it is."""
    count = BACKLOG_MIB * MIB // ARTICLE_BYTES
    for number in range(partitions):
        texts = (os.urandom(ARTICLE_BYTES // 2).hex() for _ in range(count))
        world.send(
            ((None, article(f"{number}-{at}", "a", do="slow", text=text)) for at, text in enumerate(texts)),
            partition=number,
        )


def _measured(world: World, name: str, bound: int) -> tuple[float, float]:
    """MiB of articles when no more come in, and the most that the process ever held."""
    own: dict[str, Any] = {"intake_max_bytes": bound} if bound else {}
    # Nothing is committed while it is measured: the next worker finds the same.
    worker = world.worker(name, batch_wait_seconds=0.5, STREAM_TXN_DELAY=3600, transaction_timeout_seconds=600, **own)
    port = world.ports[name]
    try:
        in_flight, since = -1.0, time.monotonic()
        while time.monotonic() < since + CALM_SECONDS or in_flight < bool(bound):
            assert worker.running, worker.log.read_text()[-2_000:]
            now = _in_flight(port)
            if now != in_flight:
                in_flight, since = now, time.monotonic()
            time.sleep(0.5)
        peak = _status(worker.process.pid, "VmHWM")
    finally:
        worker.kill()
    return in_flight * ARTICLE_BYTES / MIB, peak


def _in_flight(port: int) -> float:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=10) as answer:
            lines = answer.read().decode().splitlines()
    except OSError:
        return -1.0
    ready = "newsfacts_ready 1.0" in lines
    found = [float(line.split()[-1]) for line in lines if line.startswith("newsfacts_messages_in_flight ")]
    return found[0] if ready and found else -1.0


def _status(pid: int, name: str) -> float:
    [line] = [line for line in Path(f"/proc/{pid}/status").read_text().splitlines() if line.startswith(name)]
    return int(line.split()[1]) / 1024
