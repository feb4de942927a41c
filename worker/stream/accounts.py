"""What is counted once a batch is committed: every article once, with its end, its facts and its times."""

from __future__ import annotations

import time
from collections import defaultdict
from typing import TYPE_CHECKING, cast

import structlog

from schemas.cloudevents import traced
from worker.pipeline.outcome import Extracted
from worker.stream.fate import PUBLISH

if TYPE_CHECKING:
    from aiokafka import TopicPartition

    from worker.observability.labels import FactKind, FactRefusal
    from worker.observability.telemetry import Telemetry
    from worker.settings import Settings
    from worker.stream.fate import Decision, Fate

log = structlog.get_logger(__name__)

_KINDS: dict[str, FactKind] = {"assert": "asserted", "amend": "amended", "retract": "retracted"}


class Accounts:
    """One per worker: it remembers whether it has told of unkeyed articles."""

    def __init__(self, settings: Settings, telemetry: Telemetry) -> None:
        self._telemetry = telemetry
        self._producers = frozenset(settings.known_producers)
        self._told_unkeyed = False
        self._documents: dict[TopicPartition, int] = {}

    def committed(self, partition: TopicPartition, decision: Decision, next_offset: int, documents: int) -> None:
        now = time.time()
        for fate in decision.fates:
            self._article(fate, now)
        self._telemetry.flow.released(len(decision.fates))
        self._telemetry.consumer.progressed(partition.topic, partition.partition, next_offset)
        self._documents[partition] = documents
        self._telemetry.facts.known_documents(sum(self._documents.values()))

    def forget(self) -> None:
        """No partition is ours any more, and no document."""
        self._documents.clear()
        self._telemetry.facts.known_documents(0)

    def _article(self, fate: Fate, now: float) -> None:
        topic, record = fate.reading.record.topic, fate.reading.record
        flow = self._telemetry.flow
        if not isinstance(fate.outcome, Extracted) and fate.outcome.stage == PUBLISH:
            self._telemetry.facts.rejected("oversize")
        trace = _trace_id(fate)
        flow.committed(topic, fate.ending, fate.outcome, self._producer(fate), trace)
        if record.timestamp > 0:
            flow.journey(topic, max(0.0, now - record.timestamp / 1000), trace)
        if isinstance(fate.outcome, Extracted):
            self._read(fate, fate.outcome)
        log.debug(
            "article", topic=topic, partition=record.partition, offset=record.offset, ending=fate.ending,
            facts=len(fate.revision.events) if fate.revision else 0,
        )

    def _read(self, fate: Fate, outcome: Extracted) -> None:
        facts = self._telemetry.facts
        facts.drawn(outcome)
        for reason in fate.refused:
            facts.rejected(reason)
        for code, count in outcome.dropped:
            facts.rejected(cast("FactRefusal", code), count)
        facts.language(outcome.article.document.language or "none")
        self._keyed(fate, outcome)
        if fate.revision is not None:
            facts.looked_up(fate.revision.lookup)
            self._published(fate)

    def _published(self, fate: Fate) -> None:
        assert fate.revision is not None  # noqa: S101 - asked for by the caller
        groups = defaultdict(list)
        for event, record in zip(fate.revision.events, fate.records, strict=False):
            groups[record.topic, _KINDS[event.op]].append((event.predicate, event.confidence))
        for (topic, kind), events in groups.items():
            self._telemetry.facts.published(topic, kind, events)

    def _keyed(self, fate: Fate, outcome: Extracted) -> None:
        """Revisions of a document are only known within a partition; its key must be the document's id."""
        record, document = fate.reading.record, outcome.article.document.id
        if record.key == document.encode("utf-8", "surrogatepass"):
            return
        self._telemetry.flow.unkeyed(record.topic)
        if not self._told_unkeyed:
            self._told_unkeyed = True
            log.warning(
                "articles without their document id as key: revisions in other partitions stay unknown",
                topic=record.topic, partition=record.partition, offset=record.offset,
            )

    def _producer(self, fate: Fate) -> str:
        if isinstance(fate.outcome, Extracted):
            named = fate.outcome.article.document.publisher
        else:
            named = dict(fate.reading.envelope.headers).get("ce_source", b"").decode("utf-8", "replace")
        return named if named in self._producers else "other"


def _trace_id(fate: Fate) -> str | None:
    """The second part of a W3C traceparent, for exemplars."""
    trace = traced(fate.reading.envelope.headers) if fate.reading.envelope.headers else ()
    return trace[0][1].split(b"-")[1].decode() if trace else None
