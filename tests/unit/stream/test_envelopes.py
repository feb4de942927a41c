"""A consumed record as the core sees it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from worker.pipeline.errors import RejectReason
from worker.stream.envelopes import envelope, refusal
from worker.stream.withheld import Withheld

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

    assert refusal(fits, 10) is None
    found = refusal(large, 10)
    assert found is not None
    assert found.reason is RejectReason.OVERSIZE


def test_a_value_that_was_withheld_is_refused_by_the_size_of_the_whole(record: MakeRecord) -> None:
    seen = envelope(record(0, Withheld.of(b"x" * 2000)))

    found = refusal(seen, 1999)
    assert found is not None
    assert (found.reason, found.rule) == (RejectReason.OVERSIZE, "at most 1999 bytes, found 2000")
    assert refusal(seen, 2000) is None


def test_a_range_that_could_not_be_read_lies_at_its_first_offset_and_is_refused_whatever_its_size(
    record: MakeRecord,
) -> None:
    seen = envelope(record(9, Withheld.batch(b"\x28\xb5", 7, 9, "unfolds too far")))

    found = refusal(seen, 10)
    assert seen.offset == 7
    assert found is not None
    assert found.reason is RejectReason.UNDECODABLE_BATCH
    assert found.rule == "a batch that can be read; offsets 7 to 9: unfolds too far"


def test_a_record_of_too_many_headers_is_refused_with_field_rule_and_fix(record: MakeRecord) -> None:
    found = refusal(envelope(record(0, Withheld.beside_headers(b"{}", 5_000))), 1 << 20)

    assert found is not None
    assert (found.reason, found.field, found.rule) == (
        RejectReason.OVERSIZE, "headers", "at most 1000 headers, found 5000",
    )
    assert "fewer headers" in found.fix
