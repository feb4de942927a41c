"""What waits for a lane: records in offset order, each once, bounded by count and by bytes."""

from __future__ import annotations

import asyncio
from collections import deque
from typing import TYPE_CHECKING

from worker.pool.weight import weight

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aiokafka import ConsumerRecord

    from worker.settings import Settings


class Buffer:
    """Filled by intake, emptied in batches. Never refuses: `full` asks intake to pause, `low` to go on."""

    def __init__(self, settings: Settings, batch_bytes: int) -> None:
        self._settings = settings
        self._batch_bytes = batch_bytes
        self._records: deque[ConsumerRecord] = deque()
        self._expected = 0  # the next offset that is news
        self._some = asyncio.Event()
        self._enough = asyncio.Event()
        self.size_bytes = 0
        self.closed = False

    def __len__(self) -> int:
        return len(self._records)

    @property
    def full(self) -> bool:
        """Two batches wait; or, on the way to it, what one fetch brings."""
        return len(self) >= self._settings.intake_buffer or self.size_bytes >= 2 * self._batch_bytes

    @property
    def low(self) -> bool:
        """Less than a batch waits."""
        return len(self) <= self._settings.intake_buffer // 2 and self.size_bytes <= self._batch_bytes

    @property
    def oldest_ms(self) -> int | None:
        oldest: int | None = self._records[0].timestamp if self._records else None
        return oldest

    def begin_at(self, offset: int) -> int:
        """What lies below the committed offset is done, whatever position it was fetched from. How much that was."""
        self._expected = max(self._expected, offset)
        kept = [record for record in self._records if record.offset >= offset]
        dropped = len(self._records) - len(kept)
        self._records = deque(kept)
        self.size_bytes = sum(map(_size, kept))
        self._signal()
        return dropped

    def put(self, records: Sequence[ConsumerRecord]) -> list[ConsumerRecord]:
        """Keep what is news (a seek to the committed offset fetches again what waits here); tells what was kept."""
        if self.closed or not records:
            return []
        if records[0].offset < self._expected:
            records = [record for record in records if record.offset >= self._expected]
        if records:
            self._records.extend(records)
            self.size_bytes += sum(map(_size, records))
            self._expected = records[-1].offset + 1
            self._signal()
        return list(records)

    async def take(self) -> list[ConsumerRecord]:
        """The next batch: what waits, after a short wait for more. Empty only when closed."""
        await self._some.wait()
        if not self._enough.is_set() and self._settings.batch_wait_seconds:
            try:
                async with asyncio.timeout(self._settings.batch_wait_seconds):
                    await self._enough.wait()
            except TimeoutError:
                pass
        return [] if self.closed else self._pop()

    def put_back(self, batch: Sequence[ConsumerRecord]) -> int:
        """The end of the batch that was taken last waits again, before all others; closed, it is given up: how much."""
        if self.closed:
            return len(batch)
        self._records.extendleft(reversed(batch))
        self.size_bytes += sum(map(_size, batch))
        self._signal()
        return 0

    def close(self) -> int:
        """Wake whoever takes; how many records were given up."""
        left = len(self)
        self.closed = True
        self._records.clear()
        self.size_bytes = 0
        self._some.set()
        self._enough.set()
        return left

    def _pop(self) -> list[ConsumerRecord]:
        """At least one record, then as many as the bounds of a transaction allow."""
        batch = [self._records.popleft()]
        size = _size(batch[0])
        while self._records and len(batch) < self._settings.batch_max_articles:
            size += _size(self._records[0])
            if size > self._batch_bytes:
                break
            batch.append(self._records.popleft())
        self.size_bytes -= sum(map(_size, batch))
        self._signal()
        return batch

    def _signal(self) -> None:
        if not self._records and not self.closed:
            self._some.clear()
        elif self._records:
            self._some.set()
        enough = len(self) >= self._settings.batch_max_articles or self.size_bytes >= self._batch_bytes
        if enough or self.closed:
            self._enough.set()
        else:
            self._enough.clear()


def _size(record: ConsumerRecord) -> int:
    return weight(record.value, record.key, record.headers)
