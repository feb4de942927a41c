"""A consumed record as the core sees it, and the refusals that need no reading."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from worker.pipeline.errors import RejectReason
from worker.pipeline.outcome import Rejected
from worker.pipeline.values import Envelope
from worker.stream.record_format import MOST_HEADERS
from worker.stream.withheld import Withheld

if TYPE_CHECKING:
    from aiokafka import ConsumerRecord


def envelope(record: ConsumerRecord, now: datetime | None = None) -> Envelope:
    """A record without value (a tombstone) is an empty payload: the core refuses it with its reason.

    What stands for a range of records lies at the first of them: there a pointer must lead.
    """
    moment = now or datetime.now(UTC)  # noqa: TID251 - the shell is where the clock is read
    return Envelope(
        payload=b"" if record.value is None else record.value,
        key=record.key,
        headers=tuple((name, value or b"") for name, value in record.headers),  # Kafka knows null headers
        topic=record.topic,
        partition=record.partition,
        offset=_first_offset(record),
        timestamp_ms=record.timestamp,
        received_at=moment.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
    )


def refusal(of: Envelope, max_bytes: int) -> Rejected | None:
    """What is not even carried to a process of the pool."""
    whole = of.payload
    if isinstance(whole, Withheld) and whole.first_offset is not None:
        return _undecodable(whole)
    if isinstance(whole, Withheld) and whole.header_count:
        return _overloaded(whole.header_count)
    size = whole.size_bytes if isinstance(whole, Withheld) else len(whole)
    return None if size <= max_bytes else _oversize(size, max_bytes)


def _oversize(size: int, max_bytes: int) -> Rejected:
    return Rejected(
        RejectReason.OVERSIZE, "decode", "/", f"at most {max_bytes} bytes, found {size}",
        "Send a shorter article, or raise NEWSFACTS_MAX_ARTICLE_BYTES",
    )


def _overloaded(headers: int) -> Rejected:
    return Rejected(
        RejectReason.OVERSIZE, "decode", "headers", f"at most {MOST_HEADERS} headers, found {headers}",
        "Send fewer headers; what belongs to the article has its place in the article",
    )


def _undecodable(batch: Withheld) -> Rejected:
    return Rejected(
        RejectReason.UNDECODABLE_BATCH, "decode", "/",
        f"a batch that can be read; offsets {batch.first_offset} to {batch.last_offset}: {batch.why}",
        "Send its articles in smaller batches, or raise NEWSFACTS_EXPANSION_MAX_BYTES",
    )


def _first_offset(record: ConsumerRecord) -> int:
    first = record.value.first_offset if isinstance(record.value, Withheld) else None
    offset: int = record.offset if first is None else first
    return offset
