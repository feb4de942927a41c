"""The lanes of this worker: one per partition that the group gives us, made at assignment, gone at revocation."""

from __future__ import annotations

import asyncio
import time
from functools import partial
from typing import TYPE_CHECKING, Any

import structlog
from aiokafka import TopicPartition

from worker.stream.accounts import Accounts
from worker.stream.breaker import Breaker
from worker.stream.changelog import restore
from worker.stream.lane import Lane
from worker.stream.memory import Memory
from worker.stream.sizes import ask_sizes
from worker.stream.surroundings import Surroundings
from worker.stream.transaction import Transactor

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Coroutine, Iterable, Sequence
    from pathlib import Path

    from aiokafka import ConsumerRecord

    from worker.observability.telemetry import Telemetry
    from worker.settings import Settings
    from worker.stream.intake import Intake
    from worker.stream.sizes import Sizes
    from worker.stream.surroundings import Mapper

    Keep = Callable[[Coroutine[Any, Any, None]], asyncio.Task[None]]

log = structlog.get_logger(__name__)

# Batches a lane may hold: one that commits, one that is read, two that wait, and what one fetch brings. With 20 MiB
# waiting in each of 48 partitions a worker came to 445 MiB by the default, to 1,188 without (tests/benchmarks).
PARTS = 5
LEAST_BATCH = 64 * 1024  # bytes; with less, a transaction would carry a dozen articles
CANCEL_SECONDS = 1.0  # a cancelled lane ends at its next await; this and the producer's close make the 3 s
AGAIN_SECONDS = 0.25


class Lanes:
    """`documents`: where their stores lie. `keep` runs a lane as a task whose failure ends the worker."""

    def __init__(
        self, settings: Settings, telemetry: Telemetry, pool: Mapper, sizes: Sizes, *, documents: Path, keep: Keep
    ) -> None:
        self._settings = settings
        self._telemetry = telemetry
        self._pool = pool
        self._sizes = sizes
        self._documents = documents
        self._keep = keep
        self._accounts = Accounts(settings, telemetry)
        self._lanes: dict[TopicPartition, Lane] = {}
        self._tasks: dict[TopicPartition, asyncio.Task[None]] = {}
        self._paused: set[TopicPartition] = set()
        self._rebalance_begun: float | None = None

    def join(self, intake: Intake) -> None:
        """Take part in the group through `intake`, which delivers to us."""
        self._intake = intake
        self._around = self._surroundings(intake)
        intake.on_partitions_revoked.connect(self._on_revoked, weak=False)
        intake.on_partitions_assigned.connect(self._on_assigned, weak=False)

    def _surroundings(self, intake: Intake) -> Surroundings:
        settings, telemetry, sizes = self._settings, self._telemetry, self._sizes
        return Surroundings(
            settings, telemetry, self._pool, sizes, self._accounts, Breaker(settings, telemetry),
            writer=lambda partition: Transactor(settings, telemetry, sizes, partition),
            memory=lambda partition: Memory(self._documents, partition, partial(restore, settings)),
            begin=intake.begin,
            ends=intake.raw_ends,
            ask_sizes=partial(ask_sizes, settings),
            tell_low=self._resume,
        )

    @property
    def now(self) -> dict[TopicPartition, Lane]:
        """The lanes there are at this moment."""
        return dict(self._lanes)

    # ------------------------------------------------------------------------------------------- partitions

    async def _on_revoked(self, *sent: Any, **_: Any) -> None:
        """Cancel, empty, stop; never finish: whoever comes next begins at the last commit."""
        self._rebalance_begun = time.monotonic()
        self._telemetry.consumer.revoked()
        self._telemetry.runtime.phase("rebalancing")
        log.info("partitions revoked", partitions=sorted(partition for _, partition in sent[1]))
        await self.close()

    async def _on_assigned(self, *sent: Any, **_: Any) -> None:
        await self.close()
        ours = sorted(TopicPartition(*one) for one in sent[1])
        begun, self._rebalance_begun = self._rebalance_begun, None
        self._telemetry.consumer.assigned(ours, time.monotonic() - begun if begun else None)
        self._telemetry.runtime.phase("running")
        log.info("partitions assigned", partitions=[partition for _, partition in ours])
        batch_bytes = share(self._settings, len(ours))
        self._intake.bound(batch_bytes)
        for partition in ours:
            self._lanes[partition] = lane = Lane(partition, self._around, batch_bytes)
            self._tasks[partition] = self._keep(lane.run())

    async def close(self) -> None:
        """Let go of everything within 3 s."""
        lanes, tasks = list(self._lanes.values()), list(self._tasks.values())
        self._lanes.clear()
        self._tasks.clear()
        self._paused.clear()
        self._accounts.forget()
        await _cancel(tasks)
        await asyncio.gather(*(lane.close() for lane in lanes))

    async def finish(self, seconds: float) -> bool:
        """Let every lane commit what is read; False if that took longer. The rest is the next owner's."""
        self._intake.pause_all()
        lanes = list(self._lanes.values())  # a rebalance may take them meanwhile
        begun, before = time.monotonic(), _committed(lanes)
        held = sum(lane.in_hand + len(lane.buffer) for lane in lanes)
        for lane in lanes:
            lane.finish()
        # Those with nothing in hand have nothing to commit, even if they only begin: `close` ends them.
        tasks = [self._tasks[lane.partition] for lane in lanes if lane.in_hand]
        unfinished = (await asyncio.wait(tasks, timeout=seconds))[1] if tasks else set()
        committed, given_up = _committed(lanes) - before, sum(lane.given_up for lane in lanes)
        cut_short = held - committed - given_up
        self._telemetry.runtime.drained(committed)
        log.log(
            30 if cut_short else 20, "drained", committed=committed, cut_short=cut_short, left_for_others=given_up,
            seconds=round(time.monotonic() - begun, 3),
        )
        return not unfinished

    # -------------------------------------------------------------------------------------------- records

    def deliver(self, partition: TopicPartition, records: Sequence[ConsumerRecord]) -> bool:
        """Hand a fetch to its lane; False when there is none."""
        self._telemetry.consumer.polled()
        lane = self._lanes.get(partition)
        if lane is None:
            return False
        lane.put(records)
        if lane.buffer.full and partition not in self._paused:
            self._paused.add(partition)
            self._intake.pause(partition)
            self._telemetry.consumer.paused(partition.topic, len(self._paused))
        return True

    def _resume(self, partition: TopicPartition) -> None:
        if partition in self._paused:
            self._paused.discard(partition)
            self._intake.resume(partition)
            self._telemetry.consumer.paused(partition.topic, len(self._paused))


def share(settings: Settings, lanes: int) -> int:
    """The bytes of a batch, so that all lanes together hold no more than the settings allow."""
    return min(settings.batch_max_bytes, max(LEAST_BATCH, settings.intake_max_bytes // (PARTS * max(1, lanes))))


def _committed(lanes: Iterable[Lane]) -> int:
    return sum(lane.committed for lane in lanes)


async def _cancel(tasks: Collection[asyncio.Task[None]]) -> None:
    """Say it until it is heard: aiokafka's clients swallow a cancellation that reaches them while they close.

    A lane that did not hear it would go on with a producer that is closed, and end the worker.
    """
    deadline, waiting = time.monotonic() + CANCEL_SECONDS, set(tasks)
    while waiting and time.monotonic() < deadline:
        for task in waiting:
            task.cancel()
        _, waiting = await asyncio.wait(waiting, timeout=AGAIN_SECONDS)
