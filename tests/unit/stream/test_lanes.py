"""Lanes by assignment: what is delivered to whom, what is paused, what a revocation leaves."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, cast

import pytest
from aiokafka import TopicPartition
from faust.types import TP
from structlog.testing import capture_logs

from worker.observability.telemetry import Telemetry
from worker.stream.lanes import Lanes, share
from worker.stream.sizes import Sizes

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.stream.conftest import MakeRecord
    from worker.settings import Settings
    from worker.stream.intake import Intake as Group
    from worker.stream.surroundings import Mapper

MINE, OTHER = TopicPartition("news.article.raw.v1", 3), TopicPartition("news.article.raw.v1", 4)


class Signal:
    def __init__(self) -> None:
        self.receiver: Any = None

    def connect(self, receiver: Any, *, weak: bool) -> None:
        assert not weak  # Faust would forget a bound method
        self.receiver = receiver

    async def send(self, partitions: set[TP]) -> None:
        await self.receiver("app", partitions, signal=self)


class Intake:
    """Where Faust would be."""

    def __init__(self) -> None:
        self.on_partitions_revoked = Signal()
        self.on_partitions_assigned = Signal()
        self.calls: list[str] = []
        self.fetch_bytes = 0

    async def begin(self, _: TopicPartition, committed: int | None) -> int | None:
        return committed

    async def raw_ends(self) -> dict[TopicPartition, int]:
        return {}

    def bound(self, fetch_bytes: int) -> None:
        self.fetch_bytes = fetch_bytes

    def pause(self, partition: TopicPartition) -> None:
        self.calls.append(f"pause {partition.partition}")

    def resume(self, partition: TopicPartition) -> None:
        self.calls.append(f"resume {partition.partition}")

    def pause_all(self) -> None:
        self.calls.append("pause all")


class Kept:
    """The tasks that the shell would watch."""

    def __init__(self) -> None:
        self.tasks: list[asyncio.Task[None]] = []

    def __call__(self, work: Any) -> asyncio.Task[None]:
        work.close()  # a lane's own work is test_lane's business
        task = asyncio.ensure_future(asyncio.sleep(3600))
        self.tasks.append(task)
        return task


@pytest.fixture
def intake() -> Intake:
    return Intake()


@pytest.fixture
def kept() -> Kept:
    return Kept()


@pytest.fixture
def lanes(settings: Settings, intake: Intake, kept: Kept, tmp_path: Path) -> Lanes:
    made = Lanes(settings, Telemetry(), cast("Mapper", None), Sizes(1 << 20, {}), documents=tmp_path, keep=kept)
    made.join(cast("Group", intake))
    return made


async def test_records_without_a_lane_are_not_taken(lanes: Lanes, record: MakeRecord) -> None:
    assert lanes.deliver(MINE, [record(0)]) is False


async def test_records_reach_the_lane_of_their_partition(lanes: Lanes, intake: Intake, record: MakeRecord) -> None:
    await intake.on_partitions_assigned.send({TP(*MINE), TP(*OTHER)})

    assert lanes.deliver(MINE, [record(0)]) is True
    assert {partition.partition: len(lane.buffer) for partition, lane in lanes.now.items()} == {3: 1, 4: 0}
    await lanes.close()


async def test_a_full_lane_is_paused_once_and_resumed_once(lanes: Lanes, intake: Intake, record: MakeRecord) -> None:
    await intake.on_partitions_assigned.send({TP(*MINE)})
    lanes.deliver(MINE, [record(n) for n in range(600)])
    lanes.deliver(MINE, [record(n) for n in range(600, 700)])
    lanes._resume(MINE)
    lanes._resume(MINE)

    assert intake.calls == ["pause 3", "resume 3"]
    await lanes.close()


async def test_a_revocation_cancels_the_lanes_and_nothing_reaches_them_any_more(
    lanes: Lanes, intake: Intake, kept: Kept, record: MakeRecord
) -> None:
    await intake.on_partitions_assigned.send({TP(*MINE)})
    lane = lanes.now[MINE]
    lanes.deliver(MINE, [record(0)])

    await intake.on_partitions_revoked.send({TP(*MINE)})

    assert kept.tasks[0].cancelled()
    assert (lanes.now, len(lane.buffer), lanes.deliver(MINE, [record(1)])) == ({}, 0, False)


async def test_a_lane_that_loses_its_cancellation_is_told_again(lanes: Lanes, intake: Intake) -> None:
    """As aiokafka's clients lose one that reaches them while they close."""
    heard = 0

    async def deaf() -> None:
        nonlocal heard
        while heard < 2:
            try:
                await asyncio.sleep(3600)
            except asyncio.CancelledError:
                heard += 1
        raise asyncio.CancelledError

    await intake.on_partitions_assigned.send({TP(*MINE)})
    lanes._tasks[MINE].cancel()
    lanes._tasks[MINE] = task = asyncio.ensure_future(deaf())
    await asyncio.sleep(0)

    await intake.on_partitions_revoked.send({TP(*MINE)})

    assert task.cancelled()
    assert heard == 2


