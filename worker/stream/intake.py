"""Intake: Faust's application, consumer group and life cycle; its fetcher hands records over in lists.

Stock Faust takes each record through a conductor, a channel and an agent's stream, with two asyncio tasks a
message (`wait_first` in Consumer._drain_messages) and a buffer that counts messages, not bytes. Here the fetcher
gives the list that a partition's fetch brought straight to `deliver`. Everything else is Faust's own.
tests/contract/test_faust_assumptions.py holds still what is relied on.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, ClassVar, Protocol, TypeVar

import faust
import structlog
from aiokafka import TopicPartition
from aiokafka.errors import KafkaError, NoOffsetForPartitionError, OffsetOutOfRangeError
from faust.app.base import BootStrategy
from faust.transport.drivers import aiokafka as driver
from faust.types import TP
from mode import Service

from worker.stream import batches
from worker.stream.client import consumer, seek_back, stay, to_first

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence

    from aiokafka import AIOKafkaConsumer, ConsumerRecord

    from worker.settings import Settings

log = structlog.get_logger(__name__)

T = TypeVar("T")

LOOKS = 3  # at the end of a partition that seems to lie before what is committed: its leader may just have changed
LOOK_SECONDS = 3.0  # between two; a broker that wakes up hears within one that it leads nothing any more
HEED_SECONDS = 1.0  # between two looks whether the group refuses us, of one who may have nothing to fetch
FETCH_SECONDS = 0.1  # how long one fetch waits: a partition that resumes meanwhile is asked for after it


class Deliver(Protocol):
    """Takes what one partition's fetch brought, at once; False asks for a seek back to the committed offsets."""

    def __call__(self, partition: TopicPartition, records: Sequence[ConsumerRecord], /) -> bool: ...


class Missed(Protocol):
    """Is told how many offsets of a topic Kafka deleted before they were read."""

    def __call__(self, topic: str, offsets: int, /) -> None: ...


class _Boot(BootStrategy):
    """Lanes have producers of their own; Faust's would only hold a connection."""

    enable_kafka_producer = False
    enable_web = False


class _Thread(driver.AIOKafkaConsumerThread):
    """The consumer's thread; builds the client with what Faust has no setting for."""

    app: Intake

    def _create_worker_consumer(self, transport: driver.Transport) -> AIOKafkaConsumer:
        return consumer(self.app.settings, self.app.guard, transport.driver_version)


