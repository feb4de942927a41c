"""When intake fetches, when it stops, and what it builds; what Faust and aiokafka do around it: tests/contract."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from aiokafka.errors import ConsumerStoppedError, KafkaError, NoOffsetForPartitionError, OffsetOutOfRangeError
from faust.types import TP
from structlog.testing import capture_logs

from worker.stream.client import seek_back, stay, to_first
from worker.stream.intake import FETCH_SECONDS, Intake

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from aiokafka import TopicPartition

    from worker.settings import Settings

RAW = TP("news.article.raw.v1", 0)


@pytest.fixture
async def app(settings: Settings) -> AsyncIterator[Intake]:
    made = Intake(settings, lambda _, __: True, lambda _, __: None)
    made.finalize()
    yield made
    consumer: Any = made.consumer
    consumer._thread.thread_loop.close()  # made with the thread, which was never started


class Inside:
    """Faust's consumer, on a network that brings a record with each fetch.

    `before`: happens as the next fetch begins. `trouble`: what the next call in the client's thread raises.
    """

    consumer: Any

    def __init__(self, app: Intake, monkeypatch: pytest.MonkeyPatch) -> None:
        self.consumer = app.consumer
        self.asked: list[tuple[set[TP], float]] = []
        self.delivered: list[tuple[TopicPartition, object]] = []
        self.before: Callable[[], None] = lambda: None
        self.brings: list[str] = ["record"]
        self.trouble: KafkaError | None = None
        self.called: list[tuple[object, ...]] = []
        self.consumer._set_active_tps({RAW})
        self.consumer.resume_flow()
        app.deliver = self._deliver
        monkeypatch.setattr(self.consumer, "_getmany", self._getmany)
        monkeypatch.setattr(self.consumer, "_in_thread", self._in_thread)

    async def _getmany(self, active_partitions: set[TP], timeout: float) -> dict[TP, list[str]]:  # noqa: ASYNC109 - Faust's signature
        self.before()
        self.asked.append((active_partitions, timeout))
        return dict.fromkeys(active_partitions, self.brings)

    def _deliver(self, partition: TopicPartition, records: object) -> bool:
        self.delivered.append((partition, records))
        return True

    async def _in_thread(self, *called: object) -> object:
        if called == (stay,):
            return None
        self.called.append(called)
        if self.trouble is not None:
            trouble, self.trouble = self.trouble, None
            raise trouble
        return dict.fromkeys(called[1], 7) if called[0] is to_first else True  # type: ignore[call-overload]

    def raises(self, error: Exception) -> None:
        """The next fetch does, and brings nothing."""

        def once() -> None:
            self.before = lambda: None
            raise error

        self.before = once


@pytest.fixture
def inside(app: Intake, monkeypatch: pytest.MonkeyPatch) -> Inside:
    return Inside(app, monkeypatch)


def stopping(app: Intake, inside: Inside, who: str) -> SimpleNamespace:
    """Faust's fetcher; the third fetch has somebody stop while it is under way."""
    fetcher = SimpleNamespace(should_stop=False)

    def stop() -> None:
        if len(inside.asked) == 2:
            fetcher.should_stop = who == "the fetcher"
            if who == "the consumer":
                inside.consumer._stopped.set()
            if who == "the client":
                app._stopped.set()
                raise ConsumerStoppedError

    inside.before = stop
    return fetcher


@pytest.mark.parametrize("who", ["the fetcher", "the consumer", "the client"])
async def test_fetches_follow_each_other_until_somebody_stops(app: Intake, inside: Inside, who: str) -> None:
    await asyncio.wait_for(inside.consumer._drain_messages(stopping(app, inside, who)), 30)

    assert inside.asked == [({RAW}, FETCH_SECONDS)] * (2 if who == "the client" else 3)


async def test_a_client_that_stops_by_itself_is_an_error(inside: Inside) -> None:
    def stop() -> None:
        raise ConsumerStoppedError

    inside.before = stop

    with pytest.raises(ConsumerStoppedError):
        await asyncio.wait_for(inside.consumer._drain_messages(SimpleNamespace(should_stop=False)), 30)


async def test_a_flow_that_resumes_meanwhile_is_not_waited_for_any_longer(inside: Inside) -> None:
    inside.consumer.stop_flow()
    asyncio.get_running_loop().call_later(0.01, inside.consumer.resume_flow)

    await inside.consumer._hand_over()

    assert len(inside.delivered) == 1


