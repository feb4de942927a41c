"""Small stand-ins for the world of a lane: records, readings, a Kafka of lists."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

import orjson
import pytest
from aiokafka import ConsumerRecord, TopicPartition
from aiokafka.structs import RecordMetadata

from tests.integration import stream_pipeline
from worker.observability.telemetry import Telemetry
from worker.settings import load
from worker.stream.accounts import Accounts
from worker.stream.breaker import Breaker
from worker.stream.envelopes import envelope
from worker.stream.fate import Reading
from worker.stream.lane import Lane
from worker.stream.memory import Memory
from worker.stream.sizes import Sizes
from worker.stream.standing import Standing
from worker.stream.surroundings import Surroundings

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from worker.pipeline.outcome import Outcome
    from worker.pipeline.values import Envelope
    from worker.settings import Settings
    from worker.stream.records import Record

RAW = TopicPartition("news.article.raw.v1", 3)
FACT = "news.fact.v1"
PATIENCE = 30.0  # of a machine that is busy with other things


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return load({"state_dir": tmp_path, "batch_wait_seconds": 0.0, "session_timeout_seconds": 0.03,
                 "heartbeat_seconds": 0.01})


@pytest.fixture
def raw() -> TopicPartition:
    return RAW


@pytest.fixture
def record() -> Callable[..., ConsumerRecord]:
    return make_record


MakeRecord: TypeAlias = "Callable[..., ConsumerRecord]"
MakeReading: TypeAlias = "Callable[..., Reading]"


def make_record(offset: int, value: bytes | None = None, key: bytes | None = b"doc", **more: Any) -> ConsumerRecord:
    """`more`: fields of the test pipeline's article, if no value is given."""
    payload = orjson.dumps({"id": "doc", "facts": ["a"], **more}) if value is None else value
    return ConsumerRecord(RAW.topic, RAW.partition, offset, 1_700_000_000_000 + offset, 0, key, payload, None, 0, 0, ())


@pytest.fixture
def reading() -> Callable[..., Reading]:
    """A record, read by the test pipeline, or with the outcome that is given."""

    def make(offset: int, outcome: Outcome | None = None, **more: Any) -> Reading:
        one = make_record(offset, **more)
        seen = envelope(one)
        return Reading(one, seen, outcome or stream_pipeline.process(seen))

    return make


class Pool:
    """Reads with the test pipeline, in this process."""

    def __init__(self) -> None:
        self.asked: list[list[Envelope]] = []

    async def map(self, envelopes: Sequence[Envelope], *_: object) -> list[Outcome]:
        self.asked.append(list(envelopes))
        return [stream_pipeline.process(one) for one in envelopes]


@dataclass
class Kafka:
    """What is committed; `troubles`: what the next calls of a name raise, and whether it happened all the same."""

    committed_offset: int | None = None
    log: list[Record] = field(default_factory=list)
    calls: list[str] = field(default_factory=list)
    troubles: list[tuple[str, BaseException, bool]] = field(default_factory=list)
    pending: list[Record] = field(default_factory=list)
    changelog: int = 0
    new: bool = True  # nothing is committed of the other partitions either
    placed: list[dict[TopicPartition, int]] = field(default_factory=list)
    asked_of: set[TopicPartition] = field(default_factory=set)

    async def committed(self, partition: TopicPartition) -> int | None:
        self.asked_of.add(partition)
        self.calls.append("committed")
        return self.committed_offset

    def trouble(self, call: str) -> tuple[BaseException, bool] | None:
        self.calls.append(call)
        if self.troubles and self.troubles[0][0] == call:
            _, error, happened = self.troubles.pop(0)
            return error, happened
        return None


