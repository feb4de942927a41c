"""A small world for tests of the shell: topics of its own on a real Kafka, workers as processes, committed results.

What is read here is read by librdkafka (confluent-kafka), not by the client that the worker uses.
"""

from __future__ import annotations

import json
import os
import socket
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from confluent_kafka import KafkaError, Message, Producer

from worker.chaos.commits import Commits
from worker.chaos.log import READ_COMMITTED, Seen, everything
from worker.chaos.process import Worker

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from deploy.kafka.client import Kafka

WORKER = Path(__file__).with_name("stream_worker.py")
NAMES = (
    "news.article.raw.v1", "news.article.clean.v1", "news.fact.v1", "news.fact.soft.v1", "news.article.dlq.v1",
    "news.fact.sensitive.v1",
)  # fmt: skip
STATE = "newsfacts.document-state.v1"
PARTITIONS = 6


def article(name: str, *facts: str, **more: Any) -> bytes:
    """A payload of the test pipeline (stream_pipeline.py)."""
    return json.dumps({"id": name, "facts": facts, **more}).encode()


def until(reached: Callable[[], object], seconds: float = 60) -> None:
    """Look until it is true."""
    deadline = time.monotonic() + seconds
    while not reached():
        assert time.monotonic() < deadline
        time.sleep(0.1)


@dataclass
class World:
    """Topics under `prefix`, a group of the same name, state below `home`. Leaves no process behind."""

    kafka: Kafka
    prefix: str
    home: Path
    partitions: int = PARTITIONS
    workers: list[Worker] = field(default_factory=list)
    ports: dict[str, int] = field(default_factory=dict)

    def __enter__(self) -> Self:
        self.kafka.create_topics(*(self.prefix + name for name in NAMES), partitions=self.partitions)
        self.kafka.create_topics(
            self.prefix + STATE, partitions=self.partitions, config={"cleanup.policy": "compact"}
        )
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self.workers:
            if worker.running:
                worker.kill()
            worker.wait()  # closes the log of one that ended by itself

    def worker(self, name: str = "one", *, command: Sequence[str] = (str(WORKER),), **settings: object) -> Worker:
        """Start a worker; `settings`: names as in worker/settings.py, or other variables in capitals."""
        own = {
            "broker_url": self.kafka.bootstrap, "group_id": self.prefix.rstrip("."), "topic_prefix": self.prefix,
            "state_dir": self.home / f"state-{name}", "http_port": self._port(name), "pool_processes": 2,
            "session_timeout_seconds": 6, "heartbeat_seconds": 1, **settings,
        }
        variables = {
            (key if key.isupper() else f"NEWSFACTS_{key.upper()}"): str(value) for key, value in own.items()
        }
        started = Worker(command, os.environ | variables, self.home / f"{name}.log")  # noqa: TID251 - handed on
        self.workers.append(started)
        return started

    def _port(self, name: str) -> int:
        """The same for all workers of a name: it is part of where their state lies."""
        if name not in self.ports:
            with socket.socket() as probe:
                probe.bind(("127.0.0.1", 0))
                self.ports[name] = int(probe.getsockname()[1])
        return self.ports[name]

    def send(self, articles: Iterable[tuple[str | None, bytes]], **more: Any) -> None:
        """(key, payload) into the raw topic; returns when every delivery is confirmed."""
        failed: list[KafkaError] = []

        def told(error: KafkaError | None, _: Message[bytes, bytes]) -> None:
            if error is not None:
                failed.append(error)

        settings = {"enable.idempotence": True, "linger.ms": 5, "message.max.bytes": 10_000_000, "log_level": 0}
        producer = Producer(self._options | settings)
        for key, payload in articles:
            producer.produce(self.prefix + NAMES[0], payload, key=key, on_delivery=told, **more)
            producer.poll(0)
        left = producer.flush(120)
        if left or failed:
            raise RuntimeError(f"{left} articles not delivered, {failed[:3]}")

    def settle(self, seconds: float = 60) -> None:
        """Wait until the group has committed all of the raw topic. Fails when the last worker dies before."""
        deadline = time.monotonic() + seconds
        while (left := self.behind()) > 0:
            if time.monotonic() > deadline:
                raise TimeoutError(f"{left} articles not committed after {seconds:g} s: {self._tails()}")
            if self.workers and not any(worker.running for worker in self.workers):
                raise RuntimeError(f"no worker left: {self._tails()}")
            time.sleep(0.1)

    def behind(self) -> int:
        """Records of the raw topic that the group has not committed."""
        return Commits(self._options, self.prefix.rstrip("."), self.prefix + NAMES[0]).behind()

    def read(self, name: str, isolation: str = READ_COMMITTED) -> list[Seen]:
        """All that a topic holds now, in partition order."""
        return everything(self._options, self.prefix + name, isolation)

    @property
    def _options(self) -> dict[str, str]:
        return {"bootstrap.servers": self.kafka.bootstrap}

    def facts(self, name: str = "news.fact.v1") -> list[dict[str, Any]]:
        return [json.loads(message.value) for message in self.read(name)]

    def told(self) -> Counter[tuple[str, str, str]]:
        """(operation, document, object) of every committed fact event, counted."""
        return Counter((one["op"], one["document"]["id"], one["object"]["value"]) for one in self.facts())

    def dead_letters(self) -> dict[str, Seen]:
        """By code of the reason; two of one code are an error here."""
        found = [(one.told("nf-error-code").decode(), one) for one in self.read("news.article.dlq.v1")]
        assert len(dict(found)) == len(found), [code for code, _ in found]
        return dict(found)

    def _tails(self) -> str:
        return "\n".join(f"{one.log}:\n{one.log.read_text()[-3_000:]}" for one in self.workers)