class _Consumer(driver.Consumer):
    """Fetches, and hands over lists. What is not handed over is fetched again."""

    app: Intake
    _lost = 0  # how often the positions came to lie, or may have, behind records that nobody was handed
    _found = 0  # how many of those were there when the last seek that came to its end began

    def __post_init__(self) -> None:
        self._first: dict[TopicPartition, int] = {}  # the first offset there was when positions lay before it

    @property
    def _rewind(self) -> bool:
        """Counted, not flagged: a seek mends nothing that is lost while it is under way."""
        return self._lost != self._found

    @Service.task
    async def _heed(self) -> None:
        """Whom the group refuses is never assigned anything, and the fetcher, which would hear of it, never begins."""
        try:
            while not self.app.should_stop:
                await asyncio.sleep(HEED_SECONDS)
                await self._in_thread(stay)
        except self.consumer_stopped_errors:
            if not self.app.should_stop:
                raise

    def _new_consumer_thread(self) -> _Thread:
        return _Thread(self, loop=self.loop, beacon=self.beacon)

    def verify_event_path(self, now: float, tp: TP) -> None:
        """Faust's livelock check knows acks only, and only logs; worker/stream/watch.py does it for lanes."""

    async def _drain_messages(self, fetcher: Any) -> None:
        try:
            while not (self.should_stop or fetcher.should_stop):
                await self._hand_over()
        except self.consumer_stopped_errors:
            if not self.app.should_stop:
                raise

    async def _hand_over(self) -> None:
        await self._in_thread(stay)
        if not self.flow_active:
            await self.wait(self.can_resume_flow, timeout=FETCH_SECONDS)  # type: ignore[arg-type]  # any awaitable .wait()
        if self.should_stop or not self.flow_active:
            return
        if self._rewind:
            await self.perform_seek()
        partitions = set(self._get_active_partitions())
        if self._rewind or not partitions:
            await asyncio.sleep(FETCH_SECONDS)
        else:
            await self._fetch(partitions)

    async def _fetch(self, partitions: set[TP]) -> None:
        """One fetch. Until all of it is handed over its records count as lost: the position has moved past them."""
        # Read before the fetch: one that spans a rebalance may bring records of either side of it.
        generation = self.app.consumer_generation_id
        taken = [False]
        try:
            fetched = await self._getmany(active_partitions=partitions, timeout=FETCH_SECONDS)
            if self.flow_active and generation == self.app.consumer_generation_id:
                taken = [self.app.deliver(TopicPartition(*one), records) for one, records in fetched.items() if records]
        except NoOffsetForPartitionError as error:  # the client looked before a place was written down
            log.debug("no place yet", error=str(error))
        except OffsetOutOfRangeError as error:  # and nothing else was fetched
            taken = [await self._skip(error.args[0])]
        finally:
            # Decided here and not before: a rebalance seeks while the fetch is under way, and the fetch may move
            # the position past its records after that, or between the seeks of two partitions.
            self._lost += not all(taken)

    async def perform_seek(self) -> None:
        """Every partition to where the group stands; Faust's own leaves those without a commit where they are.

        A rebalance may cut it short. It ends with a seek of its own; whatever comes first, nothing is fetched before.
        """
        self._lost += 1
        lost = self._lost
        try:
            settled = await self._in_thread(seek_back, self.app.settings)
        except KafkaError as error:
            log.info("seek cut short", error=repr(error))
        else:
            self._found = max(self._found, lost if settled else 0)

    async def _skip(self, missing: Mapping[TopicPartition, int]) -> bool:
        """On from positions that Kafka has not: mostly it deleted what lay there. False if that must be tried again."""
        try:
            first = await self._in_thread(to_first, missing)
        except KafkaError as error:
            log.info("jump cut short", error=repr(error))
            return False
        for partition, offset in missing.items():
            self._tell_missed(partition, max(offset, self._first.get(partition, 0)), first[partition])
        self._first |= first
        return True

    def _tell_missed(self, partition: TopicPartition, begin: int, end: int) -> None:
        """Once, whatever seeks go back before it: the group stands there until a record behind it is committed."""
        if begin < end:
            log.warning("offsets deleted before they were read", topic=partition.topic, partition=partition.partition,
                        first=begin, next=end)
            self.app.missed(partition.topic, end - begin)

    async def _in_thread(self, work: Callable[..., Awaitable[T]], *more: object) -> T:
        """`work` with the client, in the thread that owns it."""
        done: T = await self._thread.call_thread(work, self._thread._ensure_consumer(), *more)  # noqa: SLF001 - held by a contract test
        return done


class _Transport(driver.Transport):
    Consumer: ClassVar[type[driver.Consumer]] = _Consumer


