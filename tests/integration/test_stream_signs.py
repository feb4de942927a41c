"""What a worker tells of itself while it works on a real Kafka: every family moves, lag goes up and comes to rest."""

from __future__ import annotations

import time
import urllib.request
from typing import TYPE_CHECKING

import pytest
from prometheus_client.parser import text_string_to_metric_families

from tests.integration.ports import free_port
from tests.integration.stream_world import World, article

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from deploy.kafka.client import Kafka

MOVED = {
    "newsfacts_messages_consumed_total", "newsfacts_messages_processed_total", "newsfacts_messages_unkeyed_total",
    "newsfacts_message_size_bytes_count", "newsfacts_dead_letters_total", "newsfacts_rejections_total",
    "newsfacts_stage_duration_seconds_count", "newsfacts_processing_duration_seconds_count",
    "newsfacts_end_to_end_latency_seconds_count", "newsfacts_facts_published_total",
    "newsfacts_facts_per_article_count", "newsfacts_fact_confidence_count", "newsfacts_dedup_lookups_total",
    "newsfacts_dedup_entries", "newsfacts_consumer_committed_offset", "newsfacts_consumer_end_offset",
    "newsfacts_consumer_last_progress_timestamp_seconds", "newsfacts_consumer_assigned_partitions",
    "newsfacts_consumer_rebalances_total", "newsfacts_consumer_rebalance_duration_seconds_count",
    "newsfacts_consumer_commits_total", "newsfacts_consumer_commit_duration_seconds_count",
    "newsfacts_consumer_last_poll_timestamp_seconds", "newsfacts_publish_total",
    "newsfacts_publish_duration_seconds_count", "newsfacts_publish_last_success_timestamp_seconds",
    "newsfacts_event_loop_lag_seconds_count", "newsfacts_pool_workers", "newsfacts_pool_timeouts_total",
    "newsfacts_pool_restarts_total", "newsfacts_worker_state", "newsfacts_ready",
}


@pytest.fixture
def world(kafka: Kafka, topic_prefix: str, tmp_path: Path) -> Iterator[World]:
    with World(kafka, f"t{topic_prefix[-24:]}.", tmp_path) as made:
        yield made


class Signs:
    """The worker's endpoints."""

    def __init__(self, port: int) -> None:
        self.base = f"http://127.0.0.1:{port}"

    def samples(self) -> list[tuple[str, dict[str, str], float]]:
        with urllib.request.urlopen(f"{self.base}/metrics", timeout=5) as answer:  # noqa: S310 - our own worker
            families = text_string_to_metric_families(answer.read().decode())
        return [(one.name, one.labels, one.value) for family in families for one in family.samples]

    def sum(self, name: str, **labels: str) -> float:
        return sum(value for found, has, value in self.samples() if found == name and labels.items() <= has.items())

    def until(self, reached: Callable[[], object], seconds: float = 60) -> None:
        deadline = time.monotonic() + seconds
        while True:
            try:
                if reached():
                    return
            except OSError:  # not listening yet
                pass
            assert time.monotonic() < deadline, sorted(self.samples())
            time.sleep(0.2)


def test_every_family_moves_and_the_sums_agree_with_what_was_sent(world: World) -> None:
    signs = Signs(port := free_port())
    world.send((f"doc-{number}", article(f"doc-{number}", "a", "b")) for number in range(200))
    world.send([("other", article("unkeyed", "a")), ("bad", b"no JSON"), ("late", article("late", do="hang"))])

    world.worker(http_port=port, article_deadline_seconds=1)
    world.settle()
    signs.until(lambda: signs.sum("newsfacts_messages_processed_total") == 203)

    signs.until(lambda: {name for name, _, value in signs.samples() if value > 0} >= MOVED)
    assert signs.sum("newsfacts_messages_consumed_total") == 203
    assert signs.sum("newsfacts_messages_processed_total", outcome="dead_lettered") == 2
    assert signs.sum("newsfacts_facts_published_total", event="asserted") == 401
    assert signs.sum("newsfacts_messages_unkeyed_total") == 1
    assert signs.sum("newsfacts_messages_in_flight") == 0
    assert signs.sum("newsfacts_dead_letters_total", reason="deadline_exceeded", fault="internal") == 1


def test_lag_is_seen_while_work_waits_and_comes_to_rest_behind_a_transactions_marker(world: World) -> None:
    from confluent_kafka import Producer

    signs = Signs(port := free_port())
    producer = Producer({"bootstrap.servers": world.kafka.bootstrap, "transactional.id": world.prefix})
    producer.init_transactions(30)
    producer.begin_transaction()
    for number in range(40):
        slow = article(f"doc-{number}", "a", do="slow")
        producer.produce(f"{world.prefix}news.article.raw.v1", slow, key="one-partition")
    producer.commit_transaction(30)

    world.worker(http_port=port, batch_max_articles=1, pool_processes=1)

    signs.until(lambda: signs.sum("newsfacts_consumer_lag_messages") > 0)
    signs.until(lambda: signs.sum("newsfacts_consumer_lag_seconds") > 0)
    signs.until(lambda: signs.sum("newsfacts_messages_processed_total") == 40)
    signs.until(lambda: signs.sum("newsfacts_consumer_lag_messages") == 0)
    assert signs.sum("newsfacts_consumer_lag_seconds") == 0


def test_two_workers_share_the_partitions_and_each_tells_only_of_its_own(world: World) -> None:
    first, second = Signs(one := free_port()), Signs(two := free_port())
    world.worker("one", http_port=one)
    first.until(lambda: first.sum("newsfacts_consumer_assigned_partitions") == 6)
    world.worker("two", http_port=two)

    second.until(lambda: second.sum("newsfacts_consumer_assigned_partitions") == 3)
    first.until(lambda: first.sum("newsfacts_consumer_assigned_partitions") == 3)
    world.send((f"doc-{number}", article(f"doc-{number}", "a")) for number in range(100))
    world.settle()

    def partitions(signs: Signs) -> set[str]:
        found = signs.samples()
        return {labels["partition"] for name, labels, _ in found if name == "newsfacts_consumer_committed_offset"}

    first.until(lambda: len(partitions(first)) == 3)
    second.until(lambda: len(partitions(second)) == 3)
    assert partitions(first).isdisjoint(partitions(second))
