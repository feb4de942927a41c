"""A consumed record as the core sees it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from worker.pipeline.errors import RejectReason
from worker.stream.envelopes import envelope, oversize

if TYPE_CHECKING:
    from tests.unit.stream.conftest import MakeRecord

NOW = datetime(2026, 11, 21, 9, 0, 0, 123_456, tzinfo=UTC)


def test_address_and_moment_are_told(record: MakeRecord) -> None:
    seen = envelope(record(7), NOW)

    assert (seen.topic, seen.partition, seen.offset, seen.timestamp_ms) == (
        "news.article.raw.v1", 3, 7, 1_700_000_000_007,
    )
    assert seen.received_at == "2026-11-21T09:00:00.123Z"


def test_a_record_without_value_is_an_empty_payload(record: MakeRecord) -> None:
    assert envelope(replace(record(0), value=None)).payload == b""


def test_a_null_header_is_an_empty_one(record: MakeRecord) -> None:
    assert envelope(replace(record(0), headers=(("x", None),))).headers == (("x", b""),)


def test_only_a_payload_past_the_limit_is_refused_unread(record: MakeRecord) -> None:
    fits, large = envelope(record(0, b"x" * 10)), envelope(record(0, b"x" * 11))

    assert oversize(fits, 10) is None
    refusal = oversize(large, 10)
    assert refusal is not None
    assert refusal.reason is RejectReason.OVERSIZE