class Intake(faust.App):
    """A Faust application without agents, tables, acks, web server, leader and producer."""

    BootStrategy = _Boot

    def __init__(self, settings: Settings, deliver: Deliver, missed: Missed) -> None:
        self.settings = settings
        self.deliver = deliver
        self.missed = missed
        self.guard = batches.Guard(
            carry_bytes=max(settings.max_article_bytes, settings.max_request_bytes),
            fetch_bytes=settings.batch_max_bytes,
        )
        super().__init__(settings.group_id, **_faust_settings(settings))
        # acks=False keeps the topic out of Faust's commits: lanes commit it, in their transactions.
        raw = self.topic(settings.topics.raw, value_type=bytes, key_type=bytes, acks=False)
        self.topics.add(raw)

    def _new_transport(self) -> _Transport:
        return _Transport(self.conf.broker_consumer, self)

    async def until_crash(self) -> None:
        """Raises what made a service of Faust crash."""
        await self._crashed.wait()
        raise RuntimeError("Faust crashed") from self.crash_reason

    def bound(self, fetch_bytes: int) -> None:
        """What a fetch may bring of one partition from now on; a single batch of its topic may be more.

        aiokafka fetches ahead for partitions that are paused here: with 48 of them it held 190 MiB.
        """
        self.guard.fetch_bytes = fetch_bytes
        client = self.consumer._thread._ensure_consumer()  # type: ignore[attr-defined]  # noqa: SLF001 - held by a contract test
        client._fetcher._max_partition_fetch_bytes = min(self.settings.fetch_max_bytes, fetch_bytes)  # noqa: SLF001 - same

    def pause(self, partition: TopicPartition) -> None:
        self.consumer.pause_partitions({TP(*partition)})

    def pause_all(self) -> None:
        self.consumer.pause_partitions(self.consumer.assignment())

    def resume(self, partition: TopicPartition) -> None:
        self.consumer.resume_partitions({TP(*partition)})

    async def begin(self, partition: TopicPartition, committed: int | None) -> int | None:
        """Where to begin by what the group has committed; None if that is nothing.

        An offset beyond the end is of a topic that was made anew by a cluster which kept its groups' offsets, or of
        records that an unclean election lost: nothing would ever reach it. Such a group is no new one, so it does not
        begin at the end: what there is now, nobody may have read. But a leader that has lost its office without
        knowing it tells an end of the past: so it is asked more than once.
        """
        for look in range(LOOKS):
            await asyncio.sleep(LOOK_SECONDS if look else 0)
            if not committed or committed <= (end := await self.end(partition)):
                return committed
        log.error("committed offset lies beyond the end, reading from the beginning", topic=partition.topic,
                  partition=partition.partition, committed=committed, end=end)
        return 0

    async def ends(self, partitions: Iterable[TopicPartition]) -> dict[TopicPartition, int]:
        """The offset after the last committed record of each partition, asked of the brokers now."""
        found: dict[TopicPartition, int] = await self._ask("end_offsets", list(partitions))
        return found

    async def raw_ends(self) -> dict[TopicPartition, int]:
        """As `ends`, of all partitions of the raw topic."""
        topic = self.settings.topics.raw
        numbers = self.consumer._thread._ensure_consumer().partitions_for_topic(topic)  # type: ignore[attr-defined]  # noqa: SLF001 - held by a contract test
        return await self.ends(TopicPartition(topic, number) for number in sorted(numbers))

    async def end(self, partition: TopicPartition) -> int:
        """As `ends`, of one partition."""
        return (await self.ends([partition]))[partition]

    async def position(self, partition: TopicPartition) -> int:
        """The next offset that will be fetched."""
        offset: int = await self._ask("position", partition)
        return offset

    async def _ask(self, question: str, about: object) -> Any:
        """Call a method of the client in the thread that owns it; given up here, it is given up there.

        Not by Faust's queue, which works off two calls at a time: two questions whose answer does not come (of a
        partition without a leader, for the 40 s of the client's request) would hold up every fetch behind them.
        """
        thread: _Thread = self.consumer._thread  # type: ignore[attr-defined]  # noqa: SLF001 - held by a contract test
        asked = getattr(thread._ensure_consumer(), question)(about)  # noqa: SLF001 - same
        return await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(asked, thread.thread_loop))


def _faust_settings(settings: Settings) -> dict[str, Any]:
    return {
        "broker": [f"kafka://{address}" for address in settings.brokers],
        "datadir": settings.instance_dir / "faust",
        "autodiscover": False,
        "web_enabled": False,
        "processing_guarantee": "at_least_once",  # Faust's exactly_once covers nothing here (streaming.md 1.2)
        "table_standby_replicas": 0,  # selects the round robin assignor
        "topic_disable_leader": True,
        "topic_allow_declare": False,
        "stream_wait_empty": False,
        "key_serializer": "raw",
        "value_serializer": "raw",
        "broker_session_timeout": settings.session_timeout_seconds,
        "broker_heartbeat_interval": settings.heartbeat_seconds,
        "broker_rebalance_timeout": settings.rebalance_timeout_seconds,
        "broker_request_timeout": max(settings.rebalance_timeout_seconds, settings.session_timeout_seconds) + 10,
        "broker_max_poll_interval": settings.max_poll_interval_seconds,
    }
