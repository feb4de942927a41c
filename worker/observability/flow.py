"""What became of the articles: how many, how fast, what was drawn, what was given up."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING

from worker.observability.labels import FAILURES, Ending, FactKind, FactRefusal, Fault, Lookup, RetryReason
from worker.pipeline.outcome import Extracted, Failed, Rejected

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from schemas.fact import LocalTimeValue
    from worker.observability.metrics import Metrics
    from worker.pipeline.outcome import Outcome


CLOCK_PRECISION = frozenset({"minute", "second"})
FRESH = frozenset({"published", "no_facts"})  # a duplicate or stale article is old by nature


class Flow:
    """`now` is Unix time."""

    def __init__(self, metrics: Metrics, now: Callable[[], float]) -> None:
        self._now = now
        self._consumed = metrics.family("messages_consumed_total")
        self._size = metrics.family("message_size_bytes")
        self._in_flight = metrics.family("messages_in_flight")
        self._unkeyed = metrics.family("messages_unkeyed_total")
        self._processed = metrics.family("messages_processed_total")
        self._stage = metrics.family("stage_duration_seconds")
        self._duration = metrics.family("processing_duration_seconds")
        self._journey = metrics.family("end_to_end_latency_seconds")
        self._age = metrics.family("article_age_seconds")
        self._retries = metrics.family("retries_total")
        self._dead_letters = metrics.family("dead_letters_total")
        self._dead_letter_failures = metrics.family("dead_letter_publish_failures_total")
        self._rejections = metrics.family("rejections_total")

    def consumed(self, topic: str, sizes: Sequence[int]) -> None:
        """Count articles as they are taken; `sizes`: their payloads in bytes. They are in flight from here."""
        self._consumed.inc(topic, by=len(sizes))
        self._in_flight.add(len(sizes))
        for size in sizes:
            self._size.observe(size, topic)

    def released(self, articles: int) -> None:
        """Take articles out of flight: they were committed, or handed back by a revocation."""
        self._in_flight.add(-articles)

    def unkeyed(self, topic: str) -> None:
        self._unkeyed.inc(topic)

    def committed(
        self, topic: str, ending: Ending, outcome: Outcome, producer: str = "other", trace_id: str | None = None
    ) -> None:
        """Count an article's end, its times, and its dead letter if it is one. Call after the commit, once."""
        self._processed.inc(topic, ending)
        for stage, seconds in outcome.timings:
            self._stage.observe(seconds, stage)
        self._duration.observe(sum(seconds for _, seconds in outcome.timings), ending, trace_id=trace_id)
        if isinstance(outcome, Rejected):
            self._dead_letters.inc(outcome.stage, outcome.reason.value, "producer")
            self._rejections.inc(producer, outcome.reason.value)
        elif isinstance(outcome, Failed):
            reason = outcome.reason if outcome.reason in FAILURES else "exception"
            self._dead_letters.inc(outcome.stage, reason, "internal")
        elif ending in FRESH:
            self._aged(topic, outcome.article.metadata.published)

    def dead_letter(self, stage: str, reason: str, fault: Fault) -> None:
        """Count a dead letter that no outcome tells of, such as an article whose facts Kafka refuses as too large."""
        self._dead_letters.inc(stage, reason, fault)

    def dead_letter_failed(self) -> None:
        self._dead_letter_failures.inc()

    def journey(self, topic: str, seconds: float, trace_id: str | None = None) -> None:
        """Count the time from the record's timestamp to the commit of its facts."""
        self._journey.observe(seconds, topic, trace_id=trace_id)

    def retried(self, stage: str, reason: RetryReason) -> None:
        self._retries.inc(stage, reason)

    def _aged(self, topic: str, published: LocalTimeValue | None) -> None:
        """Count an article's age if it tells its time to the minute, and its offset: no zone is guessed."""
        if published and published.offset and published.precision in CLOCK_PRECISION:
            with suppress(ValueError, OverflowError):
                told = datetime.fromisoformat(published.local + published.offset)
                self._age.observe(max(0.0, self._now() - told.timestamp()), topic)

    def stage(self, stage: str, seconds: float) -> None:
        """Count the time of a stage that no outcome tells of: revise, publish."""
        self._stage.observe(seconds, stage)


class Facts:
    def __init__(self, metrics: Metrics) -> None:
        self._entities = metrics.family("entities_extracted_total")
        self._published = metrics.family("facts_published_total")
        self._rejected = metrics.family("facts_rejected_total")
        self._per_article = metrics.family("facts_per_article")
        self._confidence = metrics.family("fact_confidence")
        self._lookups = metrics.family("dedup_lookups_total")
        self._entries = metrics.family("dedup_entries")
        self._language = metrics.family("language_total")

    def drawn(self, outcome: Extracted) -> None:
        """Count what was read of an article. Call after the commit, once."""
        self._per_article.observe(len(outcome.facts))
        for kind, count in Counter(entity.type for entity in outcome.article.entities).items():
            self._entities.inc(kind, by=count)

    def published(self, topic: str, kind: FactKind, facts: Iterable[tuple[str, float]]) -> None:
        """Count committed fact events; `facts`: (predicate, confidence) of each."""
        for predicate, confidence in facts:
            self._published.inc(topic, predicate, kind)
            if kind != "retracted":
                self._confidence.observe(confidence, predicate)

    def rejected(self, reason: FactRefusal, count: int = 1) -> None:
        self._rejected.inc(reason, by=count)

    def looked_up(self, result: Lookup) -> None:
        self._lookups.inc(result)

    def known_documents(self, count: int) -> None:
        self._entries.set(count)

    def language(self, code: str) -> None:
        self._language.inc(code)
