"""What worker/stream/expansion.py and batches.py rely on inside aiokafka, and that its reader is guarded by them."""

from __future__ import annotations

import gzip
import hashlib
import importlib
import importlib.metadata
import inspect
import os
import random
import tracemalloc
from collections import Counter
from typing import TYPE_CHECKING, Any

import cramjam
import pytest
from aiokafka import TopicPartition
from aiokafka import codec as codecs
from aiokafka.consumer import fetcher
from aiokafka.errors import CorruptRecordException
from aiokafka.record.default_records import DefaultRecordBatch, DefaultRecordBatchBuilder
from aiokafka.record.legacy_records import LegacyRecordBatchBuilder
from aiokafka.record.util import calc_crc32c

from worker.stream import batches, expansion
from worker.stream.batches import Guard
from worker.stream.record_format import MOST_HEADERS, MOST_RECORDS, records
from worker.stream.withheld import Withheld

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

RAW = TopicPartition("raw", 0)
LIMIT = 4 << 20
CODECS = {"none": 0, "gzip": 1, "snappy": 2, "lz4": 3, "zstd": 4}
COMPRESSED = [name for name in CODECS if name != "none"]
NONE = "XXXX"  # a header name that is to be no UTF-8
BROKEN = b"\xffX\xfeX"
CRC_AT, CRC_FROM = 17, 21
HEAD = 61


@pytest.fixture(autouse=True)
def guarded() -> Iterator[None]:
    """As in the worker, and as it was afterwards."""
    modules = [importlib.import_module(name) for name in expansion.READERS]
    decoders = [
        (module, name, decode)
        for module in modules for name, decode in vars(module).items() if name in expansion.DECODERS
    ]
    classes = fetcher.MemoryRecords, fetcher.PartitionRecords
    expansion.bound(LIMIT)
    batches.install()
    yield
    fetcher.MemoryRecords, fetcher.PartitionRecords = classes
    for module, name, decode in decoders:
        setattr(module, name, decode)


def batch(*values: bytes, codec: str = "none", offset: int = 0, header: str = "a", key: bytes = b"k") -> bytes:
    builder = DefaultRecordBatchBuilder(2, CODECS[codec], 0, -1, -1, -1, 1 << 30)
    for place, value in enumerate(values):
        assert builder.append(place, 1_700_000_000_000 + place, key, value, [(header, b"h"), ("null", None)])
    return sealed(bytearray(builder.build()), offset)


def sealed(data: bytearray, offset: int = 0) -> bytes:
    """With the offset that the broker gives it, and a checksum that holds."""
    data[:8] = offset.to_bytes(8, "big")
    data[CRC_AT:CRC_FROM] = calc_crc32c(bytes(data[CRC_FROM:])).to_bytes(4, "big")
    return bytes(data)


def heavy(*headers: int, codec: str = "none") -> bytes:
    """A batch of records that have so many headers each."""
    builder = DefaultRecordBatchBuilder(2, CODECS[codec], 0, -1, -1, -1, 1 << 30)
    for place, count in enumerate(headers):
        assert builder.append(place, 1_700_000_000_000, b"k", b"value %d" % place, [("ab", None)] * count)
    return sealed(bytearray(builder.build()))


def nameless(*values: bytes, offset: int = 0) -> bytes:
    """A batch whose first record has a header name that is no UTF-8."""
    plain = bytearray(batch(*values, offset=offset, header=NONE))
    at = plain.index(NONE.encode())
    plain[at : at + len(BROKEN)] = BROKEN
    return sealed(plain, offset)


def fetched(data: bytes, guard: Guard | None = None, offset: int = 0) -> Any:
    """The reader that aiokafka makes of what a fetch brought."""
    guard = guard or Guard(carry_bytes=1 << 20, fetch_bytes=1 << 30)
    kept = fetcher.MemoryRecords(data)
    return fetcher.PartitionRecords(RAW, kept, [], offset, None, guard, True, fetcher.READ_COMMITTED)


def told(data: bytes, **how: Any) -> list[tuple[int, bytes]]:
    return [(record.offset, record.value) for record in fetched(data, **how)]


def test_the_version_is_the_one_that_was_read() -> None:
    assert importlib.metadata.version("aiokafka") == "0.14.0"


