"""A Kafka broker inside this process for the demo: librdkafka's mock cluster, which speaks the protocol over TCP.

It is no Kafka: no admin calls, 5 MB a partition, `read_committed` is not honoured, offsets committed in a
transaction are not kept (../shared/research/streaming.md 6). It shows the worker at work; it proves nothing.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

START_SECONDS = 10


@contextmanager
def embedded_broker(topics: Sequence[str]) -> Iterator[str]:
    """Start the broker with `topics` (4 partitions each); yields its `host:port`."""
    from confluent_kafka import Producer  # noqa: PLC0415 - an extra, needed by the demo alone

    host = Producer({"bootstrap.servers": "mock", "test.mock.num.brokers": 1, "log_level": 0})
    try:
        for topic in topics:
            host.list_topics(topic, timeout=START_SECONDS)  # asking for a topic creates it
        brokers = host.list_topics(timeout=START_SECONDS).brokers.values()
        yield ",".join(f"{broker.host}:{broker.port}" for broker in brokers)
    finally:
        del host  # ends the cluster
