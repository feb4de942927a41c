"""The transactional producer's bounds, against a client of lists."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from aiokafka import TopicPartition
from aiokafka.errors import KafkaError, MessageSizeTooLargeError

from worker.observability.telemetry import Telemetry
from worker.stream import transaction
from worker.stream.records import Record
from worker.stream.sizes import Sizes
from worker.stream.transaction import Refused, Transactor

if TYPE_CHECKING:
    from worker.settings import Settings

RECORDS = [Record("t", b"k", b"small"), Record("t", b"k", b"large" * 100), Record("t", b"k", b"small")]


TOO_LARGE_TO_SEND = object()


class Client:
    """Answers each send as told."""

    def __init__(self, answers: list[object]) -> None:
        self.answers = answers
        self.client = self
        self.calls: list[str] = []
        self.stops = asyncio.Event()

    async def begin_transaction(self) -> None:
        self.calls.append("begin")

    async def send(self, *_: object, **__: object) -> asyncio.Future[object]:
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

    async def send_offsets_to_transaction(self, offsets: object, group: str) -> None:
        self.calls.append(f"offsets {offsets} {group}")

    async def commit_transaction(self) -> None:
        self.calls.append("commit")

    async def stop(self) -> None:
        await self.stops.wait()

    async def close(self) -> None:
        self.calls.append("close")


def transactor(settings: Settings, answers: list[object]) -> tuple[Transactor, Client]:
    made = Transactor(settings, Telemetry(), Sizes(1 << 20, {}), TopicPartition("raw", 3))
    client = Client(answers)
    made._producer = client
    return made, client


def test_the_transactional_id_is_the_same_for_whoever_owns_the_partition(settings: Settings) -> None:
    assert transactor(settings, [])[0].transactional_id == "newsfacts:news.article.raw.v1:3"


async def test_every_delivery_is_awaited_and_told(settings: Settings) -> None:
    made, client = transactor(settings, ["one", "two", "three"])

    assert await made.send(RECORDS) == ["one", "two", "three"]
    assert client.calls == ["begin"]


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


@pytest.mark.parametrize("call", ["begin_transaction", "send_offsets_to_transaction", "commit_transaction"])
async def test_no_call_is_awaited_for_ever(settings: Settings, monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    made, client = transactor(settings.model_copy(update={"transaction_timeout_seconds": 0.05}), ["one"])

    async def hangs(*_: object) -> None:
        await asyncio.sleep(60)

    monkeypatch.setattr(client, call, hangs, raising=False)

    with pytest.raises(TimeoutError):
        await asyncio.wait_for(_transaction(made), 5)


async def _transaction(made: Transactor) -> None:
    await made.send(RECORDS[:1])
    await made.commit(1)


async def test_an_opening_that_hangs_is_given_up(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    class Deaf:
        client = None

        async def start(self) -> None:
            await asyncio.sleep(60)

    monkeypatch.setattr(transaction, "OPEN_SECONDS", 0.05)
    monkeypatch.setattr(transaction, "_producer", lambda *_: Deaf())
    made, _ = transactor(settings, [])

    with pytest.raises(TimeoutError):
        await asyncio.wait_for(made.open(), 5)


async def test_a_delivery_that_never_comes_is_not_awaited_for_ever(settings: Settings) -> None:
    quick = settings.model_copy(update={"transaction_timeout_seconds": 0.05})
    made, _ = transactor(quick, ["one", None, "three"])

    with pytest.raises(TimeoutError):
        await made.send(RECORDS)


async def test_offsets_go_before_the_commit_under_the_groups_name(settings: Settings) -> None:
    made, client = transactor(settings, [])
    await made.commit(7)

    assert client.calls[0].endswith("newsfacts")
    assert "offset=7" in client.calls[0]
    assert client.calls[1] == "commit"


async def test_closing_ends_even_if_the_client_does_not(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(transaction, "CLOSE_SECONDS", 0.05)
    made, client = transactor(settings, [])

    await asyncio.wait_for(made.close(), 1)

    assert client.calls == ["close"]
