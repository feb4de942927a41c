"""A lane against a Kafka of lists: every way a transaction can go wrong, and what it does about it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from aiokafka.errors import KafkaError, ProducerFenced

from tests.unit.stream.conftest import RAW, Kafka
from worker.stream.lane import Lane, LaneBroken
from worker.stream.records import Record
from worker.stream.state import StoreBroken
from worker.stream.transaction import Refused

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aiokafka import ConsumerRecord

    from schemas.state import DocumentState
    from tests.unit.stream.conftest import MakeRecord, World
    from worker.pipeline.outcome import Outcome
    from worker.pipeline.values import Envelope
    from worker.settings import Settings

FACT = "news.fact.v1"


async def finished(lane: Lane, *records: ConsumerRecord, after: float = 0.2) -> None:
    """Run the lane until it has worked off the records."""
    task = asyncio.ensure_future(lane.run())
    lane.put(list(records))
    last = records[-1].offset + 1 if records else 0
    deadline, now = asyncio.get_running_loop().time() + 5, asyncio.get_running_loop().time
    while lane.next_offset < last and not task.done() and now() < deadline:  # noqa: ASYNC110 - looks from outside
        await asyncio.sleep(0.005)
    lane.finish()
    try:
        await asyncio.wait_for(task, after + 5)
    finally:
        await lane.close()


def facts(log: list[Record]) -> int:
    return sum(record.topic == FACT for record in log)


async def test_the_lane_fences_before_it_asks_what_is_committed(world: World, record: MakeRecord) -> None:
    await finished(world.lane(), record(0))

    assert world.kafka.calls[:2] == ["open", "committed"]


async def test_state_is_restored_only_after_the_fence(world: World) -> None:
    world.kafka.committed_offset = 7
    await finished(world.lane())

    assert world.restores == [(3, 7)]


async def test_what_is_committed_already_is_not_read_again(world: World, record: MakeRecord) -> None:
    world.kafka.committed_offset = 2
    await finished(world.lane(), record(0), record(1), record(2))

    assert [[one.offset for one in asked] for asked in world.pool.asked] == [[2]]


async def test_a_new_group_that_begins_at_the_end_writes_down_where_that_was(
    world_of: type[World], settings: Settings, record: MakeRecord
) -> None:
    world = world_of(settings.model_copy(update={"auto_offset_reset": "latest"}))
    await finished(world.lane(), record(39), record(40))

    assert world.kafka.calls[:4] == ["open", "committed", "send", "commit"]
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


async def test_a_send_that_fails_is_sent_again_by_a_new_producer(world: World, record: MakeRecord) -> None:
    world.kafka.troubles = [("send", KafkaError("broker gone"), False)]
    await finished(world.lane(), record(0))

    assert world.kafka.calls == ["open", "committed", "send", "close", "open", "committed", "send", "commit", "close"]
    assert facts(world.kafka.log) == 1


async def test_a_commit_whose_answer_is_lost_is_not_repeated_when_it_happened(world: World, record: MakeRecord) -> None:
    world.kafka.troubles = [("commit", TimeoutError(), True)]
    await finished(world.lane(), record(0))

    assert facts(world.kafka.log) == 1
    assert world.kafka.calls.count("commit") == 1
    assert world.value("messages_processed_total", topic="news.article.raw.v1", outcome="published") == 1


async def test_a_commit_whose_answer_is_lost_is_repeated_when_it_did_not_happen(
    world: World, record: MakeRecord
) -> None:
    world.kafka.troubles = [("commit", TimeoutError(), False)]
    await finished(world.lane(), record(0))

    assert facts(world.kafka.log) == 1
    assert world.kafka.calls.count("commit") == 2
    assert world.value("retries_total", stage="publish", reason="timeout") == 1


async def test_where_a_broker_keeps_no_offsets_our_own_count_holds(
    world: World, record: MakeRecord, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Kafka, "committed_offset", property(lambda _: None, lambda *_: None))
    lane = world.lane()
    lane.put([record(0)])
    task = asyncio.ensure_future(lane.run())
    while lane.next_offset < 1:  # noqa: ASYNC110 - looks from outside
        await asyncio.sleep(0.001)
    world.kafka.troubles = [("send", KafkaError("broker gone"), False)]
    lane.put([record(1, id="b")])
    while lane.next_offset < 2:
        assert lane.next_offset == 1  # never back to the beginning
        await asyncio.sleep(0.001)
    lane.finish()
    await task
    await lane.close()

    assert facts(world.kafka.log) == 2


async def test_two_unclear_errors_on_one_batch_end_the_process(world: World, record: MakeRecord) -> None:
    world.kafka.troubles = [("commit", TimeoutError(), False), ("commit", TimeoutError(), False)]

    with pytest.raises(LaneBroken):
        await finished(world.lane(), record(0))

    assert facts(world.kafka.log) == 0


async def test_a_lane_that_cannot_open_a_producer_ends_the_process(world: World) -> None:
    world.kafka.troubles = [("open", TimeoutError(), False)]

    with pytest.raises(LaneBroken):
        await finished(world.lane())


async def test_a_fenced_lane_waits_to_be_told_of_its_revocation_before_it_fences_back(
    world: World, record: MakeRecord
) -> None:
    world.kafka.troubles = [("commit", ProducerFenced(), False)]
    lane = world.lane()
    task = asyncio.ensure_future(lane.run())
    lane.put([record(0)])
    while "close" not in world.kafka.calls:  # noqa: ASYNC110 - looks from outside
        await asyncio.sleep(0.001)
    while_waiting = list(world.kafka.calls)
    task.cancel()  # the revocation
    await asyncio.gather(task, return_exceptions=True)
    await lane.close()

    assert while_waiting == ["open", "committed", "send", "commit", "close"]
    assert "open" not in world.kafka.calls[5:]


async def test_a_fenced_lane_that_is_not_revoked_goes_on_with_a_new_producer(world: World, record: MakeRecord) -> None:
    world.kafka.troubles = [("commit", ProducerFenced(), False)]
    await finished(world.lane(), record(0))

    assert facts(world.kafka.log) == 1


async def test_a_record_that_the_broker_refuses_becomes_a_dead_letter(world: World, record: MakeRecord) -> None:
    refused = Record(FACT, b"k", b"x" * 500)
    world.kafka.troubles = [("send", Refused(refused), False)]
    await finished(world.lane(), record(0))

    assert [one.topic for one in world.kafka.log] == ["news.article.dlq.v1"]


async def test_a_rebuilt_memory_knows_only_what_the_changelog_tells(world: World) -> None:
    memory = world.around.memory(RAW)
    await memory.recall(None)
    memory.keep({b"doc": b"{}"}, 1, 1)
    await memory.rebuild(1)

    assert memory.known("doc") is None
    memory.close()


async def test_a_store_that_breaks_is_rebuilt_and_the_batch_committed_once(
    world: World, record: MakeRecord, monkeypatch: pytest.MonkeyPatch
) -> None:
    lane = world.lane()
    breaks = iter([StoreBroken("bad block")])
    known = lane._memory.known

    def sometimes(document_id: str) -> DocumentState | None:
        if error := next(breaks, None):
            raise error
        return known(document_id)

    monkeypatch.setattr(lane._memory, "known", sometimes)
    await finished(lane, record(0))

    assert facts(world.kafka.log) == 1
    assert len(world.restores) == 2


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


async def test_a_finished_lane_commits_what_it_has_in_hand_and_gives_up_the_rest(
    world: World, record: MakeRecord, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = asyncio.Event()
    read = world.pool.map

    async def slow(envelopes: Sequence[Envelope]) -> list[Outcome]:
        await gate.wait()
        return await read(envelopes)

    monkeypatch.setattr(world.pool, "map", slow)
    lane = world.lane()
    task = asyncio.ensure_future(lane.run())
    lane.put([record(0)])
    await asyncio.sleep(0.05)
    lane.put([record(1, id="b")])
    left, in_hand = lane.finish(), lane.in_hand
    gate.set()
    await task
    await lane.close()

    assert (left, in_hand, lane.in_hand, world.kafka.committed_offset) == (1, 1, 0, 1)


async def test_articles_in_flight_return_to_zero_whatever_happens(world: World, record: MakeRecord) -> None:
    world.kafka.committed_offset = 1
    lane = world.lane()
    lane.put([record(0), record(1)])
    await finished(lane, record(2, id="c"))

    assert world.value("messages_in_flight") == 0


async def test_a_lane_with_room_says_so(world: World, record: MakeRecord) -> None:
    await finished(world.lane(), record(0))

    assert world.lows
