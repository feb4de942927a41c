"""The shell: everything between the settings and an exit code."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import threading
from typing import TYPE_CHECKING, Any

import structlog
from aiokafka.errors import KafkaError

from worker.observability.health import liveness
from worker.pool import PoolBroken
from worker.settings import SettingsError
from worker.stream.breaker import BreakerOpen
from worker.stream.canary import try_out
from worker.stream.directory import DirectoryTaken, documents, own_directory
from worker.stream.intake import Intake
from worker.stream.lanes import Lanes
from worker.stream.reach import TopicsWrong, Unreachable, reach
from worker.stream.sizes import ask_sizes
from worker.stream.watch import watch

if TYPE_CHECKING:
    from collections.abc import Coroutine, Iterator
    from pathlib import Path

    from worker.observability.telemetry import Telemetry
    from worker.pool import Pool
    from worker.settings import Settings

log = structlog.get_logger(__name__)

OK = 0
DRAINED_LATE = 3
CONFIG_INVALID = 4
BROKER_UNREACHABLE = 5
FAILING = 7  # too many articles failed for our own fault: a supervisor that starts us again changes nothing
UNCLEAR = 70  # EX_SOFTWARE: the supervisor is to start a new process, which will ask Kafka where things stand

CANCEL_SECONDS = 1.0
LEAVE_SECONDS = 5.0
LETTING_GO_SECONDS = 14.0  # lanes 4.5, the two above, the pool's processes, and as much again for a slow machine
LOOK_SECONDS = 5.0
LOOKS = 2  # a machine that slept looks stuck at first


class Shell:
    """`run` once, from the main thread: signals are handled there."""

    def __init__(self, settings: Settings, pool: Pool, telemetry: Telemetry) -> None:
        self._settings = settings
        self._pool = pool
        self._telemetry = telemetry
        self._ended: asyncio.Future[int] | None = None
        self._told = asyncio.Event()  # by a signal, to stop

    async def run(self) -> int:
        """Work until SIGTERM or SIGINT; the exit code tells how it ended."""
        self._telemetry.runtime.phase("starting")
        self._ended = asyncio.get_running_loop().create_future()
        with self._signals():
            log.info("starting", brokers=self._settings.broker_url, group=self._settings.group_id)
            work = asyncio.ensure_future(self._run())
            await asyncio.wait([work, self._ended], return_when=asyncio.FIRST_COMPLETED)
            if not self._telemetry.vitals.config_valid:  # told to stop before there was anything to drain
                work.cancel()
            await asyncio.wait([work])
            self._telemetry.runtime.phase("stopped")
            code = OK if work.cancelled() else work.result()
            if code == FAILING:
                await self._hold()
        return code

    async def _hold(self) -> None:
        """Nothing is held any more but the metrics, until they were surely read, or somebody says that it is enough."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(self._settings.breaker_hold_seconds):
                await self._told.wait()

    async def _run(self) -> int:
        try:
            log_id = await reach(self._settings)
            with own_directory(self._settings.instance_dir) as own:
                async with self._pool:
                    return await self._work(documents(own, log_id))
        except Unreachable as error:
            log.error("no broker answers", error=str(error))  # noqa: TRY400 - the trace tells nothing more
            return BROKER_UNREACHABLE
        except (DirectoryTaken, TopicsWrong, SettingsError) as error:
            log.error("cannot work like this", error=str(error))  # noqa: TRY400 - the message tells the fix
            return CONFIG_INVALID
        except BreakerOpen as error:
            log.error("ending before an article is taken", error=str(error))  # noqa: TRY400 - the lines above tell more
            self._telemetry.runtime.breaker(open_=True)
            return FAILING
        except PoolBroken as error:
            log.error("the pool cannot work", error=str(error))  # noqa: TRY400 - it carries the child's trace
            return UNCLEAR

    async def _work(self, stores: Path) -> int:
        sizes = await ask_sizes(self._settings)
        await try_out(self._settings, self._pool, sizes)
        lanes = Lanes(self._settings, self._telemetry, self._pool, sizes, documents=stores, keep=self._background)
        intake = Intake(self._settings, lanes.deliver, self._telemetry.consumer.missed)
        lanes.join(intake)
        self._telemetry.runtime.configured()
        background = [
            self._background(intake.start()),
            self._background(intake.until_crash()),
            self._background(self._telemetry.runtime.watch_loop()),
            self._background(watch(self._telemetry, intake, lanes, self._settings.liveness_stall_seconds)),
            self._background(self._until_stuck()),
        ]
        try:
            return await self._drained(lanes)
        finally:
            await self._leave(intake, lanes, background)

    async def _drained(self, lanes: Lanes) -> int:
        assert self._ended is not None  # noqa: S101 - run() made it
        code = await asyncio.shield(self._ended)
        if code != OK:
            return code
        self._telemetry.runtime.phase("draining")
        return OK if await lanes.finish(self._settings.drain_seconds) else DRAINED_LATE

    async def _leave(self, intake: Intake, lanes: Lanes, background: list[asyncio.Task[Any]]) -> None:
        await lanes.close()
        for task in background:
            task.cancel()
        await asyncio.wait(background, timeout=CANCEL_SECONDS)
        with contextlib.suppress(KafkaError, TimeoutError):
            async with asyncio.timeout(LEAVE_SECONDS):
                await intake.stop()  # leaves the group: its partitions move on at once

    # --------------------------------------------------------------------------------------- what may end

    def _end(self, code: int) -> None:
        if self._ended is None or self._ended.done():
            return
        self._ended.set_result(code)
        patience = {OK: self._settings.drain_seconds, FAILING: self._settings.breaker_hold_seconds}
        end_surely(patience.get(code, 0.0) + LETTING_GO_SECONDS, code or DRAINED_LATE)

    def _stop(self) -> None:
        self._told.set()
        self._end(OK)

    def _background(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        """A task whose failure ends the worker: none of them may die unseen."""
        task = asyncio.ensure_future(work)
        task.add_done_callback(self._on_done)
        return task

    def _on_done(self, task: asyncio.Task[None]) -> None:
        error: BaseException | None
        if not task.cancelled():
            error = task.exception()
        else:  # as a lane's is by its revocation; else it waited for something that was given up inside a client
            error = None if task.cancelling() else asyncio.CancelledError("cancelled by nobody")
        if isinstance(error, BreakerOpen):
            log.error("too many articles fail: stopping before more of them become dead letters", error=str(error))
            self._end(FAILING)
        elif error is not None:
            log.error("worker ends for its supervisor", error=repr(error), exc_info=error)
            self._end(UNCLEAR)

    async def _until_stuck(self) -> None:
        """Raises when a partition with records makes no progress: no probe sees that while the others move."""
        bad = 0
        while bad < LOOKS:
            await asyncio.sleep(LOOK_SECONDS)
            vitals = self._telemetry.vitals
            verdict = liveness(vitals, vitals.clock(), self._settings.liveness_stall_seconds)
            bad = 0 if verdict.ok else bad + 1
        raise RuntimeError("; ".join(verdict.reasons))

    @contextlib.contextmanager
    def _signals(self) -> Iterator[None]:
        """The first signal ends the work; a second one must not cut the drain short: its deadline does."""
        loop = asyncio.get_running_loop()
        numbers = (signal.SIGTERM, signal.SIGINT)
        for number in numbers:
            loop.add_signal_handler(number, self._stop)
        try:
            yield
        finally:
            for number in numbers:
                loop.remove_signal_handler(number)


def end_surely(seconds: float, code: int) -> None:
    """End the process by then, whatever hangs: a disk that blocks the loop, a thread of a library that will not end."""
    timer = threading.Timer(seconds, _end_now, (code,))
    timer.daemon = True  # itself it holds nobody up
    timer.start()


def _end_now(code: int) -> None:
    log.error("ending without having let go of everything: Kafka aborts what is open", code=code)
    os._exit(code)
