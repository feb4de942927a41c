"""A lane: one input partition, whose articles leave in order, each in exactly one committed transaction."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import structlog
from aiokafka.errors import InvalidProducerEpoch, KafkaError, ProducerFenced

from worker.stream import changelog
from worker.stream.buffer import Buffer
from worker.stream.envelopes import envelope, oversize
from worker.stream.fate import Decision, Reading, decide
from worker.stream.sizes import ask_sizes
from worker.stream.state import DocumentStore, StoreBroken
from worker.stream.transaction import Refused, Transactor

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from aiokafka import ConsumerRecord, TopicPartition

    from worker.observability.labels import RetryReason
    from worker.observability.telemetry import Telemetry
    from worker.pipeline.outcome import Outcome
    from worker.pipeline.values import Envelope
    from worker.settings import Settings
    from worker.stream.accounts import Accounts
    from worker.stream.sizes import Sizes

log = structlog.get_logger(__name__)

TRIES = 2  # producers that may meet an unclear error on one batch; then a new process is the better cure


class LaneBroken(Exception):  # noqa: N818 - a state of the lane
    """What became of a batch cannot be told by this process: it must end, and its supervisor start another."""


class Mapper(Protocol):
    """The pool, as a lane sees it."""

    async def map(self, envelopes: Sequence[Envelope], /) -> list[Outcome]: ...


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What all lanes of a worker share."""

    settings: Settings
    telemetry: Telemetry
    pool: Mapper
    sizes: Sizes
    accounts: Accounts
    committed: Callable[[TopicPartition], Awaitable[int | None]]


@dataclass(slots=True)
class Batch:
    """Articles that were read and wait for their transaction; `decision` once it was made."""

    readings: list[Reading]
    decision: Decision | None = None

    @property
    def next_offset(self) -> int:
        last: int = self.readings[-1].record.offset
        return last + 1


