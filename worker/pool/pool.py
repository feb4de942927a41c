"""The pool: chunks of articles to free seats, outcomes back in order; one bad article costs one outcome."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

from worker.pipeline.outcome import Failed
from worker.pool.limits import Limits
from worker.pool.observer import PoolObserver, Unobserved
from worker.pool.seat import End, Factory, PoolBroken, Seat
from worker.pool.weight import weight

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from worker.pipeline.outcome import Outcome
    from worker.pipeline.values import Envelope

_DEATHS_ALONE = 2  # one may be bad luck (a kill from outside); two are the article's


@dataclass(slots=True)
class _Chunk:
    """Neighbours of one call of `map`; `done` resolves to their outcomes in the same order."""

    envelopes: Sequence[Envelope]
    size_bytes: int
    done: asyncio.Future[list[Outcome]]


@dataclass(slots=True)
class _Gate:
    """Lets chunks in while their bytes fit; a chunk larger than the limit passes when it is alone."""

    limit: int
    used: int = 0
    freed: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def enter(self, size: int) -> None:
        async with self.freed:
            await self.freed.wait_for(lambda: not self.used or self.used + size <= self.limit)
            self.used += size

    async def leave(self, size: int) -> None:
        async with self.freed:
            self.used -= size
            self.freed.notify_all()


class Pool:
    """`processes` children that each run what `factory` builds. Use as an async context manager."""

    def __init__(
        self, factory: Factory, processes: int, limits: Limits | None = None, observer: PoolObserver | None = None
    ) -> None:
        self._limits = limits or Limits()
        self._observer = observer or Unobserved()
        self._seats = [Seat(factory, self._limits, self._observer) for _ in range(processes)]
        self._queue: asyncio.Queue[_Chunk] = asyncio.Queue()
        self._gate = _Gate(self._limits.bytes_in_flight)
        self._servants: list[asyncio.Task[None]] = []
        self._broken: PoolBroken | None = None
        self._busy = 0
        self._queued = 0

    async def __aenter__(self) -> Self:
        """Raises PoolBroken when the factory fails."""
        try:
            await asyncio.gather(*(seat.start() for seat in self._seats))
        except BaseException:
            await self._stop_seats()
            raise
        self._servants = [asyncio.create_task(self._serve(seat)) for seat in self._seats]
        self._tell()
        return self

    async def __aexit__(self, *_: object) -> None:
        for servant in self._servants:
            servant.cancel()
        await asyncio.gather(*self._servants, return_exceptions=True)
        await self._stop_seats()

    async def _stop_seats(self) -> None:
        await asyncio.gather(*(seat.stop() for seat in self._seats))

    async def map(self, envelopes: Sequence[Envelope]) -> list[Outcome]:
        """One outcome per envelope, in order. Raises PoolBroken when no child can be started any more."""
        chunks: list[_Chunk] = []
        try:
            for neighbours in self._chunks(envelopes):
                chunks.append(await self._admit(neighbours))  # noqa: PERF401 - what was let in must be known below
            parts = await asyncio.gather(*(chunk.done for chunk in chunks))
        finally:
            for chunk in chunks:  # the caller gave up: what is still queued is not worked on
                chunk.done.cancel()
        return [outcome for part in parts for outcome in part]

    def _chunks(self, envelopes: Sequence[Envelope]) -> Iterator[list[Envelope]]:
        """Neighbours together, but so that every seat gets a share and no chunk holds too many bytes."""
        share = -(-len(envelopes) // len(self._seats))
        most = max(1, min(self._limits.articles_per_chunk, share))
        chunk: list[Envelope] = []
        size = 0
        for envelope in envelopes:
            if chunk and (len(chunk) == most or size + _size(envelope) > self._limits.bytes_per_chunk):
                yield chunk
                chunk, size = [], 0
            chunk.append(envelope)
            size += _size(envelope)
        if chunk:
            yield chunk

    async def _admit(self, envelopes: Sequence[Envelope]) -> _Chunk:
        if self._broken is not None:
            raise self._broken
        size = sum(map(_size, envelopes))
        await self._gate.enter(size)
        chunk = _Chunk(envelopes, size, asyncio.get_running_loop().create_future())
        self._queue.put_nowait(chunk)
        self._queued += len(envelopes)
        self._tell()
        return chunk

    async def _serve(self, seat: Seat) -> None:
        while True:
            chunk = await self._queue.get()
            self._queued -= len(chunk.envelopes)
            self._busy += 1
            self._tell()
            try:
                await self._work(seat, chunk)
            finally:
                self._busy -= 1
                self._tell()
                await self._gate.leave(chunk.size_bytes)

    async def _work(self, seat: Seat, chunk: _Chunk) -> None:
        if self._broken is not None and not chunk.done.done():
            chunk.done.set_exception(self._broken)
        if chunk.done.done():
            return
        try:
            outcomes = await self._answers(seat, chunk.envelopes)
        except Exception as error:  # noqa: BLE001 - whoever waits for the chunk must hear of it, or waits for ever
            self._broken = error if isinstance(error, PoolBroken) else self._broken
            if not chunk.done.done():
                chunk.done.set_exception(error)
        else:
            if not chunk.done.done():
                chunk.done.set_result(outcomes)

    async def _answers(self, seat: Seat, envelopes: Sequence[Envelope]) -> list[Outcome]:
        """As many outcomes as envelopes, whatever the child does meanwhile."""
        outcomes: list[Outcome] = []
        while len(outcomes) < len(envelopes):
            rest = envelopes[len(outcomes) :]
            answers, end = await seat.run(rest)
            outcomes += answers
            if end is End.DEADLINE:
                outcomes.append(self._late())
            elif end is End.CRASH:
                deaths_alone = int(len(rest) == 1)
                outcomes.append(await self._alone(seat, rest[len(answers)], deaths_alone))
        return outcomes

    async def _alone(self, seat: Seat, suspect: Envelope, deaths: int) -> Outcome:
        """The suspect without company: it may be innocent, and its neighbours are not to pay for it."""
        while deaths < _DEATHS_ALONE:
            answers, end = await seat.run([suspect])
            if end is End.ANSWERED:
                return answers[0]
            if end is End.DEADLINE:
                return self._late()
            deaths += 1
        return Failed("worker_crash", "pool", f"the process died {_DEATHS_ALONE} times on this article alone")

    def _late(self) -> Failed:
        self._observer.timed_out("pool")
        return Failed("deadline_exceeded", "pool", f"no outcome within {self._limits.deadline_seconds:g} s")

    def _tell(self) -> None:
        self._observer.workers(self._busy, len(self._seats) - self._busy)
        self._observer.queued(self._queued)


def _size(envelope: Envelope) -> int:
    return weight(envelope.payload, envelope.key, envelope.headers)
