"""A lane against a Kafka of lists: what it reads, in which order, and what it leaves behind."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from tests.integration import stream_pipeline
from tests.unit.stream.conftest import PATIENCE, RAW, facts, finished, until
from worker.observability.health import liveness
from worker.stream.batch import Batch
from worker.stream.envelopes import envelope
from worker.stream.fate import Reading
from worker.stream.withheld import Withheld

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import pytest
    from aiokafka import ConsumerRecord
    from aiokafka.structs import RecordMetadata

    from tests.unit.stream.conftest import MakeRecord, World
    from worker.pipeline.outcome import Outcome
    from worker.pipeline.values import Envelope
    from worker.settings import Settings
    from worker.stream.records import Record


async def test_the_lane_fences_before_it_asks_what_is_committed(world: World, record: MakeRecord) -> None:
    await finished(world.lane(), record(0))

    assert world.kafka.calls[:2] == ["open", "committed"]


async def test_state_is_restored_only_after_the_fence(world: World) -> None:
    world.kafka.committed_offset = 7
    await finished(world.lane())

    assert world.restores == [(3, 7, 0)]


async def test_what_is_committed_already_is_not_read_again(world: World, record: MakeRecord) -> None:
    world.kafka.committed_offset = 2
    await finished(world.lane(), record(0), record(1), record(2))

    assert [[one.offset for one in asked] for asked in world.pool.asked] == [[2]]


async def test_a_new_group_that_begins_at_the_end_writes_down_where_that_was(
    world_of: type[World], settings: Settings, record: MakeRecord, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("worker.stream.beginning.FIRST", RAW.partition)
    world = world_of(settings.model_copy(update={"auto_offset_reset": "latest"}))
    await finished(world.lane(), record(39), record(40))

    assert [one[RAW] for one in world.kafka.placed] == [40]
    assert [[one.offset for one in asked] for asked in world.pool.asked] == [[40]]
    assert world.kafka.committed_offset == 41


async def test_a_list_that_comes_twice_is_read_once(world: World, record: MakeRecord) -> None:
    lane = world.lane()
    lane.put([record(0), record(1)])
    await finished(lane, record(0), record(1), record(2, id="other"))

    assert [one.offset for asked in world.pool.asked for one in asked] == [0, 1, 2]


async def test_the_offset_after_the_batch_is_committed_with_its_records(world: World, record: MakeRecord) -> None:
    await finished(world.lane(), record(0), record(1, id="b"))

    assert world.kafka.committed_offset == 2
    assert facts(world.kafka.log) == 2
    assert world.kafka.calls[-3:] == ["send", "commit", "close"]


async def test_a_rebuilt_memory_knows_only_what_the_changelog_tells(world: World) -> None:
    memory = world.around.memory(RAW)
    await memory.recall(None, 5)
    memory.keep({b"doc": b"{}"}, 8, 1)
    memory.keep({}, None, 2)
    await memory.rebuild(2)

    assert memory.known("doc") is None
    assert world.restores == [(3, None, 5), (3, 2, 8)], "up to what we were the last to commit"
    memory.close()


async def test_a_payload_past_the_limit_never_reaches_the_pool(world: World, record: MakeRecord) -> None:
    await finished(world.lane(), record(0), record(1, b"x" * 2_000_000), record(2, id="c"))

    assert [one.offset for asked in world.pool.asked for one in asked] == [0, 2]
    assert [one.topic for one in world.kafka.log].count("news.article.dlq.v1") == 1


async def test_the_next_batch_is_read_while_the_last_one_commits(
    world: World, record: MakeRecord, monkeypatch: pytest.MonkeyPatch
) -> None:
    lane = world.lane()
    gate = asyncio.Event()
    commit = lane._writer.commit

    async def slow(next_offset: int) -> None:
        await gate.wait()
        await commit(next_offset)

    monkeypatch.setattr(lane._writer, "commit", slow)
    task = asyncio.ensure_future(lane.run())
    lane.put([record(0)])
    await asyncio.sleep(0.05)
    lane.put([record(1, id="b")])
    await asyncio.sleep(0.05)
    read_while_committing = len(world.pool.asked)
    gate.set()
    await asyncio.sleep(0.05)
    lane.finish()
    await task
    await lane.close()

    assert read_while_committing == 2
    assert world.kafka.committed_offset == 2


class Slow:
    """A pool that reads `at_once` articles of a call, and the others when it is told that it is `enough`, or never."""

    def __init__(self, at_once: int) -> None:
        self.at_once = at_once
        self.asked: list[list[int]] = []

    async def map(
        self, envelopes: Sequence[Envelope], moving: Callable[[], None], enough: asyncio.Event
    ) -> list[Outcome]:
        self.asked.append([one.offset for one in envelopes])
        moving()
        if len(envelopes) > self.at_once:
            await enough.wait()
        return [stream_pipeline.process(one) for one in envelopes[: self.at_once]]


async def test_a_finished_lane_commits_what_is_read_and_gives_up_the_rest(
    world: World, record: MakeRecord, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(world.pool, "map", Slow(2).map)
    lane = world.lane()
    task = asyncio.ensure_future(lane.run())
    lane.put([record(number, id=f"doc-{number}") for number in range(5)])
    await until(lambda: lane.in_hand == 5)
    lane.put([record(5, id="doc-5")])
    lane.finish()
    await asyncio.wait_for(task, PATIENCE)

    assert (lane.committed, lane.given_up, lane.in_hand, world.kafka.committed_offset) == (2, 4, 0, 2)
    assert world.value("messages_in_flight") == 0
    await lane.close()


async def test_a_lane_whose_articles_nobody_has_read_finishes_at_once_without_them(
    world: World, record: MakeRecord, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(world.pool, "map", Slow(0).map)
    lane = world.lane()
    task = asyncio.ensure_future(lane.run())
    lane.put([record(0)])
    await until(lambda: lane.in_hand == 1)
    lane.finish()
    await asyncio.wait_for(task, PATIENCE)

    assert (lane.committed, lane.given_up, world.kafka.committed_offset) == (0, 1, None)
    await lane.close()


async def test_what_the_pool_sends_back_unread_is_asked_again_before_what_came_later(
    world: World, record: MakeRecord, monkeypatch: pytest.MonkeyPatch
) -> None:
    pool, asked = world.pool, list[list[int]]()

    async def two(envelopes: Sequence[Envelope], *_: object) -> list[Outcome]:
        asked.append([one.offset for one in envelopes])
        return (await read(envelopes))[:2]

    read = pool.map
    monkeypatch.setattr(pool, "map", two)
    too_large = record(1, b"x" * 2_000_000)  # refused unread, in its place
    await finished(world.lane(), record(0), too_large, *[record(number, id=f"doc-{number}") for number in range(2, 6)])

    assert asked == [[0, 2, 3, 4, 5], [3, 4, 5], [5]]
    assert facts(world.kafka.log) == 5
    assert world.kafka.committed_offset == 6
    assert world.value("messages_in_flight") == 0


async def test_a_lane_whose_articles_wait_their_turn_in_a_pool_that_answers_is_not_stuck(
    world: World, record: MakeRecord, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And one whose articles wait in a pool that is silent is."""
    now = [100.0]
    monkeypatch.setattr(world.telemetry.vitals, "clock", lambda: now[0])
    hears: list[Callable[[], None]] = []

    async def waits(_: object, moving: Callable[[], None], enough: asyncio.Event) -> list[Outcome]:
        hears.append(moving)
        await enough.wait()
        return []

    monkeypatch.setattr(world.pool, "map", waits)
    world.telemetry.consumer.assigned([RAW])
    world.telemetry.consumer.position(RAW.topic, RAW.partition, 0, 1, None)
    lane = world.lane()
    task = asyncio.ensure_future(lane.run())
    lane.put([record(0)])
    await until(lambda: bool(hears))
    stuck = []
    for answers in (True, True, False):
        now[0] += 200
        world.telemetry.vitals.beat()
        if answers:
            hears[0]()
        now[0] += 150
        world.telemetry.vitals.beat()
        stuck.append(not liveness(world.telemetry.vitals, now[0], 300).ok)
    lane.finish()
    await asyncio.wait_for(task, PATIENCE)
    await lane.close()

    assert stuck == [False, False, True]


