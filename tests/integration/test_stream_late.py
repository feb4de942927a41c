"""Requests that arrive after the client has given them up and asked again: no later transaction is touched by one."""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import orjson
import pytest
from aiokafka import ConsumerRecord
from aiokafka.client import AIOKafkaClient
from aiokafka.errors import RequestTimedOutError
from aiokafka.structs import TopicPartition
from confluent_kafka import Consumer
from confluent_kafka import TopicPartition as Place

from tests.integration import stream_pipeline
from tests.integration.stream_world import article
from worker.chaos.log import everything, settled
from worker.observability.telemetry import Telemetry
from worker.settings import load
from worker.stream.accounts import Accounts
from worker.stream.breaker import Breaker
from worker.stream.lane import Lane
from worker.stream.memory import Memory
from worker.stream.sizes import Sizes
from worker.stream.surroundings import Surroundings
from worker.stream.transaction import Transactor

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from deploy.kafka.client import Kafka
    from worker.pipeline.outcome import Outcome
    from worker.pipeline.values import Envelope

BATCH = 5  # articles
PATIENCE_SECONDS = 30


@dataclass
class Network:
    """Loses sight of the first request `late`, and brings it before the first `overtaken` of a later transaction.

    Both are how names of requests begin. `kill`: the worker dies at that moment, and sends nothing any more.
    """

    late: str
    overtaken: str
    kill: bool
    held: list[tuple[int, Any]] = field(default_factory=list)
    later: bool = False
    arrived: asyncio.Event = field(default_factory=asyncio.Event)

    def between(self, patch: pytest.MonkeyPatch, courier: AIOKafkaClient) -> None:
        """All clients of this process and their brokers; `courier` goes by another road."""
        reach = AIOKafkaClient.send

        async def send(client: AIOKafkaClient, node: int, request: Any, **more: Any) -> Any:
            name = type(request).__name__
            if client is not courier and name.startswith(self.late) and not self.held:
                self.held.append((node, request))
                raise RequestTimedOutError
            if client is not courier and name.startswith(self.overtaken) and self.later and not self.arrived.is_set():
                await courier.send(*self.held[0])
                await asyncio.sleep(0.5)  # EndTxn answers before its markers are in the partitions
                self.arrived.set()
                if self.kill:
                    await asyncio.Event().wait()
            return await reach(client, node, request, **more)

        patch.setattr(AIOKafkaClient, "send", send)


class Pool:
    """Reads in this process."""

    async def map(self, envelopes: Sequence[Envelope], *_: object) -> list[Outcome]:
        return [stream_pipeline.process(one) for one in envelopes]


class World:
    """One partition, and lanes that own it one after the other; each with a local state of its own."""

    def __init__(self, kafka: Kafka, prefix: str, home: Path) -> None:
        self.options = {"bootstrap.servers": kafka.bootstrap, "log_level": 0}
        self.settings = load({"broker_url": kafka.bootstrap, "group_id": prefix, "topic_prefix": f"{prefix}."})
        topics = self.settings.topics
        self.partition = TopicPartition(topics.raw, 0)
        self.articles = [
            ConsumerRecord(topics.raw, 0, number, 0, 0, b"%d" % number, article(str(number), "one"), None, 0, 0, ())
            for number in range(2 * BATCH)
        ]
        self._home = home
        kafka.create_topics(topics.raw, topics.clean, topics.fact, topics.dead_letter, partitions=1)
        kafka.create_topics(topics.document_state, partitions=1, config={"cleanup.policy": "compact"})

    def lane(self, name: str) -> Lane:
        settings, telemetry, sizes = self.settings, Telemetry(), Sizes(1 << 20, {})

        async def nothing(*_: object) -> int:
            return 0

        async def begin(_: object, offset: int | None) -> int | None:
            return offset

        async def ends() -> dict[TopicPartition, int]:
            return {}

        around = Surroundings(
            settings, telemetry, Pool(), sizes, Accounts(settings, telemetry), Breaker(settings, telemetry),
            writer=lambda partition: Transactor(settings, telemetry, sizes, partition),
            memory=lambda partition: Memory(self._home / name, partition, nothing),
            begin=begin, ends=ends,
            ask_sizes=nothing, tell_low=lambda _: None,  # type: ignore[arg-type]
        )  # fmt: skip
        return Lane(self.partition, around, settings.batch_max_bytes)

    def committed(self) -> int:
        consumer = Consumer({**self.options, "group.id": self.settings.group_id})
        (place,) = consumer.committed([Place(*self.partition)], timeout=PATIENCE_SECONDS)
        consumer.close()
        return max(0, place.offset)

    def facts(self) -> Counter[str]:
        """How often a committed reader sees the fact of each document."""
        topic = self.settings.topics.fact
        assert settled(self.options, [topic]) == {}
        return Counter(orjson.loads(one.value)["document"]["id"] for one in everything(self.options, topic))


async def until(reached: Callable[[], bool]) -> None:
    async with asyncio.timeout(PATIENCE_SECONDS):
        while not reached():  # noqa: ASYNC110 - looks from outside
            await asyncio.sleep(0.01)


@pytest.fixture
def world(kafka: Kafka, topic_prefix: str, tmp_path: Path) -> World:
    return World(kafka, topic_prefix[-20:], tmp_path)


async def first_owner(world: World, network: Network) -> None:
    """Commits a batch, and is in the next one when the late request arrives; then it lets go."""
    courier = AIOKafkaClient(bootstrap_servers=world.settings.broker_url)
    await courier.bootstrap()
    with pytest.MonkeyPatch.context() as patch:
        network.between(patch, courier)
        lane = world.lane("first")
        work = asyncio.ensure_future(lane.run())
        lane.put(world.articles[:BATCH])
        await until(lambda: lane.next_offset == BATCH)
        network.later = True
        lane.put(world.articles[BATCH:])
        await until(lambda: network.arrived.is_set() and (network.kill or lane.next_offset == 2 * BATCH))
        work.cancel()
        await asyncio.wait([work])
        await lane.close()
    await courier.close()


async def next_owner(world: World) -> None:
    lane = world.lane("second")
    work = asyncio.ensure_future(lane.run())
    lane.put(world.articles)
    await until(lambda: lane.next_offset == 2 * BATCH)
    lane.finish()
    await work
    await lane.close()


@pytest.mark.parametrize(
    "network",
    [
        pytest.param(Network("EndTxn", "AddOffsetsToTxn", kill=True), id="a commit comes into an open batch"),
        pytest.param(Network("TxnOffsetCommit", "EndTxn", kill=False), id="an offset comes after a later one"),
    ],
)
async def test_a_request_that_arrives_late_doubles_no_fact(world: World, network: Network) -> None:
    await first_owner(world, network)
    await next_owner(world)

    assert network.arrived.is_set()
    assert await asyncio.to_thread(world.facts) == {str(number): 1 for number in range(2 * BATCH)}
