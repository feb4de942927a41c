"""The facade: what the shell tells is what the operator reads."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import pytest

from schemas.fact import LocalTimeValue
from worker.observability.telemetry import Telemetry
from worker.pipeline.errors import RejectReason
from worker.pipeline.outcome import Extracted, Failed, Outcome, Rejected

if TYPE_CHECKING:
    from worker.pool.observer import PoolObserver

TOPIC = "articles"
NOW = 1_700_000_000.0
TIMINGS = (("decode", 0.001), ("clean", 0.004))



def extracted(published: LocalTimeValue | None = None) -> Extracted:
    article = SimpleNamespace(
        entities=[SimpleNamespace(type="person")] * 2, metadata=SimpleNamespace(published=published)
    )
    return Extracted(cast("Any", article), (), "hash", timings=TIMINGS)


EXTRACTED = extracted()
REJECTED = Rejected(RejectReason.OVERSIZE, "decode", "/", "too large", "send less", TIMINGS[:1])
LATE = Failed("deadline_exceeded", "pool", "30 s")
BUG = Failed("ZeroDivisionError", "extract", "division by zero", timings=TIMINGS)


class Told:
    """A telemetry with a clock that stands still, and its samples by name."""

    def __init__(self) -> None:
        self.telemetry = Telemetry(monotonic=lambda: 5.0, now=lambda: NOW)

    def __call__(self, name: str, **labels: str) -> float | None:
        return self.telemetry.registry.get_sample_value(f"newsfacts_{name}", labels)


@pytest.fixture
def told() -> Told:
    return Told()


def test_what_is_taken_is_counted_sized_and_in_flight(told: Told) -> None:
    told.telemetry.flow.consumed(TOPIC, [100, 5_000])
    told.telemetry.flow.released(1)
    assert told("messages_consumed_total", topic=TOPIC) == 2
    assert told("message_size_bytes_bucket", topic=TOPIC, le="256.0") == 1
    assert told("messages_in_flight") == 1


@pytest.mark.parametrize(
    ("outcome", "labels"),
    [
        pytest.param(REJECTED, ("decode", "oversize", "producer"), id="the producer's fault"),
        pytest.param(LATE, ("pool", "deadline_exceeded", "internal"), id="too slow"),
        pytest.param(BUG, ("extract", "exception", "internal"), id="an exception's name is no label"),
    ],
)
def test_an_article_that_is_given_up_is_one_dead_letter(
    told: Told, outcome: Outcome, labels: tuple[str, str, str]
) -> None:
    told.telemetry.flow.committed(TOPIC, "dead_lettered", outcome)
    stage, reason, fault = labels
    assert told("dead_letters_total", stage=stage, reason=reason, fault=fault) == 1
    assert told("messages_processed_total", topic=TOPIC, outcome="dead_lettered") == 1


def test_a_rejection_is_counted_for_its_producer_and_a_failure_for_nobody(told: Told) -> None:
    told.telemetry.flow.committed(TOPIC, "dead_lettered", REJECTED, producer="The Harbour Post")
    told.telemetry.flow.committed(TOPIC, "dead_lettered", BUG, producer="The Harbour Post")
    assert told("rejections_total", producer="The Harbour Post", reason="oversize") == 1


def test_an_extracted_article_is_no_dead_letter(told: Told) -> None:
    told.telemetry.flow.committed(TOPIC, "published", EXTRACTED)
    text = [s for m in told.telemetry.registry.collect() for s in m.samples if s.name == "newsfacts_dead_letters_total"]
    assert sum(sample.value for sample in text) == 0


def test_the_outcomes_sum_up_to_what_was_taken(told: Told) -> None:
    outcomes: list[tuple[Any, Outcome]] = [
        ("published", EXTRACTED), ("no_facts", EXTRACTED), ("duplicate", EXTRACTED), ("dead_lettered", BUG)
    ]  # fmt: skip
    told.telemetry.flow.consumed(TOPIC, [10] * len(outcomes))
    for ending, outcome in outcomes:
        told.telemetry.flow.committed(TOPIC, ending, outcome)
    ends = [s.value for m in told.telemetry.registry.collect() for s in m.samples
            if s.name == "newsfacts_messages_processed_total"]
    assert sum(ends) == told("messages_consumed_total", topic=TOPIC) == len(outcomes)


def test_the_times_of_the_stages_are_told_and_their_sum(told: Told) -> None:
    told.telemetry.flow.committed(TOPIC, "published", EXTRACTED)
    assert told("stage_duration_seconds_sum", stage="clean") == pytest.approx(0.004)
    assert told("processing_duration_seconds_sum", outcome="published") == pytest.approx(0.005)


@pytest.mark.parametrize(
    ("local", "offset", "precision", "age"),
    [
        pytest.param("2023-11-14T22:13:20", "Z", "second", 0, id="now"),
        pytest.param("2023-11-14T22:13", "+01:00", "minute", 3_620, id="an hour ago by its offset"),
        pytest.param("2023-11-15T22:13:20", "Z", "second", 0, id="from the future: not negative"),
        pytest.param("2023-11-14T21:13:20", None, "second", None, id="no zone is guessed"),
        pytest.param("2023-11-14", "Z", "day", None, id="a day is too coarse"),
        pytest.param("yesterday", "Z", "minute", None, id="not a time"),
    ],
)
def test_the_age_of_an_article_is_told_if_its_time_is_known(
    told: Told, local: str, offset: str | None, precision: str, age: float | None
) -> None:
    published = LocalTimeValue(local=local, offset=offset, precision=precision, source="producer")
    told.telemetry.flow.committed(TOPIC, "published", extracted(published))
    told.telemetry.flow.committed(TOPIC, "duplicate", extracted(published))
    assert told("article_age_seconds_sum", topic=TOPIC) == age
    assert told("article_age_seconds_count", topic=TOPIC) == (None if age is None else 1)


def test_what_was_read_and_published_is_counted_by_kind(told: Told) -> None:
    told.telemetry.facts.drawn(EXTRACTED)
    told.telemetry.facts.published("facts", "asserted", [("spouse", 0.85), ("spouse", 0.95)])
    told.telemetry.facts.published("facts", "retracted", [("spouse", 0.1)])
    assert told("entities_extracted_total", entity_type="person") == 2
    assert told("facts_per_article_count") == 1
    assert told("facts_published_total", topic="facts", fact_type="spouse", event="asserted") == 2
    assert told("facts_published_total", topic="facts", fact_type="spouse", event="retracted") == 1
    assert told("fact_confidence_count", fact_type="spouse") == 2


def test_the_lag_is_told_in_records_and_in_seconds(told: Told) -> None:
    told.telemetry.consumer.assigned([(TOPIC, 3)])
    told.telemetry.consumer.position(TOPIC, 3, committed=40, end=50, oldest_ms=int((NOW - 12) * 1000))
    where = {"topic": TOPIC, "partition": "3"}
    assert told("consumer_lag_messages", **where) == 10
    assert told("consumer_lag_seconds", **where) == pytest.approx(12)
    told.telemetry.consumer.position(TOPIC, 3, committed=50, end=50, oldest_ms=None)
    assert told("consumer_lag_seconds", **where) == 0


def test_a_commit_moves_offset_and_time_of_progress(told: Told) -> None:
    told.telemetry.consumer.assigned([(TOPIC, 0)])
    told.telemetry.consumer.progressed(TOPIC, 0, committed=41)
    assert told("consumer_committed_offset", topic=TOPIC, partition="0") == 41
    assert told("consumer_last_progress_timestamp_seconds", topic=TOPIC, partition="0") == NOW


def per_partition(told: Told, partition: int) -> list[str]:
    return [s.name for m in told.telemetry.registry.collect() for s in m.samples
            if s.labels.get("partition") == str(partition)]


def at_work(told: Told, *partitions: int) -> None:
    told.telemetry.consumer.assigned([(TOPIC, number) for number in partitions], seconds=0.4)
    for number in partitions:
        told.telemetry.consumer.progressed(TOPIC, number, committed=1)
        told.telemetry.consumer.position(TOPIC, number, committed=1, end=2, oldest_ms=1)


def test_a_revocation_removes_every_series_of_a_partition(told: Told) -> None:
    at_work(told, 0, 1)
    assert len(per_partition(told, 0)) == 5
    told.telemetry.consumer.revoked()
    assert (per_partition(told, 0), per_partition(told, 1)) == ([], [])
    assert told("consumer_assigned_partitions", topic=TOPIC) == 0


def test_a_lanes_last_word_after_its_revocation_brings_no_series_back(told: Told) -> None:
    at_work(told, 0)
    told.telemetry.consumer.revoked()
    told.telemetry.consumer.progressed(TOPIC, 0, committed=2)
    told.telemetry.consumer.position(TOPIC, 0, committed=2, end=2, oldest_ms=None)
    assert per_partition(told, 0) == []


def test_a_new_assignment_without_a_revocation_removes_what_was_lost(told: Told) -> None:
    at_work(told, 0, 1)
    told.telemetry.consumer.assigned([(TOPIC, 1)])
    assert (per_partition(told, 0), len(per_partition(told, 1))) == ([], 5)


def test_an_assignment_shows_the_topics_counters_at_zero(told: Told) -> None:
    told.telemetry.consumer.assigned([(TOPIC, 0), (TOPIC, 1)], seconds=0.4)
    assert told("consumer_assigned_partitions", topic=TOPIC) == 2
    assert told("messages_processed_total", topic=TOPIC, outcome="dead_lettered") == 0
    assert told("messages_consumed_total", topic=TOPIC) == 0
    assert told("consumer_rebalance_duration_seconds_sum") == pytest.approx(0.4)


def test_deliveries_and_failures_are_told_by_topic(told: Told) -> None:
    told.telemetry.publisher.delivered("facts", 7, 0.03)
    told.telemetry.publisher.failed("facts")
    assert told("publish_total", topic="facts", result="success") == 7
    assert told("publish_total", topic="facts", result="failure") == 1
    assert told("publish_last_success_timestamp_seconds", topic="facts") == NOW


def test_the_worker_is_in_one_state_at_a_time(told: Told) -> None:
    told.telemetry.runtime.phase("running")
    states = {s.labels["state"]: s.value for m in told.telemetry.registry.collect() for s in m.samples
              if s.name == "newsfacts_worker_state"}
    assert states == {"starting": 0, "rebalancing": 0, "running": 1, "draining": 0, "stopped": 0}


def test_the_ready_metric_agrees_with_the_endpoint(told: Told) -> None:
    assert told("ready") == 0
    told.telemetry.runtime.configured()
    told.telemetry.consumer.assigned([])
    told.telemetry.runtime.phase("running")
    assert told("ready") == 1
    told.telemetry.runtime.phase("draining")
    assert told("ready") == 0


def test_the_pool_tells_through_the_form_it_asks_for(told: Told) -> None:
    observer: PoolObserver = told.telemetry.pool
    observer.workers(busy=2, idle=1)
    observer.queued(9)
    observer.timed_out("pool")
    observer.restarted("worker_crash")
    assert told("pool_workers", state="busy") == 2
    assert told("pool_queue_depth") == 9
    assert told("pool_timeouts_total", stage="pool") == 1
    assert told("pool_restarts_total", reason="worker_crash") == 1
