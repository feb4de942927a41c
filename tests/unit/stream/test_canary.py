"""The article of our own that is read first: a release that fails on it takes none of theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.integration import stream_pipeline
from worker.bootstrap import build_pipeline
from worker.pipeline.errors import RejectReason
from worker.pipeline.outcome import Extracted, Failed, Outcome, Rejected
from worker.stream import canary, fate
from worker.stream.breaker import BreakerOpen
from worker.stream.canary import try_out
from worker.stream.envelopes import envelope
from worker.stream.sizes import Sizes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from worker.pipeline.values import Envelope
    from worker.settings import Settings

SIZES = Sizes(1 << 20, {})
BUG = Failed("KeyError", "extract", "a bug", "its trace")


class Pool:
    """`turns`: what the processes make of the article at each try; after them, what the test pipeline does."""

    def __init__(self, *turns: list[Outcome]) -> None:
        self.asked: list[list[Envelope]] = []
        self._turns = list(turns)

    async def map(self, envelopes: Sequence[Envelope], *_: object) -> list[Outcome]:
        self.asked.append(list(envelopes))
        return self._turns.pop(0) if self._turns else [stream_pipeline.process(one) for one in envelopes]


@pytest.fixture
def of_two(settings: Settings) -> Settings:
    return settings.model_copy(update={"pool_processes": 2})


async def test_every_process_reads_it_once(of_two: Settings) -> None:
    pool = Pool()
    await try_out(of_two, pool, SIZES)

    assert [len(envelopes) for envelopes in pool.asked] == [2]
    assert {one.key for one in pool.asked[0]} == {canary.KEY}


@pytest.mark.parametrize("good", [0, 1], ids=["all processes", "one process"])
async def test_who_fails_on_it_twice_takes_no_article(of_two: Settings, good: int) -> None:
    told = [*[stream_pipeline.process(envelope(canary._record(of_two)))] * good, *[BUG] * (2 - good)]
    pool = Pool(told, told)

    with pytest.raises(BreakerOpen, match=r"^this release fails on its own sample article: extract: KeyError$"):
        await try_out(of_two, pool, SIZES)
    assert len(pool.asked) == canary.TRIES


async def test_once_may_be_a_slow_machine(of_two: Settings) -> None:
    await try_out(of_two, Pool([Failed("deadline_exceeded", "pool", "30 s")] * 2), SIZES)


async def test_a_bug_behind_the_pipeline_is_found_too(of_two: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fate, "encode", lambda _: 1 / 0)

    with pytest.raises(BreakerOpen, match="revise: ZeroDivisionError"):
        await try_out(of_two, Pool(), SIZES)


async def test_what_is_refused_is_no_failure_as_for_the_breaker(of_two: Settings) -> None:
    refused = Rejected(RejectReason.OVERSIZE, "decode", "/", "at most 9 bytes", "Raise it")

    await try_out(of_two, Pool([refused, refused]), SIZES)


async def test_where_nothing_may_stop_the_worker_it_is_not_asked(of_two: Settings) -> None:
    pool = Pool([BUG, BUG])
    await try_out(of_two.model_copy(update={"breaker_least": 0}), pool, SIZES)

    assert pool.asked == []


def test_the_whole_pipeline_has_something_to_do_with_it(settings: Settings) -> None:
    outcome = build_pipeline().process(envelope(canary._record(settings)))

    assert isinstance(outcome, Extracted)
    assert {"appointed_to", "stated", "spouse"} <= {fact.predicate for fact in outcome.facts}
    told = outcome.article
    assert all((told.entities, told.times, told.quantities, told.quotes))
