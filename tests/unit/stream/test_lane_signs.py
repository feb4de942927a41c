"""What a lane tells of itself: metrics, readiness, log."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from aiokafka.errors import (
    InvalidProducerEpoch,
    KafkaError,
    ProducerFenced,
)
from structlog.testing import capture_logs

from tests.unit.stream.conftest import FACT, RAW, finished, until
from worker.stream.records import Record
from worker.stream.state import StoreBroken
from worker.stream.transaction import Refused

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aiokafka.structs import RecordMetadata

    from tests.unit.stream.conftest import MakeRecord, World
    from worker.stream.batch import Batch
    from worker.stream.fate import Decision


async def test_articles_in_flight_return_to_zero_whatever_happens(world: World, record: MakeRecord) -> None:
    world.kafka.committed_offset = 1
    lane = world.lane()
    lane.put([record(0), record(1)])
    await finished(lane, record(2, id="c"))

    assert world.value("messages_in_flight") == 0


async def test_the_worker_is_ready_for_a_partition_while_its_lane_is(world: World) -> None:
    world.telemetry.consumer.assigned([RAW])
    lane = world.lane()
    task = asyncio.ensure_future(lane.run())
    await until(lambda: bool(world.telemetry.vitals.connected))
    connected = world.telemetry.vitals.connected
    lane.finish()
    await task
    await lane.close()

    assert (set(connected), set(world.telemetry.vitals.connected)) == ({RAW}, set())


async def test_a_revoked_lane_gives_back_all_that_it_had_in_flight(
    world: World, record: MakeRecord, monkeypatch: pytest.MonkeyPatch
) -> None:
    hang = asyncio.Event()

    async def never(_: object) -> None:
        await hang.wait()

    monkeypatch.setattr(world.pool, "map", never)
    lane = world.lane()
    task = asyncio.ensure_future(lane.run())
    lane.put([record(0), record(1)])
    await until(lambda: lane.in_hand == 2)
    lane.put([record(2)])
    before = world.value("messages_in_flight")
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    await lane.close()

    assert (before, world.value("messages_in_flight"), lane.in_hand) == (3, 0, 0)


class Clock:
    """Stands for the module time in the lane's eyes."""

    now = 1_000.0

    def monotonic(self) -> float:
        return self.now


async def test_a_lane_tells_how_long_deciding_and_publishing_took_shared_among_the_articles(
    world: World, record: MakeRecord, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock, lane = Clock(), world.lane()
    monkeypatch.setattr("worker.stream.lane.time", clock)
    decide, send = lane._decide, lane._writer.send

    async def decides(batch: Batch) -> Decision:
        clock.now += 5
        return await decide(batch)

    async def sends(records: Sequence[Record]) -> list[RecordMetadata]:
        clock.now += 20
        return await send(records)

    monkeypatch.setattr(lane, "_decide", decides)
    monkeypatch.setattr(lane._writer, "send", sends)
    await finished(lane, *[record(number, id=f"doc-{number}") for number in range(4)])

    for stage, seconds in (("revise", 5.0), ("publish", 20.0)):
        assert world.value("stage_duration_seconds_count", stage=stage) == 4
        assert world.value("stage_duration_seconds_sum", stage=stage) == seconds


async def test_what_was_committed_is_known_to_the_store_and_told(world: World, record: MakeRecord) -> None:
    world.telemetry.consumer.assigned([RAW])
    lane = world.lane()
    task = asyncio.ensure_future(lane.run())
    lane.put([record(0), record(1, id="b")])
    await until(lambda: lane.next_offset == 2 and lane.in_hand == 0)
    store = lane._memory._opened()
    told = world.value("consumer_committed_offset", topic=RAW.topic, partition=str(RAW.partition))
    lane.finish()
    await task

    assert (store.checkpoint, store.consumed, told) == (3, 2, 2)
    await lane.close()


@pytest.mark.parametrize(
    ("error", "reason"),
    [(TimeoutError(), "timeout"), (KafkaError(), "broker"), (ProducerFenced(), "fenced"),
     (InvalidProducerEpoch(), "fenced"), (asyncio.CancelledError(), "broker")],
    ids=lambda value: value if isinstance(value, str) else type(value).__name__,
)  # fmt: skip
async def test_each_unclear_answer_is_counted_once_with_its_kind(
    world: World, record: MakeRecord, error: BaseException, reason: str
) -> None:
    world.kafka.troubles = [("commit", error, False)]
    await finished(world.lane(), record(0))

    assert world.value("retries_total", stage="publish", reason=reason) == 1
    assert world.value("consumer_commits_total", result="failure") == 1


async def test_a_lane_counts_the_articles_of_all_its_batches(world: World, record: MakeRecord) -> None:
    lane = world.lane()
    task = asyncio.ensure_future(lane.run())
    lane.put([record(0), record(1, id="b")])
    await until(lambda: lane.in_hand == 0 and lane.next_offset == 2)
    lane.put([record(2, id="c")])
    await until(lambda: lane.next_offset == 3)
    lane.finish()
    await asyncio.wait_for(task, 30)
    await lane.close()

    assert (lane.committed, lane.given_up) == (3, 0)


async def test_a_refusal_is_counted_with_its_kind(world: World, record: MakeRecord) -> None:
    world.kafka.troubles = [("send", Refused(Record(FACT, b"k", b"x" * 500)), False)]
    await finished(world.lane(), record(0))

    assert world.value("retries_total", stage="publish", reason="oversize") == 1


async def test_the_oldest_record_that_waits_is_told_by_its_time(world: World, record: MakeRecord) -> None:
    lane = world.lane()
    nothing = lane.oldest_ms
    lane.put([record(4), record(5)])
    waiting = lane.oldest_ms
    lane._in_hand = [record(3)]

    assert (nothing, waiting, lane.oldest_ms) == (None, 1_700_000_000_004, 1_700_000_000_003)
    await lane.close()


ALL_WELL = "lane ready"


SAID = {
    "all well": (None, [("info", ALL_WELL, {"committed": 0})]),
    "unclear": (
        ("commit", TimeoutError(), False),
        [("info", ALL_WELL, {"committed": 0}),
         ("warning", "transaction unclear", {"tries": 1, "error": "TimeoutError()"})],
    ),
    "refused": (
        ("send", Refused(Record(FACT, b"k", b"x" * 500)), False),
        [("info", ALL_WELL, {"committed": 0}),
         ("warning", "record refused as too large", {"output": FACT, "size": 565})],
    ),
    "store": (
        ("send", StoreBroken("bad block"), False),
        [("info", ALL_WELL, {"committed": 0}),
         ("warning", "document store lost, reading it again", {"error": "bad block"})],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("trouble", "said"), SAID.values(), ids=SAID.keys())
async def test_the_log_tells_what_happened_and_where(
    world: World, record: MakeRecord, trouble: tuple[str, BaseException, bool] | None,
    said: list[tuple[str, str, object]],
) -> None:  # fmt: skip
    world.kafka.committed_offset = 0
    world.kafka.troubles = [trouble] if trouble else []
    with capture_logs() as lines:
        await finished(world.lane(), record(0))

    ours = [dict(line) for line in lines if line["event"] not in {"state restored", "article"}]
    where = [(line.pop("topic"), line.pop("partition")) for line in ours]
    assert [(line.pop("log_level"), line.pop("event"), line) for line in ours] == said
    assert set(where) == {tuple(RAW)}
