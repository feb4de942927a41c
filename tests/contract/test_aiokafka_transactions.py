"""What worker/stream/epoch.py relies on inside aiokafka's producer. A new version that breaks one fails here first."""

from __future__ import annotations

import inspect
from types import SimpleNamespace
from typing import Any

import pytest
from aiokafka import TopicPartition
from aiokafka.client import AIOKafkaClient, ConnectionGroup, CoordinationType
from aiokafka.errors import KafkaConnectionError, KafkaError, KafkaTimeoutError, NodeNotReadyError, RequestTimedOutError
from aiokafka.producer import sender

from worker.settings import load
from worker.stream.epoch import Epoch
from worker.stream.records import Record
from worker.stream.standing import standing

KINDS = ("AddPartitionsToTxn", "AddOffsetsToTxn", "TxnOffsetCommit", "EndTxn")
LOADING, MOVED, OK = 14, 16, 0  # Kafka's codes: the coordinator is not ready yet, is another, and there is no error
FACT, RAW = TopicPartition("fact", 0), TopicPartition("raw", 0)


class Broker:
    """Answers as a broker does; `troubles`: what becomes of the first request of a kind, an error or a code."""

    def __init__(self) -> None:
        self.troubles: dict[str, KafkaError | int] = {}
        self.asked: list[str] = []
        self.groups: list[str] = []  # what was asked of a group's coordinator, and over which connection
        self.coordinator = 0

    async def send(self, _client: AIOKafkaClient, node: int, request: object, *, group: object = None) -> Any:
        kind = type(request).__name__.removesuffix("Request")
        self.asked.append(kind)
        if kind in {"TxnOffsetCommit", "OffsetFetch"}:
            self.groups.append(f"{kind} of {node} over {group}")
        trouble = self.troubles.pop(kind, OK)
        if isinstance(trouble, KafkaError):
            raise trouble
        place = {"AddPartitionsToTxn": FACT, "TxnOffsetCommit": RAW}.get(kind, FACT)
        fetched = [(RAW.topic, [(0, 10, "", OK)])] if trouble == OK else []
        return SimpleNamespace(
            API_VERSION=7, error_code=trouble, producer_id=7, producer_epoch=3,
            errors=[(place.topic, [(place.partition, trouble)])],
            topics=fetched if kind == "OffsetFetch" else [(FACT.topic, [(0, OK, 40, -1, 0)])],
        )  # fmt: skip

    async def bootstrap(self, client: AIOKafkaClient) -> None:
        client.cluster.update_metadata(SimpleNamespace(
            API_VERSION=0, brokers=[(0, "nowhere", 1)], topics=[(OK, FACT.topic, [(OK, 0, 0, [0], [0])])]
        ))  # fmt: skip


@pytest.fixture
def broker(monkeypatch: pytest.MonkeyPatch) -> Broker:
    made = Broker()

    async def coordinator(_: AIOKafkaClient, kind: int, __: str) -> int:
        return made.coordinator if kind == CoordinationType.GROUP else 0

    async def ready(*_: object, **__: object) -> bool:
        return True

    async def send(client: AIOKafkaClient, *request: Any, **more: Any) -> Any:
        return await made.send(client, *request, **more)

    async def bootstrap(client: AIOKafkaClient) -> None:
        await made.bootstrap(client)

    for name, instead in (("coordinator_lookup", coordinator), ("ready", ready), ("send", send)):
        monkeypatch.setattr(AIOKafkaClient, name, instead)
    monkeypatch.setattr(AIOKafkaClient, "bootstrap", bootstrap)
    return made


async def epoch_of_one_transaction() -> Epoch:
    epoch = Epoch(load(), "id", batch_bytes=1 << 14, request_bytes=1 << 20)
    await epoch.open()
    await epoch.begin()
    await (await epoch.send(Record(FACT.topic, b"k", b"v"), None))
    await epoch.commit("group", {RAW: 10})
    await epoch.close()
    return epoch


async def test_a_transaction_is_these_requests_and_they_go_through_the_clients_send(broker: Broker) -> None:
    epoch = await epoch_of_one_transaction()

    assert broker.asked == ["InitProducerId", "AddPartitionsToTxn", "Produce", *KINDS[1:]]
    epoch.check()


@pytest.mark.parametrize("error", [RequestTimedOutError(), KafkaConnectionError("cut")], ids=["silence", "cut"])
@pytest.mark.parametrize("kind", KINDS)
async def test_what_got_no_answer_is_asked_again_in_silence_and_was_the_epochs_last_transaction(
    broker: Broker, kind: str, error: KafkaError
) -> None:
    broker.troubles[kind] = error

    epoch = await epoch_of_one_transaction()

    assert broker.asked.count(kind) == 2
    with pytest.raises(KafkaTimeoutError, match="no answer"):
        epoch.check()
    with pytest.raises(KafkaTimeoutError):
        await epoch.begin()


@pytest.mark.parametrize("trouble", [LOADING, NodeNotReadyError()], ids=["not yet", "no connection"])
@pytest.mark.parametrize("kind", KINDS)
async def test_what_was_answered_or_never_sent_cannot_come_late(
    broker: Broker, kind: str, trouble: KafkaError | int
) -> None:
    broker.troubles[kind] = trouble

    epoch = await epoch_of_one_transaction()

    assert broker.asked.count(kind) == 2
    epoch.check()


OVER = f"over {ConnectionGroup.COORDINATION}"


async def test_the_group_is_asked_of_the_node_and_over_the_connection_that_took_the_write(broker: Broker) -> None:
    epoch = Epoch(load(), "id", batch_bytes=1 << 14, request_bytes=1 << 20)
    await epoch.open()
    broker.coordinator = 2

    assert await standing(epoch, "group", RAW, FACT.topic) == (10, False, 40)
    await epoch.close()

    assert broker.groups == [f"TxnOffsetCommit of 2 {OVER}", f"OffsetFetch of 2 {OVER}"]
    assert broker.asked == [
        "InitProducerId", "AddPartitionsToTxn", "Produce", *KINDS[1:3], "OffsetFetch", KINDS[3],
    ]  # fmt: skip


@pytest.mark.parametrize("trouble", [MOVED, RequestTimedOutError()], ids=["it was deposed", "it is silent"])
async def test_a_coordinator_that_cannot_tell_is_looked_for_anew_and_written_to_before_it_is_asked(
    broker: Broker, monkeypatch: pytest.MonkeyPatch, trouble: KafkaError | int
) -> None:
    monkeypatch.setattr("worker.stream.standing.PAUSE_SECONDS", 0)
    broker.troubles["OffsetFetch"] = trouble
    epoch = Epoch(load(), "id", batch_bytes=1 << 14, request_bytes=1 << 20)
    await epoch.open()

    assert await standing(epoch, "group", RAW, FACT.topic) == (10, False, 40)
    await epoch.close()

    assert [one.split()[0] for one in broker.groups] == ["TxnOffsetCommit", "OffsetFetch"] * 2


def test_a_node_is_not_ready_only_before_anything_is_sent() -> None:
    send = inspect.getsource(AIOKafkaClient.send)

    assert send.count("NodeNotReadyError(") == 1
    assert send.index("NodeNotReadyError(") < send.index("].send(")


def test_there_is_no_kind_of_request_that_was_not_thought_of() -> None:
    handlers = {one.__name__ for one in sender.BaseHandler.__subclasses__()}

    assert handlers == {"InitPIDHandler", "SendProduceReqHandler", *(f"{kind}Handler" for kind in KINDS)}
