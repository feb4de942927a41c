"""The group's client: how it is made, and what is done with it in the thread that owns it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiokafka import AIOKafkaConsumer
from aiokafka.coordinator.assignors.roundrobin import RoundRobinPartitionAssignor
from aiokafka.errors import KafkaTimeoutError

from worker.stream import batches
from worker.stream.connection import client_options

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable

    from aiokafka import TopicPartition

    from worker.settings import Settings

    Seek = Callable[[TopicPartition], Awaitable[bool]]

FETCH_BYTES = 50 << 20  # aiokafka's own default


def consumer(settings: Settings, guard: batches.Guard, client: str) -> AIOKafkaConsumer:
    """The group's consumer: commits nothing itself, sees only what producers have committed."""
    batches.install()
    options = client_options(settings)
    # A JoinGroup waits until the slowest member has come back; the request must outlive that wait.
    options["request_timeout_ms"] = int((settings.rebalance_timeout_seconds + 10) * 1000)
    return AIOKafkaConsumer(
        **options,
        client_id=f"newsfacts {client}",
        group_id=settings.group_id,
        group_instance_id=settings.group_instance_id,
        partition_assignment_strategy=[RoundRobinPartitionAssignor],
        enable_auto_commit=False,
        # Where a new group begins is `seek_back`'s business. By either other value the client would also jump, without
        # a word, over what Kafka deleted before it was read; by `latest` over all that is still there as well.
        auto_offset_reset="none",
        isolation_level="read_committed",
        value_deserializer=guard,
        max_poll_records=settings.max_poll_records,
        max_poll_interval_ms=int(settings.max_poll_interval_seconds * 1000),
        max_partition_fetch_bytes=settings.fetch_max_bytes,
        # Of one broker, still compressed; aiokafka fetches ahead for partitions that wait.
        fetch_max_bytes=max(settings.fetch_max_bytes, min(FETCH_BYTES, settings.intake_max_bytes // 8)),
        fetch_max_wait_ms=500,
        session_timeout_ms=int(settings.session_timeout_seconds * 1000),
        heartbeat_interval_ms=int(settings.heartbeat_seconds * 1000),
        rebalance_timeout_ms=int(settings.rebalance_timeout_seconds * 1000),
        # librdkafka's mock broker writes control batches with a wrong checksum (research/streaming.md 6).
        check_crcs=not settings.embedded_broker,
    )


async def stay(client: AIOKafkaConsumer) -> None:
    """What aiokafka's own fetch would do for a member of the group, whether there is something to fetch or not.

    Its coordinator waits with its work until an error of it was told: here. And it leaves the group, not to come
    back, when nothing was fetched for `max_poll_interval_ms`: as in a worker without partitions, or with all of them
    paused. That a lane stands still is seen by others (app.py).
    """
    client._coordinator.check_errors()  # noqa: SLF001 - held by a contract test
    with client._subscription.fetch_context():  # noqa: SLF001 - same
        pass


async def seek_back(client: AIOKafkaConsumer, settings: Settings) -> bool:
    """Every partition to where the group stands; False while one has no place yet. Raises KafkaError.

    A group that begins at the end has its place when the lane has written it down. An end that was asked for here
    may lie behind that one, and what lies between the two would never be read.
    """
    settled = True
    for partition in client.assignment():
        committed = await client.committed(partition)
        if committed is not None:
            client.seek(partition, committed)
        elif settings.auto_offset_reset == "earliest":
            await _reached(partition, client.seek_to_beginning)
        elif settings.embedded_broker:  # keeps no offsets of transactions: the lane's would be waited for without end
            await _reached(partition, client.seek_to_end)
        else:
            settled = False
    return settled


async def _reached(partition: TopicPartition, seek: Seek) -> None:
    if not await seek(partition):
        raise KafkaTimeoutError(f"no position for {partition}")


async def to_first(client: AIOKafkaConsumer, partitions: Iterable[TopicPartition]) -> dict[TopicPartition, int]:
    """Partitions whose position Kafka no longer has, to the first offset that it has. Raises KafkaError."""
    first: dict[TopicPartition, int] = await client.beginning_offsets(list(partitions))
    for partition, offset in first.items():
        client.seek(partition, offset)
    return first
