"""Whose articles are next: nobody starves, nobody looks stuck who waits, and who took long commits what is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from worker.pipeline.outcome import Failed
from worker.pipeline.values import Envelope
from worker.pool import turns as module
from worker.pool.turns import MOST_DRAWN, PATIENCE_SECONDS, Call, Chunk, Turns

if TYPE_CHECKING:
    from collections.abc import Callable


class Clock:
    """Stands for the module time in the eyes of the turns."""

    now = 1_000.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(module, "time", clock)
    return clock


def call(name: str, chunks: int, moving: Callable[[], None] = lambda: None) -> Call:
    """Chunks of two articles each."""
    return Call(([Envelope(name.encode(), offset=n)] * 2 for n in range(chunks)), moving)


def read(turns: Turns, which: Call, chunk: Chunk) -> None:
    """As a seat does."""
    chunk.outcomes = [Failed(f"{one.payload.decode()}{one.offset}", "test", "") for one in chunk.envelopes]
    turns.done(which)


async def worked_off(turns: Turns, chunks: int) -> str:
    """The callers' names in the order of their chunks, read by one seat."""
    names = []
    for _ in range(chunks):
        which, chunk = await turns.next()
        names.append(chunk.envelopes[0].payload.decode())
        read(turns, which, chunk)
    return "".join(names)


async def test_callers_take_turns_a_chunk_each_however_much_they_bring() -> None:
    turns = Turns()
    for name, chunks in (("a", 4), ("b", 1), ("c", 2)):
        turns.join(call(name, chunks))

    assert await worked_off(turns, 7) == "abcacaa"


async def test_who_comes_later_waits_for_one_chunk_of_each_who_is_there() -> None:
    turns = Turns()
    turns.join(call("a", 9))
    turns.join(call("b", 9))
    before = await worked_off(turns, 3)
    turns.join(call("c", 1))

    assert before + " " + await worked_off(turns, 4) == "aba bacb"


async def test_a_call_ends_with_its_last_chunk_and_has_all_outcomes_in_order() -> None:
    turns, one = Turns(), call("a", 2)
    turns.join(one)
    (_, first), (_, second) = await turns.next(), await turns.next()
    read(turns, one, second)
    before = one.ended.done(), one.outcomes
    read(turns, one, first)

    assert before == (False, [])
    assert one.ended.done()
    assert [outcome.reason for outcome in one.outcomes if isinstance(outcome, Failed)] == ["a0", "a0", "a1", "a1"]


async def test_who_waits_for_a_call_that_ends_with_an_error_gets_that_error_and_no_other_end() -> None:
    one, error = call("a", 1), RuntimeError("the pool is broken")
    one.end(error)
    one.end()
    one.end(RuntimeError("later"))

    with pytest.raises(RuntimeError, match="the pool is broken") as raised:
        await one.ended
    assert raised.value is error


async def test_who_took_long_gets_what_is_read_while_others_wait(clock: Clock) -> None:
    turns, slow = Turns(), call("a", 9)
    turns.join(slow)
    turns.join(call("b", 9))
    (_, first), (_, _), (_, second) = await turns.next(), await turns.next(), await turns.next()
    clock.now += PATIENCE_SECONDS + 1
    read(turns, slow, first)
    in_between = slow.ended.done()  # another seat has a chunk of it
    read(turns, slow, second)

    assert (in_between, slow.ended.done(), len(slow.outcomes)) == (False, True, 4)
    assert (await worked_off(turns, 3), turns.queued) == ("bbb", 10)


async def test_whose_hands_are_full_gets_what_is_read_though_nobody_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else what 256 dense articles tell would lie in memory at once, and go into one transaction."""
    monkeypatch.setattr(module, "drawn", lambda _: MOST_DRAWN // 4)
    turns, dense = Turns(), call("a", 9)
    turns.join(dense)

    await worked_off(turns, 3)

    assert (dense.ended.done(), len(dense.outcomes), turns.queued) == (True, 6, 0)


async def test_who_is_alone_is_not_cut_for_its_time(clock: Clock) -> None:
    turns, slow = Turns(), call("a", 3)
    turns.join(slow)
    which, first = await turns.next()
    clock.now += PATIENCE_SECONDS + 1
    read(turns, which, first)

    assert not slow.ended.done()


async def test_before_its_time_is_over_nobody_is_cut(clock: Clock) -> None:
    turns, quick = Turns(), call("a", 3)
    turns.join(quick)
    turns.join(call("b", 3))
    which, first = await turns.next()
    clock.now += PATIENCE_SECONDS - 1
    read(turns, which, first)

    assert len(quick.waiting) == 2


async def test_what_a_caller_gave_up_is_neither_queued_nor_begun() -> None:
    turns, gone = Turns(), call("a", 3)
    turns.join(gone)
    turns.join(call("b", 1))
    turns.leave(gone)
    turns.leave(gone)

    assert (turns.queued, await worked_off(turns, 1), turns.queued) == (2, "b", 0)


async def test_who_waits_moves_with_the_pool_and_who_is_worked_on_by_its_own_answers(clock: Clock) -> None:
    moved: list[str] = []
    turns = Turns()
    calls = [call(name, 2, lambda name=name: moved.append(name)) for name in "abc"]  # type: ignore[misc]
    for one in calls:
        turns.join(one)
    await turns.next()
    await turns.next()  # one of a, one of b; c waits
    turns.moved(calls[0])
    clock.now += 2
    turns.moved(calls[1])

    assert moved == ["a", "c", "b", "c"]


async def test_who_waits_is_told_now_and_then_and_not_of_every_answer(clock: Clock) -> None:
    told: list[float] = []
    turns, busy = Turns(), call("a", 1)
    turns.join(busy)
    turns.join(call("b", 1, lambda: told.append(clock.now)))
    await turns.next()
    for _ in range(1_000):
        turns.moved(busy)
        clock.now += 0.01

    assert 9 <= len(told) <= 11
