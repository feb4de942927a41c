"""The pool with real processes: order, deadline, crash, memory, recycling, and death of the parent."""

from __future__ import annotations

import asyncio
import importlib
import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest

from worker.pipeline.outcome import Failed, Outcome
from worker.pipeline.values import Envelope
from worker.pool import Limits, Pool, PoolBroken

if TYPE_CHECKING:
    from worker.pool import Factory

HERE = Path(__file__).parent


@pytest.fixture(autouse=True)
def _importable_in_children(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(HERE))  # spawned processes get the parent's sys.path


@pytest.fixture
def factory(_importable_in_children: None) -> Factory:
    return cast("Factory", importlib.import_module("marked").factory)


class Seen:
    def __init__(self) -> None:
        self.restarts: list[str] = []
        self.timeouts = 0

    def workers(self, busy: int, idle: int) -> None: ...
    def queued(self, articles: int) -> None: ...

    def timed_out(self, stage: str) -> None:
        self.timeouts += stage == "pool"

    def restarted(self, reason: str) -> None:
        self.restarts.append(reason)


def envelopes(*payloads: bytes) -> list[Envelope]:
    return [Envelope(payload, offset=offset) for offset, payload in enumerate(payloads)]


def told(outcomes: list[Outcome]) -> list[str]:
    """The test pipeline answers Failed(reason=payload): what came back, in order."""
    return [outcome.reason for outcome in outcomes if isinstance(outcome, Failed)]


async def test_outcomes_come_back_in_the_order_of_the_articles(factory: Factory) -> None:
    asked = [b"slow" if n % 7 == 0 else b"%d" % n for n in range(60)]

    async with Pool(factory, 2) as pool:
        outcomes = await pool.map(envelopes(*asked))

    assert told(outcomes) == [payload.decode() for payload in asked]


async def test_nothing_asked_is_nothing_answered(factory: Factory) -> None:
    async with Pool(factory, 1) as pool:
        assert await pool.map([]) == []


async def test_an_article_past_its_deadline_fails_alone_and_its_neighbours_are_unharmed(factory: Factory) -> None:
    seen = Seen()
    limits = Limits(deadline_seconds=0.5)

    async with Pool(factory, 1, limits, seen) as pool:
        outcomes = await pool.map(envelopes(b"a", b"hang", b"b", b"c"))

    assert told(outcomes) == ["a", "deadline_exceeded", "b", "c"]
    assert (seen.timeouts, seen.restarts) == (1, ["deadline_exceeded"])


async def test_a_chunk_of_slow_articles_is_not_late_as_a_whole(factory: Factory) -> None:
    async with Pool(factory, 1, Limits(deadline_seconds=0.5)) as pool:
        outcomes = await pool.map(envelopes(*[b"slow"] * 12))  # 12 x 0.1 s in one chunk

    assert told(outcomes) == ["slow"] * 12


async def test_a_deadline_that_passed_while_we_slept_ourselves_is_no_fault_of_the_article(factory: Factory) -> None:
    async with Pool(factory, 1, Limits(deadline_seconds=0.5)) as pool:
        asked = asyncio.create_task(pool.map(envelopes(b"slow", b"b")))
        await asyncio.sleep(0.05)
        time.sleep(2)  # noqa: ASYNC251 - the loop is to stand still, as if the machine had been suspended

        assert told(await asked) == ["slow", "b"]


async def test_an_article_that_kills_its_process_is_tried_alone_and_fails_alone(factory: Factory) -> None:
    seen = Seen()

    async with Pool(factory, 1, Limits(), seen) as pool:
        outcomes = await pool.map(envelopes(b"a", b"die", b"b"))

    assert told(outcomes) == ["a", "worker_crash", "b"]
    assert seen.restarts == ["worker_crash"] * 3  # in company, then twice alone


async def test_an_article_that_kills_its_process_once_is_innocent(factory: Factory, tmp_path: Path) -> None:
    flag = tmp_path / "died"

    async with Pool(factory, 1) as pool:
        outcomes = await pool.map(envelopes(b"a", b"die-once " + str(flag).encode(), b"b"))

    assert told(outcomes) == ["a", "die-once " + str(flag), "b"]


async def test_an_article_that_eats_memory_fails_and_its_process_is_replaced(factory: Factory) -> None:
    seen = Seen()

    async with Pool(factory, 1, Limits(memory_bytes=512 << 20), seen) as pool:
        outcomes = await pool.map(envelopes(b"a", b"eat", b"b"))

    assert told(outcomes) == ["a", "memory_exceeded", "b"]
    assert seen.restarts == ["memory_exceeded"]


async def test_an_exception_of_the_pipeline_costs_one_article(factory: Factory) -> None:
    async with Pool(factory, 1) as pool:
        outcomes = await pool.map(envelopes(b"a", b"raise", b"b"))

    assert told(outcomes) == ["a", "ZeroDivisionError", "b"]


async def test_processes_are_recycled_after_their_share(factory: Factory) -> None:
    seen = Seen()

    async with Pool(factory, 1, Limits(articles_per_process=2, articles_per_chunk=1), seen) as pool:
        await pool.map(envelopes(b"a", b"b", b"c", b"d"))

    assert seen.restarts == ["recycled", "recycled"]


