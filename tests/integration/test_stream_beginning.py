"""Where a group begins that was told to begin at the end: nothing that comes after its first moment is passed over."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from confluent_kafka.admin import AdminClient
from confluent_kafka.cimpl import NewPartitions

from tests.integration.stream_world import NAMES, STATE, World, article, until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from deploy.kafka.client import Kafka
    from worker.chaos.process import Worker


@pytest.fixture
def world(kafka: Kafka, topic_prefix: str, tmp_path: Path) -> Iterator[World]:
    with World(kafka, f"b{topic_prefix[-24:]}.", tmp_path, partitions=2) as made:
        yield made


def begun(world: World) -> Worker:
    """A worker whose lanes stand ready."""
    worker = world.worker(auto_offset_reset="latest", pool_processes=1)
    until(lambda: len(worker.lines("lane ready")) >= world.partitions)
    return worker


def send(world: World, *names: str, **more: int) -> None:
    world.send([(name, article(name, "a")) for name in names], **more)


def test_it_reads_all_that_comes_after_it(world: World) -> None:
    send(world, *(f"old-{number}" for number in range(20)))
    worker = begun(world)
    at_start = world.behind()
    worker.kill()
    names = [f"new-{number}" for number in range(50)]
    send(world, *names)  # while nobody reads: the next worker must find them

    begun(world)
    world.settle()

    assert at_start == 0
    assert world.told() == Counter(("assert", name, "a") for name in names)


def test_a_partition_that_is_added_is_read_from_its_beginning(world: World) -> None:
    """It has no commit, as a new group has none; but what came to it came after the group began."""
    send(world, "old")
    begun(world).stop()
    admin = AdminClient({"bootstrap.servers": world.kafka.bootstrap, "log_level": 0})
    more = [NewPartitions(world.prefix + name, 3) for name in (NAMES[0], STATE)]
    for added in admin.create_partitions(more).values():
        added.result()
    world.partitions = 3
    send(world, "one", "two", partition=2)

    begun(world)
    send(world, "three", partition=2)
    world.settle()

    assert world.told() == Counter(("assert", name, "a") for name in ("one", "two", "three"))