@pytest.mark.parametrize("reader", expansion.READERS)
def test_every_reader_finds_its_decoders_under_the_names_that_are_replaced(reader: str) -> None:
    module = importlib.import_module(reader)
    wanted = [name for name in expansion.DECODERS if not ("legacy" in reader and name == "zstd_decode")]

    assert all(hasattr(module, name) for name in wanted)
    assert set(expansion.DECODERS) == {name for name in dir(codecs) if name.endswith("_decode")}


def test_the_fetcher_makes_its_records_with_the_two_classes_that_are_replaced() -> None:
    made = inspect.getsource(fetcher.Fetcher._proc_fetch_request)

    assert "records = MemoryRecords(part_data[-1])" in made
    assert "partition_records = PartitionRecords(\n" in made


@pytest.mark.parametrize("codec", CODECS)
def test_records_come_as_they_were_sent(codec: str) -> None:
    found = list(fetched(batch(b"one", b"two" * 1000, codec=codec, offset=7)))

    assert [(one.offset, one.key, one.value, one.timestamp) for one in found] == [
        (7, b"k", b"one", 1_700_000_000_000), (8, b"k", b"two" * 1000, 1_700_000_000_001),
    ]
    assert found[0].headers == (("a", b"h"), ("null", None))


@pytest.mark.parametrize("codec", COMPRESSED)
def test_a_batch_that_unfolds_to_more_than_it_may_is_one_record_in_its_last_place(codec: str) -> None:
    bomb = batch(*[b"\0" * 1_000_000] * 5, codec=codec, offset=7)

    found = told(bomb + batch(b"next", codec=codec, offset=12))

    assert [offset for offset, _ in found] == [11, 12]
    withheld = found[0][1]
    assert isinstance(withheld, Withheld)
    assert (withheld.first_offset, withheld.last_offset, withheld.size_bytes) == (7, 11, len(bomb))
    assert f"more than {LIMIT} bytes" in withheld.why
    assert found[1][1] == b"next"


@pytest.mark.parametrize("codec", COMPRESSED)
def test_a_batch_just_within_the_limit_is_read(codec: str) -> None:
    assert [len(value) for _, value in told(batch(b"\0" * (LIMIT - 100), codec=codec), guard=Guard(1 << 30, 1))] == [
        LIMIT - 100
    ]


@pytest.mark.parametrize("codec", COMPRESSED)
def test_a_batch_whose_compressed_bytes_are_broken_is_one_record(codec: str) -> None:
    whole = bytearray(batch(os.urandom(3000), b"x" * 3000, codec=codec))
    whole[200:] = whole[200:][::-1]

    [(offset, value)] = told(sealed(whole))

    assert (offset, value) == (1, b"")
    assert isinstance(value, Withheld)


def test_what_of_a_batch_can_be_read_is_read_and_the_rest_is_one_record() -> None:
    whole = bytearray(batch(b"one", b"two", b"three", offset=4))
    whole[whole.index(b"two") - 1] = 0x7E  # a length that leads past the record's end

    found = told(sealed(whole, 4))

    assert [offset for offset, _ in found] == [4, 6]
    assert vars(found[1][1])["first_offset"] == 5


def test_a_range_that_a_fetch_begins_in_the_middle_of_still_ends_where_it_ends() -> None:
    assert [offset for offset, _ in told(batch(*[b"\0" * 1_000_000] * 5, codec="zstd", offset=7), offset=9)] == [11]


def test_a_header_whose_name_is_no_utf8_comes_escaped_and_its_neighbours_as_they_are() -> None:
    found = list(fetched(batch(b"before") + nameless(b"one", b"two", offset=1) + batch(b"after", offset=3)))

    assert [(one.offset, one.value) for one in found] == [(0, b"before"), (1, b"one"), (2, b"two"), (3, b"after")]
    assert found[1].headers == ((r"\xffX\xfeX", b"h"), ("null", None))
    assert found[2].headers == ((NONE, b"h"), ("null", None))
    assert found[1].headers[0][0].encode()  # can be sent again


def test_a_checksum_that_does_not_hold_ends_the_reader() -> None:
    damaged = bytearray(batch(b"one", b"two"))
    damaged[-1] ^= 1

    with pytest.raises(CorruptRecordException, match="CRC"):
        list(fetched(bytes(damaged)))


