"""What Kafka deleted before it was read is told; what it still has is read, wherever a new group would begin."""

from __future__ import annotations

import urllib.request
from collections import Counter
from typing import TYPE_CHECKING

from confluent_kafka import Consumer, TopicPartition
from confluent_kafka.admin import AdminClient

from tests.integration.stream_world import NAMES, World, article

if TYPE_CHECKING:
    from pathlib import Path

    from deploy.kafka.client import Kafka


def test_a_group_that_would_begin_at_the_end_reads_what_deletion_has_left_behind_its_offset(
    kafka: Kafka, topic_prefix: str, tmp_path: Path
) -> None:
    with World(kafka, f"t{topic_prefix[-24:]}.", tmp_path, partitions=1) as world:
        world.send((f"doc-{number}", article(f"doc-{number}", "a")) for number in range(100))
        _commit(world, 10)
        _delete_before(world, 40)

        worker = world.worker(auto_offset_reset="latest", pool_processes=1)
        world.settle()

        assert world.told() == Counter(("assert", f"doc-{number}", "a") for number in range(40, 100))
        [told] = worker.lines("offsets deleted before they were read")
        assert (told["level"], told["partition"], told["first"], told["next"]) == ("warning", 0, 10, 40)
        assert f'newsfacts_consumer_missed_offsets_total{{topic="{world.prefix}{NAMES[0]}"}} 30.0' in _metrics(world)


def _commit(world: World, offset: int) -> None:
    consumer = Consumer({"bootstrap.servers": world.kafka.bootstrap, "group.id": world.prefix.rstrip(".")})
    consumer.commit(offsets=[TopicPartition(world.prefix + NAMES[0], 0, offset)], asynchronous=False)
    consumer.close()


def _delete_before(world: World, offset: int) -> None:
    """As retention would."""
    where = TopicPartition(world.prefix + NAMES[0], 0, offset)
    admin = AdminClient({"bootstrap.servers": world.kafka.bootstrap})  # kept: its answers come only as long as it lives
    for answer in admin.delete_records([where]).values():
        assert answer.result(30).low_watermark == offset


def _metrics(world: World) -> str:
    with urllib.request.urlopen(f"http://127.0.0.1:{world.ports['one']}/metrics", timeout=10) as answer:
        return str(answer.read(), "utf-8")
