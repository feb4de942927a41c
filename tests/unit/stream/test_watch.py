"""Where a partition stands: lag, its rest behind a transaction's marker, and a topic that shrank."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, cast

import pytest
from aiokafka.errors import KafkaError

from tests.unit.stream.conftest import RAW
from worker.settings import load
from worker.stream import watch as watching
from worker.stream.watch import KafkaSilent, TopicShrunk, _look, watch

if TYPE_CHECKING:
    from collections.abc import Iterable

    from aiokafka import TopicPartition

    from tests.unit.stream.conftest import MakeRecord, World
    from worker.stream.intake import Intake
    from worker.stream.lane import Lane
    from worker.stream.lanes import Lanes

LABELS = {"topic": RAW.topic, "partition": str(RAW.partition)}


class Brokers:
    """Tell the partition's end and how far it was fetched."""

    def __init__(self, end: int, position: int) -> None:
        self.end, self.fetched = end, position
        self.settings = load()
        self.asked: list[TopicPartition] = []

    async def ends(self, partitions: Iterable[TopicPartition]) -> dict[TopicPartition, int]:
        self.asked += partitions
        return dict.fromkeys(partitions, self.end)

    async def position(self, _: TopicPartition) -> int:
        return self.fetched


async def look(world: World, lane: Lane, end: int, position: int) -> float:
    world.telemetry.consumer.assigned([RAW])
    await _look(world.telemetry, cast("Intake", Brokers(end, position)), {RAW: lane})
    return world.value("consumer_lag_messages", **LABELS)


async def test_lag_is_what_lies_between_commit_and_end(world: World, record: MakeRecord) -> None:
    lane = world.lane()
    lane.next_offset = 3
    lane.put([record(3)])

    assert await look(world, lane, end=10, position=4) == 7
    assert world.value("consumer_lag_seconds", **LABELS) > 0


async def test_a_marker_behind_the_last_record_is_no_lag(world: World) -> None:
    lane = world.lane()
    lane.next_offset = 9

    assert await look(world, lane, end=10, position=10) == 0


async def test_what_is_not_fetched_yet_is_lag_even_when_nothing_waits(world: World) -> None:
    lane = world.lane()
    lane.next_offset = 3

    assert await look(world, lane, end=10, position=3) == 7


async def test_a_topic_that_ends_before_what_was_committed_is_another_topic(world: World) -> None:
    lane = world.lane()
    lane.next_offset = 11

    with pytest.raises(TopicShrunk):
        await look(world, lane, end=10, position=10)


class Silent(Brokers):
    """Answer only while `speaks`."""

    speaks = False

    async def ends(self, partitions: Iterable[TopicPartition]) -> dict[TopicPartition, int]:
        if not self.speaks:
            raise KafkaError("nobody there")
        return await super().ends(partitions)


class Owned:
    """The lanes of a worker that has one, or none."""

    def __init__(self, lane: Lane | None) -> None:
        self.now = {RAW: lane} if lane else {}


async def test_a_kafka_that_stays_silent_ends_the_watch_and_so_the_process(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "EVERY_SECONDS", 0.001)
    brokers = cast("Intake", Silent(end=10, position=10))

    with pytest.raises(KafkaSilent):
        await asyncio.wait_for(watch(world.telemetry, brokers, cast("Lanes", Owned(world.lane())), 0.05), 5)


async def test_a_spare_without_partitions_hears_of_the_silence_too(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "EVERY_SECONDS", 0.001)
    world.telemetry.consumer.assigned([])

    with pytest.raises(KafkaSilent):
        await asyncio.wait_for(
            watch(world.telemetry, cast("Intake", Silent(end=10, position=10)), cast("Lanes", Owned(None)), 0.05), 5
        )


@pytest.mark.parametrize("joined", [False, True], ids=["before it joined", "in the group"])
async def test_a_spare_asks_for_one_partition_as_soon_as_its_client_must_have_started(
    world: World, joined: bool
) -> None:
    brokers = Brokers(end=10, position=10)
    if joined:
        world.telemetry.consumer.assigned([])

    await _look(world.telemetry, cast("Intake", brokers), {})

    assert [(one.topic, one.partition) for one in brokers.asked] == [("news.article.raw.v1", 0)] * joined


async def test_a_kafka_that_speaks_now_and_then_does_not(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "EVERY_SECONDS", 0.001)
    brokers = Silent(end=10, position=10)
    watched = asyncio.ensure_future(
        watch(world.telemetry, cast("Intake", brokers), cast("Lanes", Owned(world.lane())), 0.2)
    )
    for _ in range(8):
        brokers.speaks = not brokers.speaks
        await asyncio.sleep(0.05)

    assert not watched.done()
    watched.cancel()
    await asyncio.gather(watched, return_exceptions=True)
