r"""Reads the records of one batch of Kafka's format 2 where aiokafka's own reader gives up.

Slow, and strict in all but header names that are no UTF-8: these come escaped (`\xff`).
The format: https://kafka.apache.org/documentation/#recordbatch
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING

from aiokafka.errors import CorruptRecordException
from aiokafka.record import default_records

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# base offset, length, leader epoch, magic, checksum, attributes, last offset delta, first and largest timestamp,
# producer id and epoch, base sequence, count of records
_HEAD = struct.Struct(">qiibIhiqqqhii")
_CODECS = {1: "gzip_decode", 2: "snappy_decode", 3: "lz4_decode", 4: "zstd_decode"}
_CODEC_MASK, _LOG_APPEND_TIME = 0x07, 0x08
_VARINT_BYTES = 10  # 64 bits, seven a byte
_MAGIC = 2


@dataclass(frozen=True, slots=True)
class Record:
    """As aiokafka's, whose attributes these are."""

    offset: int
    timestamp: int
    timestamp_type: int
    key: bytes | None
    value: bytes | None
    headers: Sequence[tuple[str, bytes | None]]
    checksum: None = None


def records(batch: bytes | memoryview) -> Iterator[Record]:
    """Raises CorruptRecordException where the batch does not follow the format; its checksum is not looked at."""
    head = _HEAD.unpack_from(batch)
    base, magic, attributes, first_ms, largest_ms, count = head[0], head[3], head[5], head[7], head[8], head[12]
    if magic != _MAGIC:
        raise CorruptRecordException(f"no batch of format 2, but of {magic}")
    appended = bool(attributes & _LOG_APPEND_TIME)
    reader = _Reader(_unfolded(bytes(batch[_HEAD.size :]), attributes & _CODEC_MASK))
    for _ in range(count):
        delta_ms, delta, key, value, headers = reader.record()
        yield Record(base + delta, largest_ms if appended else first_ms + delta_ms, int(appended), key, value, headers)


def _unfolded(payload: bytes, codec: int) -> bytes:
    """With the decoders as they are at this moment: worker/stream/expansion.py bounds them."""
    if codec == 0:
        return payload
    unfolded: bytes = getattr(default_records, _CODECS[codec])(payload)
    return unfolded


class _Reader:
    """Goes through the bytes once; every length is checked before it is believed."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def record(self) -> tuple[int, int, bytes | None, bytes | None, list[tuple[str, bytes | None]]]:
        """Timestamp delta, offset delta, key, value, headers."""
        length = self._number()
        end = self._at + length
        self._take(1)  # attributes, of which there are none yet
        delta_ms, delta, key, value = self._number(), self._number(), self._bytes(), self._bytes()
        headers = [self._header() for _ in range(self._count())]
        if self._at != end:
            raise CorruptRecordException(f"a record of {length} bytes ends {self._at - end} bytes off")
        return delta_ms, delta, key, value, headers

    def _header(self) -> tuple[str, bytes | None]:
        name = self._bytes()
        if name is None:
            raise CorruptRecordException("a header without a name")
        return name.decode("utf-8", "backslashreplace"), self._bytes()

    def _count(self) -> int:
        """Of headers: at least two bytes each must follow."""
        count = self._number()
        if not 0 <= 2 * count <= len(self._data) - self._at:
            raise CorruptRecordException(f"{count} headers")
        return count

    def _bytes(self) -> bytes | None:
        size = self._number()
        return None if size < 0 else self._take(size)

    def _take(self, size: int) -> bytes:
        if self._at + size > len(self._data):
            raise CorruptRecordException(f"{size} bytes are not there")
        self._at += size
        return self._data[self._at - size : self._at]

    def _number(self) -> int:
        """A zigzag varint."""
        value = 0
        for place in range(_VARINT_BYTES):
            byte = self._take(1)[0]
            value |= (byte & 0x7F) << (7 * place)
            if byte < 0x80:  # noqa: PLR2004 - the bit that says that more follow
                return (value >> 1) ^ -(value & 1)
        raise CorruptRecordException("a number of more than 64 bits")
