"""Turns: whose articles are next. Callers stand in a ring, and each seat takes one chunk of the first in it."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from worker.pool.weight import drawn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from worker.pipeline.outcome import Outcome
    from worker.pipeline.values import Envelope

    Moving: TypeAlias = Callable[[], None]

# While others wait, a caller gets back what was read of its articles after this time, to commit it: 48 partitions
# of 256 articles each would all be done after 512 s at 24 articles/s, and nothing of them before. A pool that is
# faster than that never comes to it (256 articles alone take 11 s), and one caller alone is not cut for its time.
PATIENCE_SECONDS = 10.0
# A caller that was brought so much gets it back in any case: 256 articles of 600 facts each were 2 GB in the worker,
# and more than a transaction may hold. It is what 256 articles of a usual density (30 facts) come to.
MOST_DRAWN = 64 << 20
TELL_SECONDS = 1.0  # those who wait need not hear of every answer: a watchdog looks each 5 s


@dataclass(slots=True)
class Chunk:
    """Neighbours; `outcomes` once they were read, as many and in their order."""

    envelopes: Sequence[Envelope]
    outcomes: list[Outcome] | None = None


class Call:
    """The articles of one caller. `moving` is called while they are read, or wait their turn in a pool that answers.

    `ended` is done when all that was begun is read and nothing else is to begin.
    """

    def __init__(self, chunks: Iterable[Sequence[Envelope]], moving: Moving) -> None:
        self.moving = moving
        self.since = time.monotonic()
        self.ended: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.waiting = deque(map(Chunk, chunks))
        self.in_work = 0
        self._begun: list[Chunk] = []

    def begin(self) -> Chunk:
        chunk = self.waiting.popleft()
        self._begun.append(chunk)
        self.in_work += 1
        return chunk

    def end(self, error: Exception | None = None) -> None:
        if not self.ended.done():
            self.ended.set_exception(error) if error is not None else self.ended.set_result(None)

    @property
    def outcomes(self) -> list[Outcome]:
        """Of its first articles, up to the first that is not read."""
        read: list[Outcome] = []
        for chunk in self._begun:
            if chunk.outcomes is None:
                break
            read += chunk.outcomes
        return read


    @property
    def drawn(self) -> int:
        """Bytes that were brought to it."""
        return sum(drawn(one) for chunk in self._begun for one in chunk.outcomes or ())


class Turns:
    """No caller starves: whatever the others bring, it waits for one chunk of each of them."""

    def __init__(self) -> None:
        self.queued = 0  # articles that are not begun
        self._ring: deque[Call] = deque()
        self._some = asyncio.Event()
        self._told = 0.0

    def join(self, call: Call) -> None:
        self.queued += _articles(call)
        self._ring.append(call)
        self._some.set()

    def leave(self, call: Call) -> None:
        """What it still had waiting is not begun any more."""
        if call.waiting:
            self.queued -= _articles(call)
            self._ring.remove(call)
            call.waiting.clear()

    async def next(self) -> tuple[Call, Chunk]:
        while not self._ring:
            self._some.clear()
            await self._some.wait()
        call = self._ring.popleft()
        chunk = call.begin()
        self.queued -= len(chunk.envelopes)
        if call.waiting:
            self._ring.append(call)
        return call, chunk

    def moved(self, call: Call) -> None:
        """One of its articles was answered. Who only waits moves with the pool; who has one in work, by its own."""
        call.moving()
        now = time.monotonic()
        if now - self._told >= TELL_SECONDS:
            self._told = now
            for other in self._ring:
                if not other.in_work:
                    other.moving()

    def done(self, call: Call) -> None:
        """A chunk of it is read. Its time over and others waiting, or its hands full, it has had its turn."""
        call.in_work -= 1
        others = len(self._ring) > bool(call.waiting)
        if call.drawn > MOST_DRAWN or (others and time.monotonic() - call.since > PATIENCE_SECONDS):
            self.leave(call)
        if not call.waiting and not call.in_work:
            call.end()


def _articles(call: Call) -> int:
    return sum(len(chunk.envelopes) for chunk in call.waiting)
