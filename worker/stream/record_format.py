r"""Reads the records of one batch of Kafka's format 2, whatever a producer put into it, in bounded time and memory.

aiokafka's own reader gives up at a header name that is no UTF-8, which brokers accept (here it comes escaped, `\xff`);
makes 134 bytes of a header of two, so that a batch of some kB becomes gigabytes; believes every offset; and reads all
that lies before the record that it was asked for. It needs 0.7 us for a usual record where this one needs 9, of the
80,000 that an article takes.
The format: https://kafka.apache.org/documentation/#recordbatch
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING

from aiokafka.errors import CorruptRecordException
from aiokafka.record import default_records

from worker.stream.withheld import Withheld

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    Headers = Sequence[tuple[str, bytes | None]]

MAGIC = 2
MAGIC_AT = 16
MOST_HEADERS = 1_000  # a record: a producer has ten; these take 0.6 ms and 150 kB to read
MOST_RECORDS = 100_000  # a batch: librdkafka's default is 10,000. Each may become a dead letter of a kB

# base offset, length, leader epoch, magic, checksum, attributes, last offset delta, first and largest timestamp,
# producer id and epoch, base sequence, count of records
_HEAD = struct.Struct(">qiibIhiqqqhii")
_CODECS = {1: "gzip_decode", 2: "snappy_decode", 3: "lz4_decode", 4: "zstd_decode"}
_CODEC_MASK, _LOG_APPEND_TIME = 0x07, 0x08
_VARINT_BYTES = 10  # 64 bits, seven a byte
_MOMENT_BITS = 63
_MORE = 0x80  # the bit of a byte that says that more follow


@dataclass(frozen=True, slots=True)
class Record:
    """As aiokafka's, whose attributes these are."""

    offset: int
    timestamp: int
    timestamp_type: int
    key: bytes | None
    value: bytes | None
    headers: Headers
    checksum: None = None


def records(batch: bytes | memoryview, since: int = 0, most_headers: int = MOST_HEADERS) -> Iterator[Record]:
    """From the offset `since` on. What has too many headers comes without any, its value withheld.

    Raises CorruptRecordException where the batch does not follow the format; its checksum is not looked at.
    """
    head = _HEAD.unpack_from(batch)
    base, magic, (attributes, last, first_ms, largest_ms), count = head[0], head[3], head[5:9], head[12]
    if magic != MAGIC:
        raise CorruptRecordException(f"no batch of format 2, but of {magic}")
    if not 0 <= count <= MOST_RECORDS:
        raise CorruptRecordException(f"{count} records in one batch, of which at most {MOST_RECORDS} are read")
    appended = bool(attributes & _LOG_APPEND_TIME)
    reader = _Reader(_unfolded(bytes(batch[_HEAD.size :]), attributes & _CODEC_MASK), most_headers)
    for delta_ms, delta, key, value, headers in reader.records(count, since - base, last):
        moment_ms = largest_ms if appended else first_ms + delta_ms
        if moment_ms.bit_length() > _MOMENT_BITS:
            raise CorruptRecordException(f"timestamp {moment_ms}")
        yield Record(base + delta, moment_ms, int(appended), key, value, headers)


def _unfolded(payload: bytes, codec: int) -> bytes:
    """With the decoders as they are at this moment: worker/stream/expansion.py bounds them."""
    if codec == 0:
        return payload
    if codec not in _CODECS:
        raise CorruptRecordException(f"no codec has the number {codec}")
    unfolded: bytes = getattr(default_records, _CODECS[codec])(payload)
    return unfolded


class _Reader:
    """Goes through the bytes once. A record lies within them, and what is in it ends where the record ends."""

    def __init__(self, data: bytes, most_headers: int) -> None:
        self._data = data
        self._at = 0
        self._most_headers = most_headers

    def records(
        self, count: int, since: int, last: int
    ) -> Iterator[tuple[int, int, bytes | None, bytes | None, Headers]]:
        """Timestamp delta, offset delta, key, value, headers. `since`, `last`: of the offset deltas, which rise."""
        before = -1
        for _ in range(count):
            end = self._end()
            self._take(1)  # attributes, of which there are none yet
            delta_ms, delta = self._number(), self._number()
            if not before < delta <= last:
                raise CorruptRecordException(f"offset {delta} of {last} after {before}")
            before = delta
            if delta >= since:
                yield delta_ms, delta, *self._content(end)
            self._at = end

    def _end(self) -> int:
        length = self._number()
        if not 0 < length <= len(self._data) - self._at:
            raise CorruptRecordException(f"a record of {length} bytes")
        return self._at + length

    def _content(self, end: int) -> tuple[bytes | None, bytes | None, Headers]:
        key, value, count = self._bytes(), self._bytes(), self._number()
        if not 0 <= 2 * count <= end - self._at:  # at least two bytes each
            raise CorruptRecordException(f"{count} headers")
        if count > self._most_headers:
            return key, Withheld.beside_headers(value or b"", count), ()
        headers = [self._header() for _ in range(count)]
        if self._at != end:
            raise CorruptRecordException(f"a record ends {self._at - end} bytes off")
        return key, value, headers

    def _header(self) -> tuple[str, bytes | None]:
        name = self._bytes()
        if name is None:
            raise CorruptRecordException("a header without a name")
        return name.decode("utf-8", "backslashreplace"), self._bytes()

    def _bytes(self) -> bytes | None:
        size = self._number()
        return None if size < 0 else self._take(size)

    def _take(self, size: int) -> bytes:
        self._at += size
        return self._data[self._at - size : self._at]

    def _number(self) -> int:
        """A zigzag varint, which is one byte nearly always."""
        at = self._at
        if at < len(self._data) and (byte := self._data[at]) < _MORE:
            self._at = at + 1
            return (byte >> 1) ^ -(byte & 1)
        value = 0
        for place, byte in enumerate(self._data[at : at + _VARINT_BYTES]):
            value |= (byte & ~_MORE) << (7 * place)
            if byte < _MORE:
                self._at = at + place + 1
                return (value >> 1) ^ -(value & 1)
        raise CorruptRecordException("a number without end")
