"""A lane's transactions: every call is bounded in time, every delivery awaited and told, every refusal named."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from typing import TYPE_CHECKING, cast

from aiokafka.errors import KafkaError, MessageSizeTooLargeError

from worker.stream.access import lane_id
from worker.stream.epoch import Epoch
from worker.stream.standing import Standing, standing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aiokafka import TopicPartition
    from aiokafka.structs import RecordMetadata

    from worker.observability.telemetry import Telemetry
    from worker.settings import Settings
    from worker.stream.records import Record
    from worker.stream.sizes import Sizes


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
        self._epoch: Epoch | None = None

    async def open(self) -> None:
        """Fence the owner before us and end the transaction it left open. Raises KafkaError or TimeoutError."""
        settings = self._settings
        self._epoch = Epoch(
            settings, lane_id(settings, self._partition.partition),
            batch_bytes=min(settings.producer_batch_bytes, self._sizes.batch_bytes),
            request_bytes=settings.max_request_bytes, linger=settings.producer_linger_seconds,
        )  # fmt: skip
        await self._epoch.open()

    async def send(self, records: Sequence[Record]) -> list[RecordMetadata]:
        """Begin a transaction, write into it, await every delivery. Raises the first error there is."""
        epoch = self._opened()
        begun = time.monotonic()
        async with asyncio.timeout(self._settings.transaction_timeout_seconds):
            await epoch.begin()
            waiting = [await _handed_over(epoch, one) for one in records]
            delivered = await asyncio.gather(*waiting, return_exceptions=True)
        self._tell(records, delivered, time.monotonic() - begun)
        _check(records, delivered)
        return cast("list[RecordMetadata]", delivered)

    async def commit(self, next_offset: int) -> None:
        """End the transaction with the input offset in it. An error says nothing of whether it was committed."""
        epoch = self._opened()
        begun = time.monotonic()
        async with asyncio.timeout(self._settings.transaction_timeout_seconds):
            await epoch.commit(self._settings.group_id, {self._partition: next_offset})
        self._telemetry.consumer.commit(time.monotonic() - begun)

    async def place(self, offsets: dict[TopicPartition, int]) -> None:
        """Commit these, and nothing else."""
        epoch = self._opened()
        await epoch.begin()
        await epoch.commit(self._settings.group_id, offsets)

    async def standing(self) -> Standing:
        """As standing.standing. The mock broker keeps nothing of transactions."""
        settings = self._settings
        if settings.embedded_broker:
            return Standing(None, new=False, end=None)
        return await standing(self._opened(), settings.group_id, self._partition, settings.topics.document_state)

    async def close(self) -> None:
        """As Epoch.close."""
        epoch, self._epoch = self._epoch, None
        if epoch is not None:
            await epoch.close()

    def _opened(self) -> Epoch:
        if self._epoch is None:
            raise RuntimeError("the transactor is not open")
        return self._epoch

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


async def _handed_over(epoch: Epoch, one: Record) -> asyncio.Future[RecordMetadata]:
    """The client looks at the size before the broker does."""
    try:
        return await epoch.send(one, one.partition)
    except MessageSizeTooLargeError as error:
        raise Refused(one) from error
