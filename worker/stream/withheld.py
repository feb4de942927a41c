"""Stands in a record for a value that is carried no further: its first bytes, and how to know the whole again."""

from __future__ import annotations

import hashlib

HEAD_BYTES = 800  # what a pointer shows a human are 200 characters of up to four bytes


class Withheld(bytes):
    """The head of a value. `size_bytes`, `sha256`: of the whole.

    `first_offset`, `last_offset`: a range of records that could not be read out of their batch, which is then the
    whole; `why`: what was wrong with it. None for a single value that is only too large.
    `header_count`: of a single record that has more headers than are read, else 0.
    """

    size_bytes: int
    sha256: str
    first_offset: int | None
    last_offset: int | None
    why: str
    header_count: int

    @classmethod
    def of(cls, value: bytes | memoryview) -> Withheld:
        made = cls(value[:HEAD_BYTES])
        made.size_bytes, made.sha256 = len(value), hashlib.sha256(value).hexdigest()
        made.first_offset = made.last_offset = None
        made.why, made.header_count = "", 0
        return made

    @classmethod
    def beside_headers(cls, value: bytes | memoryview, count: int) -> Withheld:
        made = cls.of(value)
        made.why, made.header_count = f"{count} headers are more than are read", count
        return made

    @classmethod
    def batch(cls, data: bytes | memoryview, first_offset: int, last_offset: int, why: str) -> Withheld:
        """Compressed bytes tell a human nothing, so there is no head."""
        made = cls.of(data)
        unshown = cls(b"")
        unshown.__dict__ |= made.__dict__ | {"first_offset": first_offset, "last_offset": last_offset, "why": why}
        return unshown
