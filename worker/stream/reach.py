"""Asks, before anything starts, whether a broker answers, lets us in, and has the topics."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from aiokafka.client import AIOKafkaClient, CoordinationType
from aiokafka.errors import GroupAuthorizationFailedError, KafkaError, TransactionalIdAuthorizationFailed

from worker.settings import SettingsError
from worker.stream.access import lane_id
from worker.stream.connection import client_options
from worker.stream.refusal import refusal

if TYPE_CHECKING:
    from worker.settings import Settings

PATIENCE_SECONDS = 20.0  # a broker that starts together with us answers within 10 s (research/streaming.md 6)

REFUSAL_SECONDS = 5.0  # a refused login may be one whose user or certificate is just being rolled out

TOPIC_SECONDS = 5.0  # a topic that was just created is not in every broker's metadata yet


class Unreachable(Exception):  # noqa: N818 - reads as what happened
    """No broker answered in time."""


class TopicsWrong(Exception):  # noqa: N818 - reads as what happened
    """A broker answers, but its topics or our rights are not as the worker needs them. The message tells the fix."""


async def reach(settings: Settings) -> None:
    """Raises Unreachable, TopicsWrong, and SettingsError when the brokers refuse what the settings give."""
    begun = asyncio.get_running_loop().time()
    while True:
        try:
            return await _ask(settings)
        except TopicsWrong:
            if asyncio.get_running_loop().time() > begun + TOPIC_SECONDS:
                raise
        except (KafkaError, TimeoutError, OSError) as error:
            await _explain(settings, error, begun)
        await asyncio.sleep(0.5)


async def _explain(settings: Settings, error: Exception, begun: float) -> None:
    """Return when it is worth another try."""
    found = await refusal(settings)
    waited = asyncio.get_running_loop().time() - begun
    if found is not None and not found.passing and waited > REFUSAL_SECONDS:
        raise SettingsError((found.problem,)) from error
    if waited > PATIENCE_SECONDS:
        raise Unreachable(str(found) if found else f"{settings.broker_url}: {error}") from error


async def _ask(settings: Settings) -> None:
    client = AIOKafkaClient(**client_options(settings))
    try:
        async with asyncio.timeout(PATIENCE_SECONDS):
            await client.bootstrap()
            await _find_topics(client, settings)
            await _find_coordinators(client, settings)
    finally:
        await client.close()


async def _find_topics(client: AIOKafkaClient, settings: Settings) -> None:
    """The state lies beside its input: partition n of the changelog belongs to partition n of the raw topic."""
    topics = settings.topics
    asked = ((topics.soft, settings.publish_soft), (topics.sensitive, settings.redirects))
    for output in (topics.clean, topics.fact, topics.dead_letter, *(topic for topic, wanted in asked if wanted)):
        await _partitions(client, output)
    raw, state = topics.raw, topics.document_state
    counts = [len(await _partitions(client, topic)) for topic in (raw, state)]
    if counts[1] < counts[0]:
        raise TopicsWrong(f"{state} has {counts[1]} partitions, {raw} has {counts[0]}: see `newsfacts topics plan`")


async def _find_coordinators(client: AIOKafkaClient, settings: Settings) -> None:
    """Of the group, and of a lane: a consumer without the right to its group would wait for ever, and say nothing."""
    lane = lane_id(settings, 0)
    for kind, name in ((CoordinationType.GROUP, settings.group_id), (CoordinationType.TRANSACTION, lane)):
        try:
            await client.coordinator_lookup(kind, name)
        except (GroupAuthorizationFailedError, TransactionalIdAuthorizationFailed) as error:
            what = f"{kind.name.lower()} {name}"
            raise TopicsWrong(f"no right to {what}: `newsfacts topics acls` lists what this user needs") from error


async def _partitions(client: AIOKafkaClient, topic: str) -> set[int]:
    await client.set_topics([topic])
    if topic in client.cluster.unauthorized_topics:
        raise TopicsWrong(f"no right to topic {topic}: `newsfacts topics acls` lists what this user needs")
    found: set[int] | None = client.cluster.partitions_for_topic(topic)
    if not found:
        raise TopicsWrong(f"topic {topic} is not there: see `newsfacts topics plan` and `topics apply`")
    return found
