"""What a lane is told of its transactions, and their bounds, against an epoch of lists."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from aiokafka import TopicPartition
from aiokafka.errors import KafkaError, KafkaTimeoutError, MessageSizeTooLargeError

from worker.observability.telemetry import Telemetry
from worker.stream import transaction
from worker.stream.records import Record
from worker.stream.sizes import Sizes
from worker.stream.transaction import Refused, Transactor

if TYPE_CHECKING:
    from worker.settings import Settings

RECORDS = [Record("t", b"k", b"small"), Record("t", b"k", b"large" * 100), Record("t", b"k", b"small")]


TOO_LARGE_TO_SEND = object()


class Epoch:
    """Answers each send as told."""

    def __init__(self, answers: list[object]) -> None:
        self.answers = answers
        self.calls: list[str] = []
        self.over = False

    async def open(self) -> None:
        self.calls.append("open")

    async def begin(self) -> None:
        self.calls.append("begin")

    async def send(self, *_: object) -> asyncio.Future[object]:
        answer: asyncio.Future[object] = asyncio.get_running_loop().create_future()
        result = self.answers.pop(0)
        if result is TOO_LARGE_TO_SEND:
            raise MessageSizeTooLargeError
        if isinstance(result, asyncio.CancelledError):
            answer.cancel()
        elif isinstance(result, BaseException):
            answer.set_exception(result)
        elif result is not None:
            answer.set_result(result)
        return answer

    async def commit(self, group: str, next_offsets: dict[TopicPartition, int]) -> None:
        self.calls.append(f"commit {group} {next_offsets[TopicPartition('raw', 3)]}")

    def check(self) -> None:
        if self.over:
            raise KafkaTimeoutError

    async def close(self) -> None:
        self.calls.append("close")


def transactor(settings: Settings, answers: list[object]) -> tuple[Transactor, Epoch]:
    made = Transactor(settings, Telemetry(), Sizes(1 << 20, {}), TopicPartition("raw", 3))
    epoch = Epoch(answers)
    made._epoch = epoch  # type: ignore[assignment]
    return made, epoch


async def test_whoever_owns_the_partition_has_the_same_id_and_the_strictest_topics_batches(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[tuple[str, dict[str, object]]] = []

    def of(_: Settings, transactional_id: str, **options: object) -> Epoch:
        told.append((transactional_id, options))
        return Epoch([])

    monkeypatch.setattr(transaction, "Epoch", of)
    for limit in (1 << 20, 10_000):
        sizes = Sizes(1 << 20, {"fact": limit})
        await Transactor(settings, Telemetry(), sizes, TopicPartition(settings.topics.raw, 3)).open()

    assert [name for name, _ in told] == ["newsfacts:news.article.raw.v1:3"] * 2
    assert [options["batch_bytes"] for _, options in told] == [settings.producer_batch_bytes, sizes.batch_bytes]


async def test_every_delivery_is_awaited_and_told(settings: Settings) -> None:
    made, epoch = transactor(settings, ["one", "two", "three"])

    assert await made.send(RECORDS) == ["one", "two", "three"]
    assert epoch.calls == ["begin"]


async def test_the_first_failed_delivery_is_raised(settings: Settings) -> None:
    made, _ = transactor(settings, ["one", KafkaError("first"), KafkaError("second")])

    with pytest.raises(KafkaError, match="first"):
        await made.send(RECORDS)


async def test_of_a_refused_batch_the_largest_record_is_named(settings: Settings) -> None:
    made, _ = transactor(settings, [MessageSizeTooLargeError(), MessageSizeTooLargeError(), "three"])

    with pytest.raises(Refused) as refused:
        await made.send(RECORDS)

    assert refused.value.record is RECORDS[1]


async def test_a_record_that_the_client_itself_finds_too_large_is_named(settings: Settings) -> None:
    made, _ = transactor(settings, ["one", TOO_LARGE_TO_SEND, "three"])

    with pytest.raises(Refused) as refused:
        await made.send(RECORDS)

    assert refused.value.record is RECORDS[1]


async def test_a_delivery_that_a_dead_sender_gave_up_is_an_error_and_no_revocation(settings: Settings) -> None:
    made, _ = transactor(settings, ["one", asyncio.CancelledError(), "three"])

    with pytest.raises(KafkaError, match="given up"):
        await made.send(RECORDS)


@pytest.mark.parametrize("call", ["begin", "commit"])
async def test_no_call_is_awaited_for_ever(settings: Settings, monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    made, epoch = transactor(settings.model_copy(update={"transaction_timeout_seconds": 0.05}), ["one"])

    async def hangs(*_: object) -> None:
        await asyncio.sleep(60)

    monkeypatch.setattr(epoch, call, hangs)

    with pytest.raises(TimeoutError):
        await asyncio.wait_for(_transaction(made), 5)


async def _transaction(made: Transactor) -> None:
    await made.send(RECORDS[:1])
    await made.commit(1)


async def test_a_delivery_that_never_comes_is_not_awaited_for_ever(settings: Settings) -> None:
    quick = settings.model_copy(update={"transaction_timeout_seconds": 0.05})
    made, _ = transactor(quick, ["one", None, "three"])

    with pytest.raises(TimeoutError):
        await made.send(RECORDS)


async def test_the_offset_is_committed_for_the_group(settings: Settings) -> None:
    made, epoch = transactor(settings, [])

    await made.commit(7)

    assert epoch.calls == ["commit newsfacts 7"]


async def test_a_commit_that_was_the_epochs_last_is_unclear_to_the_lane(settings: Settings) -> None:
    """So it opens another and asks what the group holds, before it begins anything."""
    made, epoch = transactor(settings, [])
    epoch.over = True

    with pytest.raises(KafkaTimeoutError):
        await made.commit(7)

    assert epoch.calls == ["commit newsfacts 7"]


async def test_what_is_closed_is_closed_once_and_takes_nothing_more(settings: Settings) -> None:
    made, epoch = transactor(settings, [])

    await made.close()
    await made.close()

    assert epoch.calls == ["close"]
    with pytest.raises(RuntimeError, match="not open"):
        await made.commit(7)
