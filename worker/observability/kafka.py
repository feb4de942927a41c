"""What passes between the worker and Kafka: partitions, lag, commits, deliveries. Feeds the vitals too."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from worker.observability.labels import Ending

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from worker.observability.metrics import Metrics
    from worker.observability.vitals import Partition, Vitals

PER_PARTITION = (
    "consumer_lag_messages",
    "consumer_lag_seconds",
    "consumer_committed_offset",
    "consumer_end_offset",
    "consumer_last_progress_timestamp_seconds",
)


class Consumer:
    """`now` is Unix time. What this worker lost it no longer reports: else two workers tell of one partition."""

    def __init__(self, metrics: Metrics, vitals: Vitals, now: Callable[[], float]) -> None:
        self._vitals, self._now = vitals, now
        self._per_partition = tuple(map(metrics.family, PER_PARTITION))
        self._lag, self._lag_seconds, self._committed, self._end, self._progress = self._per_partition
        self._consumed = metrics.family("messages_consumed_total")
        self._processed = metrics.family("messages_processed_total")
        self._assigned = metrics.family("consumer_assigned_partitions")
        self._paused = metrics.family("consumer_paused_partitions")
        self._missed = metrics.family("consumer_missed_offsets_total")
        self._rebalances = metrics.family("consumer_rebalances_total")
        self._rebalance_duration = metrics.family("consumer_rebalance_duration_seconds")
        self._commits = metrics.family("consumer_commits_total")
        self._commit_duration = metrics.family("consumer_commit_duration_seconds")
        self._last_poll = metrics.family("consumer_last_poll_timestamp_seconds")

    def revoked(self) -> None:
        """Tell that a rebalance began: nothing is ours until `assigned`."""
        self._forget(self._vitals.assigned)
        self._vitals.rebalance()

    def assigned(self, partitions: Iterable[Partition], seconds: float | None = None) -> None:
        """Tell that a rebalance ended with these input partitions, `seconds` after it began."""
        ours = frozenset(partitions)
        self._forget(self._vitals.assigned - ours)
        self._vitals.settle(ours)
        self._rebalances.inc()
        if seconds is not None:
            self._rebalance_duration.observe(seconds)
        for topic in {topic for topic, _ in ours}:
            self._begin(topic, sum(1 for other, _ in ours if other == topic))

    def connected(self, topic: str, partition: int) -> None:
        """Tell that the lane's producer is ready."""
        self._vitals.connect((topic, partition))

    def disconnected(self, topic: str, partition: int) -> None:
        self._vitals.disconnect((topic, partition))

    def progressed(self, topic: str, partition: int, committed: int) -> None:
        """Tell of a commit; `committed`: the next offset to read."""
        if not self._ours(topic, partition):
            return
        self._committed.set(committed, topic, str(partition))
        self._progress.set(self._now(), topic, str(partition))
        self._vitals.progress((topic, partition))

    def moving(self, topic: str, partition: int) -> None:
        """Tell that its articles are read, or wait their turn behind others': nothing is committed, nothing stuck."""
        self._vitals.progress((topic, partition))

    def position(self, topic: str, partition: int, committed: int, end: int, oldest_ms: int | None) -> None:
        """Tell where a partition stands; `oldest_ms`: timestamp of the next uncommitted record, None if unknown."""
        if not self._ours(topic, partition):
            return
        where, lag = (topic, str(partition)), max(0, end - committed)
        self._committed.set(committed, *where)
        self._end.set(end, *where)
        self._lag.set(lag, *where)
        self._vitals.lag((topic, partition), lag)
        if lag == 0:
            self._lag_seconds.set(0, *where)
        elif oldest_ms is not None:
            self._lag_seconds.set(max(0.0, self._now() - oldest_ms / 1000), *where)

    def paused(self, topic: str, partitions: int) -> None:
        self._paused.set(partitions, topic)

    def commit(self, seconds: float) -> None:
        self._commits.inc("success")
        self._commit_duration.observe(seconds)

    def commit_failed(self) -> None:
        self._commits.inc("failure")

    def missed(self, topic: str, offsets: int) -> None:
        """Tell that Kafka deleted so many offsets before they were read; transactions' markers are among them."""
        self._missed.inc(topic, by=offsets)

    def polled(self) -> None:
        self._last_poll.set(self._now())

    def _ours(self, topic: str, partition: int) -> bool:
        """Tell whether the partition is still assigned: a lane's last word may come after its revocation."""
        return (topic, partition) in self._vitals.assigned

    def _begin(self, topic: str, partitions: int) -> None:
        """Show a topic's counters before they first move: `rate` does not see a counter's birth."""
        self._assigned.set(partitions, topic)
        self._paused.set(0, topic)
        self._consumed.inc(topic, by=0)
        self._missed.inc(topic, by=0)
        for ending in get_args(Ending):
            self._processed.inc(topic, ending, by=0)

    def _forget(self, partitions: Iterable[Partition]) -> None:
        for topic, partition in partitions:
            self._assigned.set(0, topic)
            self._paused.set(0, topic)
            for family in self._per_partition:
                family.drop(topic, str(partition))


class Publisher:
    def __init__(self, metrics: Metrics, now: Callable[[], float]) -> None:
        self._now = now
        self._records = metrics.family("publish_total")
        self._duration = metrics.family("publish_duration_seconds")
        self._last = metrics.family("publish_last_success_timestamp_seconds")

    def delivered(self, topic: str, records: int, seconds: float) -> None:
        """Count records whose delivery Kafka confirmed, `seconds` after the first was handed over."""
        self._records.inc(topic, "success", by=records)
        self._duration.observe(seconds, topic)
        self._last.set(self._now(), topic)

    def failed(self, topic: str, records: int = 1) -> None:
        self._records.inc(topic, "failure", by=records)