def test_a_value_too_large_to_be_carried_is_only_its_head() -> None:
    [first, second] = fetched(batch(b"x" * 2000, b"y"), Guard(carry_bytes=1999, fetch_bytes=1 << 30))

    assert isinstance(first.value, Withheld)
    assert (first.value, first.value.size_bytes, first.value.first_offset) == (b"x" * 800, 2000, None)
    assert (first.key, second.value) == (b"k", b"y")


def test_a_fetch_that_has_given_its_bytes_ends_and_is_fetched_again_from_there() -> None:
    guard = Guard(carry_bytes=1 << 20, fetch_bytes=3000)
    data = batch(*[b"x" * 1000] * 5)
    reader = fetched(data, guard)
    first = [record.offset for record in reader]

    assert first == [0, 1, 2]
    assert reader.next_fetch_offset == 3
    assert [record.offset for record in fetched(data, guard, offset=3)] == [3, 4]


@pytest.mark.parametrize("codec", CODECS)
def test_a_record_of_more_headers_than_are_read_comes_without_any_and_its_neighbours_whole(codec: str) -> None:
    first, second, third = fetched(heavy(MOST_HEADERS, MOST_HEADERS + 1, 2, codec=codec))

    assert (len(first.headers), first.value) == (MOST_HEADERS, b"value 0")
    assert isinstance(second.value, Withheld)
    assert (second.headers, second.key, second.value.header_count) == ((), b"k", MOST_HEADERS + 1)
    assert second.value.sha256 == hashlib.sha256(b"value 1").hexdigest()
    assert (second.offset, second.timestamp) == (1, 1_700_000_000_000)
    assert (third.headers, third.value) == ((("ab", None),) * 2, b"value 2")


def test_headers_that_are_not_read_cost_no_memory() -> None:
    """A million of them were 134 MB of objects, from 4 MB that a hundredth of it may have brought."""
    data = heavy(1_000_000)
    tracemalloc.start()
    [found] = fetched(data)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert found.value.header_count == 1_000_000
    assert peak < 3 * len(data)


def test_a_batch_of_more_records_than_are_read_is_one_record() -> None:
    many = batch(*[b""] * (MOST_RECORDS + 1), codec="zstd", offset=7)

    [(offset, value)] = told(many)

    assert isinstance(value, Withheld)
    assert (value.first_offset, value.last_offset, offset) == (7, 7 + MOST_RECORDS, 7 + MOST_RECORDS)
    assert f"{MOST_RECORDS + 1} records" in value.why


def test_a_fetch_ends_by_the_memory_that_headers_take_and_not_by_their_bytes() -> None:
    guard = Guard(carry_bytes=1 << 20, fetch_bytes=200_000)
    data = heavy(*[MOST_HEADERS] * 4)

    assert [record.offset for record in fetched(data, guard)] == [0, 1]
    assert [record.offset for record in fetched(data, guard, offset=2)] == [2, 3]


def test_records_of_a_format_before_the_last_come_as_they_were_sent() -> None:
    builder = LegacyRecordBatchBuilder(1, CODECS["gzip"], 10_000)
    builder.append(0, 1_700_000_000_000, b"k", b"old")

    assert told(bytes(builder.build())) == [(0, b"old")]


def test_a_consumer_without_a_guard_reads_as_ever() -> None:
    kept = fetcher.MemoryRecords(batch(*[b"\0" * 1_000_000] * 5, codec="zstd"))
    reader = fetcher.PartitionRecords(RAW, kept, [], 0, None, None, True, fetcher.READ_COMMITTED)

    with pytest.raises(CorruptRecordException, match="unfolds"):
        list(reader)


@pytest.mark.parametrize("since", [0, 1, 2, 3])
def test_our_own_reader_begins_where_it_is_told(since: int) -> None:
    data = batch(b"one", b"two", b"three", codec="lz4", offset=1 << 40)

    assert [one.value for one in records(data, (1 << 40) + since)] == [b"one", b"two", b"three"][since:]


@pytest.mark.parametrize("codec", CODECS)
def test_our_own_reader_of_records_agrees_with_aiokafkas(codec: str) -> None:
    data = batch(b"", b"one", os.urandom(70_000), codec=codec, offset=1 << 40)
    theirs = list(DefaultRecordBatch(data))

    ours = list(records(data))

    assert [(one.offset, one.timestamp, one.timestamp_type, one.key, one.value, one.headers) for one in ours] == [
        (one.offset, one.timestamp, one.timestamp_type, one.key, one.value, one.headers) for one in theirs
    ]


