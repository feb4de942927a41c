"""An epoch's bounds and its end, against a producer that does as it is told; its requests: tests/contract."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest
from aiokafka import TopicPartition
from aiokafka.client import ConnectionGroup, CoordinationType
from aiokafka.errors import (
    KafkaTimeoutError,
    NodeNotReadyError,
    NotCoordinatorForGroupError,
    ProducerFenced,
    RequestTimedOutError,
)
from aiokafka.protocol.commit import OffsetFetchRequest, OffsetFetchRequest_v3, OffsetFetchResponse_v3
from aiokafka.protocol.transaction import EndTxnRequest

from worker.stream import epoch
from worker.stream.epoch import Epoch
from worker.stream.records import Record

if TYPE_CHECKING:
    from aiokafka.structs import OffsetAndMetadata

    from worker.settings import Settings

END = EndTxnRequest("id", 7, 3, transaction_result=True)


class Client:
    """Answers each request with `answer`."""

    def __init__(self, producer: Producer) -> None:
        self.close = producer.close
        self.answer: object = "done"
        self.asked: list[tuple[int, object, dict[str, object]]] = []

    async def send(self, node: int, request: object, **more: object) -> object:
        self.asked.append((node, request, more))
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


class Sender:
    """Knows the coordinators, and which of them it was told to forget."""

    def __init__(self) -> None:
        self.forgotten: list[CoordinationType] = []

    async def _find_coordinator(self, kind: CoordinationType, name: str) -> int:
        return {(CoordinationType.GROUP, "ours"): 5}[kind, name]

    def _coordinator_dead(self, kind: CoordinationType) -> None:
        self.forgotten.append(kind)


class Producer:
    """`hangs`: calls that never return."""

    def __init__(self) -> None:
        self.calls: list[str] = []
        self.hangs: set[str] = set()
        self.raises: dict[str, Exception] = {}
        self.options: dict[str, Any] = {}
        self.sent: list[tuple[object, ...]] = []
        self.client = Client(self)
        self._sender = Sender()

    async def _do(self, call: str) -> None:
        self.calls.append(call)
        if call in self.hangs:
            await asyncio.sleep(60)
        if call in self.raises:
            raise self.raises[call]

    async def start(self) -> None:
        await self._do("start")

    async def begin_transaction(self) -> None:
        await self._do("begin")

    async def send(
        self, topic: str, value: bytes | None, key: bytes | None, partition: int | None, *, headers: list[object]
    ) -> asyncio.Future[str]:
        self.sent.append((topic, value, key, partition, headers))
        delivered: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        delivered.set_result("delivered")
        return delivered

    async def partitions_for(self, topic: str) -> set[int]:
        return {"fact": {0, 1, 2}}[topic]

    async def send_offsets_to_transaction(
        self, offsets: dict[TopicPartition, OffsetAndMetadata], group: str
    ) -> None:
        await self._do(f"{group} {[(*where, *one) for where, one in offsets.items()]}")

    async def commit_transaction(self) -> None:
        await self._do("commit")

    async def abort_transaction(self) -> None:
        await self._do("abort")

    async def stop(self) -> None:
        await self._do("stop")

    async def close(self) -> None:
        await self._do("close")


@pytest.fixture
def producer(monkeypatch: pytest.MonkeyPatch) -> Producer:
    made = Producer()

    def with_options(**options: Any) -> Producer:
        made.options = options
        return made

    monkeypatch.setattr(epoch, "AIOKafkaProducer", with_options)
    monkeypatch.setattr(epoch, "OPEN_SECONDS", 0.05)
    monkeypatch.setattr(epoch, "CLOSE_SECONDS", 0.05)
    return made


@pytest.fixture
def made(settings: Settings, producer: Producer) -> Epoch:
    del producer
    return Epoch(settings, "group:topic:3", batch_bytes=100, request_bytes=200, linger=5.0)


async def test_the_producer_is_made_as_told(settings: Settings, made: Epoch, producer: Producer) -> None:
    del made
    told = {"transactional_id": "group:topic:3", "max_batch_size": 100, "max_request_size": 200, "linger_ms": 5000,
            "transaction_timeout_ms": settings.transaction_timeout_seconds * 1000, "compression_type": "lz4",
            "bootstrap_servers": settings.broker_url}

    assert producer.options.items() >= told.items()


@pytest.mark.parametrize(("said", "meant"), [("none", None), ("gzip", "gzip")])
async def test_the_client_has_a_name_of_its_own_for_no_compression_and_by_itself_waits_for_nothing(
    settings: Settings, producer: Producer, said: str, meant: str | None
) -> None:
    Epoch(settings.model_copy(update={"compression": said}), "id", batch_bytes=1, request_bytes=1)

    assert (producer.options["compression_type"], producer.options["linger_ms"]) == (meant, 0)


async def test_an_opening_that_hangs_is_given_up(made: Epoch, producer: Producer) -> None:
    producer.hangs = {"start"}

    opening = asyncio.ensure_future(made.open())
    await asyncio.wait([opening], timeout=5)

    assert opening.done()
    assert isinstance(opening.exception(), TimeoutError)


async def test_a_record_is_handed_over_whole_and_its_delivery_is_the_askers_to_await(
    made: Epoch, producer: Producer
) -> None:
    delivery = await made.send(Record("fact", b"key", b"value", (("a", b"1"), ("b", b"2"))), 2)

    assert producer.sent == [("fact", b"value", b"key", 2, [("a", b"1"), ("b", b"2")])]
    assert await delivery == "delivered"


async def test_how_many_partitions_a_topic_has_is_asked_of_the_client(made: Epoch) -> None:
    assert await made.partitions("fact") == 3


async def test_offsets_go_before_the_commit_under_the_groups_name(made: Epoch, producer: Producer) -> None:
    await made.begin()
    await made.commit("ours", {TopicPartition("raw", 3): 7})
    await made.begin()
    await made.commit()

    assert producer.calls == ["begin", "ours [('raw', 3, 7, '')]", "commit", "begin", "commit"]


async def test_the_coordinator_that_has_the_offsets_is_asked_for_all_that_the_group_has_of_a_topic(
    made: Epoch, producer: Producer
) -> None:
    nothing = -1
    raw = [(0, 0, "", 0), (2, 40, "", 0), (3, nothing, "", 0)]
    producer.client.answer = OffsetFetchResponse_v3(0, [("other", [(2, 9, "", 0)]), ("raw", raw)], 0)

    found = await made.committed("ours", "raw")

    assert found == {TopicPartition("raw", 0): 0, TopicPartition("raw", 2): 40}
    [(node, request, how)] = producer.client.asked
    assert isinstance(request, OffsetFetchRequest)
    assert (node, how) == (5, {"group": ConnectionGroup.COORDINATION})
    assert request.build(OffsetFetchRequest_v3) == OffsetFetchRequest_v3("ours", None)
    assert producer._sender.forgotten == []


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(OffsetFetchResponse_v3(0, [], NotCoordinatorForGroupError.errno), id="of the group"),
        pytest.param(
            OffsetFetchResponse_v3(0, [("raw", [(0, 7, "", 0), (1, -1, "", NotCoordinatorForGroupError.errno)])], 0),
            id="of a partition",
        ),
        pytest.param(NotCoordinatorForGroupError(), id="none at all"),
    ],
)
async def test_a_coordinator_that_cannot_tell_is_looked_for_anew(
    made: Epoch, producer: Producer, answer: object
) -> None:
    producer.client.answer = answer

    with pytest.raises(NotCoordinatorForGroupError):
        await made.committed("ours", "raw")

    assert producer._sender.forgotten == [CoordinationType.GROUP]


async def test_after_a_request_without_an_answer_no_transaction_begins(made: Epoch, producer: Producer) -> None:
    await made.begin()
    producer.client.answer = RequestTimedOutError()
    with pytest.raises(RequestTimedOutError):
        await producer.client.send(0, END)
    producer.client.answer = "done"
    assert await producer.client.send(0, END) == "done"
    await made.commit()

    with pytest.raises(KafkaTimeoutError, match=r": a request got no answer, and might .* transaction$"):
        made.check()
    with pytest.raises(KafkaTimeoutError):
        await made.begin()
    assert producer.calls == ["begin", "commit"]


async def test_a_request_goes_as_it_is_and_once_it_is_answered_transactions_go_on(
    made: Epoch, producer: Producer
) -> None:
    for _ in range(2):
        await made.begin()
        assert await producer.client.send(7, END, group="coordination") == "done"
        await made.commit()

    made.check()
    assert producer.client.asked == [(7, END, {"group": "coordination"})] * 2


async def test_a_request_that_found_no_connection_cannot_arrive_later(made: Epoch, producer: Producer) -> None:
    producer.client.answer = NodeNotReadyError()
    for _ in range(2):
        with pytest.raises(NodeNotReadyError):
            await producer.client.send(0, END)

    await made.begin()


async def test_what_found_no_connection_afterwards_makes_nothing_of_what_is_on_its_way(
    made: Epoch, producer: Producer
) -> None:
    for error in (RequestTimedOutError(), NodeNotReadyError()):
        producer.client.answer = error
        with pytest.raises(type(error)):
            await producer.client.send(0, END)

    with pytest.raises(KafkaTimeoutError):
        await made.begin()


async def test_other_requests_may_be_asked_again(made: Epoch, producer: Producer) -> None:
    producer.client.answer = RequestTimedOutError()
    with pytest.raises(RequestTimedOutError):
        await producer.client.send(0, "metadata, please")

    await made.begin()


@pytest.mark.parametrize(
    ("asked", "open_", "calls"),
    [
        pytest.param(True, True, ["abort", "stop"], id="now"),
        pytest.param(True, False, ["stop"], id="nothing is open any more"),
        pytest.param(False, True, ["stop"], id="the next owner does it"),
    ],
)
async def test_what_is_open_is_aborted_where_asked(
    made: Epoch, producer: Producer, *, asked: bool, open_: bool, calls: list[str]
) -> None:
    await made.begin()
    if not open_:
        await made.commit()
    producer.calls.clear()

    await made.close(abort=asked)

    assert producer.calls == calls


async def test_what_was_given_up_is_not_given_up_again(made: Epoch, producer: Producer) -> None:
    await made.begin()
    await made.abort()
    await made.close(abort=True)

    assert producer.calls == ["begin", "abort", "stop"]


async def test_before_anything_was_begun_nothing_is_aborted(made: Epoch, producer: Producer) -> None:
    await made.close(abort=True)

    assert producer.calls == ["stop"]


async def test_who_does_not_ask_leaves_it_to_the_next_owner(made: Epoch, producer: Producer) -> None:
    await made.begin()
    await made.close()

    assert producer.calls == ["begin", "stop"]


@pytest.mark.parametrize("error", [AssertionError("state"), ProducerFenced()], ids=["committing", "fenced"])
async def test_an_abort_that_fails_does_not_keep_it_open(made: Epoch, producer: Producer, error: Exception) -> None:
    await made.begin()
    producer.raises = {"abort": error}

    await made.close(abort=True)

    assert producer.calls == ["begin", "abort", "stop"]


async def test_a_client_that_cannot_even_hang_up_has_a_sixth_of_the_budget_more(
    made: Epoch, producer: Producer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(epoch, "CLOSE_SECONDS", 0.3)
    producer.hangs = {"stop", "close"}

    await asyncio.wait_for(made.close(), 1.5)


@pytest.mark.parametrize("call", ["abort", "stop", "close"])
async def test_closing_ends_even_if_the_client_does_not(made: Epoch, producer: Producer, call: str) -> None:
    await made.begin()
    producer.hangs = {call, "stop"}

    await asyncio.wait_for(made.close(abort=True), 1)

    assert producer.calls[-1] == "close"
