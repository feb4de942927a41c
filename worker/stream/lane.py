"""A lane: one input partition, whose articles leave in order, each in exactly one committed transaction."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING

import structlog
from aiokafka.errors import InvalidProducerEpoch, KafkaError, ProducerFenced

from worker.stream.batch import Batch, Pace
from worker.stream.beginning import beginning
from worker.stream.buffer import Buffer
from worker.stream.envelopes import envelope, refusal
from worker.stream.fate import Decision, Reading
from worker.stream.state import StoreBroken
from worker.stream.transaction import Refused

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from aiokafka import ConsumerRecord, TopicPartition

    from worker.observability.labels import RetryReason
    from worker.pipeline.outcome import Outcome
    from worker.pipeline.values import Envelope
    from worker.stream.standing import Standing
    from worker.stream.surroundings import Surroundings

log = structlog.get_logger(__name__)

TURN_SECONDS = 0.01
ASK_SECONDS = 60.0  # for an offset; the group's coordinator may be on its way to another broker


class LaneBroken(Exception):  # noqa: N818 - a state of the lane
    """What became of a batch cannot be told by this process: it must end, and its supervisor start another."""


class Lane:
    """Runs from assignment to revocation. `next_offset`: what the group has committed, as far as we know."""

    def __init__(self, partition: TopicPartition, around: Surroundings, batch_bytes: int) -> None:
        self.partition = partition
        self.buffer = Buffer(around.settings, batch_bytes)
        self.next_offset = 0
        self.committed = 0  # articles, by this lane
        self.given_up = 0  # articles, for the next owner
        self._around = around
        self._writer = around.writer(partition)
        self._memory = around.memory(partition)
        self._pace = Pace()
        self._enough = asyncio.Event()  # told to finish
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
        """Work until `finish` is called or the task is cancelled. Raises LaneBroken, PoolBroken, BreakerOpen.

        The next batch is read while the last one commits; the transactions themselves never overlap.
        """
        await self._begin()
        upcoming = asyncio.ensure_future(self._read())
        try:
            while batch := await upcoming:
                upcoming = asyncio.ensure_future(self._read())
                for part in self._pace.parts(batch):
                    await self._commit_surely(part)
        finally:
            upcoming.cancel()

    def finish(self) -> None:
        """Commit what is read and stop; what is not is given up for the next owner, in the buffer or in the pool."""
        self._give_up(self.buffer.close())
        self._enough.set()

    def _give_up(self, articles: int) -> None:
        self.given_up += articles
        self._around.telemetry.flow.released(articles)

    async def close(self) -> None:
        """After the task has ended: let go of producer and store. Within epoch.CLOSE_SECONDS; never raises."""
        self._around.telemetry.flow.released(self.buffer.close() + len(self._in_hand))
        self._in_hand = []
        self._around.telemetry.consumer.disconnected(self.partition.topic, self.partition.partition)
        self._memory.close()
        await self._writer.close()

    async def _begin(self) -> None:
        """Fence first, then ask: an offset read before the fence may be moved by the owner before us."""
        try:
            stands = await self._open()
            async with asyncio.timeout(ASK_SECONDS):
                committed = await beginning(self.partition, self._around, self._writer, stands)
            self.next_offset = committed or 0
            dropped = self.buffer.begin_at(self.next_offset)
            await self._memory.recall(committed, stands.end)
        except (KafkaError, TimeoutError) as error:
            raise LaneBroken(f"{self.partition}: cannot begin: {error!r}") from error
        self._around.telemetry.flow.released(dropped)
        if dropped and self.buffer.low:  # else nobody would: it may have been full of what was done already
            self._around.tell_low(self.partition)
        self._around.telemetry.consumer.connected(self.partition.topic, self.partition.partition)
        self._log.info("lane ready", committed=committed)

    async def _open(self) -> Standing:
        """Fence, then ask where the partition stands."""
        await self._writer.open()
        async with asyncio.timeout(ASK_SECONDS):
            return await self._writer.standing()

    # ------------------------------------------------------------------------------------------- reading

    async def _read(self) -> Batch | None:
        """The next batch with its outcomes; None when the lane is to finish."""
        records = await self.buffer.take()
        if not records:
            return None
        self._in_hand = self._in_hand + records
        if self.buffer.low:
            self._around.tell_low(self.partition)
        envelopes = [envelope(record) for record in records]
        outcomes = await self._outcomes(envelopes)
        self._put_back(records[len(outcomes) :])
        readings = [Reading(*one) for one in zip(records, envelopes, outcomes, strict=False)]
        return None if self.buffer.closed and not readings else Batch(readings)

    async def _outcomes(self, envelopes: Sequence[Envelope]) -> list[Outcome]:
        """Of the first of them; the pool may send the others back when many lanes wait, or when we finish."""
        most = self._around.settings.max_article_bytes
        refused = [refusal(one, most) for one in envelopes]
        readable = [one for one, no in zip(envelopes, refused, strict=True) if no is None]
        return list(_merged(refused, await self._around.pool.map(readable, self._moving, self._enough)))

    def _moving(self) -> None:
        self._around.telemetry.consumer.moving(self.partition.topic, self.partition.partition)

    def _put_back(self, records: Sequence[ConsumerRecord]) -> None:
        if records:
            self._in_hand = self._in_hand[: -len(records)]
            self._give_up(self.buffer.put_back(records))

    # ---------------------------------------------------------------------------------------- committing

    async def _commit_surely(self, batch: Batch) -> None:
        """Commit the batch exactly once. After an unclear error a new producer asks Kafka what became of it."""
        while batch.hopeful:
            try:
                await self._commit(batch)
            except Refused as refused:
                batch.refusals += 1
                await self._learn(batch, refused)
            except (StoreBroken, KafkaError, TimeoutError, asyncio.CancelledError) as error:
                await self._recover(batch, error)
            else:
                return self._pace.went_well(batch)
            if self.next_offset >= batch.next_offset:
                return self._settle(batch)  # it was committed after all
            if batch.too_slow:
                return await self._commit_slower(batch)
        ends = f"{batch.tries} unclear ends, {batch.refusals} refusals"
        raise LaneBroken(f"{self.partition}: offset {batch.next_offset}: {ends}")

    async def _commit_slower(self, batch: Batch) -> None:
        """It did not come through within a transaction's time: in parts, each a transaction of its own."""
        self._pace.went_slow(batch)
        for part in self._pace.parts(batch):
            await self._commit_surely(part)

    async def _commit(self, batch: Batch) -> None:
        """One transaction.

        1. Decide the fate of every article, in order, each against the state that the one before it left; and
           whether that may be committed at all: too many failures open the breaker.
        2. Begin; send every record; await every delivery.
        3. Send the input offset after the batch, and commit.
        4. Only now: apply the state to the local store, move on, count.
        """
        # 1
        begun = time.monotonic()
        if batch.decision is None:
            batch.decision = await self._decide(batch)
            before, batch.judged = batch.judged, [fate.outcome for fate in batch.decision.fates]
            self._around.breaker.judge(batch.judged, before)
        decided = time.monotonic()
        # 2
        batch.decision.delivered(await self._writer.send(batch.decision.records))
        # 3
        await self._writer.commit(batch.next_offset)
        self._tell_times(len(batch.readings), decided - begun, time.monotonic() - decided)
        # 4
        self.next_offset = batch.next_offset
        self._settle(batch)

    async def _decide(self, batch: Batch) -> Decision:
        """The loop gets its turn meanwhile: an article with 30 facts takes 5 ms, and a batch may have 256."""
        decision = Decision(self._memory.known, self._around.settings, self._around.sizes)
        since = time.monotonic()
        for reading in batch.readings:
            decision.add(reading)
            if time.monotonic() - since > TURN_SECONDS:
                await asyncio.sleep(0)
                since = time.monotonic()
        return decision

    def _settle(self, batch: Batch) -> None:
        """What follows from a commit, once. Raises StoreBroken: the changelog has it, a rebuild brings it back."""
        decision = batch.decision
        assert decision is not None  # noqa: S101 - nothing is committed undecided
        self._memory.keep(decision.changes, decision.checkpoint, self.next_offset)
        self._in_hand = self._in_hand[len(batch.readings) :]
        self.committed += len(batch.readings)
        self._around.accounts.committed(self.partition, decision, self.next_offset, len(self._memory))

    # ------------------------------------------------------------------------------------- after an error

    async def _recover(self, batch: Batch, error: BaseException) -> None:
        """Bring back what broke; raises the error again if it tells us to stop."""
        if _told_to_stop(error):
            raise error
        batch.ended_unclear(error)
        if isinstance(error, StoreBroken):
            self._log.warning("document store lost, reading it again", error=str(error))
            await self._memory.rebuild(self.next_offset)
        else:
            self._tell_unclear(error, batch.tries)
            await self._replace_producer(batch, error)

    async def _learn(self, batch: Batch, refused: Refused) -> None:
        """The broker takes less than it told: what it refused becomes a dead letter in the next transaction."""
        self._log.warning("record refused as too large", output=refused.record.topic, size=refused.record.size_bytes)
        self._around.sizes.refused(refused.record, await self._around.ask_sizes())
        self._around.telemetry.flow.retried("publish", "oversize")
        batch.decision = None
        await self._replace_producer(batch, refused)

    async def _replace_producer(self, batch: Batch, error: BaseException) -> None:
        """Fenced by a new owner, we are about to be told; only if nobody tells us, the partition is still ours.

        The group then stands before the batch or behind it. Anything else was committed by another worker, and
        what we have in hand may be done already.
        """
        before = self.next_offset
        await self._writer.close()
        if _fenced(error):
            await asyncio.sleep(self._around.settings.session_timeout_seconds)
        try:
            stands = await self._open()
        except (KafkaError, TimeoutError) as again:
            raise LaneBroken(f"{self.partition}: no new producer: {again!r}") from again
        self.next_offset = max(before, stands.committed or 0)  # where a broker keeps none (the mock), ours holds
        if self.next_offset not in {before, batch.next_offset}:
            raise LaneBroken(f"{self.partition}: committed {self.next_offset}, not by us, who stand at {before}")

    def _tell_times(self, articles: int, deciding: float, publishing: float) -> None:
        """Per article, as the other stages are: its share of the batch."""
        for _ in range(articles):
            self._around.telemetry.flow.stage("revise", deciding / articles)
            self._around.telemetry.flow.stage("publish", publishing / articles)

    def _tell_unclear(self, error: BaseException, tries: int) -> None:
        self._log.warning("transaction unclear", tries=tries, error=repr(error))
        self._around.telemetry.consumer.commit_failed()
        reason: RetryReason = "timeout" if isinstance(error, TimeoutError) else "broker"
        self._around.telemetry.flow.retried("publish", "fenced" if _fenced(error) else reason)


def _merged(refused: Iterable[Outcome | None], read: Iterable[Outcome]) -> Iterator[Outcome]:
    """What was refused unread in its place among what was read, up to the first that was not."""
    outcomes = iter(read)
    for no in refused:
        outcome = no if no is not None else next(outcomes, None)
        if outcome is None:
            return
        yield outcome


def _told_to_stop(error: BaseException) -> bool:
    """Tell a revocation from a wait for something that the client has given up."""
    task = asyncio.current_task()
    return isinstance(error, asyncio.CancelledError) and task is not None and task.cancelling() > 0


def _fenced(error: BaseException) -> bool:
    return isinstance(error, ProducerFenced | InvalidProducerEpoch)
