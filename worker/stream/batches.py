"""What a fetch brought, as records that can be worked on: no batch, however it was made, ends the reader.

aiokafka's reader raises out of the fetch for a batch that unfolds to more than it may (worker/stream/expansion.py)
or does not follow the format, and takes all memory for one of headers alone. The worker would end, begin again at the
same record, and end. Here batches are read by worker/stream/record_format.py, and what of a batch cannot be read is
one record in the place of the last of them, whose value is `Withheld`. The formats before 2, which know no headers
and no longer come from any producer, are left to aiokafka's reader.

A checksum that does not hold ends the worker as before: brokers check it, so no producer can make one; and where
it does not hold, the place where the batch ends may be wrong as well, and whatever lies there would be skipped.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from aiokafka.consumer import fetcher
from aiokafka.errors import CorruptRecordException
from aiokafka.record.memory_records import MemoryRecords

from worker.pool.weight import weight
from worker.stream.record_format import MAGIC, MAGIC_AT, MOST_HEADERS, Record, records
from worker.stream.withheld import Withheld

if TYPE_CHECKING:
    from collections.abc import Iterator

_PLACE = struct.Struct(">qi")  # offset and length, before every batch of any format
_UNREADABLE = (CorruptRecordException, ValueError, IndexError, struct.error)


@dataclass(slots=True)
class Guard:
    """A consumer that has it as its `value_deserializer` gets guarded records.

    `carry_bytes`: larger values are withheld. `fetch_bytes`: about what one fetch may give of a partition; it may
    change at any time. `most_headers`: what has more comes without any, its value withheld.
    """

    carry_bytes: int
    fetch_bytes: int
    most_headers: int = MOST_HEADERS

    def __call__(self, _: bytes | None) -> bytes | None:
        """Only aiokafka without our patch would call it."""
        raise TypeError("install() was not called")


def install() -> None:
    """Patch aiokafka's fetcher, once for the process; consumers without a Guard notice nothing."""
    fetcher.MemoryRecords = _Kept
    fetcher.PartitionRecords = _Guarded


class _Kept:
    """aiokafka's batches together with their bytes, which it does not give away."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self._batches = MemoryRecords(data)
        self.has_next = self._batches.has_next
        self.next_batch = self._batches.next_batch
        self.size_in_bytes = self._batches.size_in_bytes


class _Guarded(fetcher.PartitionRecords):  # type: ignore[misc]  # aiokafka ships no types
    """One partition's share of a fetch. It ends early when it has given `fetch_bytes`; the rest is fetched again."""

    def __init__(self, partition: Any, batches: _Kept | _Batches, *more: Any) -> None:
        aborted, offset, key, value, *how = more
        self._guard = value if isinstance(value, Guard) else None
        self._given = 0
        if self._guard is not None:
            batches, value = _Batches(cast("_Kept", batches), self._guard, offset), None
        super().__init__(partition, batches, aborted, offset, key, value, *how)

    def __next__(self) -> Any:
        if self._guard is not None and self._given >= self._guard.fetch_bytes:
            raise StopIteration
        record = super().__next__()
        self._given += weight(record.value, record.key, record.headers)
        return record


class _Batches:
    """As `_Kept`, but each batch is guarded. `since`: the offset that was asked for."""

    def __init__(self, kept: _Kept, guard: Guard, since: int) -> None:
        self._kept = kept
        self._guard = guard
        self._since = since
        self._at = 0
        self.has_next = kept.has_next

    def next_batch(self) -> _Batch:
        begin, (_, length) = self._at, _PLACE.unpack_from(self._kept.data, self._at)
        self._at = begin + _PLACE.size + length
        data = memoryview(self._kept.data)[begin : self._at]
        return _Batch(self._kept.next_batch(), data, self._guard, self._since)


class _Batch:
    """aiokafka's batch, but iterating over it always comes to its end."""

    def __init__(self, batch: Any, data: memoryview, guard: Guard, since: int) -> None:
        self._batch = batch
        self._data = data
        self._guard = guard
        self._since = since

    def __getattr__(self, name: str) -> Any:
        return getattr(self._batch, name)

    def __next__(self) -> Any:
        """The marker of a control batch, which aiokafka takes out like this."""
        return next(self._batch)

    def __iter__(self) -> Iterator[Any]:
        done = max(self._first, self._since) - 1
        try:
            for record in self._records():
                yield record if len(record.value or b"") <= self._guard.carry_bytes else _shortened(record)
                done = record.offset
        except _UNREADABLE as error:
            yield self._rest(done + 1, error)

    @property
    def _first(self) -> int:
        """Of a batch in a format before 2 only the last offset is known unopened."""
        last: int = self._batch.next_offset - 1
        return getattr(self._batch, "base_offset", last)

    def _records(self) -> Iterator[Any]:
        if self._data[MAGIC_AT] == MAGIC:
            return records(self._data, self._since, self._guard.most_headers)
        return iter(self._batch)

    def _rest(self, first: int, error: Exception) -> Record:
        last: int = self._batch.next_offset - 1
        value = Withheld.batch(self._data, min(first, last), last, f"{type(error).__name__}: {error}")
        return Record(last, getattr(self._batch, "max_timestamp", -1), 0, None, value, ())


def _shortened(record: Any) -> Record:
    return Record(
        record.offset, record.timestamp, record.timestamp_type, record.key, Withheld.of(record.value), record.headers
    )
