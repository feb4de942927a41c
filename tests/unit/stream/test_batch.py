"""How many articles go into a transaction when transactions are too slow, and when they are not any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from aiokafka.errors import KafkaError

from worker.stream.batch import TRIES, Batch, Pace
from worker.stream.epoch import Spent

if TYPE_CHECKING:
    from collections.abc import Callable

    from worker.stream.fate import Reading

    MakeReading = Callable[..., Reading]


@pytest.fixture
def batch(reading: MakeReading) -> Callable[[int], Batch]:
    return lambda articles: Batch([reading(number) for number in range(articles)])


def sizes(pace: Pace, batch: Batch) -> list[int]:
    return [len(part.readings) for part in pace.parts(batch)]


def test_a_batch_is_one_transaction(batch: Callable[[int], Batch]) -> None:
    whole, pace = batch(256), Pace()
    pace.went_well(whole)

    [one] = pace.parts(whole)

    assert one is whole, "what was decided and tried of it is not forgotten"


def test_after_one_that_was_too_slow_there_are_fewer_until_full_ones_go_well(batch: Callable[[int], Batch]) -> None:
    pace = Pace()
    pace.went_slow(batch(256))
    at_first = sizes(pace, batch(200))
    pace.went_well(batch(8))  # no full one: it tells nothing
    still = sizes(pace, batch(200))
    pace.went_well(batch(64))

    assert (at_first, still, sizes(pace, batch(200))) == ([64, 64, 64, 8], [64, 64, 64, 8], [128, 72])


def test_parts_are_in_order_and_keep_what_was_judged(batch: Callable[[int], Batch]) -> None:
    whole, pace = batch(9), Pace()
    whole.judged = [reading.outcome for reading in whole.readings]
    pace.went_slow(whole)

    parts = list(pace.parts(whole))

    assert [part.next_offset for part in parts] == [2, 4, 6, 8, 9]
    assert [one for part in parts for one in part.judged] == whole.judged


def test_one_article_is_the_least(batch: Callable[[int], Batch]) -> None:
    pace = Pace()
    pace.went_slow(batch(2))

    assert sizes(pace, batch(3)) == [1, 1, 1]


@pytest.mark.parametrize(
    ("error", "articles", "slow"),
    [(TimeoutError(), 2, True), (TimeoutError(), 1, False), (KafkaError(), 2, False), (Spent(), 2, False)],
    ids=["out of time", "of one article", "another error", "a spent epoch"],
)
def test_parts_help_where_time_was_short(
    batch: Callable[[int], Batch], error: Exception, articles: int, *, slow: bool
) -> None:
    one = batch(articles)
    one.ended_unclear(error)

    assert one.too_slow is slow


def test_a_batch_has_so_many_tries(batch: Callable[[int], Batch]) -> None:
    one = batch(1)
    for _ in range(TRIES):
        assert one.hopeful
        one.ended_unclear(KafkaError())

    assert not one.hopeful
