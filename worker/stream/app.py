"""The shell: lanes for the partitions that Faust's group gives us, from start to an exit code."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import time
from functools import partial
from typing import TYPE_CHECKING, Any

import structlog
from aiokafka import TopicPartition
from aiokafka.errors import KafkaError

from worker.observability.health import liveness
from worker.pool import PoolBroken
from worker.stream.accounts import Accounts
from worker.stream.changelog import restore
from worker.stream.directory import DirectoryTaken, own_directory
from worker.stream.intake import Intake
from worker.stream.lane import Lane
from worker.stream.memory import Memory
from worker.stream.reach import TopicsWrong, Unreachable, reach
from worker.stream.sizes import ask_sizes
from worker.stream.surroundings import Surroundings
from worker.stream.transaction import Transactor
from worker.stream.watch import watch

if TYPE_CHECKING:
    from collections.abc import Coroutine, Sequence

    from aiokafka import ConsumerRecord

    from worker.observability.telemetry import Telemetry
    from worker.pool import Pool
    from worker.settings import Settings

log = structlog.get_logger(__name__)

OK = 0
DRAINED_LATE = 3
CONFIG_INVALID = 4
BROKER_UNREACHABLE = 5
UNCLEAR = 70  # EX_SOFTWARE: the supervisor is to start a new process, which will ask Kafka where things stand

REVOKE_SECONDS = 3.0  # research/streaming.md 5.2: do not finish work, the next owner will
LEAVE_SECONDS = 10.0


class Shell:
    """Everything between the settings and the exit code. `run` once."""

    def __init__(self, settings: Settings, pool: Pool, telemetry: Telemetry) -> None:
        self._settings = settings
        self._pool = pool
        self._telemetry = telemetry
        self._lanes: dict[TopicPartition, Lane] = {}
        self._tasks: dict[TopicPartition, asyncio.Task[None]] = {}
        self._paused: set[TopicPartition] = set()
        self._rebalance_begun: float | None = None

    async def run(self) -> int:
        """Work until SIGTERM or SIGINT; the exit code tells how it ended."""
        self._telemetry.runtime.phase("starting")
        try:
            await reach(self._settings)
            with own_directory(self._settings.instance_dir):
                async with self._pool:
                    return await self._work()
        except Unreachable as error:
            log.error("no broker answers", error=str(error))  # noqa: TRY400 - the trace tells nothing more
            return BROKER_UNREACHABLE
        except (DirectoryTaken, TopicsWrong) as error:
            log.error("cannot work like this", error=str(error))  # noqa: TRY400 - the message tells the fix
            return CONFIG_INVALID
        except PoolBroken as error:
            log.error("the pool cannot work", error=str(error))  # noqa: TRY400 - it carries the child's trace
            return UNCLEAR
        finally:
            self._telemetry.runtime.phase("stopped")

    async def _work(self) -> int:
        self._around = await self._surroundings()
        self._ended: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        self._app = app = Intake(self._settings, self._deliver)
        app.on_partitions_revoked.connect(self._on_revoked, weak=False)
        app.on_partitions_assigned.connect(self._on_assigned, weak=False)
        self._telemetry.runtime.configured()
        background = [
            self._background(app.start()),
            self._background(app.until_crash()),
            self._background(self._telemetry.runtime.watch_loop()),
            self._background(watch(self._telemetry, app, self._lanes)),
            self._background(self._until_stuck()),
        ]
        try:
            with self._signals():
                code = await self._ended
            return await self._drain() if code == OK else code
        finally:
            await self._leave(background)

    async def _surroundings(self) -> Surroundings:
        settings, telemetry = self._settings, self._telemetry
        sizes = await ask_sizes(settings)
        documents = settings.instance_dir / "documents"
        return Surroundings(
            settings, telemetry, self._pool, sizes, Accounts(settings, telemetry),
            writer=lambda partition: Transactor(settings, telemetry, sizes, partition),
            memory=lambda partition: Memory(documents, partition, partial(restore, settings)),
            committed=self._committed,
            ask_sizes=partial(ask_sizes, settings),
            tell_low=self._tell_low,
        )

    # --------------------------------------------------------------------------------------- what may end

    def _end(self, code: int) -> None:
        if not self._ended.done():
            self._ended.set_result(code)

    def _background(self, work: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
        """A task whose failure ends the worker: none of them may die unseen."""
        task = asyncio.ensure_future(work)
        task.add_done_callback(self._on_done)
        return task

    def _on_done(self, task: asyncio.Task[Any]) -> None:
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("worker ends for its supervisor", error=repr(error), exc_info=error)
            self._end(UNCLEAR)

    async def _until_stuck(self) -> None:
        """A partition with records and without progress is what liveness probes miss for the sake of the others."""
        stall = self._settings.liveness_stall_seconds
        while True:
            await asyncio.sleep(min(5.0, stall / 2))
            verdict = liveness(self._telemetry.vitals, self._telemetry.vitals.clock(), stall)
            if not verdict.ok:
                raise RuntimeError("; ".join(verdict.reasons))

    @contextlib.contextmanager
    def _signals(self) -> Any:
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, self._end, OK)
        try:
            yield
        finally:
            # A second signal during the drain must not cut it: its own deadline does.
            for number in (signal.SIGTERM, signal.SIGINT):
                loop.add_signal_handler(number, lambda: None)

    # ------------------------------------------------------------------------------------------- partitions

    async def _committed(self, partition: TopicPartition) -> int | None:
        return await self._app.committed(partition)

    async def _on_revoked(self, *sent: Any, **_: Any) -> None:
        """Cancel, empty, stop; never finish: whoever comes next begins at the last commit."""
        self._rebalance_begun = time.monotonic()
        self._telemetry.consumer.revoked()
        self._telemetry.runtime.phase("rebalancing")
        log.info("partitions revoked", partitions=sorted(partition for _, partition in sent[1]))
        await self._close_lanes()

    async def _on_assigned(self, *sent: Any, **_: Any) -> None:
        await self._close_lanes()
        ours = sorted(TopicPartition(*one) for one in sent[1])
        begun, self._rebalance_begun = self._rebalance_begun, None
        self._telemetry.consumer.assigned(ours, time.monotonic() - begun if begun else None)
        self._telemetry.runtime.phase("running")
        log.info("partitions assigned", partitions=[partition for _, partition in ours])
        for partition in ours:
            self._lanes[partition] = lane = Lane(partition, self._around)
            self._tasks[partition] = self._background(lane.run())

    async def _close_lanes(self) -> None:
        lanes, tasks = list(self._lanes.values()), list(self._tasks.values())
        self._lanes.clear()
        self._tasks.clear()
        self._paused.clear()
        for task in tasks:
            task.cancel()
        if tasks:
            await asyncio.wait(tasks, timeout=REVOKE_SECONDS)
        await asyncio.gather(*(lane.close() for lane in lanes))

    # -------------------------------------------------------------------------------------------- records

    def _deliver(self, partition: TopicPartition, records: Sequence[ConsumerRecord]) -> bool:
        """Hand a fetch to its lane; False when there is none."""
        self._telemetry.consumer.polled()
        lane = self._lanes.get(partition)
        if lane is None:
            return False
        lane.put(records)
        if lane.buffer.full and partition not in self._paused:
            self._paused.add(partition)
            self._app.pause(partition)
            self._telemetry.consumer.paused(partition.topic, len(self._paused))
        return True

    def _tell_low(self, partition: TopicPartition) -> None:
        """A lane has room again."""
        if partition in self._paused:
            self._paused.discard(partition)
            self._app.resume(partition)
            self._telemetry.consumer.paused(partition.topic, len(self._paused))

    # ---------------------------------------------------------------------------------------------- ending

    async def _drain(self) -> int:
        """Let every lane commit what it has in hand; what still waits in buffers is the next owner's."""
        self._telemetry.runtime.phase("draining")
        begun = time.monotonic()
        self._app.pause_all()
        held = sum(lane.in_hand for lane in self._lanes.values())
        given_up = sum(lane.finish() for lane in self._lanes.values())
        unfinished: set[asyncio.Task[None]] = set()
        if tasks := list(self._tasks.values()):
            _, unfinished = await asyncio.wait(tasks, timeout=self._settings.drain_seconds)
        left = sum(lane.in_hand for lane in self._lanes.values())
        self._telemetry.runtime.drained(held - left)
        log.info(
            "drained", seconds=round(time.monotonic() - begun, 3), committed=held - left, cut_short=left,
            left_for_others=given_up,
        )
        if self._ended.result() != OK:
            return self._ended.result()
        return DRAINED_LATE if unfinished else OK

    async def _leave(self, background: list[asyncio.Task[Any]]) -> None:
        await self._close_lanes()
        for task in background:
            task.cancel()
        await asyncio.wait(background, timeout=REVOKE_SECONDS)
        with contextlib.suppress(KafkaError, TimeoutError):
            async with asyncio.timeout(LEAVE_SECONDS):
                await self._app.stop()  # leaves the group: its partitions move on at once
