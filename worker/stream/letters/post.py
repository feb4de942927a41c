"""Sends articles again and marks their letters, each batch in one transaction of one fixed transactional id."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from aiokafka.errors import InvalidProducerEpoch, InvalidTxnState, KafkaError, MessageSizeTooLargeError, ProducerFenced

from worker.stream.access import desk_id
from worker.stream.epoch import Epoch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from worker.settings import Settings
    from worker.stream.records import Record

MAX_REQUEST_BYTES = 100 << 20  # Kafka's socket.request.max.bytes; the topic's own limit is the broker's to tell


class Interrupted(Exception):  # noqa: N818 - reads as what happened
    """What became of the open batch is not known to this process; whoever opens a Post next is told by Kafka."""


class TooLarge(Exception):  # noqa: N818 - reads as what happened
    """The brokers do not take one of the records. Nothing of the batch was committed."""


class Post:
    """Articles and marks commit together or not at all, and the id is the same for all who share these marks.

    So a run that begins has ended the transaction of the one before it, whatever killed that one, and the marks it
    then reads are the truth: nothing is lost between two runs, nothing is sent twice, and of two runs at a time, by
    whomever and in whatever group, the older one is fenced.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._epoch: Epoch | None = None

    async def open(self) -> None:
        """Fence, and end what was left open. Before the marks are read. Raises KafkaError, TimeoutError."""
        settings = self._settings
        self._epoch = Epoch(
            settings, desk_id(settings), batch_bytes=settings.producer_batch_bytes, request_bytes=MAX_REQUEST_BYTES
        )
        await self._epoch.open()

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
        epoch = self._epoch
        if epoch is None:
            raise RuntimeError("the post is not open")
        await epoch.begin()
        counts = {topic: await epoch.partitions(topic) for topic in {one.topic for one in records}}
        waiting = [await epoch.send(one, _partition(one, counts[one.topic])) for one in records]
        answers = await asyncio.gather(*waiting, return_exceptions=True)
        # Where one topic refuses its record, the others' answers only tell that their transaction never began.
        if failed := [one for one in answers if isinstance(one, BaseException)]:
            raise next((one for one in failed if not isinstance(one, InvalidTxnState)), failed[0])
        await epoch.commit()

    async def close(self) -> None:
        """As Epoch.close. What is open is aborted now, if the broker answers: readers of the topics wait for it."""
        epoch, self._epoch = self._epoch, None
        if epoch is not None:
            await epoch.close(abort=True)


def _partition(record: Record, count: int) -> int | None:
    """Where the article was before: what is known of its document lies there. By its key if there is no such one."""
    return record.partition if record.partition is not None and record.partition < count else None


def _words(error: BaseException) -> str:
    if isinstance(error, ProducerFenced | InvalidProducerEpoch):
        return "another replay or discard has begun, and took over"
    return f"{type(error).__name__}: {error}".rstrip(": ")
