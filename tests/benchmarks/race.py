"""One race: a program that copies a topic, timed by the broker's clock and by what read_committed shows."""

import contextlib
import os
import signal
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import psutil
from confluent_kafka import Consumer, Message, Producer, TopicPartition

from deploy.kafka.client import Kafka

PARTITIONS = 8
RECORDS = 20_000
VALUE_BYTES = 3_600  # an article of 600 words
START_SECONDS = 90
STALL_SECONDS = 30


@dataclass(frozen=True, slots=True)
class Runner:
    """A program that copies `source` to `target` until it is killed. `command` is called with both."""

    name: str
    guarantee: str
    command: Callable[[str, str], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Result:
    """`seconds`: from the first record the broker appended to the last one a read_committed reader saw.

    `cpu_seconds`: spent meanwhile by the program and its children; it says more than the clock on a busy machine.
    """

    runner: Runner
    records: int
    doubled: int
    seconds: float
    cpu_seconds: float
    load: float

    @property
    def per_second(self) -> float:
        return self.records / self.seconds

    @property
    def per_cpu_second(self) -> float:
        return self.records / self.cpu_seconds


@dataclass(slots=True)
class _Seen:
    """What a reader has seen so far, in seconds since the epoch; `spent`: (now, CPU seconds of the program)."""

    keys: Counter[bytes | str | None] = field(default_factory=Counter)
    first_append: float = 0.0
    last_seen: float = 0.0
    spent: list[tuple[float, float]] = field(default_factory=list)

    @property
    def cpu_seconds(self) -> float:
        """From the first append on; a transaction makes its records visible long after it."""
        before = max(cpu for now, cpu in self.spent if now <= self.first_append)
        return self.spent[-1][1] - before

    def note(self, messages: Sequence[Message]) -> None:
        if not self.keys:
            self.first_append = min(message.timestamp()[1] for message in messages) / 1000
        self.keys.update(message.key() for message in messages)
        self.last_seen = time.time()


def feed(kafka: Kafka, topic: str, values: Sequence[bytes]) -> None:
    """Write the values under distinct keys, and await every delivery."""
    kafka.create_topics(topic, partitions=PARTITIONS)
    producer = Producer({"bootstrap.servers": kafka.bootstrap, "enable.idempotence": True, "linger.ms": 20})
    errors: list[object] = []
    for number, value in enumerate(values):
        producer.produce(topic, value, str(number).encode(), on_delivery=lambda error, _: errors.append(error))
        producer.poll(0)
    producer.flush(120)
    if errors != [None] * len(values):
        raise RuntimeError(f"of {len(values)} records {errors.count(None)} were delivered: {set(map(str, errors))}")


def race(kafka: Kafka, runner: Runner, source: str, target: str, records: int = RECORDS) -> Result:
    """Run until `target` holds `records` distinct keys, or raise with the program's output."""
    kafka.create_topics(target, partitions=PARTITIONS, config={"message.timestamp.type": "LogAppendTime"})
    load = os.getloadavg()[0]
    with _program(runner.command(source, target)) as (process, output):
        seen = _read(kafka, target, records, process, output)
    doubled = seen.keys.total() - len(seen.keys)
    return Result(runner, len(seen.keys), doubled, seen.last_seen - seen.first_append, seen.cpu_seconds, load)


@contextlib.contextmanager
def _program(command: Sequence[str]) -> Iterator[tuple[subprocess.Popen[bytes], Path]]:
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder, "output")
        with output.open("wb") as log:
            process = subprocess.Popen(
                command, cwd=folder, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True
            )
        try:
            yield process, output
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait(30)


def _read(kafka: Kafka, topic: str, count: int, process: subprocess.Popen[bytes], output: Path) -> _Seen:
    consumer = _reader(kafka, topic)
    seen = _Seen()
    started = time.time()
    while len(seen.keys) < count:
        seen.spent.append((time.time(), _cpu_seconds(process.pid)))
        if messages := consumer.consume(5_000, timeout=0.1):
            seen.note(messages)
        patience = STALL_SECONDS if seen.keys else START_SECONDS
        if time.time() > max(started, seen.last_seen) + patience or process.poll() is not None:
            raise RuntimeError(f"{len(seen.keys)} of {count} records, then silence:\n{output.read_text()[-3000:]}")
    seen.spent.append((time.time(), _cpu_seconds(process.pid)))
    seen.keys.update(message.key() for message in consumer.consume(1_000, timeout=2))  # is there one too many?
    consumer.close()
    return seen


def _reader(kafka: Kafka, topic: str) -> Consumer:
    consumer = Consumer({
        "bootstrap.servers": kafka.bootstrap, "group.id": topic, "isolation.level": "read_committed",
        "auto.offset.reset": "earliest", "enable.auto.commit": False, "log_level": 0,
    })
    consumer.assign([TopicPartition(topic, partition, 0) for partition in range(PARTITIONS)])
    return consumer


def _cpu_seconds(pid: int) -> float:
    """User and system time of a process and all its descendants, the ended ones included."""
    with contextlib.suppress(psutil.NoSuchProcess):
        program = psutil.Process(pid)
        family = [program, *program.children(recursive=True)]
        return sum(sum(one.cpu_times()[:4]) for one in family)
    return 0.0
