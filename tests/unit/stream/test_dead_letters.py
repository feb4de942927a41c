"""Dead letters: the original untouched, the reason in headers, a pointer for what cannot be carried."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

import pytest

from worker.pipeline.errors import RejectReason
from worker.pipeline.outcome import Failed, Rejected
from worker.pipeline.values import Envelope
from worker.stream.dead_letters import dead_letter
from worker.stream.sizes import Sizes
from worker.stream.withheld import Withheld

if TYPE_CHECKING:
    from worker.stream.records import Headers, Record

REJECTED = Rejected(RejectReason.INVALID_FIELD, "decode", "/published", "an ISO 8601 date", "send 2026-11-21")
SIZES = Sizes(1 << 20, {})


def envelope(payload: bytes = b"\xff\x00", headers: Headers = ()) -> Envelope:
    return Envelope(payload, b"key", topic="raw", partition=2, offset=17, received_at="2026-11-21T09:00:00Z",
                    headers=headers)


def letter(outcome: Rejected | Failed = REJECTED, of: Envelope | None = None) -> Record:
    return dead_letter("dlq", of or envelope(), outcome, SIZES)


def told(record: Record) -> dict[str, str]:
    return {name: value.decode() for name, value in record.headers}


def test_bytes_key_and_headers_stay_as_they_came() -> None:
    record = letter(of=envelope(headers=(("x", b"\x00"), ("x", b"2"))))

    assert (record.value, record.key, record.headers[:2]) == (b"\xff\x00", b"key", (("x", b"\x00"), ("x", b"2")))


def test_headers_have_the_names_of_kafka_streams() -> None:
    headers = told(letter())

    assert {name: headers[f"__streams.errors.{name}"] for name in ("topic", "partition", "offset", "exception")} == {
        "topic": "raw", "partition": "2", "offset": "17", "exception": "ArticleRejected.invalid_field",
    }
    assert headers["__streams.errors.message"] == "/published: an ISO 8601 date. send 2026-11-21"


def test_our_own_headers_tell_code_stage_fault_and_fix() -> None:
    headers = told(letter())

    assert (headers["nf-error-code"], headers["nf-error-stage"], headers["nf-error-fault"]) == (
        "invalid_field", "decode", "producer",
    )
    assert headers["nf-error-first-failed-at"] == "2026-11-21T09:00:00Z"
    assert json.loads(headers["nf-error-detail-json"])["fix"] == "send 2026-11-21"


def test_a_replayed_article_that_fails_again_counts_up_and_keeps_its_first_failure() -> None:
    first = letter()
    again = letter(of=envelope(headers=first.headers))

    headers = told(again)
    assert (headers["nf-error-attempt"], headers["nf-error-first-failed-at"]) == ("2", "2026-11-21T09:00:00Z")
    assert len(again.headers) == len(first.headers)


def test_an_attempt_that_a_stranger_wrote_counts_as_none() -> None:
    assert told(letter(of=envelope(headers=(("nf-error-attempt", b"many"),))))["nf-error-attempt"] == "1"


def test_a_failure_of_ours_carries_its_trace_but_not_without_end() -> None:
    headers = told(letter(Failed("KeyError", "extract", "m" * 50_000, "t" * 50_000)))

    assert headers["nf-error-fault"] == "internal"
    assert len(headers["__streams.errors.message"]) == 2_000
    assert len(headers["__streams.errors.stacktrace"]) == 8_000
    assert len(headers["nf-error-detail-json"]) < 3_000


def test_a_failure_has_all_six_headers_of_kafka_streams_and_a_refusal_all_but_the_trace() -> None:
    six = {f"__streams.errors.{one}" for one in ("exception", "message", "stacktrace", "topic", "partition", "offset")}
    failed = told(letter(Failed("KeyError", "extract", "'x'", "  File ...")))

    assert {name for name in failed if name.startswith("__streams.")} == six
    assert {name for name in told(letter()) if name.startswith("__streams.")} == six - {"__streams.errors.stacktrace"}


def test_what_is_too_large_becomes_a_pointer() -> None:
    record = letter(of=envelope(b"<p>" + b"x" * 2_000_000))

    pointer = json.loads(record.value or b"")
    where = [pointer[name] for name in ("topic", "partition", "offset", "size_bytes")]
    assert where == ["raw", 2, 17, 2_000_003]
    assert pointer["head"].startswith("<p>xxx")
    assert SIZES.fits(record)


def test_what_was_withheld_is_a_pointer_to_the_whole_however_small_its_head_is() -> None:
    whole = b"<p>" + b"x" * 5_000
    pointer = json.loads(letter(of=envelope(Withheld.of(whole))).value or b"")

    assert (pointer["size_bytes"], pointer["sha256"]) == (5_003, hashlib.sha256(whole).hexdigest())
    assert pointer["head"] == whole[:200].decode()
    assert pointer["last_offset"] is None


def test_a_range_that_could_not_be_read_is_a_pointer_with_both_its_ends() -> None:
    pointer = json.loads(letter(of=envelope(Withheld.batch(b"\x28\xb5", 17, 42, "why"))).value or b"")

    assert [pointer[name] for name in ("offset", "last_offset", "size_bytes", "head")] == [17, 42, 2, ""]


def test_a_pointer_is_an_event_of_its_own_and_says_so() -> None:
    foreign = (("content-type", b"text/html"), ("ce_id", b"theirs"), ("x", b"kept"))
    record = letter(of=envelope(b"x" * 2_000_000, headers=foreign))

    names = [name for name, _ in record.headers]
    assert (names.count("content-type"), names.count("ce_id"), names.count("x")) == (1, 1, 1)
    assert told(record)["content-type"] == "application/json"
    assert told(record)["ce_subject"] == "raw/2/17"


def test_a_pointer_fits_even_when_the_foreign_headers_do_not() -> None:
    record = letter(of=envelope(b"x", headers=(("h", b"y" * 2_000_000),)))

    assert SIZES.fits(record)
    assert told(record)["nf-error-code"] == "invalid_field"


def test_what_counts_replays_stays_even_where_the_foreign_headers_do_not_fit() -> None:
    stamps = (("nf-replays", b"2"), ("nf-replay-of", b"dlq/0/7"))
    record = letter(of=envelope(b"x", headers=(("h", b"y" * 2_000_000), *stamps)))

    assert SIZES.fits(record)
    assert (told(record)["nf-replays"], told(record)["nf-replay-of"]) == ("2", "dlq/0/7")


def test_a_stamp_that_is_too_long_to_be_ours_goes_with_the_foreign_headers() -> None:
    record = letter(of=envelope(b"x", headers=(("nf-replay-of", b"y" * 2_000_000),)))

    assert SIZES.fits(record)
    assert "nf-replay-of" not in told(record)


PARENT = b"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
LONG = b"x" * 2_000_000
STRANGE = {
    "the moment of the first failure": (("nf-error-first-failed-at", LONG),),
    "the state of a trace": (("traceparent", PARENT), ("tracestate", LONG)),
    "a stamp": (("nf-replay-of", LONG),),
    "a hundred thousand stamps": (("nf-replays", b"1"),) * 100_000,
    "a count": (("nf-error-attempt", LONG),),
    "a trace's parent": (("traceparent", LONG),),
    "an event's names": (("ce_id", LONG), ("content-type", LONG)),
    "errors of an earlier attempt": (("__streams.errors.message", LONG), ("nf-error-code", LONG)),
}


@pytest.mark.parametrize("headers", STRANGE.values(), ids=STRANGE)
def test_no_header_of_a_stranger_keeps_a_pointer_from_fitting(headers: Headers) -> None:
    record = letter(of=envelope(headers=headers))

    assert SIZES.fits(record)
    assert told(record)["nf-error-code"] == "invalid_field"


@pytest.mark.parametrize("outcome", [
    Rejected(RejectReason.INVALID_FIELD, "decode", "/" + "\0" * 9_000, "\0" * 9_000, "\0" * 9_000),
    Failed("E" * 50, "extract", "\0" * 9_000, "t" * 50_000),
], ids=["refused", "failed"])
def test_a_pointer_fits_where_records_may_be_no_larger_than_our_smallest_setting(outcome: Rejected | Failed) -> None:
    """Control characters are six bytes each in JSON."""
    strange = (("traceparent", PARENT), ("tracestate", b"y" * 512), ("nf-replays", b"1"), ("h", LONG))
    of = Envelope(b"\0" * 20_000, LONG, strange, "r" * 249, 10**6, 10**18, received_at="2026-11-21T09:00:00Z")
    small = Sizes(16 * 1024, {})

    record = dead_letter("d" * 249, of, outcome, small)

    assert small.fits(record)
    assert json.loads(told(record)["nf-error-detail-json"])["code"] in {"invalid_field", "E" * 50}


@pytest.mark.parametrize(
    "moment", [b"yesterday", b"\xff", b"2026-11-20", b"2026-11-21T09:00:00Z" + b" " * 30, b"2026-02-30T09:00:00Z"]
)
def test_a_first_failure_at_no_moment_is_none(moment: bytes) -> None:
    headers = told(letter(of=envelope(headers=(("nf-error-first-failed-at", moment),))))

    assert headers["nf-error-first-failed-at"] == "2026-11-21T09:00:00Z"
