"""Who has nothing to fetch stays in the group all the same: a spare, and a worker whose lanes are all full."""

from __future__ import annotations

from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING

from confluent_kafka import Consumer

from tests.integration.stream_world import NAMES, World, article, until

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from deploy.kafka.client import Kafka
    from worker.chaos.process import Worker

IDLE_SECONDS = 2  # aiokafka would leave the group after them
HELD_SECONDS = 6  # so long the one article holds the pool, and so the only lane; its buffer is full meanwhile


def test_neither_a_spare_nor_a_worker_whose_lanes_are_all_paused_leaves_the_group(
    kafka: Kafka, topic_prefix: str, tmp_path: Path
) -> None:
    names = [f"doc-{number}" for number in range(4)]
    with World(kafka, f"t{topic_prefix[-24:]}.", tmp_path, partitions=1) as world:
        workers = [_worker(world, name) for name in ("one", "two")]
        until(lambda: _settled(*workers))
        rebalances = _rebalances(workers)
        [busy] = [one for one in workers if one.lines("partitions assigned")[-1]["partitions"]]
        world.send([("held", article("held", do="hang")), *((name, article(name, "a")) for name in names)])

        world.settle(HELD_SECONDS + 30)
        after = _rebalances(workers)
        busy.stop()
        world.send([("last", article("last", "a"))])
        world.settle(30)

        assert after == rebalances
        assert set(world.dead_letters()) == {"deadline_exceeded"}  # once: no owner began again
        assert world.told() == Counter(("assert", name, "a") for name in (*names, "last"))


def test_a_worker_that_its_group_refuses_ends_with_the_reason(
    kafka: Kafka, topic_prefix: str, tmp_path: Path
) -> None:
    with World(kafka, f"t{topic_prefix[-24:]}.", tmp_path, partitions=1) as world, _other_protocol(world):
        worker = world.worker(liveness_stall_seconds=300)
        until(lambda: not worker.running)

        assert worker.wait() == 70
        assert "InconsistentGroupProtocol" in worker.log.read_text()


@contextmanager
def _other_protocol(world: World) -> Iterator[None]:
    """A member of the same group that shares partitions out in another manner, and stays."""
    member = Consumer({
        "bootstrap.servers": world.kafka.bootstrap, "group.id": world.prefix.rstrip("."), "log_level": 0,
        "partition.assignment.strategy": "range", "enable.auto.commit": False,
    })  # fmt: skip
    member.subscribe([world.prefix + NAMES[0]])

    def joined() -> bool:
        member.poll(0.1)
        return bool(member.assignment())

    until(joined)
    yield
    member.close()


def _worker(world: World, name: str) -> Worker:
    return world.worker(
        name, max_poll_interval_seconds=IDLE_SECONDS, article_deadline_seconds=HELD_SECONDS, pool_processes=1,
        intake_buffer=1, batch_max_articles=1,
    )


def _rebalances(workers: Sequence[Worker]) -> list[int]:
    return [len(worker.lines("partitions assigned")) for worker in workers]


def _settled(*workers: Worker) -> bool:
    """Each knows of the other: one has the partition, and the other none."""
    told = [worker.lines("partitions assigned")[-1:] for worker in workers]
    return all(told) and sorted(len(one["partitions"]) for [one] in told) == [0, 1]
