"""How much memory a record takes while it waits or is worked on: what every bound of bytes in here counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# Of one header, beside its bytes: a tuple, a str, a bytes and the place of it; CPython 3.11 took 145 (tracemalloc).
# A header may have two bytes on the wire, so that bytes alone would tell a hundredth of what there is.
HEADER_BYTES = 150


def weight(value: bytes | None, key: bytes | None, headers: Iterable[tuple[str, bytes | None]]) -> int:
    """Bytes. The record's own object, some 250, is left out: whoever bounds bytes bounds the number of records too."""
    carried = sum(len(name) + len(content or b"") + HEADER_BYTES for name, content in headers)
    return len(value or b"") + len(key or b"") + carried
