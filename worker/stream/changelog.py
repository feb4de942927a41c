"""Brings a document store up to the end of its changelog partition, from its checkpoint or from the beginning."""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING

from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.errors import KafkaError

from worker.stream.connection import client_options

if TYPE_CHECKING:
    from aiokafka import ConsumerRecord

    from worker.settings import Settings
    from worker.stream.state import DocumentStore

STALL_SECONDS = 60.0  # of one step; a changelog may be as long as it likes as long as it comes
STOP_SECONDS = 3.0  # of the reader, which owes nobody anything
_FETCH_MS = 500


async def restore(
    settings: Settings, store: DocumentStore, partition: int, committed: int | None, end: int | None
) -> int:
    """Apply what the changelog holds beyond the store's checkpoint; returns how many records that were.

    Call after the fence: only then no other worker can still write to the partition. `committed` is the input
    offset of the group; `end` is what must be reached, None for what the log's leader takes for its end. Facts, state
    and offset commit together, so a store that knows of more input than the group has committed follows another log
    (the topic or the offsets were made anew) and is emptied first.
    """
    reader = _reader(settings)
    where = TopicPartition(settings.topics.document_state, partition)
    try:
        async with asyncio.timeout(STALL_SECONDS):
            await reader.start()
            reader.assign([where])
            begin = (await reader.beginning_offsets([where]))[where]
            end = (await reader.end_offsets([where]))[where] if end is None else end
        if committed is None or committed < store.consumed or not begin <= store.checkpoint <= end:
            store.reset()
        reader.seek(where, max(begin, store.checkpoint))
        return await _follow(store, reader, where, end, committed or 0)
    finally:
        await _stop(reader)


async def _follow(
    store: DocumentStore, reader: AIOKafkaConsumer, where: TopicPartition, end: int, consumed: int
) -> int:
    applied, position = 0, await _position(reader, where)
    while position < end:
        records, position = await _step(reader, where, position)
        store.apply({record.key: record.value for record in records}, position, consumed)
        applied += len(records)
        await asyncio.sleep(0)  # a long changelog must not hold the loop
    return applied


async def _step(reader: AIOKafkaConsumer, where: TopicPartition, position: int) -> tuple[list[ConsumerRecord], int]:
    """Records, if there are any but transactions' markers, and the position behind them, which has moved on."""
    async with asyncio.timeout(STALL_SECONDS):
        while True:
            records = (await reader.getmany(where, timeout_ms=_FETCH_MS)).get(where, [])
            reached: int = await reader.position(where)
            if records or reached > position:
                return records, reached


async def _position(reader: AIOKafkaConsumer, where: TopicPartition) -> int:
    """Known at once after a seek; but a client that lost it would wait for it without end."""
    async with asyncio.timeout(STALL_SECONDS):
        position: int = await reader.position(where)
        return position


async def _stop(reader: AIOKafkaConsumer) -> None:
    """Never raises: what it could tell is no news."""
    with contextlib.suppress(KafkaError, TimeoutError):
        async with asyncio.timeout(STOP_SECONDS):
            await reader.stop()


def _reader(settings: Settings) -> AIOKafkaConsumer:
    return AIOKafkaConsumer(
        **client_options(settings),
        isolation_level="read_committed",
        enable_auto_commit=False,
        auto_offset_reset="earliest",
        max_partition_fetch_bytes=settings.fetch_max_bytes,
        check_crcs=not settings.embedded_broker,
    )
