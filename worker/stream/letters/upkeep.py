"""Keeps the topic of marks what it must be: compacted, and without marks of letters that are gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.admin.config_resource import ConfigResource, ConfigResourceType
from aiokafka.errors import KafkaError

from worker.stream.connection import client_options
from worker.stream.records import Record

if TYPE_CHECKING:
    from worker.settings import Settings
    from worker.stream.letters.desk import Desk
    from worker.stream.letters.post import Post


class NotCompacted(Exception):  # noqa: N818 - reads as what happened
    """Marks would pass their retention before their letters do, which would then be sent a second time."""


async def check_compacted(settings: Settings) -> None:
    """Raises NotCompacted. Who may not ask for a topic's settings is taken at his word."""
    admin = AIOKafkaAdminClient(**client_options(settings))
    try:
        await admin.start()
        asked = ConfigResource(ConfigResourceType.TOPIC, settings.topics.dead_letter_state)
        answers = await admin.describe_configs([asked])
    except KafkaError:
        return
    finally:
        await admin.close()
    found = {entry[0]: entry[1] for answer in answers for resource in answer.resources for entry in resource[4]}
    policy = found.get("cleanup.policy", "compact")
    if policy != "compact":
        raise NotCompacted(policy)


async def forget(settings: Settings, post: Post, desk: Desk) -> None:
    """A tombstone for each mark whose letter is gone. Raises Interrupted."""
    if desk.gone:
        await post.commit([Record(settings.topics.dead_letter_state, key, None) for key in desk.gone])
