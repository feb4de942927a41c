"""Topics that are not there, or not what they must be: told, and none is made by asking for it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer
from aiokafka.errors import UnknownTopicOrPartitionError
from confluent_kafka import Producer
from confluent_kafka.admin import AdminClient
from confluent_kafka.admin._config import AlterConfigOpType, ConfigEntry, ConfigResource

from deploy.kafka.cluster import Cluster
from worker.chaos.options import options
from worker.pipeline.values import Envelope
from worker.settings import load
from worker.stream.connection import client_options
from worker.stream.feed import feed
from worker.stream.letters.reading import partitions
from worker.stream.presence import TopicMissing
from worker.stream.reach import TopicsWrong, reach
from worker.stream.sizes import ask_sizes
from worker.stream.tap import tap

if TYPE_CHECKING:
    from collections.abc import Awaitable, Iterator

    from deploy.kafka.client import Kafka
    from worker.settings import Settings


@pytest.fixture
def obliging(breakable: Cluster) -> Iterator[Cluster]:
    """Makes topics for the asking, as a broker does that nobody has configured."""
    del breakable  # where it can be started, so can this
    with Cluster(1, "\nauto.create.topics.enable=true\n") as cluster:
        yield cluster


def test_no_broker_makes_a_topic_because_we_ask_for_it(obliging: Cluster) -> None:
    settings = load({"broker_url": obliging.bootstrap, "request_timeout_seconds": 1})
    judge = Producer(options(settings) | {"log_level": 0, "message.timeout.ms": 2_000})
    judge.produce("chaos", b"")

    told = asyncio.run(_asked_for_everything(settings))
    judge.flush(10)

    assert told == [TopicsWrong, *[TopicMissing] * 3, *[UnknownTopicOrPartitionError] * 2]
    there = AdminClient({"bootstrap.servers": obliging.bootstrap}).list_topics(timeout=30).topics
    assert [name for name in there if not name.startswith("__")] == []


async def _asked_for_everything(settings: Settings) -> list[type[object]]:
    """What comes of each question for topics that are not there."""
    await ask_sizes(settings)
    producer = AIOKafkaProducer(**client_options(settings))
    consumer = AIOKafkaConsumer("subscribed", **client_options(settings))
    await producer.start()
    asked: list[Awaitable[Any]] = [
        reach(settings), partitions(settings, "letters"),
        anext(tap(settings, "tapped", from_beginning=True, idle_seconds=1)), anext(feed(settings, [Envelope(b"{}")])),
        producer.send(settings.topics.fact, b""), consumer.start(),
    ]  # fmt: skip
    try:
        return [type(one) for one in await asyncio.gather(*asked, return_exceptions=True)]
    finally:
        await producer.stop()
        await consumer.stop()


def test_a_state_that_forgets_is_refused_until_it_is_mended_as_told(
    kafka: Kafka, topic_prefix: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("worker.stream.reach.TOPIC_SECONDS", 0)
    settings = load({"broker_url": kafka.bootstrap, "topic_prefix": f"s{topic_prefix[-12:]}."})
    topics = settings.topics
    kafka.create_topics(topics.raw, topics.clean, topics.fact, topics.dead_letter, partitions=1)
    kafka.create_topics(topics.document_state, partitions=1, config={"cleanup.policy": "compact,delete"})

    with pytest.raises(TopicsWrong, match=f"{topics.document_state}: cleanup.policy must be compact, it is compact,de"):
        asyncio.run(reach(settings))

    compact = ConfigEntry("cleanup.policy", "compact", incremental_operation=AlterConfigOpType.SET)
    mended = ConfigResource(ConfigResource.Type.TOPIC, topics.document_state, incremental_configs=[compact])
    admin = AdminClient({"bootstrap.servers": kafka.bootstrap})
    for done in admin.incremental_alter_configs([mended]).values():
        done.result()
    asyncio.run(reach(settings))
