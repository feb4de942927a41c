"""How the process and its pool fare: event loop, state, version, processes."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, get_args

from worker.observability.health import readiness
from worker.observability.labels import Phase

if TYPE_CHECKING:
    from worker.observability.metrics import Metrics
    from worker.observability.vitals import Vitals

BEAT_SECONDS = 1.0


class Runtime:
    def __init__(self, metrics: Metrics, vitals: Vitals) -> None:
        self._vitals = vitals
        self._loop_lag = metrics.family("event_loop_lag_seconds")
        self._state = metrics.family("worker_state")
        self._ready = metrics.family("ready")
        self._breaker = metrics.family("breaker_open")
        self._drained = metrics.family("shutdown_drained_messages")
        self._build = metrics.family("build_info")
        self._ruleset = metrics.family("ruleset_info")
        self.phase("starting")

    def phase(self, now_in: Phase) -> None:
        """Tell the worker's state. Draining makes it unready at once."""
        for phase in get_args(Phase):
            self._state.set(float(phase == now_in), phase)
        self._vitals.draining = now_in in {"draining", "stopped"}
        self.refresh()

    def configured(self) -> None:
        """Tell that settings and topics were checked and found good."""
        self._vitals.config_valid = True

    def refresh(self) -> None:
        self._ready.set(float(readiness(self._vitals, self._vitals.clock()).ok))

    async def watch_loop(self) -> None:
        """Beat each second until cancelled, and count how late the loop woke us. One task per worker."""
        loop = asyncio.get_running_loop()
        while True:
            due = loop.time() + BEAT_SECONDS
            await asyncio.sleep(BEAT_SECONDS)
            self._loop_lag.observe(max(0.0, loop.time() - due))
            self._vitals.beat()
            self.refresh()

    def breaker(self, *, open_: bool) -> None:
        """Tell whether too many articles failed for our own fault."""
        self._breaker.set(float(open_))

    def drained(self, articles: int) -> None:
        self._drained.set(articles)

    def build(self, *, version: str, revision: str, python: str, faust: str, aiokafka: str) -> None:
        self._build.set(1, version, revision, python, faust, aiokafka)

    def ruleset(self, *, version: str, digest: str) -> None:
        self._ruleset.set(1, version, digest)


class Pool:
    """What the pool tells; it has the form of worker.pool's observer, which knows nothing of metrics."""

    def __init__(self, metrics: Metrics) -> None:
        self._workers = metrics.family("pool_workers")
        self._queue = metrics.family("pool_queue_depth")
        self._timeouts = metrics.family("pool_timeouts_total")
        self._restarts = metrics.family("pool_restarts_total")

    def workers(self, busy: int, idle: int) -> None:
        self._workers.set(busy, "busy")
        self._workers.set(idle, "idle")

    def queued(self, articles: int) -> None:
        self._queue.set(articles)

    def timed_out(self, stage: str) -> None:
        self._timeouts.inc(stage)

    def restarted(self, reason: str) -> None:
        """Count a process that was replaced; `reason` is one of labels.RestartReason, anything else is `other`."""
        self._restarts.inc(reason)
