"""A letter in words and as JSON, and the counting of letters."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from worker.cli.dlq.show import HEADERS, lines
from worker.cli.dlq.stats import NAMES, OTHERS, Tally, age, producer, told
from worker.cli.dlq.words import iso, line, lossless, summary
from worker.stream.letters.letter import Letter, Place

HOSTILE = "\x1b[31m\u202e\n"
HOUR = 3_600_000


def letter(payload: bytes | None = b"", key: bytes | None = None, **headers: str) -> Letter:
    pairs = tuple((name.replace("_", "-"), value.encode()) for name, value in headers.items())
    return Letter(Place(2, 17), 1_795_251_600_000, key, payload, pairs)


def back(told: dict[str, Any], name: str) -> bytes | None:
    """As a user of an export reads it."""
    if f"{name}_base64" in told:
        return base64.b64decode(told[f"{name}_base64"])
    text = told[name]
    return None if text is None else text.encode()


@given(
    st.none() | st.binary(), st.none() | st.binary(),
    st.lists(st.tuples(st.text(st.characters(codec="utf-8")), st.none() | st.binary())),
)
def test_an_export_gives_back_every_byte(
    key: bytes | None, payload: bytes | None, headers: list[tuple[str, bytes | None]]
) -> None:
    written = json.dumps(lossless(Letter(Place(2, 17), 5, key, payload, tuple(headers)), "open", "dlq"))

    read = json.loads(written)
    assert written.isascii()
    assert (back(read, "key"), back(read, "payload")) == (key, payload)
    assert [(one["name"], back(one, "value")) for one in read["headers"]] == headers
    assert (read["topic"], read["partition"], read["offset"], read["parked_ms"]) == ("dlq", 2, 17, 5)


def test_a_line_and_a_page_are_safe_whatever_is_in_a_letter() -> None:
    words = HOSTILE.encode()
    headers = (("nf-error-code", words), ("nf-error-stage", words), ("__streams.errors.topic", words), (HOSTILE, None))
    foreign = Letter(Place(2, 17), 0, words, words, headers)

    page = "\n".join(lines(foreign, "open", 100))

    assert line(foreign, "open").isprintable()
    assert all(one.isprintable() or one == "\n" for one in page)


def test_a_page_is_bounded_however_large_the_letter_is() -> None:
    many = Letter(Place(0, 0), 0, b"k" * 10**6, b"x" * 10**6, (("h" * 10**5, b"v" * 10**5),) * (HEADERS + 1))

    page = "\n".join(lines(many, "open", 100))

    assert len(page) < HEADERS * 600
    assert "... and 1 more" in page
    assert "dlq export 0/0" in page


def test_a_summary_is_json_and_tells_a_key_that_is_no_text() -> None:
    read = json.loads(json.dumps(summary(letter(b"abc", b"\xff", nf_error_code="KeyError"), "replayed")))

    assert (read["letter"], read["state"], read["code"], read["key_base64"], read["size_bytes"]) == (
        "2/17", "replayed", "KeyError", "/w==", 3,
    )
    assert read["parked"] == "2026-11-21T09:00:00Z"


@pytest.mark.parametrize("ms", [-1, 10**18])
def test_a_time_that_is_none_is_unknown(ms: int) -> None:
    assert iso(ms) == "unknown"


SENDERS = {
    "source of the event": (letter(b"{}", ce_source="urn:wire").headers, b"", "urn:wire"),
    "publisher": ((), b'{"publisher": "The Belmore Post"}', "The Belmore Post"),
    "publisher of schema.org": ((), b'{"publisher": {"name": "The Belmore Post"}}', "The Belmore Post"),
    "no JSON": ((), b"<p>", "unknown"),
    "a list": ((), b"[1]", "unknown"),
    "a publisher that is a number": ((), b'{"publisher": 5}', "unknown"),
    "nothing": ((), None, "unknown"),
}


@pytest.mark.parametrize(("headers", "payload", "name"), SENDERS.values(), ids=SENDERS.keys())
def test_who_sent_it_is_asked_of_the_event_and_then_of_the_article(
    headers: tuple[tuple[str, bytes], ...], payload: bytes | None, name: str
) -> None:
    named = tuple((key.replace("ce-", "ce_"), value) for key, value in headers)

    assert producer(Letter(Place(0, 0), 0, None, payload, named)) == name


def test_counts_are_by_code_producer_age_and_partition_and_by_state() -> None:
    tally = Tally(1_795_251_600_000 + 2 * HOUR)
    for state in ("open", "open", "replayed"):
        tally.add(letter(nf_error_code="KeyError"), state)

    counts = {"open": 2, "replayed": 1, "discarded": 0}
    assert told(tally) == {
        "letters": 3, **counts, "oldest_open": "2026-11-21T09:00:00Z", "by_code": {"KeyError": counts},
        "by_producer": {"unknown": counts}, "by_age": {"under 1 d": counts}, "by_partition": {"2": counts},
    }


@pytest.mark.parametrize(
    ("ms", "name"), [(0, "under 1 h"), (-5, "under 1 h"), (HOUR, "under 1 d"), (30 * 24 * HOUR, "older")]
)
def test_ages(ms: int, name: str) -> None:
    assert age(ms) == name


def test_names_that_strangers_choose_are_bounded_in_number_and_length() -> None:
    tally = Tally(0)
    for number in range(NAMES + 50):
        tally.add(letter(nf_error_code=f"{number:04}" + "x" * 10_000), "open")

    codes = tally.kinds["code"]
    assert len(codes) == NAMES + 1
    assert codes[OTHERS]["open"] == 50
    assert max(map(len, codes)) < 100
