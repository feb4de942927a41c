"""Reads stretches of a topic: committed records only, one fetch in memory at a time, without a group."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from aiokafka import AIOKafkaConsumer, TopicPartition

from worker.stream import batches, expansion, presence
from worker.stream.connection import client_options
from worker.stream.presence import ASK_SECONDS
from worker.stream.record_format import MOST_HEADERS

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable

    from aiokafka import ConsumerRecord

    from worker.settings import Settings

STALL_SECONDS = 60.0  # without any progress; a topic may be as long as it likes as long as it comes
MAX_VALUE_BYTES = 100 << 20  # Kafka's socket.request.max.bytes: nothing larger can be in a topic; none is withheld
_HEADERS = 2 * MOST_HEADERS  # a letter has ours beside the article's
_FETCH_MS = 500
_RECORDS = 100  # taken at once from what one fetch brought


def reader(settings: Settings) -> AIOKafkaConsumer:
    """Guarded as the worker's own: no batch, however it was made, ends it, and none unfolds without end."""
    expansion.bound(settings.expansion_max_bytes)
    batches.install()
    return AIOKafkaConsumer(
        **client_options(settings), isolation_level="read_committed", enable_auto_commit=False,
        auto_offset_reset="earliest", max_partition_fetch_bytes=settings.fetch_max_bytes,
        check_crcs=not settings.embedded_broker,
        value_deserializer=batches.Guard(MAX_VALUE_BYTES, settings.fetch_max_bytes, _HEADERS),
    )


async def partitions(settings: Settings, topic: str) -> list[TopicPartition]:
    """All of the topic's. Raises as presence.partitions."""
    return [TopicPartition(topic, number) for number in range(await presence.partitions(settings, topic))]


async def spans(consumer: AIOKafkaConsumer, where: Iterable[TopicPartition]) -> dict[TopicPartition, range]:
    """What each partition holds now, up to the first transaction that is still open."""
    asked = list(where)
    async with asyncio.timeout(ASK_SECONDS):
        begins = await consumer.beginning_offsets(asked)
        ends = await consumer.end_offsets(asked)
    return {one: range(begins[one], max(begins[one], ends[one])) for one in asked}


async def follow(consumer: AIOKafkaConsumer, where: TopicPartition, span: range) -> AsyncIterator[ConsumerRecord]:
    """The records of the span that are still there, in order. Raises TimeoutError when nothing comes any more."""
    if not span:
        return
    consumer.assign([where])
    consumer.seek(where, span.start)
    loop = asyncio.get_running_loop()
    moved = loop.time()
    while (position := await consumer.position(where)) < span.stop:
        records = (await consumer.getmany(where, timeout_ms=_FETCH_MS, max_records=_RECORDS)).get(where, [])
        for record in records:
            if record.offset >= span.stop:
                return
            yield record
        if records or await consumer.position(where) > position:
            moved = loop.time()
        elif loop.time() - moved > STALL_SECONDS:
            raise TimeoutError(f"{where} stands at {position} of {span.stop}")


async def one(consumer: AIOKafkaConsumer, where: TopicPartition, offset: int) -> ConsumerRecord | None:
    """The record at the offset; None if it is not there any more, or never was."""
    span = (await spans(consumer, [where]))[where]
    if offset not in span:
        return None
    async for record in follow(consumer, where, range(offset, offset + 1)):
        return record
    return None
