"""A consumed record as the core sees it, and the one refusal that needs no reading."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from worker.pipeline.errors import RejectReason
from worker.pipeline.outcome import Rejected
from worker.pipeline.values import Envelope

if TYPE_CHECKING:
    from aiokafka import ConsumerRecord


def envelope(record: ConsumerRecord, now: datetime | None = None) -> Envelope:
    """A record without value (a tombstone) is an empty payload: the core refuses it with its reason."""
    moment = now or datetime.now(UTC)  # noqa: TID251 - the shell is where the clock is read
    return Envelope(
        payload=record.value or b"",
        key=record.key,
        headers=tuple((name, value or b"") for name, value in record.headers),  # Kafka knows null headers
        topic=record.topic,
        partition=record.partition,
        offset=record.offset,
        timestamp_ms=record.timestamp,
        received_at=moment.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
    )


def oversize(of: Envelope, max_bytes: int) -> Rejected | None:
    """A payload past the limit is not even carried to a process of the pool."""
    size = len(of.payload)
    if size <= max_bytes:
        return None
    return Rejected(
        RejectReason.OVERSIZE, "decode", "/", f"at most {max_bytes} bytes, found {size}",
        "Send a shorter article, or raise NEWSFACTS_MAX_ARTICLE_BYTES",
    )
