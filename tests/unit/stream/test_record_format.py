"""What is read of batches of format 2 that are written here byte for byte; of those aiokafka writes: tests/contract."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

import pytest
from aiokafka.errors import CorruptRecordException

from worker.stream import record_format
from worker.stream.record_format import MOST_RECORDS, Record, records
from worker.stream.withheld import Withheld

if TYPE_CHECKING:
    from collections.abc import Sequence

BASE, FIRST_MS, LARGEST_MS = 1 << 40, 1_700_000_000_000, 1_700_000_000_500
APPENDED, LONGEST = 8, (1 << 63) - 1


def number(value: int) -> bytes:
    """A zigzag varint."""
    rest = (value << 1) ^ (value >> 63)
    written = bytearray()
    while rest > 0x7F:
        written.append(rest & 0x7F | 0x80)
        rest >>= 7
    return bytes([*written, rest])


def sized(value: bytes | None) -> bytes:
    return number(-1) if value is None else number(len(value)) + value


def line(
    delta: int, value: bytes | None = b"v", *, key: bytes | None = b"k", ms: int = 0,
    headers: Sequence[tuple[bytes | None, bytes | None]] = (), claimed: int | None = None, behind: bytes = b"",
) -> bytes:  # fmt: skip
    """A record. `claimed`: how many headers it says that it has; `behind`: bytes after the last of them."""
    carried = b"".join(sized(name) + sized(content) for name, content in headers)
    count = number(len(headers) if claimed is None else claimed)
    return sized(b"\0" + number(ms) + number(delta) + sized(key) + sized(value) + count + carried + behind)


def batch(
    *lines: bytes, count: int | None = None, last: int | None = None, attributes: int = 0, magic: int = 2,
    first_ms: int = FIRST_MS,
) -> bytes:  # fmt: skip
    many = len(lines) if count is None else count
    payload = b"".join(lines)
    head = struct.pack(">qiibIhiqqqhii", BASE, 49 + len(payload), 0, magic, 0, attributes,
                       many - 1 if last is None else last, first_ms, LARGEST_MS, -1, -1, -1, many)  # fmt: skip
    return head + payload


def test_a_record_comes_with_all_that_it_has() -> None:
    data = batch(line(0, b"value", key=b"key", ms=7, headers=[(b"a", b"1"), (b"\xc3\xa9", None), (b"", b"")]))

    assert list(records(data)) == [
        Record(BASE, FIRST_MS + 7, 0, b"key", b"value", [("a", b"1"), ("é", None), ("", b"")])
    ]


def test_a_record_that_has_nothing_comes_with_nothing() -> None:
    assert list(records(batch(line(0, None, key=None)))) == [Record(BASE, FIRST_MS, 0, None, None, [])]


def test_empty_is_not_the_same_as_nothing() -> None:
    assert list(records(batch(line(0, b"", key=b"")))) == [Record(BASE, FIRST_MS, 0, b"", b"", [])]


def test_a_batch_whose_records_are_all_compacted_away_has_none() -> None:
    assert list(records(batch(last=6))) == []


def test_records_keep_their_offsets_where_others_are_compacted_away() -> None:
    data = batch(line(2), line(5), line(9), last=12)

    assert [one.offset - BASE for one in records(data)] == [2, 5, 9]


@pytest.mark.parametrize("size", [0, 63, 64, 8_191, 8_192, 1 << 20])
def test_a_value_of_any_size_comes_whole_and_so_does_what_follows(size: int) -> None:
    data = batch(line(0, b"x" * size), line(1))

    assert [one.value for one in records(data)] == [b"x" * size, b"v"]


@pytest.mark.parametrize("ms", [0, 63, 64, -1, -64, -65, 300, -(1 << 31), -FIRST_MS])
def test_a_timestamp_is_told_from_the_first_of_its_batch(ms: int) -> None:
    assert [one.timestamp for one in records(batch(line(0, ms=ms)))] == [FIRST_MS + ms]


def test_a_topic_that_stamps_records_itself_tells_when_it_did() -> None:
    found = list(records(batch(line(0), line(1, ms=7), attributes=APPENDED)))

    assert [(one.timestamp, one.timestamp_type) for one in found] == [(LARGEST_MS, 1)] * 2


def test_the_latest_and_the_longest_timestamps_that_there_are_can_be_read() -> None:
    long = -(1 << 62) - 1  # a number of ten bytes

    assert [one.timestamp for one in records(batch(line(0), first_ms=LONGEST))] == [LONGEST]
    assert [one.timestamp for one in records(batch(line(0, ms=long), first_ms=1 << 62))] == [-1]


@pytest.mark.parametrize("since", range(5))
def test_what_lies_before_the_offset_that_was_asked_for_is_passed_over_unread(since: int) -> None:
    unreadable = line(1, claimed=99)
    data = batch(line(0), unreadable, line(3), last=3)
    wanted = [0, 1, 3] if since < 1 else [one for one in (0, 1, 3) if one >= since]
    found = records(data, BASE + since)

    if 1 in wanted:
        with pytest.raises(CorruptRecordException, match="99 headers"):
            list(found)
    else:
        assert [one.offset - BASE for one in found] == wanted


def test_the_smallest_headers_that_there_are_come() -> None:
    [found] = records(batch(line(0, headers=[(b"", None)] * 9)))

    assert found.headers == [("", None)] * 9


def test_as_many_headers_as_are_read_come_and_one_more_brings_none() -> None:
    three, four = ([(b"a", b"1")] * many for many in (3, 4))
    data = batch(line(0, b"first", headers=three), line(1, b"second", headers=four), line(2, b"third"))

    first, second, third = records(data, most_headers=3)

    assert (first.value, len(first.headers)) == (b"first", 3)
    assert isinstance(second.value, Withheld)
    assert (second.value, second.value.header_count, second.headers, second.key) == (b"second", 4, (), b"k")
    assert third.value == b"third"


def test_a_record_with_too_many_headers_and_no_value_is_withheld_as_an_empty_one() -> None:
    [found] = records(batch(line(0, None, headers=[(b"a", None)] * 2)), most_headers=1)

    assert isinstance(found.value, Withheld)
    assert (found.value, found.value.header_count) == (b"", 2)


def test_as_many_records_as_are_read_come_and_one_more_brings_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(record_format, "MOST_RECORDS", 3)

    assert len(list(records(batch(*map(line, range(3)))))) == 3
    with pytest.raises(CorruptRecordException, match="4 records in one batch, of which at most 3 are read"):
        list(records(batch(*map(line, range(4)))))


WRONG = {
    "another format": (batch(line(0), magic=1), "no batch of format 2, but of 1"),
    "fewer records than none": (
        batch(line(0), count=-1, last=0), f"-1 records in one batch, of which at most {MOST_RECORDS} are read"
    ),
    "no such codec": (batch(line(0), attributes=5), "no codec has the number 5"),
    "an offset twice": (batch(line(0), line(0)), "offset 0 of 1 after 0"),
    "an offset that falls": (batch(line(2), line(1), last=4), "offset 1 of 4 after 2"),
    "an offset before the batch": (batch(line(-1)), "offset -1 of 0 after -1"),
    "an offset behind the batch": (batch(line(1)), "offset 1 of 0 after -1"),
    "a time later than all": (batch(line(0, ms=1), first_ms=LONGEST), f"timestamp {LONGEST + 1}"),
    "a time sooner than all": (batch(line(0, ms=-1), first_ms=-LONGEST - 1), f"timestamp {-LONGEST - 2}"),
    "a record of nothing": (batch(number(0), line(0)), "a record of 0 bytes"),
    "a record of less": (batch(number(-1), line(0)), "a record of -1 bytes"),
    "a record past the end": (batch(line(0), line(1)[:-1]), "a record of 8 bytes"),
    "a record too few": (batch(line(0), count=2), "a number without end"),
    "fewer headers than none": (batch(line(0, claimed=-1)), "-1 headers"),
    "headers past the record": (batch(line(0, claimed=1, behind=b"\0")), "1 headers"),
    "more bytes than are told of": (batch(line(0, behind=b"\0\0")), "a record ends -2 bytes off"),
    "fewer bytes than are told of": (
        batch(line(0, claimed=1, behind=sized(b"a") + number(5) + b"xx"), line(1)), "a record ends 3 bytes off"
    ),
    "a header without a name": (batch(line(0, headers=[(None, b"1")])), "a header without a name"),
    "a number of eleven bytes": (batch(b"\xff" * 10 + b"\0"), "a number without end"),
}  # fmt: skip


@pytest.mark.parametrize(("data", "why"), WRONG.values(), ids=WRONG.keys())
def test_what_does_not_follow_the_format_is_refused_and_says_what_is_wrong(data: bytes, why: str) -> None:
    """It becomes the reason of the dead letter."""
    with pytest.raises(CorruptRecordException, match=f": {why}$"):
        list(records(data))


def test_what_stands_before_the_fault_is_read() -> None:
    found = records(batch(line(0), line(1), line(2, claimed=9)))

    assert [next(found).offset - BASE for _ in range(2)] == [0, 1]
    with pytest.raises(CorruptRecordException):
        next(found)
