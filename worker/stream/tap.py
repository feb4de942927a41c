"""Reads a topic as a downstream service would: committed records only."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from aiokafka import AIOKafkaConsumer
from aiokafka import ConsumerRecord as Record

from worker.stream import batches
from worker.stream.connection import client_options
from worker.stream.presence import PATIENCE_SECONDS, partitions
from worker.stream.record_format import MOST_HEADERS

__all__ = ["Record", "tap"]

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from worker.settings import Settings

_WHOLE = 1 << 40  # bytes: what can be read is shown, whatever its size; what cannot be is an empty record
_HEADERS = 2 * MOST_HEADERS  # a dead letter has ours beside the article's


async def tap(
    settings: Settings, topic: str, *, from_beginning: bool, idle_seconds: float | None
) -> AsyncGenerator[Record]:
    """The topic's records, read_committed, without a group; ends after `idle_seconds` of silence if given.

    Raises TopicMissing. Who leaves early closes it (contextlib.aclosing): else its connections stay open.
    """
    await partitions(settings, topic, PATIENCE_SECONDS)
    batches.install()
    consumer = AIOKafkaConsumer(
        topic, **client_options(settings), isolation_level="read_committed", enable_auto_commit=False,
        auto_offset_reset="earliest" if from_beginning else "latest",
        value_deserializer=batches.Guard(carry_bytes=_WHOLE, fetch_bytes=_WHOLE, most_headers=_HEADERS),
        max_partition_fetch_bytes=settings.fetch_max_bytes, check_crcs=not settings.embedded_broker,
    )
    try:
        await consumer.start()
        while True:
            try:
                yield await asyncio.wait_for(consumer.getone(), idle_seconds)
            except TimeoutError:
                return
    finally:
        await consumer.stop()
