"""What a lane needs of the world around it: one value, so that a test can put a small world in its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Awaitable, Callable, Sequence

    from aiokafka import TopicPartition
    from aiokafka.structs import RecordMetadata

    from worker.observability.telemetry import Telemetry
    from worker.pipeline.outcome import Outcome
    from worker.pipeline.values import Envelope
    from worker.settings import Settings
    from worker.stream.accounts import Accounts
    from worker.stream.breaker import Breaker
    from worker.stream.memory import Memory
    from worker.stream.records import Record
    from worker.stream.sizes import Sizes
    from worker.stream.standing import Standing


class Mapper(Protocol):
    """The pool, as a lane sees it: one outcome per envelope, or fewer, of the first ones (worker/pool/pool.py)."""

    async def map(
        self, envelopes: Sequence[Envelope], /, moving: Callable[[], None] = ..., enough: asyncio.Event | None = None
    ) -> list[Outcome]: ...


class Writer(Protocol):
    """A transactional producer, as a lane sees it (transaction.py). After an error: close, then open again."""

    async def open(self) -> None: ...
    async def send(self, records: Sequence[Record], /) -> list[RecordMetadata]: ...
    async def commit(self, next_offset: int, /) -> None: ...
    async def place(self, offsets: dict[TopicPartition, int], /) -> None: ...
    async def standing(self) -> Standing: ...
    async def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the lanes of a worker share.

    `begin`: where to begin by what is committed; `ends`: of the raw topic's partitions, asked of the brokers;
    `tell_low`: a lane has room again.
    """

    settings: Settings
    telemetry: Telemetry
    pool: Mapper
    sizes: Sizes
    accounts: Accounts
    breaker: Breaker
    writer: Callable[[TopicPartition], Writer]
    memory: Callable[[TopicPartition], Memory]
    begin: Callable[[TopicPartition, int | None], Awaitable[int | None]]
    ends: Callable[[], Awaitable[dict[TopicPartition, int]]]
    ask_sizes: Callable[[], Awaitable[Sizes]]
    tell_low: Callable[[TopicPartition], None]
