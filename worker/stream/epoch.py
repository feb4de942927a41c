"""One epoch of a transactional id: fences when opened, is over with a request without an answer, closes in time."""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING, Any

from aiokafka import AIOKafkaProducer, TopicPartition
from aiokafka.client import ConnectionGroup, CoordinationType
from aiokafka.errors import KafkaError, KafkaTimeoutError, NodeNotReadyError, for_code
from aiokafka.protocol.commit import OffsetFetchRequest
from aiokafka.protocol.transaction import (
    AddOffsetsToTxnRequest,
    AddPartitionsToTxnRequest,
    EndTxnRequest,
    TxnOffsetCommitRequest,
)
from aiokafka.structs import OffsetAndMetadata

from worker.stream.connection import client_options

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator

    from aiokafka.structs import RecordMetadata

    from worker.settings import Settings
    from worker.stream.records import Record

OPEN_SECONDS = 60.0  # a coordinator that moves to another broker answers within seconds; a lost quorum never
CLOSE_SECONDS = 3.0  # the budget of a revocation; what is unsent by then is fenced by the next owner anyway

_OF_A_TRANSACTION = (AddPartitionsToTxnRequest, AddOffsetsToTxnRequest, TxnOffsetCommitRequest, EndTxnRequest)


class Spent(KafkaTimeoutError):  # type: ignore[misc]  # noqa: N818 - aiokafka ships no types; reads as what happened
    """The epoch may begin no other transaction. What it has committed is committed."""


class Epoch:
    """Transactions of one producer. After any error it is of no use: close it, open another, ask Kafka.

    aiokafka asks again in silence after a timeout or a lost connection, and what it gave up may still arrive. In the
    protocol that it speaks nothing in a request tells one transaction of an epoch from the next (KAFKA-17754): a late
    EndTxn commits half of a later one, a late TxnOffsetCommit puts the group back in it, a late AddPartitionsToTxn or
    AddOffsetsToTxn begins one that nobody ends. So no transaction begins after a request without an answer: the next
    epoch's InitProducerId makes brokers refuse all that is late. (A late InitProducerId fences us, which we are told;
    a late Produce they know by its sequence numbers.)
    """

    def __init__(
        self, settings: Settings, transactional_id: str, *, batch_bytes: int, request_bytes: int, linger: float = 0.0
    ) -> None:
        self._producer = AIOKafkaProducer(
            **client_options(settings),
            transactional_id=transactional_id,
            transaction_timeout_ms=int(settings.transaction_timeout_seconds * 1000),
            linger_ms=int(linger * 1000),
            max_batch_size=batch_bytes,
            max_request_size=request_bytes,
            compression_type=None if settings.compression == "none" else settings.compression,
        )
        self._producer.client.send = self._counting(self._producer.client.send)
        self._unanswered = 0
        self._begun = False

    async def open(self) -> None:
        """Fence whoever had the id, and end what it left open. Raises KafkaError or TimeoutError."""
        async with asyncio.timeout(OPEN_SECONDS):
            await self._producer.start()

    async def begin(self) -> None:
        """Raises as `check`."""
        self.check()
        await self._producer.begin_transaction()
        self._begun = True

    async def partitions(self, topic: str) -> int:
        """How many the topic has."""
        return len(await self._producer.partitions_for(topic))

    async def send(self, one: Record, partition: int | None) -> asyncio.Future[RecordMetadata]:
        """Hand over; the delivery is to be awaited. Raises MessageSizeTooLargeError before the broker would."""
        waiting: asyncio.Future[RecordMetadata] = await self._producer.send(
            one.topic, one.value, one.key, partition, headers=list(one.headers)
        )
        return waiting

    async def commit(self, group: str = "", next_offsets: dict[TopicPartition, int] | None = None) -> None:
        """With the offsets, if any, of that group. An error says nothing of whether it was committed."""
        if next_offsets:
            await self.offsets(group, next_offsets)
        await self._producer.commit_transaction()
        self._begun = False

    async def offsets(self, group: str, next_offsets: dict[TopicPartition, int]) -> None:
        """Into the open transaction; returns when the group's coordinator has them."""
        offsets = {where: OffsetAndMetadata(offset, "") for where, offset in next_offsets.items()}
        await self._producer.send_offsets_to_transaction(offsets, group)

    async def committed(self, group: str, topic: str) -> dict[TopicPartition, int]:
        """Told by the coordinator that the last offsets went to; after an error it is looked for anew."""
        sender = self._producer._sender  # noqa: SLF001 - held by a contract test
        node = await sender._find_coordinator(CoordinationType.GROUP, group)  # noqa: SLF001 - same
        request = OffsetFetchRequest(group, None)  # all that it has
        try:
            answer = await self._producer.client.send(node, request, group=ConnectionGroup.COORDINATION)
            return {one: offset for one, offset in _offsets(answer) if one.topic == topic}
        except KafkaError:
            sender._coordinator_dead(CoordinationType.GROUP)  # noqa: SLF001 - same
            raise

    async def abort(self) -> None:
        """Give the open transaction up."""
        await self._producer.abort_transaction()
        self._begun = False

    def check(self) -> None:
        """Raises Spent if this epoch may begin no other transaction, whatever became of the last."""
        if self._unanswered:
            raise Spent("a request got no answer, and might arrive in the next transaction")

    async def close(self, *, abort: bool = False) -> None:
        """Within CLOSE_SECONDS and a sixth more, whatever state it is in; never raises.

        What is open is aborted by who opens next, or by its timeout; `abort`: now, if the broker answers.
        """
        try:
            async with asyncio.timeout(CLOSE_SECONDS):
                if abort and self._begun:
                    with contextlib.suppress(KafkaError, AssertionError):  # its state machine asserts
                        await self.abort()
                await self._producer.stop()
        except Exception:  # noqa: BLE001 - it goes either way
            await asyncio.wait([asyncio.ensure_future(self._producer.client.close())], timeout=CLOSE_SECONDS / 6)

    def _counting(self, send: Callable[..., Awaitable[Any]]) -> Callable[..., Awaitable[Any]]:
        """The client's `send`, through which every request goes; the client tells nobody that it repeats one."""

        async def counted(node: int, request: object, **more: Any) -> Any:
            asked = isinstance(request, _OF_A_TRANSACTION)
            self._unanswered += asked
            try:
                answer = await send(node, request, **more)
            except NodeNotReadyError:  # there was no connection, so nothing is on its way
                self._unanswered -= asked
                raise
            self._unanswered -= asked
            return answer

        return counted


def _offsets(answer: Any) -> Iterator[tuple[TopicPartition, int]]:
    """Of an OffsetFetchResponse. Raises KafkaError."""
    _check(answer.error_code)
    for topic, partitions in answer.topics:
        for number, offset, _, code in partitions:
            _check(code)
            if offset >= 0:
                yield TopicPartition(topic, number), offset


def _check(code: int) -> None:
    if code:
        raise for_code(code)
