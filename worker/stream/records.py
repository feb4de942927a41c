"""What goes out: a Kafka record before it is sent, and how large the broker will find it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

Headers: TypeAlias = tuple[tuple[str, bytes], ...]

_FRAME = 64  # bytes of lengths, offsets and attributes around a record; varints make it less, never more


@dataclass(frozen=True, slots=True)
class Record:
    """A record to be written. A value of None is a tombstone; `partition` None: chosen by the key."""

    topic: str
    key: bytes | None
    value: bytes | None
    headers: Headers = ()
    partition: int | None = None

    @property
    def size_bytes(self) -> int:
        """An upper bound of what it adds to a batch before compression."""
        headers = sum(len(name) * 4 + len(value) + 16 for name, value in self.headers)
        return _FRAME + len(self.key or b"") + len(self.value or b"") + headers
