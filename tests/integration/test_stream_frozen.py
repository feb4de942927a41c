"""A group's coordinator that freezes in a commit, is deposed, and wakes up: what it then remembers doubles no fact."""

from __future__ import annotations

import itertools
import time
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from confluent_kafka.admin import AdminClient
from confluent_kafka.cimpl import NewTopic

from tests.chaos.faults import java_hash
from tests.integration.stream_world import NAMES, STATE, World, article, until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from deploy.kafka.cluster import Cluster

HOLD_SECONDS = 3.0  # every transaction stays open that long, so that the freeze falls into one
ASLEEP_SECONDS = 8.0  # after the commit at the coordinator that came after it; a broker is deposed after 6 to 9
PATIENCE_SECONDS = 60


class Room(World):
    """One partition of everything, led by brokers that stay awake, of a group whose coordinator does nothing else."""

    @property
    def group_coordinator(self) -> int:
        return self._leader("__consumer_offsets", self.prefix.rstrip("."))

    @property
    def transaction_coordinator(self) -> int:
        return self._leader("__transaction_state", f"{self.prefix.rstrip('.')}:{self.prefix}{NAMES[0]}:0")

    def make(self, names: tuple[str, ...], brokers: list[int]) -> None:
        compact = {"cleanup.policy": "compact"}
        topics = [
            NewTopic(self.prefix + name, 1, replica_assignment=[brokers], config=compact if name == STATE else {})
            for name in names
        ]
        admin = self._admin
        for made in admin.create_topics(topics, request_timeout=30).values():
            made.result()

    def _leader(self, topic: str, key: str) -> int:
        partitions = self._admin.list_topics(topic, timeout=30).topics[topic].partitions
        leader: int = partitions[java_hash(key) % len(partitions)].leader
        return leader

    @property
    def _admin(self) -> AdminClient:
        return AdminClient({**self._options, "log_level": 0})


@pytest.fixture
def room(breakable3: Cluster, tmp_path: Path, topic_prefix: str) -> Iterator[Room]:
    prefixes = (f"f{number}-{topic_prefix[-8:]}." for number in itertools.count())
    tried = (Room(breakable3, prefix, tmp_path, partitions=1) for prefix in prefixes)
    found = next(one for one in tried if one.group_coordinator != one.transaction_coordinator)
    found.make((*NAMES, STATE), [number for number in breakable3.brokers if number != found.group_coordinator])
    yield found
    found.__exit__()


def test_a_coordinator_that_was_deposed_in_its_sleep_doubles_no_fact(room: Room, breakable3: Cluster) -> None:
    worker = room.worker(
        session_timeout_seconds=45, heartbeat_seconds=3, request_timeout_seconds=3, pool_processes=1,
        STREAM_TXN_DELAY=HOLD_SECONDS,
    )
    until(lambda: worker.lines("lane ready"))
    names = [f"{batch}-{number}" for batch in ("before", "after") for number in range(5)]
    room.send([(name, article(name, "a")) for name in names[:5]])
    time.sleep(HOLD_SECONDS / 2)
    asleep = breakable3.brokers[room.group_coordinator]

    asleep.pause()
    try:
        until(room.told)
        room.send([(name, article(name, "a")) for name in names[5:]])
        time.sleep(ASLEEP_SECONDS)
    finally:
        asleep.resume()
    room.settle(PATIENCE_SECONDS)

    assert room.told() == Counter(("assert", name, "a") for name in names)
    assert Counter(one.key.decode() for one in room.read("news.article.clean.v1")) == Counter(names)
    assert worker.running, "the same process went on"
