"""Asks, before anything starts, whether a broker answers, lets us in, and has the topics."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from aiokafka.client import AIOKafkaClient, CoordinationType
from aiokafka.errors import GroupAuthorizationFailedError, KafkaError, TransactionalIdAuthorizationFailed

from worker.settings import SettingsError
from worker.stream.access import lane_id
from worker.stream.connection import client_options
from worker.stream.metadata import find
from worker.stream.presence import PATIENCE_SECONDS as TOPIC_SECONDS
from worker.stream.refusal import refusal
from worker.stream.topics import TO_COMPACT, forgetting

if TYPE_CHECKING:
    from worker.settings import Settings
    from worker.stream.metadata import Found

PATIENCE_SECONDS = 20.0  # a broker that starts together with us answers within 10 s (research/streaming.md 6)

REFUSAL_SECONDS = 5.0  # a refused login may be one whose user or certificate is just being rolled out


class Unreachable(Exception):  # noqa: N818 - reads as what happened
    """No broker answered in time."""


class TopicsWrong(Exception):  # noqa: N818 - reads as what happened
    """A broker answers, but its topics or our rights are not as the worker needs them. The message tells the fix."""


async def reach(settings: Settings) -> str:
    """The id of the state's log, as Found.log_id.

    Raises Unreachable, TopicsWrong, and SettingsError when the brokers refuse what the settings give.
    """
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


async def _ask(settings: Settings) -> str:
    client = AIOKafkaClient(**client_options(settings))
    try:
        async with asyncio.timeout(PATIENCE_SECONDS):
            await client.bootstrap()
            found = await find(client, _needed(settings))
            _check_topics(found, settings)
            await _find_coordinators(client, settings)
            await _check_state(settings)
    finally:
        await client.close()
    return found.log_id(settings.topics.document_state)


def _needed(settings: Settings) -> list[str]:
    topics = settings.topics
    asked = ((topics.soft, settings.publish_soft), (topics.sensitive, settings.redirects))
    wanted = (topic for topic, is_wanted in asked if is_wanted)
    return [topics.raw, topics.document_state, topics.clean, topics.fact, topics.dead_letter, *wanted]


def _check_topics(found: Found, settings: Settings) -> None:
    """The state lies beside its input: partition n of the changelog belongs to partition n of the raw topic."""
    for topic in _needed(settings):
        if topic in found.forbidden:
            raise TopicsWrong(f"no right to topic {topic}: `newsfacts topics acls` lists what this user needs")
        if topic not in found.partitions:
            raise TopicsWrong(f"topic {topic} is not there: see `newsfacts topics plan` and `topics apply`")
    raw, state = settings.topics.raw, settings.topics.document_state
    has, of = found.partitions[state], found.partitions[raw]
    if has < of:
        raise TopicsWrong(f"{state} has {has} partitions, {raw} has {of}: see `newsfacts topics plan`")


async def _check_state(settings: Settings) -> None:
    """What the state forgets is told a second time when its article comes again."""
    state = settings.topics.document_state
    policy = await forgetting(settings, state)
    if policy is not None:
        raise TopicsWrong(
            f"{state}: cleanup.policy must be compact, it is {policy}, and facts of documents that it forgets would be "
            f"told again: {TO_COMPACT.format(state)}"
        )


async def _find_coordinators(client: AIOKafkaClient, settings: Settings) -> None:
    """Of the group, and of a lane: a consumer without the right to its group would wait for ever, and say nothing."""
    lane = lane_id(settings, 0)
    for kind, name in ((CoordinationType.GROUP, settings.group_id), (CoordinationType.TRANSACTION, lane)):
        try:
            await client.coordinator_lookup(kind, name)
        except (GroupAuthorizationFailedError, TransactionalIdAuthorizationFailed) as error:
            what = f"{kind.name.lower()} {name}"
            raise TopicsWrong(f"no right to {what}: `newsfacts topics acls` lists what this user needs") from error

