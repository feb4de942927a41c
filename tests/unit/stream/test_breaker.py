"""The breaker: what opens it, and above all what does not."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest

from worker.observability.telemetry import Telemetry
from worker.pipeline.errors import RejectReason
from worker.pipeline.outcome import Extracted, Failed, Rejected
from worker.settings import load
from worker.stream.breaker import Breaker, BreakerOpen

if TYPE_CHECKING:
    from worker.pipeline.outcome import Outcome

FAILED = Failed("KeyError", "extract", "x")
CRASHED = Failed("worker_crash", "pool", "x")
REFUSED = Rejected(RejectReason.INVALID_JSON, "decode", "/", "JSON", "send JSON")
GOOD = cast("Outcome", Extracted.__new__(Extracted))


class Made:
    """A breaker of 10 failures and a quarter of the last 100."""

    def __init__(self, **settings: object) -> None:
        own = {"breaker_least": 10, "breaker_window": 100, "breaker_share": 0.25, **settings}
        self.telemetry = Telemetry()
        self.breaker = Breaker(load(own), self.telemetry)

    def opens(self, *outcomes: Outcome) -> bool:
        try:
            self.breaker.judge(outcomes)
        except BreakerOpen:
            return True
        return False

    @property
    def told(self) -> float | None:
        return self.telemetry.registry.get_sample_value("newsfacts_breaker_open")


@pytest.mark.parametrize("failure", [FAILED, CRASHED], ids=["a bug", "a crash"])
def test_a_release_that_fails_everything_opens_it_at_the_least_count(failure: Failed) -> None:
    made = Made()
    opened = [made.opens(failure) for _ in range(10)]

    assert opened == [False] * 9 + [True]
    assert made.told == 1


def test_a_first_batch_that_fails_as_a_whole_opens_it() -> None:
    assert Made().opens(*[FAILED] * 256)


def test_it_says_how_many_failed() -> None:
    with pytest.raises(BreakerOpen, match=r"^10 of the last 12 articles failed for our own fault$"):
        Made().breaker.judge([GOOD, GOOD, *[FAILED] * 10])


def test_what_producers_did_wrong_never_opens_it() -> None:
    made = Made()

    assert not any(made.opens(*[REFUSED] * 50) for _ in range(40))
    assert made.told == 0


def test_nor_does_it_hide_a_broken_release() -> None:
    made = Made()
    opened = [made.opens(*[REFUSED] * 20, FAILED) for _ in range(10)]

    assert opened == [False] * 9 + [True]


def test_a_share_below_the_limit_never_opens_it() -> None:
    made = Made()

    assert not any(made.opens(GOOD, GOOD, GOOD, FAILED, GOOD) for _ in range(200))


def test_the_share_is_that_of_the_last_articles() -> None:
    made = Made()
    made.opens(*[GOOD] * 10_000)
    opened = [made.opens(FAILED) for _ in range(25)]

    assert opened == [False] * 24 + [True]


def test_failures_that_lie_back_are_forgotten() -> None:
    made = Made()
    made.opens(*[GOOD] * 91, *[FAILED] * 9)
    made.opens(*[GOOD] * 100)

    assert not made.opens(*[FAILED] * 9)


def test_a_window_smaller_than_the_least_count_does_not_disarm_it() -> None:
    assert Made(breaker_window=5).opens(*[FAILED] * 10)


def test_once_open_it_lets_no_failure_pass_but_what_is_in_order() -> None:
    made = Made()
    made.opens(*[FAILED] * 10)

    assert (made.opens(GOOD, REFUSED), made.opens(*[GOOD] * 100, FAILED)) == (False, True)


def test_a_batch_that_is_judged_again_counts_for_what_has_changed() -> None:
    made, before = Made(), [GOOD, REFUSED, *[FAILED] * 6]
    made.breaker.judge(before)
    made.breaker.judge(before, before)
    made.breaker.judge([FAILED, *before[1:]], before)
    made.breaker.judge([FAILED, *before[1:]], [FAILED, *before[1:]])

    assert not made.opens(FAILED, FAILED)
    assert made.opens(FAILED)


def test_once_open_it_lets_none_pass_that_was_judged_before() -> None:
    made = Made()
    made.breaker.judge([FAILED])
    made.opens(*[FAILED] * 10)

    with pytest.raises(BreakerOpen):
        made.breaker.judge([FAILED], [FAILED])


def test_with_a_least_count_of_none_it_never_opens() -> None:
    assert not Made(breaker_least=0).opens(*[FAILED] * 1_000)
