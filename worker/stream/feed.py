"""Pushes articles to the raw topic: idempotent, every delivery awaited, every failure told."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from aiokafka import AIOKafkaProducer
from aiokafka.errors import KafkaError

from worker.stream.connection import client_options

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable

    from worker.pipeline.values import Envelope
    from worker.settings import Settings

IN_FLIGHT = 500  # deliveries awaited at once: bounds memory, and aiokafka's batches stay full


@dataclass(frozen=True, slots=True)
class Delivery:
    """What became of one article: its place in the topic, or why it is not there."""

    index: int
    partition: int | None = None
    offset: int | None = None
    error: str | None = None


async def feed(settings: Settings, articles: Iterable[Envelope], *, rate: float = 0) -> AsyncIterator[Delivery]:
    """Send the articles in order; yields one Delivery each, in that order. `rate`: articles a second, 0 unbounded."""
    producer = AIOKafkaProducer(**client_options(settings), enable_idempotence=True, linger_ms=5,
                                max_request_size=settings.max_request_bytes * 2)  # `validate` tells size, not this
    try:
        await producer.start()
        waiting: list[asyncio.Task[Delivery]] = []
        for index, envelope in enumerate(articles):
            waiting.append(asyncio.create_task(_send(producer, settings.topics.raw, index, envelope)))
            await asyncio.sleep(1 / rate if rate else 0)
            if len(waiting) >= IN_FLIGHT or rate:
                yield await waiting.pop(0)
        for task in waiting:
            yield await task
    finally:
        await producer.stop()


async def _send(producer: AIOKafkaProducer, topic: str, index: int, envelope: Envelope) -> Delivery:
    try:
        headers = list(envelope.headers)
        record = await producer.send_and_wait(topic, envelope.payload, key=envelope.key, headers=headers)
    except KafkaError as error:
        return Delivery(index, error=f"{type(error).__name__}: {error}")
    return Delivery(index, record.partition, record.offset)