class Writer:
    """A transactional producer on lists."""

    def __init__(self, kafka: Kafka) -> None:
        self.kafka = kafka

    async def open(self) -> None:
        self.kafka.pending = []
        if trouble := self.kafka.trouble("open"):
            raise trouble[0]

    async def send(self, records: Sequence[Record]) -> list[RecordMetadata]:
        if trouble := self.kafka.trouble("send"):
            raise trouble[0]
        self.kafka.pending = list(records)
        return [self._place(one) for one in records]

    def _place(self, one: Record) -> RecordMetadata:
        self.kafka.changelog += one.topic == "newsfacts.document-state.v1"
        return RecordMetadata(one.topic, 0, TopicPartition(one.topic, 0), self.kafka.changelog, 0, 0, 0)

    async def commit(self, next_offset: int) -> None:
        trouble = self.kafka.trouble("commit")
        if trouble is None or trouble[1]:
            self.kafka.log += self.kafka.pending
            self.kafka.committed_offset = next_offset
        if trouble is not None:
            raise trouble[0]

    async def standing(self) -> Standing:
        committed = await self.kafka.committed(RAW)
        return Standing(committed, new=committed is None and self.kafka.new, end=self.kafka.changelog)

    async def place(self, offsets: dict[TopicPartition, int]) -> None:
        self.kafka.placed.append(offsets)
        self.kafka.committed_offset = offsets[RAW]

    async def close(self) -> None:
        self.kafka.calls.append("close")


class World:
    """A lane with its surroundings."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.telemetry = Telemetry()
        self.pool = Pool()
        self.kafka = Kafka()
        self.sizes = Sizes(settings.max_request_bytes, {})
        self.told_sizes = Sizes(settings.max_request_bytes, {})
        self.lows: list[TopicPartition] = []
        self.restores: list[tuple[int, int | None, int | None]] = []
        self.around = Surroundings(
            settings, self.telemetry, self.pool, self.sizes, Accounts(settings, self.telemetry),
            Breaker(settings, self.telemetry),
            writer=self._writer,
            memory=lambda partition: Memory(settings.instance_dir, partition, self._restore),
            begin=self._begin,
            ends=self._ends,
            ask_sizes=self._ask_sizes,
            tell_low=self.lows.append,
        )

    def lane(self) -> Lane:
        return Lane(RAW, self.around, self.settings.batch_max_bytes)

    def _writer(self, partition: TopicPartition) -> Writer:
        self.kafka.asked_of.add(partition)
        return Writer(self.kafka)

    async def _restore(self, _: object, partition: int, committed: int | None, end: int | None) -> int:
        self.restores.append((partition, committed, end))
        return 0

    async def _begin(self, _: TopicPartition, offset: int | None) -> int | None:
        return offset

    async def _ends(self) -> dict[TopicPartition, int]:
        return {TopicPartition(RAW.topic, number): 10 * (number + 1) for number in range(4)}

    async def _ask_sizes(self) -> Sizes:
        return self.told_sizes

    def value(self, name: str, **labels: str) -> float:
        return self.telemetry.registry.get_sample_value(f"newsfacts_{name}", labels) or 0.0


@pytest.fixture
def world(settings: Settings) -> World:
    return World(settings)


@pytest.fixture
def world_of() -> type[World]:
    """For tests with settings of their own."""
    return World


async def finished(lane: Lane, *records: ConsumerRecord) -> None:
    """Run the lane until it has worked off the records."""
    task = asyncio.ensure_future(lane.run())
    lane.put(list(records))
    last = records[-1].offset + 1 if records else 0
    await until(lambda: lane.next_offset >= last or task.done())
    lane.finish()
    try:
        await asyncio.wait_for(task, PATIENCE)
    finally:
        await lane.close()


async def until(reached: Callable[[], bool]) -> None:
    """Look until it is true, from outside."""
    async with asyncio.timeout(PATIENCE):
        while not reached():  # noqa: ASYNC110 - looks from outside
            await asyncio.sleep(0.001)


def facts(log: list[Record]) -> int:
    return sum(record.topic == FACT for record in log)
