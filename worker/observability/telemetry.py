"""The one object through which the shell tells what it does; metrics and health are read from it.

    telemetry = Telemetry()
    telemetry.runtime.configured()                 # settings and topics are good
    telemetry.runtime.phase("starting" | "rebalancing" | "running" | "draining" | "stopped")
    task = asyncio.create_task(telemetry.runtime.watch_loop())

    telemetry.consumer.revoked()                   # rebalance begins
    telemetry.consumer.assigned([(topic, 0), (topic, 1)], seconds)   # rebalance ended, input partitions only
    telemetry.consumer.connected(topic, 0)         # that lane's producer is ready; disconnected(...) when dropped
    telemetry.consumer.polled()
    telemetry.consumer.position(topic, 0, committed=7, end=9, oldest_ms=1_700_000_000_000)   # every few seconds
    telemetry.consumer.progressed(topic, 0, committed=9)             # after each commit
    telemetry.consumer.commit(seconds); .commit_failed(); .paused(topic, 1); .missed(topic, 30)

    telemetry.flow.consumed(topic, [len(payload), ...])              # a batch is taken: in flight from here
    telemetry.flow.committed(topic, "published", outcome, producer)  # per article, after its commit, once
    telemetry.flow.journey(topic, seconds)         # from the record's timestamp to the commit
    telemetry.flow.released(articles)              # committed, or handed back by a revocation
    telemetry.flow.stage("revise" | "publish", seconds); .retried("publish", "fenced"); .unkeyed(topic)
    telemetry.flow.dead_letter("publish", "output_oversize", "internal"); .dead_letter_failed()

    telemetry.facts.drawn(outcome); .published(topic, "asserted", [(predicate, confidence)])
    telemetry.facts.rejected("low_confidence"); .looked_up("new"); .known_documents(n); .language("en")

    telemetry.publisher.delivered(topic, records, seconds); .failed(topic)
    Pool(..., observer=telemetry.pool)             # .workers(busy, idle), .queued(n), .timed_out, .restarted
    telemetry.runtime.build(...); .ruleset(...); .drained(articles)

    async with serve(telemetry, host, port, stall_seconds): ...      # worker/observability/server.py

Call from the event loop's thread. No call waits; label values are checked by observability/labels.py's types.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from worker.observability.flow import Facts, Flow
from worker.observability.kafka import Consumer, Publisher
from worker.observability.metrics import Metrics
from worker.observability.runtime import Pool, Runtime
from worker.observability.vitals import Vitals

if TYPE_CHECKING:
    from collections.abc import Callable


class Telemetry:
    """`monotonic` times waits and beats, `now` (Unix time) goes into timestamps that others read."""

    def __init__(
        self, monotonic: Callable[[], float] = time.monotonic, now: Callable[[], float] = time.time
    ) -> None:
        metrics = Metrics()
        self.registry = metrics.registry
        self.vitals = Vitals(monotonic)
        self.flow = Flow(metrics, now)
        self.facts = Facts(metrics)
        self.consumer = Consumer(metrics, self.vitals, now)
        self.publisher = Publisher(metrics, now)
        self.runtime = Runtime(metrics, self.vitals)
        self.pool = Pool(metrics)
