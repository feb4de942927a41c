"""Pushes articles to the raw topic: idempotent, every delivery awaited, every failure told."""

from __future__ import annotations

import asyncio
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from aiokafka import AIOKafkaProducer
from aiokafka.errors import KafkaError

from worker.stream.connection import client_options
from worker.stream.presence import PATIENCE_SECONDS, partitions

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Iterable

    from aiokafka.structs import RecordMetadata

    from worker.pipeline.values import Envelope
    from worker.settings import Settings

    Sent: TypeAlias = asyncio.Future[RecordMetadata]

IN_FLIGHT = 500  # deliveries awaited at once: bounds memory, and aiokafka's batches stay full


@dataclass(frozen=True, slots=True)
class Delivery:
    """What became of one article: its place in the topic, or why it is not there."""

    index: int
    partition: int | None = None
    offset: int | None = None
    error: str | None = None


async def feed(settings: Settings, articles: Iterable[Envelope], *, rate: float = 0) -> AsyncGenerator[Delivery]:
    """Send the articles in order; yields one Delivery each, in that order. `rate`: articles a second, 0 unbounded.

    Raises TopicMissing before the first is sent. Who leaves early closes it (contextlib.aclosing): what is under way
    is sent, and its connections end.
    """
    await partitions(settings, settings.topics.raw, PATIENCE_SECONDS)
    producer = AIOKafkaProducer(**client_options(settings), enable_idempotence=True, linger_ms=5,
                                max_request_size=settings.max_request_bytes * 2)  # `validate` tells size, not this
    try:
        await producer.start()
        waiting: deque[tuple[int, Sent]] = deque()
        for index, envelope in enumerate(articles):
            waiting.append((index, await _sent(producer, settings.topics.raw, envelope)))
            await asyncio.sleep(1 / rate if rate else 0)
            if len(waiting) >= IN_FLIGHT or rate:
                yield await _told(*waiting.popleft())
        while waiting:
            yield await _told(*waiting.popleft())
    finally:
        await producer.stop()


async def _sent(producer: AIOKafkaProducer, topic: str, envelope: Envelope) -> Sent:
    """Each is handed over before the next: in tasks of their own they would overtake each other at a full batch."""
    try:
        sent: Sent = await producer.send(topic, envelope.payload, key=envelope.key, headers=list(envelope.headers))
    except KafkaError as error:
        refused: Sent = asyncio.get_running_loop().create_future()
        refused.set_exception(error)
        return refused
    return sent


async def _told(index: int, sent: Sent) -> Delivery:
    try:
        record = await sent
    except KafkaError as error:
        return Delivery(index, error=f"{type(error).__name__}: {error}")
    return Delivery(index, record.partition, record.offset)