async def test_a_lane_with_room_says_so(world: World, record: MakeRecord) -> None:
    await finished(world.lane(), record(0))

    assert world.lows == [RAW]


async def test_a_lane_whose_whole_buffer_was_done_already_asks_for_more(world: World, record: MakeRecord) -> None:
    """It was paused when it was full, and without a batch to take nobody would let it go on."""
    world.kafka.committed_offset = 700  # the owner before us committed once more after our seek
    lane = world.lane()
    lane.put([record(number) for number in range(600)])
    full = lane.buffer.full
    await lane._begin()
    await lane.close()

    assert (full, world.lows) == (True, [RAW])


async def test_what_was_withheld_never_reaches_the_pool_and_the_lane_goes_on_behind_it(
    world: World, record: MakeRecord
) -> None:
    await finished(world.lane(), record(0), record(8, Withheld.batch(b"zz", 1, 8, "why")), record(9, id="c"))

    assert [one.offset for asked in world.pool.asked for one in asked] == [0, 9]
    assert [one.topic for one in world.kafka.log].count("news.article.dlq.v1") == 1
    assert world.kafka.committed_offset == 10


async def test_a_lane_asks_and_writes_for_its_own_partition_alone(world: World, record: MakeRecord) -> None:
    await finished(world.lane(), record(40))

    assert world.kafka.asked_of == {RAW}


async def test_the_next_batch_is_not_committed_before_the_last_one(
    world: World, record: MakeRecord, monkeypatch: pytest.MonkeyPatch
) -> None:
    lane = world.lane()
    open_now, most = 0, 0
    send, commit = lane._writer.send, lane._writer.commit

    async def sends(records: Sequence[Record]) -> list[RecordMetadata]:
        nonlocal open_now, most
        open_now += 1
        most = max(most, open_now)
        return await send(records)

    async def commits(next_offset: int) -> None:
        nonlocal open_now
        await asyncio.sleep(0.01)
        await commit(next_offset)
        open_now -= 1

    monkeypatch.setattr(lane._writer, "send", sends)
    monkeypatch.setattr(lane._writer, "commit", commits)
    task = asyncio.ensure_future(lane.run())
    for number in range(5):
        lane.put([record(number, id=f"doc-{number}")])
        await asyncio.sleep(0.005)
    await until(lambda: lane.next_offset == 5)
    lane.finish()
    await task
    await lane.close()

    assert most == 1


async def test_a_long_decision_lets_others_have_their_turn(
    world: World, record: MakeRecord, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("worker.stream.lane.TURN_SECONDS", 0.0)
    lane, turns = world.lane(), 0

    async def others() -> None:
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0)

    await lane._begin()
    running = asyncio.ensure_future(others())
    batch = Batch([reading_of(record(number, id=f"doc-{number}")) for number in range(50)])
    before = turns
    await lane._decide(batch)
    running.cancel()
    await lane.close()

    assert turns - before >= 50


def reading_of(one: ConsumerRecord) -> Reading:
    seen = envelope(one)
    return Reading(one, seen, stream_pipeline.process(seen))