async def test_an_assignment_replaces_lanes_even_without_a_revocation(lanes: Lanes, intake: Intake, kept: Kept) -> None:
    await intake.on_partitions_assigned.send({TP(*MINE)})
    before = lanes.now[MINE]
    await intake.on_partitions_assigned.send({TP(*MINE)})

    assert lanes.now[MINE] is not before
    assert kept.tasks[0].cancelled()
    await lanes.close()


async def test_a_drain_that_takes_too_long_says_so(lanes: Lanes, intake: Intake, record: MakeRecord) -> None:
    await intake.on_partitions_assigned.send({TP(*MINE)})
    lanes.now[MINE]._in_hand = [record(0)]

    assert await lanes.finish(0.05) is False
    assert intake.calls == ["pause all"]
    await lanes.close()


async def test_a_drain_does_not_wait_for_lanes_that_have_nothing_in_hand(
    lanes: Lanes, intake: Intake, record: MakeRecord
) -> None:
    """As one that restores its state: what waits in its buffer is the next owner's."""
    await intake.on_partitions_assigned.send({TP(*MINE)})
    lanes.deliver(MINE, [record(0), record(1)])

    with capture_logs() as lines:
        assert await lanes.finish(5) is True

    [line] = [one for one in lines if one["event"] == "drained"]
    assert (line["committed"], line["cut_short"], line["left_for_others"], line["log_level"]) == (0, 0, 2, "info")
    await lanes.close()


async def test_what_a_rebalance_takes_from_a_drain_is_told_as_cut_short(
    lanes: Lanes, intake: Intake, record: MakeRecord
) -> None:
    await intake.on_partitions_assigned.send({TP(*MINE)})
    lanes.now[MINE]._in_hand = [record(number) for number in range(5)]  # their transaction is open

    with capture_logs() as lines:
        drain = asyncio.ensure_future(lanes.finish(5))
        await asyncio.sleep(0.05)
        await intake.on_partitions_revoked.send({TP(*MINE)})  # another worker joins or leaves
        await drain

    [line] = [one for one in lines if one["event"] == "drained"]
    assert (line["committed"], line["cut_short"], line["log_level"]) == (0, 5, "warning")


async def test_a_drain_without_lanes_is_done(lanes: Lanes) -> None:
    assert await lanes.finish(0.05) is True


@pytest.mark.parametrize(
    ("lanes", "batch"), [(1, 8 << 20), (6, 8 << 20), (48, 256 * 1024 * 1024 // 240), (5_000, 64 * 1024)],
    ids=["one", "as many as may have their fill", "many, which share", "more than a transaction's least allows"],
)
def test_lanes_share_what_the_worker_may_hold(settings: Settings, lanes: int, batch: int) -> None:
    assert share(settings, lanes) == batch


async def test_a_lane_and_what_is_fetched_for_it_are_bound_by_its_share(
    settings: Settings, lanes: Lanes, intake: Intake, record: MakeRecord
) -> None:
    many = {TP(MINE.topic, number) for number in range(48)}
    await intake.on_partitions_assigned.send(many)

    assert intake.fetch_bytes == share(settings, 48)
    lanes.deliver(MINE, [record(0, b"x" * 2 * share(settings, 48))])
    assert intake.calls == ["pause 3"]
    await lanes.close()
