"""Every way a transaction can go wrong, and what a lane does about it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from aiokafka.errors import (
    CoordinatorNotAvailableError,
    InvalidProducerEpoch,
    KafkaConnectionError,
    KafkaError,
    KafkaTimeoutError,
    NotCoordinatorForGroupError,
    NotLeaderForPartitionError,
    OutOfOrderSequenceNumber,
    ProducerFenced,
    RequestTimedOutError,
    UnknownError,
)

from tests.unit.stream.conftest import FACT, RAW, Kafka, facts, finished, until
from worker.stream.batch import TRIES
from worker.stream.breaker import BreakerOpen
from worker.stream.epoch import Spent
from worker.stream.lane import LaneBroken
from worker.stream.records import Record
from worker.stream.state import StoreBroken
from worker.stream.transaction import Refused

if TYPE_CHECKING:
    from aiokafka import TopicPartition

    from schemas.state import DocumentState
    from tests.unit.stream.conftest import MakeRecord, World
    from worker.settings import Settings


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
    world.kafka.troubles = [("send", Refused(refused), False)] * 7  # six of them may have been its batch's fault
    await finished(world.lane(), record(0))

    assert [one.topic for one in world.kafka.log] == ["news.article.dlq.v1"]


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
    assert [one[:2] for one in world.restores] == [(3, None), (3, 0)]


async def test_a_batch_that_takes_too_long_is_committed_in_parts(world: World, record: MakeRecord) -> None:
    world.kafka.troubles = [("send", TimeoutError(), False), ("commit", TimeoutError(), False)]

    await finished(world.lane(), *(record(number, id=f"doc-{number}") for number in range(9)))

    assert facts(world.kafka.log) == 9
    assert world.kafka.calls.count("send") == 8, "nine; two; the same one by one; the other seven two by two"


async def test_a_batch_that_took_too_long_and_was_committed_all_the_same_is_not_done_again(
    world: World, record: MakeRecord
) -> None:
    world.kafka.troubles = [("commit", TimeoutError(), True)]

    await finished(world.lane(), *(record(number, id=f"doc-{number}") for number in range(9)))

    assert (facts(world.kafka.log), world.kafka.calls.count("send")) == (9, 1)


async def test_an_epoch_that_was_spent_on_the_last_batch_costs_the_next_no_try(
    world: World, record: MakeRecord
) -> None:
    world.kafka.troubles = [("send", Spent(), False), *[("commit", UnknownError(), False)] * (TRIES - 1)]

    await finished(world.lane(), record(0))

    assert facts(world.kafka.log) == 1


async def test_epochs_that_are_spent_before_they_began_end_the_process(world: World, record: MakeRecord) -> None:
    world.kafka.troubles = [("send", Spent(), False)] * 9

    with pytest.raises(LaneBroken, match="2 unclear ends"):
        await finished(world.lane(), record(0))


UNCLEAR = {
    "an error that aiokafka does not know": UnknownError(),
    "another leader": NotLeaderForPartitionError(),
    "a coordinator on its way": CoordinatorNotAvailableError(),
    "another coordinator": NotCoordinatorForGroupError(),
    "a request that timed out": RequestTimedOutError(),
    "a client's own timeout": KafkaTimeoutError(),
    "a bound of ours": TimeoutError(),
    "a lost connection": KafkaConnectionError("lost"),
    "a broken sequence": OutOfOrderSequenceNumber(),
    "a fence": ProducerFenced(),
    "an old epoch": InvalidProducerEpoch(),
    "a sender that died": asyncio.CancelledError(),
}


@pytest.mark.parametrize("happened", [True, False], ids=["and it had happened", "and nothing had happened"])
@pytest.mark.parametrize("call", ["send", "commit"])
@pytest.mark.parametrize("error", UNCLEAR.values(), ids=UNCLEAR.keys())
async def test_after_any_unclear_answer_a_new_producer_asks_what_became_of_the_batch(
    world: World, record: MakeRecord, error: BaseException, call: str, happened: bool
) -> None:
    world.kafka.troubles = [(call, error, happened)]
    await finished(world.lane(), record(0))

    done = happened and call == "commit"
    assert facts(world.kafka.log) == 1
    assert world.kafka.committed_offset == 1
    begun, again = ["open", "committed", "send", *(["commit"] * (call == "commit"))], ["send", "commit"] * (not done)
    assert world.kafka.calls == [*begun, "close", "open", "committed", *again, "close"]
    assert world.value("messages_processed_total", topic=RAW.topic, outcome="published") == 1


@pytest.mark.parametrize("call", ["send", "commit"])
@pytest.mark.parametrize("error", UNCLEAR.values(), ids=UNCLEAR.keys())
async def test_a_second_one_on_the_same_batch_ends_the_process(
    world: World, record: MakeRecord, error: BaseException, call: str
) -> None:
    world.kafka.troubles = [(call, error, False), (call, TimeoutError(), False)]

    with pytest.raises(LaneBroken, match=r"offset 1: 2 unclear ends, 0 refusals$"):
        await finished(world.lane(), record(0))

    assert world.kafka.log == []


@pytest.mark.parametrize("error", [one for one in UNCLEAR.values() if not isinstance(one, asyncio.CancelledError)])
async def test_no_new_producer_ends_the_process(world: World, record: MakeRecord, error: BaseException) -> None:
    world.kafka.troubles = [("send", TimeoutError(), False)]
    lane = world.lane()
    task = asyncio.ensure_future(lane.run())
    await asyncio.sleep(0.02)
    world.kafka.troubles.append(("open", error, False))
    lane.put([record(0)])

    with pytest.raises(LaneBroken, match="no new producer"):
        await asyncio.wait_for(task, 30)
    await lane.close()


async def test_what_no_client_should_raise_ends_the_process_at_once(world: World, record: MakeRecord) -> None:
    world.kafka.troubles = [("commit", AssertionError("a bug of the client"), False)]

    with pytest.raises(AssertionError):
        await finished(world.lane(), record(0))

    assert world.kafka.calls.count("commit") == 1


async def test_errors_on_different_batches_do_not_add_up(world: World, record: MakeRecord) -> None:
    lane = world.lane()
    task = asyncio.ensure_future(lane.run())
    for number in range(3):
        world.kafka.troubles = [("commit", TimeoutError(), False)]
        lane.put([record(number, id=f"doc-{number}")])
        while lane.next_offset <= number:  # noqa: ASYNC110 - looks from outside
            await asyncio.sleep(0.001)
    lane.finish()
    await task
    await lane.close()

    assert facts(world.kafka.log) == 3


async def test_what_another_worker_committed_of_our_batch_is_not_done_again(world: World, record: MakeRecord) -> None:
    world.kafka.troubles = [("commit", ProducerFenced(), False)]
    lane = world.lane()
    task = asyncio.ensure_future(lane.run())
    lane.put([record(0), record(1, id="b")])
    await until(lambda: "close" in world.kafka.calls)
    world.kafka.committed_offset = 1  # we were asleep, and did not hear that the partition had gone to it

    with pytest.raises(LaneBroken, match="committed 1, not by us, who stand at 0"):
        await asyncio.wait_for(task, 30)
    await lane.close()
    assert world.kafka.log == []


async def test_a_committed_offset_that_nobody_tells_ends_the_process(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def never(_: TopicPartition) -> int:
        await asyncio.sleep(60)
        return 0

    monkeypatch.setattr("worker.stream.lane.ASK_SECONDS", 0.05)
    monkeypatch.setattr(world.kafka, "committed", never)
    lane = world.lane()

    with pytest.raises(LaneBroken, match="cannot begin: TimeoutError"):
        await asyncio.wait_for(lane.run(), 30)
    await lane.close()


async def test_a_beginning_that_nobody_writes_down_ends_the_process(
    world_of: type[World], settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = world_of(settings.model_copy(update={"auto_offset_reset": "latest"}))
    monkeypatch.setattr("worker.stream.lane.ASK_SECONDS", 0.05)
    lane = world.lane()  # of another partition than the one whose lane writes down where the group begins

    with pytest.raises(LaneBroken, match="cannot begin: TimeoutError"):
        await asyncio.wait_for(lane.run(), 30)
    await lane.close()


async def test_a_broker_that_refuses_whatever_it_is_given_ends_the_process(world: World, record: MakeRecord) -> None:
    world.kafka.troubles = [("send", Refused(Record("news.article.dlq.v1", b"k", b"x")), False)] * 100

    with pytest.raises(LaneBroken, match=r"^TopicPartition.*: offset 1: 0 unclear ends, 64 refusals$"):
        await finished(world.lane(), record(0))

    assert world.kafka.calls.count("send") == 64


async def test_a_store_that_breaks_again_and_again_ends_the_process(
    world: World, record: MakeRecord, monkeypatch: pytest.MonkeyPatch
) -> None:
    lane = world.lane()

    def broken(_: str) -> None:
        raise StoreBroken("bad block")

    monkeypatch.setattr(lane._memory, "known", broken)

    with pytest.raises(LaneBroken, match="2 unclear ends"):
        await finished(lane, record(0))


async def test_a_batch_that_opens_the_breaker_is_not_committed(
    world_of: type[World], settings: Settings, record: MakeRecord
) -> None:
    world = world_of(settings.model_copy(update={"breaker_least": 3, "max_request_bytes": 600_000}))
    failing = [record(number, id=f"doc-{number}", pad=1_100_000) for number in (1, 2, 3)]

    with pytest.raises(BreakerOpen):
        await finished(world.lane(), record(0), *failing)

    assert (world.kafka.log, world.kafka.committed_offset) == ([], None)


async def test_a_batch_that_a_broker_refuses_again_and_again_counts_once_for_the_breaker(
    world_of: type[World], settings: Settings, record: MakeRecord
) -> None:
    """Two fail by themselves, and the third for what the broker refused in the end."""
    world = world_of(settings.model_copy(update={"breaker_least": 4, "max_request_bytes": 600_000}))
    world.kafka.troubles = [("send", Refused(Record(FACT, b"k", b"x" * 500)), False)] * 7
    failing = [record(number, id=f"doc-{number}", pad=1_100_000) for number in (1, 2)]

    await finished(world.lane(), record(0), *failing)

    assert [one.topic for one in world.kafka.log] == ["news.article.dlq.v1"] * 3


@pytest.mark.parametrize("call", ["send", "commit"])
async def test_a_lane_that_is_revoked_within_a_transaction_opens_no_new_producer(
    world: World, record: MakeRecord, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    lane = world.lane()
    reached = asyncio.Event()

    async def hangs(_: object) -> None:
        reached.set()
        await asyncio.sleep(60)

    monkeypatch.setattr(lane._writer, call, hangs)
    task = asyncio.ensure_future(lane.run())
    lane.put([record(0)])
    await asyncio.wait_for(reached.wait(), 30)
    task.cancel()
    await asyncio.wait([task], timeout=5)
    opened = world.kafka.calls.count("open")
    await lane.close()

    assert task.cancelled()
    assert opened == 1


async def test_only_a_fenced_lane_waits_before_it_opens_again(
    world_of: type[World], settings: Settings, record: MakeRecord
) -> None:
    world = world_of(settings.model_copy(update={"session_timeout_seconds": 30.0}))
    world.kafka.troubles = [("commit", TimeoutError(), False)]

    await finished(world.lane(), record(0))

    assert facts(world.kafka.log) == 1