async def test_a_process_killed_while_idle_is_replaced_and_blames_no_article(factory: Factory) -> None:
    async with Pool(factory, 1) as pool:
        (pid,) = told(await pool.map(envelopes(b"pid")))
        os.kill(int(pid), signal.SIGKILL)
        await asyncio.sleep(0.1)
        outcomes = await pool.map(envelopes(b"a"))

    assert told(outcomes) == ["a"]


async def test_children_ignore_interrupt_and_terminate_signals(factory: Factory) -> None:
    async with Pool(factory, 1) as pool:
        (pid,) = told(await pool.map(envelopes(b"pid")))
        os.kill(int(pid), signal.SIGINT)
        os.kill(int(pid), signal.SIGTERM)

        assert told(await pool.map(envelopes(b"pid"))) == [pid]


async def test_a_factory_that_fails_breaks_the_pool_with_its_trace() -> None:
    broken = importlib.import_module("marked").broken_factory

    with pytest.raises(PoolBroken, match="no model here"):
        async with Pool(broken, 1):
            pass


def test_headers_and_keys_count_as_bytes_of_a_chunk(factory: Factory) -> None:
    pool = Pool(factory, 1, Limits(bytes_per_chunk=1000))
    heavy = [Envelope(b"", b"k" * 300, (("name", b"v" * 300),), offset=offset) for offset in range(3)]

    assert [len(chunk) for chunk in pool._chunks([*heavy, *envelopes(b"a", b"b")])] == [1, 1, 3]


async def test_an_article_larger_than_a_chunk_may_be_passes_alone(factory: Factory) -> None:
    asked = [b"x" * 300, b"y" * 5000, *[b"z" * 300] * 8]

    async with Pool(factory, 2, Limits(bytes_per_chunk=400)) as pool:
        outcomes = await asyncio.gather(*(pool.map(envelopes(*asked)) for _ in range(3)))

    assert all(told(one) == [payload.decode() for payload in asked] for one in outcomes)


async def test_who_has_enough_gets_at_once_what_is_read_up_to_the_first_that_is_not(factory: Factory) -> None:
    enough, answers = asyncio.Event(), asyncio.Event()

    async with Pool(factory, 2, Limits(articles_per_chunk=1)) as pool:
        asked = asyncio.create_task(pool.map(envelopes(b"a", b"hang", b"c", b"d"), answers.set, enough))
        await answers.wait()
        await asyncio.sleep(0.3)  # c and d are read as well
        begun = time.monotonic()
        enough.set()

        assert told(await asked) == ["a"]
        assert time.monotonic() - begun < 5  # of the 30 s that the article may take


async def test_callers_that_wait_for_each_other_get_parts_in_time_and_all_in_the_end(
    factory: Factory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("worker.pool.turns.PATIENCE_SECONDS", 0.3)

    async def all_of(left: list[Envelope]) -> list[int]:
        """How much each call brought, until all is read."""
        parts = []
        while left:
            parts.append(len(await pool.map(left)))
            left = left[parts[-1] :]
        return parts

    async with Pool(factory, 1, Limits(articles_per_chunk=2)) as pool:
        parts = await asyncio.gather(*(all_of(envelopes(*[b"slow"] * 8)) for _ in range(3)))

    assert [sum(one) for one in parts] == [8, 8, 8]
    assert min(len(one) for one in parts) > 1


async def test_a_caller_hears_of_each_answer_while_it_waits_for_the_rest_of_its_chunk(factory: Factory) -> None:
    heard: list[float] = []

    async with Pool(factory, 1) as pool:
        await pool.map(envelopes(*[b"slow"] * 5), lambda: heard.append(time.monotonic()))  # one chunk of 0.5 s

    assert len(heard) >= 5
    assert heard[0] < heard[-1] - 0.3


async def test_a_cancelled_call_leaves_the_pool_usable(factory: Factory) -> None:
    async with Pool(factory, 1, Limits(deadline_seconds=5)) as pool:
        given_up = asyncio.create_task(pool.map(envelopes(*[b"slow"] * 40)))
        await asyncio.sleep(0.05)
        given_up.cancel()
        await asyncio.gather(given_up, return_exceptions=True)

        start = time.monotonic()
        assert told(await pool.map(envelopes(b"a"))) == ["a"]

    assert time.monotonic() - start < 4  # not behind all 40


def test_children_die_with_their_parent() -> None:
    program = textwrap.dedent("""
        import asyncio, os, sys, marked
        from worker.pipeline.values import Envelope
        from worker.pool import Pool
        async def main():
            async with Pool(marked.factory, 1) as pool:
                [outcome] = await pool.map([Envelope(b"pid")])
                print(outcome.reason, flush=True)
                await pool.map([Envelope(b"hang")])
        if __name__ == "__main__":
            asyncio.run(main())
    """)
    environment = {"PYTHONPATH": f"{HERE}:{HERE.parents[2]}", "PATH": "/usr/bin"}
    script = HERE / "__orphan.py"
    script.write_text(program)
    try:
        parent = subprocess.Popen([sys.executable, script], stdout=subprocess.PIPE, env=environment)
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        parent.kill()
        parent.wait()
        parent.stdout.close()
        deadline = time.monotonic() + 5
        while Path(f"/proc/{child}").exists() and time.monotonic() < deadline:
            time.sleep(0.05)
    finally:
        script.unlink()

    assert not Path(f"/proc/{child}").exists()
