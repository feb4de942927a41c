"""Keeps the topic of marks what it must be: compacted, and without marks of letters that are gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from worker.stream.records import Record
from worker.stream.topics import forgetting

if TYPE_CHECKING:
    from worker.settings import Settings
    from worker.stream.letters.desk import Desk
    from worker.stream.letters.post import Post


class NotCompacted(Exception):  # noqa: N818 - reads as what happened
    """Marks would pass their retention before their letters do, which would then be sent a second time."""


async def check_compacted(settings: Settings) -> None:
    """Raises NotCompacted, and KafkaError."""
    policy = await forgetting(settings, settings.topics.dead_letter_state)
    if policy is not None:
        raise NotCompacted(policy)


async def forget(settings: Settings, post: Post, desk: Desk) -> None:
    """A tombstone for each mark whose letter is gone. Raises Interrupted."""
    if desk.gone:
        await post.commit([Record(settings.topics.dead_letter_state, key, None) for key in desk.gone])
