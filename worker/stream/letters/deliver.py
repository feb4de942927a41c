"""Carries a replay or a discarding through, batch by batch; each step is told of once it is committed."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from worker.stream.letters.marks import mark_record
from worker.stream.letters.post import Post, TooLarge
from worker.stream.letters.refusal import Refusal

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    from worker.settings import Settings
    from worker.stream.letters.choice import Choice
    from worker.stream.letters.desk import Desk
    from worker.stream.letters.letter import Letter
    from worker.stream.letters.replay import Step
    from worker.stream.records import Record

BATCH = 100  # letters a transaction: 10 ms of commit are then nothing beside the sending, and 8 MB hold them
BATCH_BYTES = 8 << 20


@dataclass(frozen=True, slots=True)
class Done:
    """A letter and what became of it: sent and marked, or why not."""

    letter: Letter
    refusal: Refusal | None = None


async def deliver(
    desk: Desk, post: Post, choice: Choice, ready: AsyncIterator[Step], *, rate: float = 0
) -> AsyncIterator[Done]:
    """Send what is ready of the chosen, in order. `rate`: letters a second, 0 unbounded. Raises Interrupted.

    The waiting is between transactions, never inside one; time in which nothing was ready is not made up for.
    """
    loop = asyncio.get_running_loop()
    due = loop.time()
    most = max(1, int(min(BATCH, rate))) if rate else BATCH
    async for batch in _batches(ready, most):
        if rate:
            await asyncio.sleep(max(0.0, due - loop.time()))
            due = max(due, loop.time()) + len(batch) / rate
        for done in await _deliver(desk, post, choice, batch):
            yield done


async def discard(settings: Settings, post: Post, desk: Desk, choice: Choice, because: str) -> AsyncIterator[Done]:
    """Mark the chosen letters; they stay in their topic. Raises Interrupted."""
    batch: list[Letter] = []
    async for letter, _ in desk.letters(choice):
        batch.append(letter)
        if len(batch) == BATCH:
            for done in await _discard(settings, post, batch, because):
                yield done
            batch = []
    for done in await _discard(settings, post, batch, because):
        yield done


async def _discard(settings: Settings, post: Post, letters: Sequence[Letter], because: str) -> list[Done]:
    at = _now()
    if letters:
        await post.commit([mark_record(settings.topics, one, "discarded", at, because) for one in letters])
    return [Done(one) for one in letters]


async def _batches(steps: AsyncIterator[Step], most: int) -> AsyncIterator[list[Step]]:
    batch: list[Step] = []
    size = 0
    async for step in steps:
        assert step.record is not None  # noqa: S101 - the steps are ready ones
        if batch and (len(batch) == most or size + step.record.size_bytes > BATCH_BYTES):
            yield batch
            batch, size = [], 0
        batch.append(step)
        size += step.record.size_bytes
    if batch:
        yield batch


async def _deliver(desk: Desk, post: Post, choice: Choice, steps: Sequence[Step]) -> list[Done]:
    """A record that the brokers find too large spoils its transaction: then each goes alone, and it alone stays.

    For that the post is opened anew, which fences a run that began meanwhile: what it has marked is not sent again.
    """
    batch = [step for step in steps if desk.state(step.letter) in choice.states]
    if not batch:
        return []
    try:
        await post.commit(_records(desk.settings, batch))
    except TooLarge as error:
        await post.open()
        await desk.recall()
        if len(batch) == 1:
            return [Done(batch[0].letter, _too_large(desk.settings, batch[0], error))]
        alone = [await _deliver(desk, post, choice, [step]) for step in batch]
        return [done for dones in alone for done in dones]
    return [Done(step.letter) for step in batch]


def _records(settings: Settings, batch: Sequence[Step]) -> list[Record]:
    at = _now()
    articles = [step.record for step in batch if step.record is not None]
    return [*articles, *(mark_record(settings.topics, step.letter, "replayed", at) for step in batch)]


def _too_large(settings: Settings, step: Step, error: TooLarge) -> Refusal:
    size = step.record.size_bytes if step.record is not None else 0
    return Refusal(
        "value", f"{settings.topics.raw} does not take a record of {size} bytes ({error})",
        "Raise the topic's max.message.bytes, or shorten it with --transform",
    )


def _now() -> str:
    moment = datetime.now(UTC)  # noqa: TID251 - the shell is where the clock is read
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