def _struck(seed: int) -> bytes:
    """A batch with a few bytes of its records changed; varints that go on and on are the likeliest."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    data = bytearray(batch(b"one", b"two" * 20, b"", offset=5))
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(HEAD, len(data))
        size = chance.choice((1, 1, 1, 9))
        likely = 0, 1, 0x7F, 0x80, 0xFF, chance.randrange(256)
        data[at : at + size] = bytes(chance.choice(likely) for _ in range(size))
    return bytes(data)


def test_our_own_reader_ends_with_records_that_can_be_or_says_that_the_batch_is_corrupt() -> None:
    ends = Counter(map(_ended, range(5_000)))

    assert set(ends) == {"read", "corrupt"}
    assert min(ends.values()) > 500


def _ended(seed: int) -> str:
    try:
        found = list(records(_struck(seed)))
    except CorruptRecordException:
        return "corrupt"
    offsets = [one.offset for one in found]
    sane = offsets == sorted(set(offsets)) and set(offsets) <= {5, 6, 7}
    return "read" if sane and all(abs(one.timestamp) < 1 << 63 for one in found) else f"insane: {seed}"


def _cut(data: bytearray) -> None:
    del data[-3:]


def _many_headers(data: bytearray) -> None:
    data[data.index(b"one") + 3] = 0x7E


def _endless_number(data: bytearray) -> None:
    data[61:80] = b"\xff" * 19


def _old(data: bytearray) -> None:
    data[16] = 1


def _fewer_headers(data: bytearray) -> None:
    data[data.index(b"one") + 3] = 2


def _claimed_headers(data: bytearray) -> None:
    at = data.index(b"one") + 3
    data[at : at + 3] = b"\xa0\x9c\x01"  # 10,000


def _beyond_the_end(data: bytearray) -> None:
    """The last header's value has three bytes instead of none, and so has the record; they are not there."""
    data[-1] = 6
    data[data.index(b"two") - 7] += 6


def _backwards(data: bytearray) -> None:
    data[data.index(b"two") - 4] = 0  # the offset delta of the second record


def _beyond(data: bytearray) -> None:
    data[data.index(b"two") - 4] = 0x7E


def _distant(data: bytearray) -> None:
    data[27:35] = ((1 << 63) - 1).to_bytes(8, "big")  # the first timestamp, which the second record adds one to


def _uncoded(data: bytearray) -> None:
    data[22] |= 7


def _many_records(data: bytearray) -> None:
    data[57:61] = b"\xff" * 4  # -1


def _negative(data: bytearray) -> None:
    data[61] = 1  # the length of the first record


@pytest.mark.parametrize("damage", [
    _cut, _many_headers, _fewer_headers, _claimed_headers, _beyond_the_end, _endless_number, _old, _backwards, _beyond,
    _distant, _uncoded, _many_records, _negative,
])
def test_our_own_reader_refuses_what_does_not_follow_the_format(damage: Callable[[bytearray], None]) -> None:
    data = bytearray(batch(b"one", b"two"))
    damage(data)

    with pytest.raises(CorruptRecordException):
        list(records(bytes(data)))


def test_blocks_and_members_are_unfolded_as_aiokafka_does() -> None:
    text = os.urandom(50_000) + b"x" * 100_000
    members = gzip.compress(text[:10]) + gzip.compress(text[10:])

    assert expansion.DECODERS["gzip_decode"](members, LIMIT) == text == codecs.gzip_decode(members)
    for written in (codecs.snappy_encode(text), bytes(cramjam.snappy.compress_raw(text))):
        assert expansion.DECODERS["snappy_decode"](written, LIMIT) == text


@pytest.mark.parametrize("cut", [7, 30, 100], ids=lambda cut: f"{cut} bytes")
@pytest.mark.parametrize("codec", COMPRESSED)
def test_a_stream_that_ends_early_is_corrupt(codec: str, cut: int) -> None:
    whole = getattr(codecs, f"{codec}_encode")(os.urandom(1000) + b"x" * 5000)
    decode = importlib.import_module(expansion.READERS[0]).__dict__[f"{codec}_decode"]

    with pytest.raises(CorruptRecordException):
        decode(whole[:-cut])
