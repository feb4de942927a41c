"""What worker/stream/intake.py relies on inside Faust and aiokafka. A new version that breaks one fails here first."""

from __future__ import annotations

import asyncio
import importlib.metadata
import inspect
from typing import TYPE_CHECKING, Any, cast
from unittest.mock import AsyncMock

import aiokafka
import pytest
from aiokafka import TopicPartition
from aiokafka.errors import KafkaError, NoOffsetForPartitionError, OffsetOutOfRangeError
from faust.tables.recovery import Recovery
from faust.transport.consumer import Consumer, Fetcher
from faust.transport.drivers import aiokafka as driver
from faust.types import TP
from structlog.testing import capture_logs

from worker.settings import load
from worker.stream.batches import Guard
from worker.stream.client import consumer, seek_back, stay, to_first
from worker.stream.intake import Intake

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

RAW = TP("news.article.raw.v1", 0)


@pytest.fixture
async def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Intake]:
    monkeypatch.setenv("NEWSFACTS_STATE_DIR", str(tmp_path))
    made = Intake(load(), lambda _, __: True, lambda _, __: None)
    made.finalize()
    yield made
    if made._consumer is not None:
        inner(made)._thread.thread_loop.close()  # made with the thread, which was never started


def inner(app: Intake) -> Any:
    """Faust's consumer with what its interface does not show."""
    return app.consumer


def source(thing: Any) -> str:
    return inspect.getsource(thing)


def test_the_versions_are_the_ones_that_were_read() -> None:
    versions = {name: importlib.metadata.version(name) for name in ("faust-streaming", "mode-streaming", "aiokafka")}

    assert versions == {"faust-streaming": "0.15.3", "mode-streaming": versions["mode-streaming"], "aiokafka": "0.14.0"}


def test_the_fetcher_does_nothing_but_call_drain_messages() -> None:
    assert "await consumer._drain_messages(self)" in source(Fetcher._fetcher.fun)


def test_the_fetch_itself_is_refused_while_the_flow_is_stopped() -> None:
    assert "if not self.consumer.flow_active:\n            return {}" in source(
        driver.AIOKafkaConsumerThread._fetch_records
    )


def test_partitions_are_sought_back_to_the_committed_offset_before_the_flow_resumes() -> None:
    resume = source(Recovery._resume_streams)

    assert resume.index("consumer.perform_seek()") < resume.index("consumer.resume_flow()")
    assert "if not self.tables" in source(Recovery._restart_recovery.fun)  # and without tables this is all there is


def test_the_flow_stops_before_the_revocation_is_told() -> None:
    revoke = source(Intake._on_partitions_revoked)

    assert revoke.index("consumer.stop_flow") < revoke.index("self.on_partitions_revoked.send")


def test_the_generation_is_known_before_the_assignment_is_told() -> None:
    told = source(driver.ConsumerRebalanceListener.on_partitions_assigned)

    assert told.index("consumer_generation_id = generation") < told.index("on_partitions_assigned(ensure_TPset")


def test_a_read_committed_consumer_asks_for_stable_ends() -> None:
    from aiokafka.consumer.fetcher import Fetcher as ClientFetcher

    assert "OffsetRequest(-1, self._isolation_level" in source(ClientFetcher._proc_offset_request)


async def test_our_consumer_and_thread_are_the_ones_that_faust_builds(app: Intake) -> None:
    assert type(inner(app)).__module__ == "worker.stream.intake"
    assert type(inner(app)._thread).__module__ == "worker.stream.intake"


async def test_the_client_reads_only_what_is_committed_and_commits_nothing(app: Intake) -> None:
    client: aiokafka.AIOKafkaConsumer = inner(app)._thread._create_consumer(loop=app.loop)
    try:
        assert client._isolation_level == "read_committed"
        assert client._enable_auto_commit is False
        assert client._group_id == "newsfacts"
    finally:
        client._closed = True  # never started: nothing to close but its destructor


async def test_the_raw_topic_is_no_business_of_fausts_commits(app: Intake) -> None:
    topics = await cast("Any", app.topics)._update_indices()

    assert set(topics) == {"news.article.raw.v1"}
    assert not app.topics.acks_enabled_for("news.article.raw.v1")


async def test_neither_web_server_nor_producer_are_started(app: Intake) -> None:
    services = [type(service).__name__ for service in app.boot_strategy.server()]

    assert "Web" not in services
    assert "Producer" not in services


async def test_a_paused_partition_is_not_fetched_and_a_resumed_one_is(app: Intake) -> None:
    inner(app)._set_active_tps({RAW})

    app.pause(TopicPartition(*RAW))
    paused = set(inner(app)._get_active_partitions())
    app.resume(TopicPartition(*RAW))

    assert (paused, inner(app)._get_active_partitions()) == (set(), {RAW})