class Lane:
    """Runs from assignment to revocation. `next_offset`: what the group has committed, as far as we know."""

    def __init__(
        self, partition: TopicPartition, around: Surroundings, tell_low: Callable[[TopicPartition], None]
    ) -> None:
        self.partition = partition
        self._tell_low = tell_low
        self.buffer = Buffer(around.settings)
        self.next_offset = 0
        self._around = around
        self._transactor = Transactor(around.settings, around.telemetry, around.sizes, partition)
        self._store: DocumentStore | None = None
        self._in_hand: list[ConsumerRecord] = []  # taken from the buffer, not yet committed
        self._log = log.bind(topic=partition.topic, partition=partition.partition)

    @property
    def oldest_ms(self) -> int | None:
        """Timestamp of the oldest record that waits for its commit; None when nothing waits."""
        waiting: int | None = self._in_hand[0].timestamp if self._in_hand else self.buffer.oldest_ms
        return waiting

    @property
    def in_hand(self) -> int:
        """Records taken for a batch that is not committed yet."""
        return len(self._in_hand)

    def put(self, records: Sequence[ConsumerRecord]) -> None:
        kept = self.buffer.put(records)
        if kept:
            self._around.telemetry.flow.consumed(self.partition.topic, [len(one.value or b"") for one in kept])

    async def run(self) -> None:
        """Work until `finish` is called or the task is cancelled. Raises LaneBroken, PoolBroken.

        The next batch is read while the last one commits; the transactions themselves never overlap.
        """
        await self._begin()
        upcoming = asyncio.ensure_future(self._read())
        try:
            while batch := await upcoming:
                upcoming = asyncio.ensure_future(self._read())
                await self._commit_surely(batch)
        finally:
            upcoming.cancel()

    def finish(self) -> int:
        """Commit what is in hand and stop; what still waits is given up for the next owner. Returns how much."""
        left = self.buffer.close()
        self._around.telemetry.flow.released(left)
        return left

    async def close(self) -> None:
        """After the task has ended: let go of producer and store."""
        self._around.telemetry.flow.released(self.buffer.close() + len(self._in_hand))
        self._in_hand = []
        self._around.telemetry.consumer.disconnected(*self.partition)
        await self._transactor.close()
        if self._store is not None:
            self._store.close()
            self._store = None

    # ----------------------------------------------------------------------------------------- beginning

    async def _begin(self) -> None:
        """Fence first, then ask: an offset read before the fence may be moved by the owner before us."""
        try:
            committed = await self._open()
        except (KafkaError, TimeoutError) as error:
            raise LaneBroken(f"{self.partition}: no producer: {error!r}") from error
        self.buffer.begin_at(self.next_offset)
        settings = self._around.settings
        self._store = DocumentStore(settings.instance_dir / "documents" / "-".join(map(str, self.partition)))
        await self._restore(committed)
        self._around.telemetry.consumer.connected(*self.partition)

    async def _open(self) -> int | None:
        """Fence, then read the committed offset. It never falls: where a broker keeps none (the mock), ours holds."""
        await self._transactor.open()
        committed = await self._around.committed(self.partition)
        self.next_offset = max(self.next_offset, committed or 0)
        return committed

    async def _restore(self, committed: int | None) -> None:
        begun = time.monotonic()
        store, settings = self._opened_store(), self._around.settings
        applied = await changelog.restore(store, settings, self.partition.partition, committed)
        self._log.info("lane ready", committed=committed, restored=applied, seconds=time.monotonic() - begun)

    # ------------------------------------------------------------------------------------------- reading

    async def _read(self) -> Batch | None:
        """The next batch with its outcomes; None when the lane is to finish."""
        records = await self.buffer.take()
        if not records:
            return None
        self._in_hand = self._in_hand + records
        if self.buffer.low:
            self._tell_low(self.partition)
        envelopes = [envelope(record) for record in records]
        outcomes = await self._outcomes(envelopes)
        return Batch([Reading(*one) for one in zip(records, envelopes, outcomes, strict=True)])

    async def _outcomes(self, envelopes: Sequence[Envelope]) -> list[Outcome]:
        most = self._around.settings.max_article_bytes
        refused = [oversize(one, most) for one in envelopes]
        pairs = zip(envelopes, refused, strict=True)
        read = iter(await self._around.pool.map([one for one, refusal in pairs if refusal is None]))
        return [next(read) if refusal is None else refusal for refusal in refused]

    # ---------------------------------------------------------------------------------------- committing

    async def _commit_surely(self, batch: Batch) -> None:
        """Commit the batch exactly once. After an unclear error a new producer asks Kafka what became of it."""
        tries = 0
        while tries < TRIES:
            try:
                await self._commit(batch)
            except Refused as refusal:
                await self._learn(batch, refusal)
            except StoreBroken as error:
                self._log.warning("document store lost, reading it again", error=str(error))
                await self._rebuild()
            except (KafkaError, TimeoutError) as error:
                tries += 1
                self._log.warning("transaction unclear", tries=tries, error=repr(error))
                self._around.telemetry.consumer.commit_failed()
                self._around.telemetry.flow.retried("publish", _reason(error))
                await self._replace_producer(error)
            else:
                return
            if self.next_offset >= batch.next_offset:
                self._settle(batch)  # it was committed after all
                return
        raise LaneBroken(f"{self.partition}: two producers could not commit offset {batch.next_offset}")

    async def _commit(self, batch: Batch) -> None:
        """One transaction.

        1. Decide the fate of every article, in order, each against the state that the one before it left.
        2. Begin; send every record; await every delivery.
        3. Send the input offset after the batch, and commit.
        4. Only now: apply the state to the local store, move on, count.
        """
        # 1
        if batch.decision is None:
            batch.decision = decide(batch.readings, self._opened_store().get, self._around.settings, self._around.sizes)
        # 2
        delivered = await self._transactor.send(batch.decision.records)
        batch.decision.delivered(delivered)
        # 3
        await self._transactor.commit(batch.next_offset)
        # 4
        self.next_offset = batch.next_offset
        self._settle(batch)

    def _settle(self, batch: Batch) -> None:
        """What follows from a commit; a store that fails here is behind, and says so at its next opening."""
        decision = batch.decision
        assert decision is not None  # noqa: S101 - nothing is committed undecided
        store = self._opened_store()
        store.apply(decision.changes, decision.checkpoint or store.checkpoint, self.next_offset)
        self._in_hand = self._in_hand[len(batch.readings) :]
        self._around.accounts.committed(self.partition, decision, self.next_offset, len(store))

    async def _learn(self, batch: Batch, refusal: Refused) -> None:
        """The broker takes less than it told: what it refused becomes a dead letter in the next transaction."""
        self._log.warning("record refused as too large", output=refusal.record.topic, size=refusal.record.size_bytes)
        self._around.sizes.refused(refusal.record, await ask_sizes(self._around.settings))
        self._around.telemetry.flow.retried("publish", "oversize")
        batch.decision = None
        await self._replace_producer(refusal)

    async def _replace_producer(self, error: BaseException) -> None:
        """Fenced by a new owner, we are about to be told; only if nobody tells us, the partition is still ours."""
        await self._transactor.close()
        if isinstance(error, ProducerFenced | InvalidProducerEpoch):
            await asyncio.sleep(self._around.settings.session_timeout_seconds)
        try:
            await self._open()
        except (KafkaError, TimeoutError) as again:
            raise LaneBroken(f"{self.partition}: no new producer: {again!r}") from again

    async def _rebuild(self) -> None:
        self._opened_store().reset()
        await self._restore(self.next_offset)

    def _opened_store(self) -> DocumentStore:
        if self._store is None:
            raise RuntimeError("the lane has not begun")
        return self._store


def _reason(error: BaseException) -> RetryReason:
    if isinstance(error, ProducerFenced | InvalidProducerEpoch):
        return "fenced"
    return "timeout" if isinstance(error, TimeoutError) else "broker"
