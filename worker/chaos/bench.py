"""A trial on somebody's own cluster: topics and a group under a prefix, workers of our own, and nothing left behind."""

from __future__ import annotations

import os
import random
import shutil
import socket
import tempfile
import time
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from confluent_kafka import KafkaException
from confluent_kafka.admin import AdminClient

from worker.chaos.articles import articles
from worker.chaos.crew import Crew
from worker.chaos.options import options
from worker.chaos.plan import Plan, shuffled
from worker.chaos.process import Worker
from worker.chaos.strikes import Strikes
from worker.chaos.trial import Report, Trial

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from worker.pipeline.outcome import Outcome
    from worker.pipeline.values import Envelope
    from worker.settings import Settings

HOLD_SECONDS = 1.0  # every transaction stays open that long, so that at 1 article a second a fault finds it open
PAUSE_SECONDS = (5.0, 15.0)  # between faults
READY_SECONDS = 60  # for the first worker to have its partitions


@dataclass(frozen=True, slots=True)
class Size:
    """How long, how many workers, how many articles a second."""

    minutes: float
    workers: int
    rate: float


def bench(settings: Settings, size: Size, process: Callable[[Envelope], Outcome], seed: int, home: Path) -> Report:
    """Run a trial in the topics of `settings`, which must be there. `home`: where logs and state go."""
    names = [f"worker-{number}" for number in range(1, size.workers + 1)]
    ports: dict[str, int] = {}

    def start(name: str) -> Worker:
        port = ports.setdefault(name, _free_port())
        command = ("-m", "worker.chaos.copier", str(HOLD_SECONDS))
        return Worker(command, _environment(settings, port, home), home / f"{name}.log")

    given = list(articles(round(size.minutes * 60 * size.rate)))
    crew = Crew(start, names)
    try:
        _await_ready(crew)
        chance = random.Random(seed)  # noqa: S311 - a plan, no secret
        faults = Strikes(crew, settings.session_timeout_seconds).table
        plan = Plan(_until(time.monotonic() + size.minutes * 60, faults, chance), faults, chance, PAUSE_SECONDS)
        return Trial(options(settings), settings, _remembering(process)).run(crew, given, size.minutes * 60, plan)
    finally:
        for worker in crew.members.values():
            if worker.running:
                worker.kill()


def under(settings: Settings, prefix: str) -> Settings:
    """The settings with topics and group of their own: the prefix before every name."""
    own = {"topic_prefix": prefix + settings.topic_prefix, "group_id": prefix + settings.group_id}
    return settings.model_copy(update=own)


def remove(settings: Settings, topics: Sequence[str]) -> None:
    """Delete these topics, which a trial has made, and its group; no other, whatever its name begins with."""
    admin = AdminClient({**options(settings), "log_level": 0})
    answers = admin.delete_topics(list(topics), request_timeout=60)
    answers |= admin.delete_consumer_groups([settings.group_id], request_timeout=60)
    for answer in answers.values():
        try:
            answer.result()
        except KafkaException:  # gone already, or never there
            continue


def _environment(settings: Settings, port: int, home: Path) -> dict[str, str]:
    own = {
        "BROKER_URL": settings.broker_url, "TOPIC_PREFIX": settings.topic_prefix, "GROUP_ID": settings.group_id,
        "HTTP_PORT": port, "STATE_DIR": home / "state", "POOL_PROCESSES": 1, "READER": settings.reader,
        "LOG_LEVEL": "info", "LOG_FORMAT": "json",
    }  # fmt: skip
    return {**os.environ, **{f"NEWSFACTS_{name}": str(value) for name, value in own.items()}}  # noqa: TID251 - handed on


def _await_ready(crew: Crew) -> None:
    deadline = time.monotonic() + READY_SECONDS
    while not any(worker.lines("lane ready") for worker in crew.members.values()) and time.monotonic() < deadline:
        crew.tend(0.5)


def _until(deadline: float, faults: Iterable[str], chance: random.Random) -> Iterator[str]:
    """Every kind once, in any order, again and again until time is over."""
    while True:
        for name in shuffled(sorted(faults), chance):
            if time.monotonic() > deadline:
                return
            yield name


def _remembering(process: Callable[[Envelope], Outcome]) -> Callable[[Envelope], Outcome]:
    """The core is pure, and versions come again: each content is read once. Where it stood in the topic is no fact."""
    read = lru_cache(maxsize=None)(process)
    return lambda envelope: read(replace(envelope, topic="", partition=0, offset=0))


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
        return port


def home() -> Path:
    """A folder for the workers' logs and state: a bad verdict wants to be explained."""
    return Path(tempfile.mkdtemp(prefix="newsfacts-chaos-"))


def forget(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
