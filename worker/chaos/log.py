"""What the topics hold, read by librdkafka, which shares no code with the client that the worker uses."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from confluent_kafka import Consumer, IsolationLevel, KafkaError, KafkaException, TopicPartition
from confluent_kafka.admin import AdminClient
from confluent_kafka.admin._listoffsets import OffsetSpec

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Options: TypeAlias = "Mapping[str, Any]"  # how a client of librdkafka connects

READ_COMMITTED, READ_UNCOMMITTED = "read_committed", "read_uncommitted"
ASK_SECONDS = 30
FETCH_BYTES = 10_000_000


@dataclass(frozen=True, slots=True)
class Seen:
    """A record as a reader saw it; no key and no value are empty ones."""

    partition: int
    offset: int
    key: bytes
    value: bytes
    headers: tuple[tuple[str, bytes], ...] = ()

    def told(self, name: str) -> bytes:
        """Of headers of one name the last. Raises KeyError."""
        return dict(self.headers)[name]


def reader(options: Options, isolation: str, **more: Any) -> Consumer:
    """A consumer without a group that commits nothing; the end of a partition is an event of its own."""
    return Consumer({
        **options, "group.id": "nobody", "isolation.level": isolation, "auto.offset.reset": "earliest",
        "enable.auto.commit": False, "enable.partition.eof": True, "log_level": 0,
        "fetch.message.max.bytes": FETCH_BYTES, **more,
    })  # fmt: skip


def everything(options: Options, topic: str, isolation: str = READ_COMMITTED) -> list[Seen]:
    """All that a topic holds now, each partition in order."""
    consumer = reader(options, isolation)
    places = [TopicPartition(topic, number, 0) for number in partitions(options, topic)]
    consumer.assign(places)
    found: list[Seen] = []
    ended: set[int] = set()
    try:
        while len(ended) < len(places):
            for message in consumer.consume(1_000, 0.2):
                if (error := message.error()) is None:
                    found.append(seen(message))
                elif error.code() == KafkaError._PARTITION_EOF:  # noqa: SLF001 - its public name
                    ended.add(message.partition() or 0)
    finally:
        consumer.close()
    return sorted(found, key=lambda one: (one.partition, one.offset))


def seen(message: Any) -> Seen:
    headers = tuple((name, value or b"") for name, value in message.headers() or ())
    return Seen(message.partition(), message.offset(), message.key() or b"", message.value() or b"", headers)


def partitions(options: Options, topic: str) -> list[int]:
    admin = AdminClient({**options, "log_level": 0})
    return sorted(admin.list_topics(topic, timeout=ASK_SECONDS).topics[topic].partitions)


def hidden(options: Options, topics: Iterable[str]) -> dict[str, tuple[int, int]]:
    """Partitions that hide records from committed readers: "topic-0" to (last stable offset, high watermark)."""
    admin = AdminClient({**options, "log_level": 0})
    asked = [TopicPartition(topic, number) for topic in topics for number in partitions(options, topic)]
    stable = _ends(admin, asked, IsolationLevel.READ_COMMITTED)
    high = _ends(admin, asked, IsolationLevel.READ_UNCOMMITTED)
    return {name: (stable[name], high[name]) for name in stable if stable[name] < high[name]}


def settled(options: Options, topics: Sequence[str], patience_seconds: float = 60) -> dict[str, tuple[int, int]]:
    """Wait until nothing is hidden; what still is when patience ends hangs.

    EndTxn answers before its markers are in the partitions. A verdict that does not wait for them reads too early.
    """
    deadline = time.monotonic() + patience_seconds
    while True:
        try:
            found = hidden(options, topics)
        except KafkaException:  # a broker that is just coming back
            found = {"unknown": (0, 0)}
        if not found or time.monotonic() > deadline:
            return found
        time.sleep(0.2)


def _ends(admin: AdminClient, asked: Iterable[TopicPartition], isolation: IsolationLevel) -> dict[str, int]:
    latest = OffsetSpec.latest()  # type: ignore[no-untyped-call]
    answers = admin.list_offsets(dict.fromkeys(asked, latest), isolation_level=isolation, request_timeout=ASK_SECONDS)
    return {f"{one.topic}-{one.partition}": answer.result().offset for one, answer in answers.items()}