@pytest.mark.parametrize(
    ("intake", "fetch"), [(64 << 20, 8 << 20), (256 << 20, 32 << 20), (1 << 40, 50 << 20)], ids=["64M", "256M", "1T"]
)
async def test_a_fetch_of_all_partitions_brings_an_eighth_of_what_lanes_may_hold(intake: int, fetch: int) -> None:
    settings = load({"intake_max_bytes": intake})
    client = consumer(settings, Guard(1, 1), "test")
    client._closed = True  # never started: nothing to close but its destructor

    assert client._fetch_max_bytes == fetch


async def test_what_a_fetch_brings_is_bounded_from_the_next_request_on(app: Intake) -> None:
    from aiokafka.consumer.fetcher import Fetcher as ClientFetcher

    client: aiokafka.AIOKafkaConsumer = inner(app)._thread._create_consumer(loop=app.loop)
    client._fetcher = cast("Any", ClientFetcher.__new__(ClientFetcher))
    inner(app)._thread._consumer = client
    try:
        app.bound(100_000)
        bounded = client._fetcher._max_partition_fetch_bytes, app.guard.fetch_bytes
        app.bound(1 << 30)
    finally:
        client._closed = True  # never started: nothing to close but its destructor

    assert bounded == (100_000, 100_000)
    assert client._fetcher._max_partition_fetch_bytes == app.settings.fetch_max_bytes
    assert "self._max_partition_fetch_bytes)" in source(ClientFetcher._get_actions_per_node)


class Fetch:
    """Stands for the network: brings one record list, and lets something happen meanwhile."""

    def __init__(self, app: Intake, monkeypatch: pytest.MonkeyPatch) -> None:
        self.delivered: list[Any] = []
        self.sought = self.stayed = 0
        self.settled = True
        self.first: dict[TopicPartition, int] = {}
        self.missed: list[tuple[str, int]] = []
        app.missed = lambda topic, offsets: self.missed.append((topic, offsets))
        self.meanwhile: Callable[[], None] = lambda: None
        inner(app)._set_active_tps({RAW})
        inner(app).resume_flow()
        app.deliver = self._deliver
        self.accepts = True
        monkeypatch.setattr(inner(app), "_getmany", self._getmany)
        monkeypatch.setattr(inner(app)._thread, "call_thread", self._call_thread)
        monkeypatch.setattr(inner(app)._thread, "_ensure_consumer", lambda: None)
        self.trouble: KafkaError | None = None

    async def _getmany(self, active_partitions: set[TP], timeout: float) -> dict[TP, list[str]]:  # noqa: ASYNC109 - Faust's signature
        self.meanwhile()
        return {partition: ["record"] for partition in active_partitions if timeout}

    async def _call_thread(self, what: object, *_: object) -> object:
        if what is stay:
            self.stayed += 1
            return None
        if what is seek_back:
            self.sought += 1
        if self.trouble is not None:
            trouble, self.trouble = self.trouble, None
            raise trouble
        return dict(self.first) if what is to_first else self.settled

    def _deliver(self, partition: TopicPartition, records: Any) -> bool:
        self.delivered.append((partition, records))
        return self.accepts


@pytest.fixture
async def fetch(app: Intake, monkeypatch: pytest.MonkeyPatch) -> Fetch:
    return Fetch(app, monkeypatch)


async def test_a_fetch_is_handed_over_as_one_list(app: Intake, fetch: Fetch) -> None:
    await inner(app)._hand_over()

    assert fetch.delivered == [(TopicPartition(*RAW), ["record"])]
    assert fetch.sought == 0


@pytest.mark.parametrize("why", ["no partitions", "all of them paused", "the flow stopped", "a seek that fails"])
async def test_a_worker_that_fetches_nothing_stays_in_its_group(app: Intake, fetch: Fetch, why: str) -> None:
    if why == "no partitions":
        inner(app)._set_active_tps(set())
    elif why == "all of them paused":
        app.pause(TopicPartition(*RAW))
    elif why == "the flow stopped":
        inner(app).stop_flow()
    else:
        fetch.accepts = False
        await inner(app)._hand_over()
        fetch.trouble = KafkaError("rebalancing")
    before, delivered = fetch.stayed, len(fetch.delivered)

    await inner(app)._hand_over()

    assert (fetch.stayed - before, len(fetch.delivered) - delivered) == (1, 0)


async def test_a_fetch_that_spans_a_rebalance_is_dropped_and_fetched_again(app: Intake, fetch: Fetch) -> None:
    def rebalance() -> None:
        app.consumer_generation_id += 1
        fetch.meanwhile = lambda: None

    fetch.meanwhile = rebalance

    await inner(app)._hand_over()
    dropped = list(fetch.delivered)
    await inner(app)._hand_over()

    assert (dropped, len(fetch.delivered), fetch.sought) == ([], 1, 1)


