"""Batches, their transactions, their pace, and what a record that is too large does to them."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from worker.settings import load
from worker.stream.letters.choice import Choice
from worker.stream.letters.deliver import BATCH, BATCH_BYTES, Done, deliver, discard
from worker.stream.letters.post import Interrupted, TooLarge
from worker.stream.letters.replay import Step
from worker.stream.records import Record

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Sequence

    from worker.stream.letters.letter import Letter

SETTINGS = load()
RAW, MARKS = SETTINGS.topics.raw, SETTINGS.topics.dead_letter_state


class Post:
    """Takes records up to `most` bytes, and `transactions` of them."""

    def __init__(self, most: int = 1 << 30, transactions: int = 1_000) -> None:
        self.committed: list[list[Record]] = []
        self.opened = 0
        self._most = most
        self._transactions = transactions

    async def open(self) -> None:
        self.opened += 1

    async def commit(self, records: Sequence[Record]) -> None:
        if len(self.committed) == self._transactions:
            raise Interrupted("fenced")
        if any(len(one.value or b"") > self._most for one in records):
            raise TooLarge("too large")
        self.committed.append(list(records))

    def sizes(self) -> list[int]:
        return [sum(one.topic == RAW for one in records) for records in self.committed]


class Desk:
    """`others`: what another run has marked, by key; it is known once the marks are read again."""

    settings = SETTINGS

    def __init__(self, **others: str) -> None:
        self._others = others
        self._marks: dict[str, str] = {}

    async def recall(self) -> None:
        self._marks = self._others

    def state(self, letter: Letter) -> str:
        return self._marks.get((letter.key or b"").decode(), "open")


async def ready(letter: Callable[..., Letter], *sizes: int) -> AsyncIterator[Step]:
    for number, size in enumerate(sizes):
        key = b"%d" % number
        yield Step(letter(key=key), "ready", Record(RAW, key, b"x" * size))


async def sent(post: Post, steps: AsyncIterator[Step], rate: float = 0, desk: Desk | None = None) -> list[Done]:
    return [one async for one in deliver(desk or Desk(), post, Choice(), steps, rate=rate)]  # type: ignore[arg-type]


async def test_articles_and_their_marks_share_a_transaction(letter: Callable[..., Letter]) -> None:
    post = Post()

    await sent(post, ready(letter, 1, 1, 1))

    ((*records,),) = post.committed
    assert [one.topic for one in records] == [RAW, RAW, RAW, MARKS, MARKS, MARKS]


async def test_a_transaction_is_bounded_by_count_and_by_bytes(letter: Callable[..., Letter]) -> None:
    many, large = Post(), Post()

    await sent(many, ready(letter, *[1] * (BATCH + 5)))
    await sent(large, ready(letter, *[BATCH_BYTES // 2] * 3))

    assert many.sizes() == [BATCH, 5]
    assert large.sizes() == [1, 1, 1]


async def test_a_record_that_is_too_large_stays_and_the_others_of_its_batch_go(letter: Callable[..., Letter]) -> None:
    post = Post(most=1_000)

    done = await sent(post, ready(letter, 10, 2_000, 10))

    assert post.sizes() == [1, 1]
    assert [one.refusal is None for one in done] == [True, False, True]
    assert "max.message.bytes" in str(done[1].refusal)
    assert post.opened == 2  # a post that met an error is of no use


@pytest.mark.parametrize("mark", ["replayed", "discarded"])
async def test_what_another_run_marked_before_the_post_was_opened_anew_is_not_sent_again(
    letter: Callable[..., Letter], mark: str
) -> None:
    """Of the batch that was refused, and of what was read of the letters before that."""
    post, others = Post(most=1_000), {str(number): mark for number in (0, 2, BATCH)}

    done = await sent(post, ready(letter, 10, 2_000, *[10] * (BATCH - 1)), desk=Desk(**others))

    keys = [int(one.key or b"") for records in post.committed for one in records if one.topic == RAW]
    assert keys == [number for number in range(BATCH) if number not in {0, 1, 2}]
    assert [one.letter.key for one in done if one.refusal] == [b"1"]
    assert len(done) == BATCH - 2


async def test_nothing_is_told_as_sent_that_was_not_committed(letter: Callable[..., Letter]) -> None:
    post = Post(transactions=1)
    told: list[Done] = []

    async def read() -> None:
        async for one in deliver(Desk(), post, Choice(), ready(letter, *[1] * (BATCH + 1))):  # type: ignore[arg-type]
            told.append(one)  # noqa: PERF401 - what was told before the error counts

    with pytest.raises(Interrupted):
        await read()
    assert len(told) == BATCH


async def test_a_rate_makes_batches_of_a_second_and_waits_between_them(
    letter: Callable[..., Letter], monkeypatch: pytest.MonkeyPatch
) -> None:
    slept: list[float] = []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)

    monkeypatch.setattr(asyncio, "sleep", sleep)
    post, slow = Post(), Post()

    await sent(post, ready(letter, *[1] * 5), rate=2)
    waits, slept = slept, []
    await sent(slow, ready(letter, 1, 1), rate=0.5)

    assert (post.sizes(), slow.sizes()) == ([2, 2, 1], [1, 1])
    assert waits == pytest.approx([0, 1, 2], abs=0.1)
    assert slept == pytest.approx([0, 2], abs=0.1)


@pytest.mark.parametrize(("rate", "batches"), [(float("inf"), [3]), (1e300, [3]), (0.1, [1, 1, 1])])
async def test_no_rate_is_too_high_or_too_low(
    letter: Callable[..., Letter], monkeypatch: pytest.MonkeyPatch, rate: float, batches: list[int]
) -> None:
    async def sleep(_: float) -> None:
        pass

    monkeypatch.setattr(asyncio, "sleep", sleep)
    post = Post()

    await sent(post, ready(letter, 1, 1, 1), rate=rate)

    assert post.sizes() == batches


async def test_time_in_which_nothing_was_ready_is_not_made_up_for(
    letter: Callable[..., Letter], monkeypatch: pytest.MonkeyPatch
) -> None:
    slept: list[float] = []
    now = 0.0

    async def sleep(seconds: float) -> None:
        nonlocal now
        slept.append(seconds)
        now += seconds

    async def late() -> AsyncIterator[Step]:
        nonlocal now
        async for step in ready(letter, 1, 1, 1, 1):
            now += 60 if len(slept) == 1 else 0
            yield step

    monkeypatch.setattr(asyncio, "sleep", sleep)
    monkeypatch.setattr(asyncio.get_running_loop(), "time", lambda: now)

    await sent(Post(), late(), rate=1)

    assert slept == pytest.approx([0, 0, 1, 1])


async def test_discarding_writes_marks_alone_and_keeps_the_reason(letter: Callable[..., Letter]) -> None:
    class Letters:
        async def letters(self, choice: Choice) -> AsyncIterator[tuple[Letter, str]]:
            for number in range(BATCH + 1):
                yield letter(key=b"%d" % number), min(choice.states)

    post = Post()
    done = [one async for one in discard(SETTINGS, post, Letters(), Choice(), "sent anew")]  # type: ignore[arg-type]

    assert len(done) == BATCH + 1
    assert [len(records) for records in post.committed] == [BATCH, 1]
    assert {one.topic for records in post.committed for one in records} == {MARKS}
    assert b'"because":"sent anew"' in (post.committed[0][0].value or b"")
