"""Ready and alive: the rules, and above all when they must not fire."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from worker.observability.health import liveness, readiness
from worker.observability.vitals import Vitals

HERE = ("articles", 0)
THERE = ("articles", 1)


@dataclass
class Clock:
    now: float = 1_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def vitals(clock: Clock) -> Vitals:
    """A worker at work on two partitions."""
    at_work = Vitals(clock, config_valid=True)
    at_work.settle([HERE, THERE])
    at_work.connect(HERE)
    at_work.connect(THERE)
    return at_work


def ready(vitals: Vitals) -> tuple[str, ...]:
    return readiness(vitals, vitals.clock()).reasons


def ill(vitals: Vitals, stall_seconds: float = 300) -> tuple[str, ...]:
    return liveness(vitals, vitals.clock(), stall_seconds).reasons


def test_a_worker_at_work_is_ready_and_alive(vitals: Vitals) -> None:
    assert (ready(vitals), ill(vitals)) == ((), ())


def test_a_starting_worker_tells_all_that_is_missing(clock: Clock) -> None:
    assert ready(Vitals(clock)) == ("configuration not checked yet", "no partitions assigned yet")


def test_a_draining_worker_is_not_ready(vitals: Vitals) -> None:
    vitals.draining = True
    assert ready(vitals) == ("draining",)


def test_a_lane_without_its_producer_is_not_ready(vitals: Vitals) -> None:
    vitals.disconnect(THERE)
    assert ready(vitals) == ("producer of articles/1 not connected",)


def test_a_spare_worker_without_partitions_is_ready(vitals: Vitals) -> None:
    vitals.settle([])
    assert ready(vitals) == ()


@pytest.mark.parametrize(("seconds", "is_ready"), [(0, True), (59, True), (61, False)])
def test_a_rebalance_flips_readiness_only_after_a_minute(
    vitals: Vitals, clock: Clock, seconds: float, is_ready: bool
) -> None:
    vitals.rebalance()
    clock.now += seconds
    vitals.rebalance()  # asked again: the minute goes on
    assert (ready(vitals) == ()) == is_ready


def test_a_new_assignment_ends_the_rebalance(vitals: Vitals, clock: Clock) -> None:
    vitals.rebalance()
    clock.now += 100
    vitals.settle([HERE])
    vitals.connect(HERE)
    assert ready(vitals) == ()


@pytest.mark.parametrize(("seconds", "is_alive"), [(29, True), (31, False)])
def test_a_silent_loop_is_dead_after_half_a_minute(
    vitals: Vitals, clock: Clock, seconds: float, is_alive: bool
) -> None:
    clock.now += seconds
    assert (ill(vitals) == ()) == is_alive


def at(vitals: Vitals, clock: Clock, seconds: float) -> None:
    clock.now += seconds
    vitals.beat()


def test_one_frozen_partition_among_working_ones_is_found(vitals: Vitals, clock: Clock) -> None:
    vitals.lag(HERE, 5)
    vitals.lag(THERE, 5)
    for _ in range(31):
        at(vitals, clock, 10)
        vitals.progress(THERE)
        vitals.lag(THERE, 5)
        vitals.lag(HERE, 9)
    assert ill(vitals) == ("articles/0 has records and made no progress for 310 s",)


def test_an_idle_partition_is_healthy_for_ever(vitals: Vitals, clock: Clock) -> None:
    vitals.lag(HERE, 0)
    at(vitals, clock, 1_000_000)
    assert ill(vitals) == ()


def test_a_record_after_a_long_silence_gets_its_full_time(vitals: Vitals, clock: Clock) -> None:
    vitals.progress(HERE)
    at(vitals, clock, 10_000)
    vitals.lag(HERE, 1)
    assert ill(vitals) == ()
    at(vitals, clock, 301)
    assert ill(vitals) == ("articles/0 has records and made no progress for 301 s",)


def test_a_partition_that_caught_up_starts_anew(vitals: Vitals, clock: Clock) -> None:
    vitals.lag(HERE, 3)
    at(vitals, clock, 299)
    vitals.lag(HERE, 0)
    vitals.lag(HERE, 3)
    at(vitals, clock, 299)
    assert ill(vitals) == ()


def test_a_partition_that_was_taken_away_is_not_ours_to_move(vitals: Vitals, clock: Clock) -> None:
    vitals.lag(HERE, 3)
    vitals.settle([THERE])
    vitals.lag(HERE, 3)
    at(vitals, clock, 10_000)
    assert ill(vitals) == ()


def test_a_partition_that_moves_slowly_but_moves_is_healthy(vitals: Vitals, clock: Clock) -> None:
    vitals.lag(HERE, 100)
    for _ in range(10):
        at(vitals, clock, 200)
        vitals.progress(HERE)
        vitals.lag(HERE, 100)
    assert ill(vitals) == ()


def test_the_stall_time_is_a_setting(vitals: Vitals, clock: Clock) -> None:
    vitals.lag(HERE, 1)
    at(vitals, clock, 61)
    assert ill(vitals, stall_seconds=60) != ()


def test_a_rebalance_without_end_is_no_life(vitals: Vitals, clock: Clock) -> None:
    vitals.rebalance()
    clock.now += 300
    vitals.beat()
    patient = liveness(vitals, clock.now, 300).reasons
    clock.now += 1

    assert (patient, liveness(vitals, clock.now, 300).reasons) == ((), ("rebalancing for 301 s",))
