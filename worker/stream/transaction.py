"""One transactional producer: it fences when opened, every call is bounded in time, and closing always ends."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from typing import TYPE_CHECKING, cast

from aiokafka import AIOKafkaProducer, TopicPartition
from aiokafka.errors import KafkaError, MessageSizeTooLargeError
from aiokafka.structs import OffsetAndMetadata, RecordMetadata

from worker.stream.access import lane_id
from worker.stream.connection import client_options

if TYPE_CHECKING:
    from collections.abc import Sequence

    from worker.observability.telemetry import Telemetry
    from worker.settings import Settings
    from worker.stream.records import Record
    from worker.stream.sizes import Sizes

OPEN_SECONDS = 60.0  # a coordinator that moves to another broker answers within seconds; a lost quorum never
CLOSE_SECONDS = 3.0  # the budget of a revocation; what is unsent by then is fenced by the next owner anyway


class Refused(Exception):  # noqa: N818 - reads as what happened
    """The broker finds this record too large, and will find so every time."""

    def __init__(self, record: Record) -> None:
        super().__init__(f"{record.topic} does not take {record.size_bytes} bytes")
        self.record = record


class Transactor:
    """Writes one batch a transaction. After any error it is of no use: close it, open a new one, ask Kafka."""

    def __init__(self, settings: Settings, telemetry: Telemetry, sizes: Sizes, partition: TopicPartition) -> None:
        self._settings = settings
        self._sizes = sizes
        self._telemetry = telemetry
        self._partition = partition
        self._producer: AIOKafkaProducer | None = None

    @property
    def transactional_id(self) -> str:
        """Fixed per group and input partition: whoever opens it next fences us."""
        return lane_id(self._settings, self._partition.partition)

    async def open(self) -> None:
        """Fence the owner before us and end the transaction it left open. Raises KafkaError or TimeoutError."""
        self._producer = producer = _producer(self._settings, self._sizes, self.transactional_id)
        async with asyncio.timeout(OPEN_SECONDS):
            await producer.start()

    async def send(self, records: Sequence[Record]) -> list[RecordMetadata]:
        """Begin a transaction, write into it, await every delivery. Raises the first error there is."""
        producer = self._opened()
        begun = time.monotonic()
        async with asyncio.timeout(self._settings.transaction_timeout_seconds):
            await producer.begin_transaction()
            waiting = [await _handed_over(producer, one) for one in records]
            delivered = await asyncio.gather(*waiting, return_exceptions=True)
        self._tell(records, delivered, time.monotonic() - begun)
        _check(records, delivered)
        return cast("list[RecordMetadata]", delivered)

    async def commit(self, next_offset: int) -> None:
        """End the transaction with the input offset in it. An error says nothing of whether it was committed."""
        producer = self._opened()
        begun = time.monotonic()
        offsets = {self._partition: OffsetAndMetadata(next_offset, "")}
        async with asyncio.timeout(self._settings.transaction_timeout_seconds):
            await producer.send_offsets_to_transaction(offsets, self._settings.group_id)
            await producer.commit_transaction()
        self._telemetry.consumer.commit(time.monotonic() - begun)

    async def close(self) -> None:
        """Stop within CLOSE_SECONDS, whatever state the producer is in; never raises."""
        producer, self._producer = self._producer, None
        if producer is None:
            return
        try:
            async with asyncio.timeout(CLOSE_SECONDS):
                await producer.stop()
        except Exception:  # noqa: BLE001 - it goes either way; what it held is aborted by the next owner
            await asyncio.wait([asyncio.ensure_future(producer.client.close())], timeout=CLOSE_SECONDS / 6)

    def _opened(self) -> AIOKafkaProducer:
        if self._producer is None:
            raise RuntimeError("the transactor is not open")
        return self._producer

    def _tell(
        self, records: Sequence[Record], delivered: Sequence[RecordMetadata | BaseException], seconds: float
    ) -> None:
        answers = Counter(
            (record.topic, isinstance(answer, BaseException))
            for record, answer in zip(records, delivered, strict=True)
        )
        for (topic, failed), count in answers.items():
            if failed:
                self._telemetry.publisher.failed(topic, count)
                for _ in range(count if topic == self._settings.topics.dead_letter else 0):
                    self._telemetry.flow.dead_letter_failed()
            else:
                self._telemetry.publisher.delivered(topic, count, seconds)


def _check(records: Sequence[Record], delivered: Sequence[RecordMetadata | BaseException]) -> None:
    """Raises the first error; of records refused for their size the largest, as one refusal hits its whole batch.

    A delivery that the client gave up is an error as any other: as CancelledError it would end the lane in silence.
    """
    pairs = zip(records, delivered, strict=True)
    failed = [(record, answer) for record, answer in pairs if isinstance(answer, BaseException)]
    large = [record for record, error in failed if isinstance(error, MessageSizeTooLargeError)]
    if large:
        raise Refused(max(large, key=lambda record: record.size_bytes))
    if failed:
        error = failed[0][1]
        raise error if isinstance(error, Exception) else KafkaError(f"delivery given up: {error!r}")


async def _handed_over(producer: AIOKafkaProducer, one: Record) -> asyncio.Future[RecordMetadata]:
    """The client looks at the size before the broker does."""
    try:
        waiting: asyncio.Future[RecordMetadata] = await producer.send(
            one.topic, one.value, one.key, one.partition, headers=list(one.headers)
        )
    except MessageSizeTooLargeError as error:
        raise Refused(one) from error
    return waiting


def _producer(settings: Settings, sizes: Sizes, transactional_id: str) -> AIOKafkaProducer:
    return AIOKafkaProducer(
        **client_options(settings),
        transactional_id=transactional_id,
        transaction_timeout_ms=int(settings.transaction_timeout_seconds * 1000),
        linger_ms=int(settings.producer_linger_seconds * 1000),
        max_batch_size=min(settings.producer_batch_bytes, sizes.batch_bytes),
        max_request_size=settings.max_request_bytes,
        compression_type=None if settings.compression == "none" else settings.compression,
    )
