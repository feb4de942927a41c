"""A seat: the parent's hold on one child process; starts it, gives it a chunk, kills it, starts the next."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import socket
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

from worker.pipeline.outcome import Failed
from worker.pool import child
from worker.pool.frames import pack, receive_async

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from multiprocessing.context import SpawnProcess

    from worker.pipeline.outcome import Outcome
    from worker.pipeline.values import Envelope
    from worker.pool.limits import Limits
    from worker.pool.observer import PoolObserver

    Factory: TypeAlias = Callable[[], Callable[[Envelope], Outcome]]
else:
    Factory: TypeAlias = "Callable[[], Callable[[Envelope], Outcome]]"

SLEPT_SECONDS = 1.0  # a busy loop is late by milliseconds, a frozen process or machine by seconds
_SPAWN = multiprocessing.get_context("spawn")  # fork would copy the event loop, its threads and their locks


class PoolBroken(Exception):  # noqa: N818 - a state, as BrokenProcessPool of the standard library
    """No child can be started: the factory fails."""


class End(Enum):
    """How a chunk ended."""

    ANSWERED = "answered"
    DEADLINE = "deadline_exceeded"
    CRASH = "worker_crash"


@dataclass(slots=True)
class Seat:
    """At most one living child. Not safe for two callers at once; the pool gives each seat one."""

    factory: Factory
    limits: Limits
    observer: PoolObserver
    _process: SpawnProcess | None = None
    _reader: asyncio.StreamReader | None = None
    _writer: asyncio.StreamWriter | None = None
    _answered: int = field(default=0)

    async def start(self) -> None:
        """Raises PoolBroken when the child does not come to READY."""
        ours, theirs = socket.socketpair()
        arguments = (theirs, self.factory, self.limits.memory_bytes, os.getpid())
        self._process = _SPAWN.Process(target=child.main, args=arguments, daemon=True, name="newsfacts-pool")
        # Started from the thread of the event loop: PDEATHSIG fires when the *thread* that forked is gone.
        self._process.start()
        theirs.close()
        self._reader, self._writer = await asyncio.open_connection(sock=ours)
        self._answered = 0
        await self._await_ready(self._reader)

    async def _await_ready(self, reader: asyncio.StreamReader) -> None:
        try:
            async with asyncio.timeout(self.limits.start_seconds):
                word = await receive_async(reader)
        except (asyncio.IncompleteReadError, ConnectionError, TimeoutError) as error:
            await self.stop()
            raise PoolBroken(f"a worker process did not start: {error!r}") from error
        if word != child.READY:
            await self.stop()
            raise PoolBroken(f"a worker process could not build the pipeline:\n{word}")

    async def run(self, chunk: Sequence[Envelope], answered: Callable[[], None]) -> tuple[list[Outcome], End]:
        """Answers in the order of `chunk`; fewer than asked when the child was killed or died.

        The first article without an answer is then the one it happened to. `answered` is called after each.
        """
        if self._process is None or not self._process.is_alive():
            await self.restart("worker_crash")  # died idle: killed from outside, no article is to blame
        answers: list[Outcome] = []
        end = await self._exchange(chunk, answers, answered)
        if end is not End.ANSWERED:
            await self.restart(end.value)
        elif any(isinstance(answer, Failed) and answer.reason == child.MEMORY_EXCEEDED for answer in answers):
            await self.restart("memory_exceeded")  # what is left of its memory is in pieces
        elif self._answered >= self.limits.articles_per_process:
            await self.restart("recycled")
        return answers, end

    async def _exchange(self, chunk: Sequence[Envelope], answers: list[Outcome], answered: Callable[[], None]) -> End:
        assert self._reader is not None  # noqa: S101 - start() or restart() came before
        assert self._writer is not None  # noqa: S101 - same
        loop, due = asyncio.get_running_loop(), 0.0
        try:
            async with asyncio.timeout(None) as clock:
                self._writer.write(pack(list(chunk)))
                for _ in chunk:
                    due = loop.time() + self.limits.deadline_seconds
                    clock.reschedule(due)
                    answers.append(await receive_async(self._reader))
                    self._answered += 1
                    answered()
        except TimeoutError:
            # A timer that fires late tells that this process slept, not that the article is slow: try it again.
            return End.CRASH if loop.time() - due > SLEPT_SECONDS else End.DEADLINE
        except (asyncio.IncompleteReadError, ConnectionError):
            return End.CRASH
        return End.ANSWERED

    async def restart(self, reason: str) -> None:
        await self.stop()
        self.observer.restarted(reason)
        await self.start()

    async def stop(self) -> None:
        """Kills the child: it holds nothing that a later reader could miss."""
        if self._process is not None:
            self._process.kill()
            self._process.join(5)
        if self._writer is not None:
            self._writer.close()
            await asyncio.gather(self._writer.wait_closed(), return_exceptions=True)
        self._process = self._reader = self._writer = None
