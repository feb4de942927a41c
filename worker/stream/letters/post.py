"""Sends articles again and marks their letters, each batch in one transaction of one fixed transactional id."""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING

from aiokafka import AIOKafkaProducer
from aiokafka.errors import InvalidProducerEpoch, InvalidTxnState, KafkaError, MessageSizeTooLargeError, ProducerFenced

from worker.stream.access import desk_id
from worker.stream.connection import client_options

if TYPE_CHECKING:
    from collections.abc import Sequence

    from worker.settings import Settings
    from worker.stream.records import Record

OPEN_SECONDS = 60.0  # as transaction.py
CLOSE_SECONDS = 3.0
MAX_REQUEST_BYTES = 100 << 20  # Kafka's socket.request.max.bytes; the topic's own limit is the broker's to tell


class Interrupted(Exception):  # noqa: N818 - reads as what happened
    """What became of the open batch is not known to this process; whoever opens a Post next is told by Kafka."""


class TooLarge(Exception):  # noqa: N818 - reads as what happened
    """The brokers do not take one of the records. Nothing of the batch was committed."""


class Post:
    """Articles and marks commit together or not at all, and the id is the same for every run.

    So a run that begins has ended the transaction of the one before it, whatever killed that one, and the marks it
    then reads are the truth: nothing is lost between two runs, nothing is sent twice, and two runs at a time cannot
    be: the older one is fenced.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._producer: AIOKafkaProducer | None = None
        self._begun = False

    async def open(self) -> None:
        """Fence, and end what was left open. Before the marks are read. Raises KafkaError, TimeoutError."""
        self._producer = AIOKafkaProducer(
            **client_options(self._settings),
            transactional_id=desk_id(self._settings),
            transaction_timeout_ms=int(self._settings.transaction_timeout_seconds * 1000),
            max_batch_size=self._settings.producer_batch_bytes,
            max_request_size=MAX_REQUEST_BYTES,
            compression_type=None if self._settings.compression == "none" else self._settings.compression,
        )
        async with asyncio.timeout(OPEN_SECONDS):
            await self._producer.start()
        self._begun = False

    async def commit(self, records: Sequence[Record]) -> None:
        """All of them, or none. Raises TooLarge, Interrupted; after either this Post is closed."""
        try:
            async with asyncio.timeout(self._settings.transaction_timeout_seconds):
                await self._commit(records)
        except MessageSizeTooLargeError as error:
            await self.close()
            raise TooLarge(str(error)) from error
        except (KafkaError, TimeoutError) as error:
            await self.close()
            raise Interrupted(_words(error)) from error

    async def _commit(self, records: Sequence[Record]) -> None:
        producer = self._producer
        if producer is None:
            raise RuntimeError("the post is not open")
        await producer.begin_transaction()
        self._begun = True
        counts = {topic: len(await producer.partitions_for(topic)) for topic in {one.topic for one in records}}
        waiting = [
            await producer.send(
                one.topic, one.value, one.key, _partition(one, counts[one.topic]), headers=list(one.headers)
            )
            for one in records
        ]
        answers = await asyncio.gather(*waiting, return_exceptions=True)
        # Where one topic refuses its record, the others' answers only tell that their transaction never began.
        if failed := [one for one in answers if isinstance(one, BaseException)]:
            raise next((one for one in failed if not isinstance(one, InvalidTxnState)), failed[0])
        await producer.commit_transaction()
        self._begun = False

    async def close(self) -> None:
        """Within CLOSE_SECONDS; never raises. What is open is aborted: now, by who opens next, or by its timeout."""
        producer, self._producer = self._producer, None
        if producer is None:
            return
        try:
            async with asyncio.timeout(CLOSE_SECONDS):
                if self._begun:
                    with contextlib.suppress(KafkaError, AssertionError):  # its state machine asserts
                        await producer.abort_transaction()
                await producer.stop()
        except Exception:  # noqa: BLE001 - it goes either way
            await asyncio.wait([asyncio.ensure_future(producer.client.close())], timeout=CLOSE_SECONDS)


def _partition(record: Record, count: int) -> int | None:
    """Where the article was before: what is known of its document lies there. By its key if there is no such one."""
    return record.partition if record.partition is not None and record.partition < count else None


def _words(error: BaseException) -> str:
    if isinstance(error, ProducerFenced | InvalidProducerEpoch):
        return "another replay or discard has begun, and took over"
    return f"{type(error).__name__}: {error}".rstrip(": ")
