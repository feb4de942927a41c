"""How large a record may be, and what a refusal teaches."""

from __future__ import annotations

from worker.stream.batch import REFUSALS
from worker.stream.records import Record
from worker.stream.sizes import Sizes

MIB = 1 << 20


def of(size: int, topic: str = "t") -> Record:
    return Record(topic, None, b"x" * size)


def test_a_record_must_leave_room_for_batch_and_request() -> None:
    sizes = Sizes(MIB, {"t": 100_000})

    assert sizes.limit("t") == 100_000 - 2_048
    assert (sizes.fits(of(97_000)), sizes.fits(of(98_000))) == (True, False)


def test_the_smaller_of_request_and_topic_holds() -> None:
    assert Sizes(50_000, {"t": 100_000}).limit("t") == 50_000 - 2_048


def test_headers_and_keys_count() -> None:
    sizes = Sizes(MIB, {"t": 10_000})

    assert not sizes.fits(Record("t", b"k" * 5_000, b"v" * 3_000))
    assert not sizes.fits(Record("t", None, b"", (("h", b"v" * 9_000),)))


def test_a_refusal_is_explained_by_what_the_brokers_tell_now() -> None:
    sizes = Sizes(MIB, {"t": MIB})
    sizes.refused(of(300_000), told=Sizes(MIB, {"t": 100_000}))

    assert sizes.limit("t") == 100_000 - 2_048


def refusals(sizes: Sizes, record: Record, limit: int) -> int:
    """As brokers would that take `limit` bytes a batch and tell nobody, until the record is refused no more."""
    count = 0
    while sizes.fits(record) and max(sizes.batch_bytes, record.size_bytes) > limit:
        sizes.refused(record, told=Sizes(MIB, {}))
        count += 1
    return count


def test_a_refusal_that_nothing_explains_first_teaches_that_the_batch_was_too_large() -> None:
    """Small records go in batches of many: the largest of them would be told to be too large, and was not."""
    sizes = Sizes(MIB, {})

    assert refusals(sizes, of(10_000), limit=100_000) < 4
    assert sizes.fits(of(90_000))
    assert 20_000 < sizes.batch_bytes < 100_000


def test_a_record_that_is_refused_where_no_smaller_batch_could_hold_it_teaches_its_size() -> None:
    sizes = Sizes(MIB, {})

    assert refusals(sizes, of(300_000), limit=200_000) < 4
    assert not sizes.fits(of(300_000))
    assert sizes.fits(of(290_000))


def test_the_smallest_record_is_found_to_be_too_large_long_before_a_lane_gives_up() -> None:
    assert refusals(Sizes(100 * MIB, {"t": 100 * MIB}), of(1), limit=0) < REFUSALS / 4


def test_a_batch_is_no_larger_than_the_strictest_topic_takes() -> None:
    assert Sizes(MIB, {"a": 300_000, "b": 100_000}).batch_bytes == 100_000 - 2_048
