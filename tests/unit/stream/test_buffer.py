"""What waits for a lane: order, bounds, and no record twice."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from worker.pool.weight import HEADER_BYTES
from worker.settings import load
from worker.stream.buffer import Buffer

if TYPE_CHECKING:
    from tests.unit.stream.conftest import MakeRecord


@pytest.fixture
def buffer() -> Buffer:
    return Buffer(
        load({"batch_max_articles": 4, "intake_buffer": 8, "batch_wait_seconds": 0.02}), 1 << 20
    )


async def test_a_batch_is_what_waits_up_to_its_bounds(buffer: Buffer, record: MakeRecord) -> None:
    buffer.put([record(n) for n in range(6)])

    assert [one.offset for one in await buffer.take()] == [0, 1, 2, 3]
    assert [one.offset for one in await buffer.take()] == [4, 5]


async def test_a_batch_is_bounded_by_bytes_and_a_giant_comes_alone(buffer: Buffer, record: MakeRecord) -> None:
    buffer.put([record(0, b"x" * 2_000_000), record(1, b"x" * 600_000), record(2, b"x" * 600_000)])

    sizes = [len(await buffer.take()) for _ in range(3)]

    assert sizes == [1, 1, 1]
    assert buffer.size_bytes == 0


async def test_offsets_come_once_and_in_order_whatever_is_fetched_again(buffer: Buffer, record: MakeRecord) -> None:
    buffer.put([record(0), record(1), record(2)])
    kept = buffer.put([record(1), record(2), record(3)])

    assert [one.offset for one in kept] == [3]
    assert len(buffer) == 4


async def test_what_lies_below_the_committed_offset_is_dropped_before_and_after(
    buffer: Buffer, record: MakeRecord
) -> None:
    buffer.put([record(0), record(1)])
    dropped = buffer.begin_at(5)
    buffer.put([record(2), record(5)])

    assert (dropped, [one.offset for one in await buffer.take()]) == (2, [5])


async def test_a_lone_record_waits_only_for_a_moment_for_company(buffer: Buffer, record: MakeRecord) -> None:
    buffer.put([record(0)])
    begun = asyncio.get_running_loop().time()

    batch = await buffer.take()

    assert len(batch) == 1
    assert asyncio.get_running_loop().time() - begun < 1


async def test_a_full_batch_does_not_wait(record: MakeRecord) -> None:
    buffer = Buffer(load({"batch_max_articles": 2, "batch_wait_seconds": 10.0}), 1 << 20)
    buffer.put([record(0), record(1)])

    assert len(await asyncio.wait_for(buffer.take(), 1)) == 2


async def test_take_wakes_when_a_record_comes(buffer: Buffer, record: MakeRecord) -> None:
    waiting = asyncio.ensure_future(buffer.take())
    await asyncio.sleep(0)
    buffer.put([record(0)])

    assert len(await asyncio.wait_for(waiting, 1)) == 1


@pytest.mark.parametrize(("count", "size"), [(8, 10), (2, 1_100_000)], ids=["many", "large"])
async def test_a_full_buffer_says_so_and_is_low_when_less_than_a_batch_waits(
    buffer: Buffer, record: MakeRecord, count: int, size: int
) -> None:
    buffer.put([record(n, b"x" * size) for n in range(count)])
    full, low = buffer.full, buffer.low
    await buffer.take()
    await buffer.take()

    assert (full, low, buffer.low) == (True, False, True)


async def test_headers_count_as_bytes_too(buffer: Buffer, record: MakeRecord) -> None:
    heavy = replace(record(0), headers=(("x" * 1_000_000, b"y" * 1_200_000), ("none", None)))
    buffer.put([heavy])

    assert (buffer.full, buffer.size_bytes) == (True, 2_200_004 + 2 * HEADER_BYTES + len(heavy.value or b"") + 3)


async def test_a_closed_buffer_gives_nothing_more_and_wakes_whoever_waits(buffer: Buffer, record: MakeRecord) -> None:
    waiting = asyncio.ensure_future(buffer.take())
    await asyncio.sleep(0)
    buffer.close()

    assert await asyncio.wait_for(waiting, 1) == []
    assert buffer.put([record(0)]) == []


async def test_the_oldest_timestamp_is_the_first_records(buffer: Buffer, record: MakeRecord) -> None:
    assert buffer.oldest_ms is None
    buffer.put([record(4), record(5)])

    assert buffer.oldest_ms == 1_700_000_000_004


async def test_what_is_put_back_is_taken_again_before_what_waits(buffer: Buffer, record: MakeRecord) -> None:
    buffer.put([record(n) for n in range(7)])
    size = buffer.size_bytes
    batch = await buffer.take()
    given_up = buffer.put_back(batch[1:])

    assert (given_up, len(buffer), buffer.size_bytes) == (0, 6, size * 6 // 7)
    assert [one.offset for one in await buffer.take()] == [1, 2, 3, 4]


async def test_what_is_put_back_once_it_is_closed_is_given_up(buffer: Buffer, record: MakeRecord) -> None:
    buffer.put([record(n) for n in range(7)])
    batch = await buffer.take()

    assert (buffer.close(), buffer.put_back(batch), len(buffer), await buffer.take()) == (3, 4, 0, [])
