"""`newsfacts produce` sends through this: in order, whatever the brokers and batches do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from worker.chaos.log import everything
from worker.pipeline.values import Envelope
from worker.settings import load
from worker.stream.feed import feed

if TYPE_CHECKING:
    from deploy.kafka.client import Kafka

ARTICLES = 3_000  # of 3 kB: many full batches, at each of which one may overtake another


async def test_articles_lie_in_the_topic_in_the_order_in_which_they_were_given(kafka: Kafka, topic_prefix: str) -> None:
    settings = load({"broker_url": kafka.bootstrap, "topic_prefix": f"f{topic_prefix[-20:]}."})
    kafka.create_topics(settings.topics.raw, partitions=1)
    given = [b"%06d" % number + b"x" * 3_000 for number in range(ARTICLES)]

    told = [one async for one in feed(settings, (Envelope(payload, b"one") for payload in given))]

    assert [(one.index, one.offset) for one in told] == [(number, number) for number in range(ARTICLES)]
    assert [one.value for one in everything({"bootstrap.servers": kafka.bootstrap}, settings.topics.raw)] == given


async def test_an_article_that_is_too_large_is_told_and_the_rest_is_sent(kafka: Kafka, topic_prefix: str) -> None:
    settings = load({"broker_url": kafka.bootstrap, "topic_prefix": f"f{topic_prefix[-20:]}."})
    kafka.create_topics(settings.topics.raw, partitions=1)
    given = [b"one", b"x" * (settings.max_request_bytes * 2 + 1), b"two"]

    told = [one async for one in feed(settings, (Envelope(payload, b"key") for payload in given))]

    assert [one.offset for one in told] == [0, None, 1]
    assert "MessageSizeTooLargeError" in (told[1].error or "")
