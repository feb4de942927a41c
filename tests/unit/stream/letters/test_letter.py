"""What is read in a letter's headers, whoever wrote them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from worker.stream.letters.letter import Letter, Place, letter
from worker.stream.withheld import Withheld

if TYPE_CHECKING:
    from collections.abc import Callable

    from worker.pipeline.outcome import Failed


def test_a_letter_of_ours_tells_why_it_is_here_and_where_it_came_from(letter: Callable[..., Letter]) -> None:
    found = letter()

    assert (found.code, found.stage, found.fault, found.attempt) == ("invalid_field", "decode", "producer", 1)
    assert str(found.origin) == "news.article.raw.v1/2/17"
    assert found.reason is not None
    assert (found.reason.field, found.reason.fix) == ("/published", "Send 2026-11-21.")
    assert (found.replays, found.pointer) == (0, None)


def test_a_letter_of_kafka_streams_is_read_by_its_names(with_headers: Callable[..., Letter]) -> None:
    found = with_headers(
        ("__streams.errors.exception", b"org.apache.kafka.SomeException: no"), ("__streams.errors.topic", b"raw"),
        ("__streams.errors.partition", b"3"), ("__streams.errors.offset", b"9"),
    )

    assert (found.code, str(found.origin)) == ("org.apache.kafka.SomeException: no", "raw/3/9")
    assert (found.stage, found.fault, found.reason) == ("unknown", "unknown", None)


def test_the_last_header_of_a_name_is_ours(with_headers: Callable[..., Letter]) -> None:
    assert with_headers(("nf-error-code", b"theirs"), ("nf-error-code", b"ours")).code == "ours"


@pytest.mark.parametrize("count", [b"", b"many", b"-1", b"\xd9\xa1", b"1" * 7, None])
def test_what_a_stranger_wrote_as_a_count_counts_as_nothing(
    with_headers: Callable[..., Letter], count: bytes | None
) -> None:
    assert with_headers(("nf-replays", count)).replays == 0


def test_a_pointer_is_known_and_the_original_takes_its_place(letter: Callable[..., Letter], failed: Failed) -> None:
    large = b"x" * 40_000
    foreign = (("content-type", b"text/html"), ("nf-replays", b"2"), ("nf-replay-of", b"dlq/0/1"))
    pointing = letter(large, outcome=failed, carried=16_384, headers=foreign)

    whole = pointing.restored(b"theirs", large, (*foreign, ("big", b"y")))

    assert pointing.pointer is not None
    assert pointing.pointer.size_bytes == 40_000
    assert (whole.payload, whole.key, whole.pointer) == (large, b"theirs", None)
    assert (whole.code, whole.replays, whole.told("content-type"), whole.told("big")) == (
        "KeyError", 2, "text/html", "y",
    )
    assert [name for name, _ in whole.headers].count("nf-replays") == 1


def test_a_pointer_that_a_producer_made_up_is_none(letter: Callable[..., Letter]) -> None:
    made_up = {"topic": "payroll", "partition": 0, "offset": 0, "size_bytes": 1, "sha256": "0" * 64, "head": ""}
    found = letter(json.dumps(made_up).encode(), headers=(("ce_type", b"io.newsfacts.article.dead_lettered.v1"),))

    assert found.pointer is None


@pytest.mark.parametrize("text", ["", "2", "2/", "/2", "2/17/3", "a/b", "-1/2", "2/" + "9" * 19, "٢/٣"])
def test_what_is_no_place_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="names no dead letter"):
        Place.parse(text)


def test_a_place_is_written_as_it_is_read() -> None:
    assert str(Place.parse("2/17")) == "2/17"


NAMES = ["nf-error-detail-json", "nf-error-code", "ce_type", "nf-replays", "__streams.errors.offset", "x"]
HEADERS = st.lists(st.tuples(st.sampled_from(NAMES), st.none() | st.binary(max_size=40)), max_size=8)


@given(HEADERS, st.none() | st.binary(max_size=60))
def test_no_headers_and_no_payload_make_a_property_raise(headers: list[Any], payload: bytes | None) -> None:
    found = Letter(Place(0, 0), 0, None, payload, tuple(headers))

    read = [getattr(found, name) for name in ("code", "stage", "fault", "attempt", "replays", "reason", "origin")]
    assert len(read) == 7
    assert found.pointer is None


class Consumed:
    partition, offset, timestamp, key, headers = 1, 2, 3, None, (("x", None),)

    def __init__(self, value: bytes | None) -> None:
        self.value = value


def test_a_record_becomes_a_letter_as_it_is() -> None:
    assert letter(Consumed(None)) == Letter(Place(1, 2), 3, None, None, (("x", None),))


def test_a_batch_that_cannot_be_read_is_a_letter_that_says_so() -> None:
    found = letter(Consumed(Withheld.batch(b"bytes", 0, 2, "it unfolds to more than 5 bytes")))

    assert (found.code, found.origin) == ("unreadable_batch", None)
    assert "5 bytes" in found.told("__streams.errors.message")