async def test_a_fetch_that_a_rebalance_overtakes_with_its_seek_is_fetched_again_all_the_same(
    app: Intake, fetch: Fetch, monkeypatch: pytest.MonkeyPatch
) -> None:
    getmany = inner(app)._getmany

    async def spans(**asked: Any) -> Any:
        app.consumer_generation_id += 1
        await inner(app).perform_seek()  # as Faust does when partitions are assigned
        monkeypatch.setattr(inner(app), "_getmany", getmany)
        return await getmany(**asked)  # and only then the client moves the position past these records

    monkeypatch.setattr(inner(app), "_getmany", spans)

    await inner(app)._hand_over()
    dropped, sought = list(fetch.delivered), fetch.sought
    await inner(app)._hand_over()

    assert (dropped, sought) == ([], 1)
    assert (len(fetch.delivered), fetch.sought) == (1, 2)


async def test_a_seek_makes_good_no_fetch_that_is_dropped_while_it_is_under_way(
    app: Intake, fetch: Fetch, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The seek of one partition is done, that of the next still waits for its committed offset."""
    seeking, answered = asyncio.Event(), asyncio.Event()
    call_thread, getmany = fetch._call_thread, inner(app)._getmany

    async def slowly(what: object, *more: object) -> object:
        if what is seek_back:
            seeking.set()
            await answered.wait()
        return await call_thread(what, *more)

    async def spans(**asked: Any) -> Any:
        await seeking.wait()
        app.consumer_generation_id += 1
        monkeypatch.setattr(inner(app), "_getmany", getmany)
        return await getmany(**asked)

    monkeypatch.setattr(inner(app)._thread, "call_thread", slowly)
    monkeypatch.setattr(inner(app), "_getmany", spans)

    seek = asyncio.ensure_future(inner(app).perform_seek())  # as Faust does when partitions are assigned
    await inner(app)._fetch({RAW})
    answered.set()
    await seek
    await inner(app)._hand_over()

    assert (len(fetch.delivered), fetch.sought) == (1, 2)


async def test_an_empty_fetch_does_not_stand_for_a_seek_that_failed_meanwhile(
    app: Intake, fetch: Fetch, monkeypatch: pytest.MonkeyPatch
) -> None:
    getmany = inner(app)._getmany

    async def nothing(**_: Any) -> Any:
        fetch.trouble = KafkaError("the coordinator is gone")
        await inner(app).perform_seek()
        monkeypatch.setattr(inner(app), "_getmany", getmany)
        return {}

    monkeypatch.setattr(inner(app), "_getmany", nothing)

    await inner(app)._hand_over()
    await inner(app)._hand_over()

    assert (len(fetch.delivered), fetch.sought) == (1, 2)


async def test_a_fetch_during_a_stopped_flow_is_dropped_and_fetched_again(app: Intake, fetch: Fetch) -> None:
    fetch.meanwhile = inner(app).stop_flow
    await inner(app)._hand_over()
    dropped = list(fetch.delivered)

    fetch.meanwhile = lambda: None
    inner(app).resume_flow()
    await inner(app)._hand_over()

    assert (dropped, len(fetch.delivered), fetch.sought) == ([], 1, 1)


async def test_a_fetch_that_nobody_takes_is_fetched_again(app: Intake, fetch: Fetch) -> None:
    fetch.accepts = False
    await inner(app)._hand_over()
    fetch.accepts = True
    await inner(app)._hand_over()

    assert (len(fetch.delivered), fetch.sought) == (2, 1)


async def test_a_seek_that_fails_is_tried_again_before_anything_is_fetched(app: Intake, fetch: Fetch) -> None:
    fetch.accepts = False
    await inner(app)._hand_over()
    fetch.trouble = KafkaError("rebalancing")
    await inner(app)._hand_over()
    while_failing = len(fetch.delivered)
    await inner(app)._hand_over()

    assert (while_failing, len(fetch.delivered), fetch.sought) == (1, 2, 2)


async def test_a_fetch_that_fails_half_way_is_fetched_again(
    app: Intake, fetch: Fetch, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fails(*_: object, **__: object) -> None:
        raise KafkaError("connection lost")

    with monkeypatch.context() as broken:
        broken.setattr(inner(app), "_getmany", fails)
        with pytest.raises(KafkaError):
            await inner(app)._hand_over()
    await inner(app)._hand_over()

    assert (len(fetch.delivered), fetch.sought) == (1, 1)


async def test_nothing_is_fetched_while_a_partition_has_no_place(app: Intake, fetch: Fetch) -> None:
    fetch.settled = False
    await inner(app).perform_seek()  # as Faust does when partitions are assigned
    await inner(app)._hand_over()
    before = list(fetch.delivered)
    fetch.settled = True
    await inner(app)._hand_over()

    assert (before, len(fetch.delivered), fetch.sought) == ([], 1, 3)


def gone(app: Intake, fetch: Fetch, monkeypatch: pytest.MonkeyPatch, *errors: KafkaError) -> None:
    """The next fetches raise `errors`; Kafka's first offset is 40."""
    left, getmany = list(errors), inner(app)._getmany

    async def raises(**asked: Any) -> Any:
        if left:
            raise left.pop(0)
        return await getmany(**asked)

    monkeypatch.setattr(inner(app), "_getmany", raises)
    fetch.first = {TopicPartition(*RAW): 40}


async def test_offsets_that_kafka_has_deleted_are_jumped_counted_and_told_once(
    app: Intake, fetch: Fetch, monkeypatch: pytest.MonkeyPatch
) -> None:
    error = OffsetOutOfRangeError({TopicPartition(*RAW): 10})
    gone(app, fetch, monkeypatch, error, error)  # the second: after a seek back to what the group still stands at

    with capture_logs() as told:
        for _ in range(3):
            await inner(app)._hand_over()

    assert fetch.missed == [("news.article.raw.v1", 30)]
    assert [(one["log_level"], one["topic"], one["partition"], one["first"], one["next"]) for one in told] == [
        ("warning", "news.article.raw.v1", 0, 10, 40)
    ]
    assert (len(fetch.delivered), fetch.sought) == (1, 0)  # a seek would go back before the jump, again and again


async def test_what_kafka_deletes_after_a_jump_counts_from_there(
    app: Intake, fetch: Fetch, monkeypatch: pytest.MonkeyPatch
) -> None:
    error = OffsetOutOfRangeError({TopicPartition(*RAW): 10})
    gone(app, fetch, monkeypatch, error, error)

    await inner(app)._hand_over()
    fetch.first = {TopicPartition(*RAW): 60}
    await inner(app)._hand_over()

    assert [offsets for _, offsets in fetch.missed] == [30, 20]


async def test_a_position_beyond_the_end_goes_back_and_misses_nothing(
    app: Intake, fetch: Fetch, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone(app, fetch, monkeypatch, OffsetOutOfRangeError({TopicPartition(*RAW): 90}))

    await inner(app)._hand_over()
    await inner(app)._hand_over()

    assert (fetch.missed, len(fetch.delivered)) == ([], 1)


@pytest.mark.parametrize("why", ["the jump fails", "no place was written down yet"])
async def test_what_cannot_be_placed_is_sought_again_before_anything_is_fetched(
    app: Intake, fetch: Fetch, monkeypatch: pytest.MonkeyPatch, why: str
) -> None:
    if why == "the jump fails":
        gone(app, fetch, monkeypatch, OffsetOutOfRangeError({TopicPartition(*RAW): 10}))
        fetch.trouble = KafkaError("no leader")
    else:
        gone(app, fetch, monkeypatch, NoOffsetForPartitionError(TopicPartition(*RAW)))

    await inner(app)._hand_over()
    before = list(fetch.delivered)
    await inner(app)._hand_over()

    assert (before, len(fetch.delivered), fetch.sought, fetch.missed) == ([], 1, 1, [])


@pytest.mark.parametrize(
    ("committed", "place"), [(None, None), (0, 0), (7, 7), (9, 9), (10, 0)],
    ids=["no commit", "zero", "before the end", "at the end", "beyond the end"],
)
async def test_a_group_that_stands_beyond_the_end_begins_a_topic_made_anew_at_its_beginning(
    app: Intake, monkeypatch: pytest.MonkeyPatch, committed: int | None, place: int | None
) -> None:
    """And is no new group, which `latest` would let begin at the end: nobody has read what there is."""

    monkeypatch.setattr("worker.stream.intake.LOOK_SECONDS", 0)
    monkeypatch.setattr(app, "end", AsyncMock(return_value=9))

    assert await app.begin(TopicPartition(*RAW), committed) == place


async def test_an_end_that_lies_before_the_commit_is_asked_again_of_whoever_leads_now(
    app: Intake, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("worker.stream.intake.LOOK_SECONDS", 0)
    monkeypatch.setattr(app, "end", AsyncMock(side_effect=[9, 12]))

    assert await app.begin(TopicPartition(*RAW), 12) == 12


def test_stock_seek_leaves_partitions_without_a_commit_where_they_are() -> None:
    """The reason why perform_seek is ours: records of a dropped first fetch would never be seen again."""
    assert "if offset and offset > 0:\n                self._fetcher.seek_to" in source(
        aiokafka.AIOKafkaConsumer.seek_to_committed
    )


def test_stock_faust_spends_two_tasks_on_each_message() -> None:
    """The reason why the fetcher's loop is ours; when this falls, look whether Faust's own would do."""
    assert "self.wait_first(\n" in source(Consumer._drain_messages)
