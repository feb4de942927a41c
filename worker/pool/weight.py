"""How much memory a record takes while it waits, is worked on, and was read: what every bound of bytes counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from worker.pipeline.outcome import Extracted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from worker.pipeline.outcome import Outcome

# Of one header, beside its bytes: a tuple, a str, a bytes and the place of it; CPython 3.11 took 145 (tracemalloc).
# A header may have two bytes on the wire, so that bytes alone would tell a hundredth of what there is.
HEADER_BYTES = 150
# Of one fact as it came from the child, with its share of the clean article: tests/golden has 1,165, and they took
# 16.0 MB (tracemalloc). Dense prose has 21 a kilobyte, so that what is drawn may be 170 times its article.
FACT_BYTES = 14_000


def weight(value: bytes | None, key: bytes | None, headers: Iterable[tuple[str, bytes | None]]) -> int:
    """Bytes. The record's own object, some 250, is left out: whoever bounds bytes bounds the number of records too."""
    carried = sum(len(name) + len(content or b"") + HEADER_BYTES for name, content in headers)
    return len(value or b"") + len(key or b"") + carried


def drawn(outcome: Outcome) -> int:
    """Bytes, about."""
    return FACT_BYTES * len(outcome.facts) if isinstance(outcome, Extracted) else 0
