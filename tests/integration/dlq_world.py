"""A small world for tests of `newsfacts dlq`: topics of its own, letters as a worker writes them, the command itself.

What is read here is read by librdkafka (confluent-kafka), not by the client that the command uses.
"""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest import mock

import pytest
from confluent_kafka import Producer

from worker.chaos.log import READ_COMMITTED, Seen, everything
from worker.cli import main
from worker.pipeline.errors import RejectReason
from worker.pipeline.outcome import Failed, Rejected
from worker.pipeline.values import Envelope
from worker.stream.dead_letters import dead_letter
from worker.stream.sizes import Sizes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from confluent_kafka import Message

    from deploy.kafka.client import Kafka
    from worker.stream.records import Headers

PARTITIONS = 2
COMMAND = Path(__file__).with_name("dlq_command.py")
RAW, DLQ, MARKS = "news.article.raw.v1", "news.article.dlq.v1", "newsfacts.dead-letter-state.v1"
REJECTED = Rejected(RejectReason.INVALID_FIELD, "decode", "/published", "it must be a date", "Send 2026-11-21.")
FAILED = Failed("KeyError", "extract", "'nobody'", '  File "x.py", line 1\n')


class _Out(io.TextIOWrapper):
    """What a command prints."""

    buffer: io.BytesIO


@dataclass(frozen=True, slots=True)
class Ended:
    code: int
    out: str
    err: str

    @property
    def objects(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]


class World:
    def __init__(self, kafka: Kafka, prefix: str, raw_config: Mapping[str, str] | None = None) -> None:
        self.kafka = kafka
        self.prefix = prefix
        kafka.create_topics(self.name(RAW), partitions=PARTITIONS, config=raw_config)
        kafka.create_topics(self.name(DLQ), partitions=PARTITIONS)
        kafka.create_topics(self.name(MARKS), partitions=1, config={"cleanup.policy": "compact"})
        self.environment = os.environ | {  # noqa: TID251 - a child's environment is built from ours
            "NEWSFACTS_BROKER_URL": kafka.bootstrap, "NEWSFACTS_TOPIC_PREFIX": prefix,
            "NEWSFACTS_GROUP_ID": prefix.rstrip("."),
        }
        self._producer = Producer({"bootstrap.servers": kafka.bootstrap, "linger.ms": 0, "log_level": 0})

    def name(self, topic: str) -> str:
        return self.prefix + topic

    def park(
        self, payload: bytes, outcome: Rejected | Failed = REJECTED, *, key: bytes | None = b"k", headers: Headers = (),
        partition: int = 0, carried: int = 1 << 20, sent: bool = True,
    ) -> str:
        """Put an article into the raw topic and its letter into ours, as a worker would; the letter's place.

        `carried`: what the dead letter topic takes. `sent` False: the original is not in the raw topic any more.
        """
        offset = self._produce(RAW, partition, key, payload, headers) if sent else 10**6
        of = Envelope(payload, key, headers, self.name(RAW), partition, offset, 0, "2026-11-21T09:00:00Z")
        letter = dead_letter(self.name(DLQ), of, outcome, Sizes(1 << 20, {self.name(DLQ): carried}))
        return f"{partition}/{self._produce(DLQ, partition, letter.key, letter.value, letter.headers)}"

    def send(self, payload: bytes, key: bytes) -> None:
        self._produce(RAW, 0, key, payload, ())

    def _produce(self, topic: str, partition: int, key: bytes | None, value: bytes | None, headers: Headers) -> int:
        placed: list[int] = []

        def told(error: object, message: Message[bytes, bytes]) -> None:
            assert error is None, error
            placed.append(message.offset() or 0)

        self._producer.produce(
            self.name(topic), value, key=key, headers=list(headers), partition=partition, on_delivery=told
        )
        assert self._producer.flush(30) == 0
        return placed[0]

    def dlq(self, *arguments: str) -> Ended:
        """Run `newsfacts dlq ...` as a user does, but in this process: its imports take longer than its work."""
        command = ["newsfacts", "dlq", *arguments]
        outs = [_Out(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2)]
        with (
            mock.patch.dict("os.environ", self.environment), mock.patch.object(sys, "argv", command),
            redirect_stdout(outs[0]), redirect_stderr(outs[1]), pytest.raises(SystemExit) as ended,
        ):
            main()
        out, err = (one.buffer.getvalue().decode() for one in outs)
        return Ended(int(ended.value.code or 0), out, err)

    @contextmanager
    def begun(self, *arguments: str, **switches: str) -> Iterator[subprocess.Popen[str]]:
        """A process with the switches of dlq_command.py that has committed its first transaction; left it is killed."""
        pipe = subprocess.PIPE
        run = subprocess.Popen(
            [sys.executable, str(COMMAND), *arguments, "--json"], env=self.environment | switches, text=True,
            stdout=pipe, stderr=pipe,
        )
        try:
            assert run.stdout is not None
            assert "sent" in run.stdout.readline(), run.communicate()[1]
            yield run
        finally:
            run.kill()
            run.communicate(timeout=30)

    def replayed(self, isolation: str = READ_COMMITTED) -> list[Seen]:
        """What came to the raw topic by replays, in partition order."""
        return [one for one in self._read(RAW, isolation) if any(name == "nf-replay-of" for name, _ in one.headers)]

    def marks(self) -> list[dict[str, Any]]:
        return [json.loads(one.value) for one in self._read(MARKS)]

    def letters(self) -> list[Seen]:
        return self._read(DLQ)

    def facts(self) -> list[dict[str, Any]]:
        return [json.loads(one.value) for one in self._read("news.fact.v1")]

    def _read(self, topic: str, isolation: str = READ_COMMITTED) -> list[Seen]:
        return everything({"bootstrap.servers": self.kafka.bootstrap}, self.name(topic), isolation)