async def test_a_stopped_flow_is_waited_for_a_while_and_nothing_is_asked(inside: Inside) -> None:
    inside.consumer.stop_flow()

    await asyncio.wait_for(inside.consumer._hand_over(), 30)

    assert inside.asked == []


async def test_who_is_to_stop_fetches_nothing_more(inside: Inside) -> None:
    inside.consumer._stopped.set()

    await inside.consumer._hand_over()

    assert inside.asked == []


async def test_a_fetch_that_brought_nothing_of_a_partition_tells_its_lane_nothing(inside: Inside) -> None:
    inside.brings = []

    await inside.consumer._hand_over()

    assert (len(inside.asked), inside.delivered) == (1, [])


async def test_a_seek_that_fails_after_others_is_tried_again_before_anything_is_fetched(
    inside: Inside, settings: Settings
) -> None:
    for _ in range(2):
        await inside.consumer.perform_seek()
    inside.trouble = KafkaError("rebalancing")
    await inside.consumer.perform_seek()
    before = len(inside.called)

    await inside.consumer._hand_over()

    assert inside.called[before:] == [(seek_back, settings)]
    assert len(inside.delivered) == 1


async def test_positions_that_kafka_has_not_are_jumped_from_where_they_are(inside: Inside) -> None:
    inside.raises(OffsetOutOfRangeError({RAW: 5}))

    await inside.consumer._hand_over()

    assert inside.called == [(to_first, {RAW: 5})]


async def test_what_one_partition_missed_is_told_once_whatever_others_miss(app: Intake, inside: Inside) -> None:
    told: list[int] = []
    app.missed = lambda _, offsets: told.append(offsets)

    for partition in (RAW, TP(RAW.topic, 1), RAW):
        inside.raises(OffsetOutOfRangeError({partition: 0}))
        await inside.consumer._fetch({partition})

    assert told == [7, 7]


async def test_the_log_tells_what_a_fetch_waits_for(inside: Inside) -> None:
    with capture_logs() as lines:
        inside.raises(NoOffsetForPartitionError("nowhere"))
        await inside.consumer._hand_over()
        inside.trouble = KafkaError("rebalancing")
        await inside.consumer.perform_seek()
        inside.raises(OffsetOutOfRangeError({RAW: 5}))
        inside.trouble = KafkaError("no leader")
        await inside.consumer._fetch({RAW})
        inside.raises(OffsetOutOfRangeError({RAW: 5}))
        await inside.consumer._fetch({RAW})

    assert lines == [
        {"event": "no place yet", "error": str(NoOffsetForPartitionError("nowhere")), "log_level": "debug"},
        {"event": "seek cut short", "error": repr(KafkaError("rebalancing")), "log_level": "info"},
        {"event": "jump cut short", "error": repr(KafkaError("no leader")), "log_level": "info"},
        {"event": "offsets deleted before they were read", "topic": RAW.topic, "partition": RAW.partition,
         "first": 5, "next": 7, "log_level": "warning"},
    ]


async def test_the_groups_client_is_guarded_by_what_the_lanes_have_room_for(app: Intake, settings: Settings) -> None:
    consumer: Any = app.consumer
    client = consumer._thread._create_consumer(loop=asyncio.get_running_loop())
    client._closed = True  # never started: nothing to close but its destructor

    assert client._value_deserializer is app.guard
    assert client._client._client_id.startswith("newsfacts aiokafka")
    assert app.guard.carry_bytes == max(settings.max_article_bytes, settings.max_request_bytes)
    assert app.guard.fetch_bytes == settings.batch_max_bytes


async def test_all_that_was_assigned_can_be_paused_at_once(app: Intake, inside: Inside) -> None:
    both = {RAW, TP(RAW.topic, 1)}
    inside.consumer._set_active_tps(both)
    inside.consumer.assignment = lambda: both

    app.pause_all()

    assert inside.consumer._get_active_partitions() == set()


async def test_what_made_faust_crash_is_the_reason_given(app: Intake) -> None:
    waits = asyncio.ensure_future(app.until_crash())
    await asyncio.sleep(0)
    waited = not waits.done()
    reason = KafkaError("gone")
    await app.crash(reason)

    with pytest.raises(RuntimeError, match=r"^Faust crashed$") as crashed:
        await asyncio.wait_for(waits, 30)
    assert (waited, crashed.value.__cause__) == (True, reason)
