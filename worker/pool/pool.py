"""The pool: chunks of articles to free seats, outcomes back in order; one bad article costs one outcome."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Self

from worker.pipeline.outcome import Failed
from worker.pool.limits import Limits
from worker.pool.observer import PoolObserver, Unobserved
from worker.pool.seat import End, Factory, PoolBroken, Seat
from worker.pool.turns import Call, Turns
from worker.pool.weight import weight

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from worker.pipeline.outcome import Outcome
    from worker.pipeline.values import Envelope
    from worker.pool.turns import Chunk, Moving

_DEATHS_ALONE = 2  # one may be bad luck (a kill from outside); two are the article's


class Pool:
    """`processes` children that each run what `factory` builds. Use as an async context manager."""

    def __init__(
        self, factory: Factory, processes: int, limits: Limits | None = None, observer: PoolObserver | None = None
    ) -> None:
        self._limits = limits or Limits()
        self._observer = observer or Unobserved()
        self._seats = [Seat(factory, self._limits, self._observer) for _ in range(processes)]
        self._turns = Turns()
        self._servants: list[asyncio.Task[None]] = []
        self._broken: PoolBroken | None = None
        self._busy = 0

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

    async def map(
        self, envelopes: Sequence[Envelope], moving: Moving = lambda: None, enough: asyncio.Event | None = None
    ) -> list[Outcome]:
        """One outcome per envelope, in order. Raises PoolBroken when no child can be started any more.

        Callers take turns: fewer outcomes, those of the first envelopes, come back while others wait and this call
        took long (turns.PATIENCE_SECONDS), or at once when there is `enough`. `moving`: as of turns.Call.
        """
        if self._broken is not None:
            raise self._broken
        call = Call(self._chunks(envelopes), moving)
        if not call.waiting:
            return []
        self._turns.join(call)
        self._tell()
        try:
            await _first(call.ended, enough)
        finally:
            self._turns.leave(call)  # the caller gave up: what is still queued is not worked on
            call.ended.cancel()
        return call.outcomes

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

    async def _serve(self, seat: Seat) -> None:
        while True:
            call, chunk = await self._turns.next()
            self._busy += 1
            self._tell()
            try:
                await self._work(seat, call, chunk)
            finally:
                self._busy -= 1
                self._tell()
            self._turns.done(call)

    async def _work(self, seat: Seat, call: Call, chunk: Chunk) -> None:
        if self._broken is not None:
            return call.end(self._broken)
        try:
            chunk.outcomes = await self._answers(seat, chunk.envelopes, lambda: self._turns.moved(call))
        except Exception as error:  # noqa: BLE001 - whoever waits for the chunk must hear of it, or waits for ever
            self._broken = error if isinstance(error, PoolBroken) else self._broken
            call.end(error)

    async def _answers(self, seat: Seat, envelopes: Sequence[Envelope], moved: Moving) -> list[Outcome]:
        """As many outcomes as envelopes, whatever the child does meanwhile."""
        outcomes: list[Outcome] = []
        while len(outcomes) < len(envelopes):
            rest = envelopes[len(outcomes) :]
            answers, end = await seat.run(rest, moved)
            outcomes += answers
            moved()
            if end is End.DEADLINE:
                outcomes.append(self._late())
            elif end is End.CRASH:
                deaths_alone = int(len(rest) == 1)
                outcomes.append(await self._alone(seat, rest[len(answers)], deaths_alone, moved))
        return outcomes

    async def _alone(self, seat: Seat, suspect: Envelope, deaths: int, moved: Moving) -> Outcome:
        """The suspect without company: it may be innocent, and its neighbours are not to pay for it."""
        while deaths < _DEATHS_ALONE:
            answers, end = await seat.run([suspect], moved)
            moved()
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
        self._observer.queued(self._turns.queued)


async def _first(ended: asyncio.Future[None], enough: asyncio.Event | None) -> None:
    """Until either is there; raises what ended it."""
    if enough is None:
        return await ended
    told = asyncio.ensure_future(enough.wait())
    try:
        await asyncio.wait((ended, told), return_when=asyncio.FIRST_COMPLETED)
    finally:
        told.cancel()
    return ended.result() if ended.done() else None


def _size(envelope: Envelope) -> int:
    return weight(envelope.payload, envelope.key, envelope.headers)
