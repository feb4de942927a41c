"""Whether a topic is there, asked before anybody waits for it or writes to it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from aiokafka.client import AIOKafkaClient
from aiokafka.errors import TopicAuthorizationFailedError

from worker.stream.connection import client_options
from worker.stream.metadata import find

if TYPE_CHECKING:
    from worker.settings import Settings

ASK_SECONDS = 60.0  # a leader that moves answers within seconds
PATIENCE_SECONDS = 5.0  # a topic that was just created is not in every broker's metadata yet
_PAUSE_SECONDS = 0.5


class TopicMissing(Exception):  # noqa: N818 - reads as what happened
    """The topic is not there."""


async def partitions(settings: Settings, topic: str, patience: float = 0.0) -> int:
    """How many the topic has. Raises TopicMissing, and KafkaError also where this user is not told whether it is there.

    What one has no right to see would look as if it were not there: marks as if no letter had been dealt with.
    """
    client = AIOKafkaClient(**client_options(settings))
    try:
        async with asyncio.timeout(ASK_SECONDS):
            await client.bootstrap()
            return await _partitions(client, topic, patience)
    finally:
        await client.close()


async def _partitions(client: AIOKafkaClient, topic: str, patience: float) -> int:
    deadline = asyncio.get_running_loop().time() + patience
    while True:
        found = await find(client, [topic])
        if topic in found.forbidden:
            raise TopicAuthorizationFailedError(topic)
        if topic in found.partitions:
            return found.partitions[topic]
        if asyncio.get_running_loop().time() >= deadline:
            raise TopicMissing(topic)
        await asyncio.sleep(_PAUSE_SECONDS)
