"""What worker/stream/client.py relies on in aiokafka: staying in the group, its errors, offsets that are gone."""

from __future__ import annotations

import inspect
import time
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import pytest
from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.consumer.fetcher import Fetcher, OffsetResetStrategy
from aiokafka.consumer.group_coordinator import GroupCoordinator
from aiokafka.consumer.subscription_state import SubscriptionState
from aiokafka.errors import GroupAuthorizationFailedError, KafkaError, KafkaTimeoutError

from worker.settings import load
from worker.stream.batches import Guard
from worker.stream.client import consumer, seek_back, stay, to_first

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

RAW = TopicPartition("news.article.raw.v1", 0)
OTHER = TopicPartition("news.article.raw.v1", 1)


class Group:
    """A client as far as `stay` knows it: aiokafka's own idle time and errors, and no network."""

    def __init__(self) -> None:
        self._subscription = SubscriptionState()
        self._coordinator: Any = GroupCoordinator.__new__(GroupCoordinator)
        self._coordinator._coordination_task = SimpleNamespace(done=lambda: False)
        self._coordinator._error_consumed_fut = self._coordinator._pending_exception = None

    @property
    def client(self) -> AIOKafkaConsumer:
        return cast("AIOKafkaConsumer", self)


async def test_staying_counts_as_a_fetch() -> None:
    group = Group()
    group._subscription._last_fetch_ended = time.monotonic() - 100
    before = group._subscription.fetcher_idle_time

    await stay(group.client)

    assert before >= 100
    assert group._subscription.fetcher_idle_time < 50


async def test_an_error_of_the_coordinator_is_told_once_even_if_nothing_is_fetched() -> None:
    group = Group()
    group._coordinator._pending_exception = GroupAuthorizationFailedError("newsfacts")

    with pytest.raises(GroupAuthorizationFailedError):
        await stay(group.client)
    await stay(group.client)


@pytest.mark.parametrize("place", [GroupCoordinator.ensure_active_group, GroupCoordinator._heartbeat_routine])
def test_by_its_idle_time_alone_a_client_leaves_its_group_and_stays_away(place: Callable[..., object]) -> None:
    assert "idle_time = self._subscription.fetcher_idle_time" in inspect.getsource(place)


def test_a_client_that_has_started_has_what_staying_asks_for() -> None:
    """The coordinator is made by start(), which Faust awaits before it starts the fetcher."""
    assert "self._coordinator = GroupCoordinator(" in inspect.getsource(AIOKafkaConsumer.start)
    assert "self._subscription = SubscriptionState(" in inspect.getsource(AIOKafkaConsumer.__init__)


class Client:
    """A client with two partitions; of one `committed` is what the group has, of the other 5."""

    def __init__(self, committed: int | None, *, reached: bool = True) -> None:
        self.offset, self.reached = committed, reached
        self.sought: dict[TopicPartition, object] = {}

    def assignment(self) -> list[TopicPartition]:
        return [RAW, OTHER]

    async def committed(self, partition: TopicPartition) -> int | None:
        return self.offset if partition == RAW else 5

    def seek(self, partition: TopicPartition, offset: int) -> None:
        self.sought[partition] = offset

    async def seek_to_beginning(self, partition: TopicPartition) -> bool:
        self.sought[partition] = "beginning"
        return self.reached

    async def seek_to_end(self, partition: TopicPartition) -> bool:
        self.sought[partition] = "end"
        return self.reached

    async def beginning_offsets(self, partitions: Iterable[TopicPartition]) -> dict[TopicPartition, int]:
        return dict.fromkeys(partitions, 40)


@pytest.mark.parametrize(
    ("committed", "reset", "place"),
    [(7, "earliest", 7), (0, "latest", 0), (None, "earliest", "beginning")],
    ids=["a commit", "a commit at zero", "none, from the beginning"],
)
async def test_a_rewind_reaches_every_partition(committed: int | None, reset: str, place: object) -> None:
    client = Client(committed)

    assert await seek_back(client, load({"auto_offset_reset": reset}))
    assert client.sought == {RAW: place, OTHER: 5}


async def test_a_group_that_begins_at_the_end_has_no_place_before_its_lane_has_written_one_down() -> None:
    """The end that the client would find now may lie behind the one that the lane will write."""
    client, settings = Client(None), load({"auto_offset_reset": "latest"})

    before, sought = await seek_back(client, settings), dict(client.sought)
    client.offset = 90
    after = await seek_back(client, settings)

    assert (before, sought) == (False, {OTHER: 5})
    assert (after, client.sought) == (True, {RAW: 90, OTHER: 5})


async def test_the_broker_of_the_demo_that_keeps_no_place_is_read_from_its_end() -> None:
    client = Client(None)

    assert await seek_back(client, load({"auto_offset_reset": "latest", "embedded_broker": True}))
    assert client.sought == {RAW: "end", OTHER: 5}


async def test_a_seek_that_does_not_arrive_is_an_error() -> None:
    with pytest.raises(KafkaTimeoutError):
        await seek_back(Client(None, reached=False), load())


async def test_what_is_gone_is_left_for_the_first_offset_there_is() -> None:
    client = Client(10)

    assert await to_first(client, {RAW: 10}) == {RAW: 40}
    assert client.sought == {RAW: 40}


async def test_the_client_moves_no_position_by_itself() -> None:
    client = consumer(load({"auto_offset_reset": "latest"}), Guard(1, 1), "test")
    client._closed = True  # never started: nothing to close but its destructor

    assert OffsetResetStrategy.from_str(client._auto_offset_reset) == OffsetResetStrategy.NONE


def test_positions_that_are_gone_or_never_were_are_told_to_the_fetch_with_partition_and_offset() -> None:
    gone, never = inspect.getsource(Fetcher._proc_fetch_request), inspect.getsource(Fetcher._update_fetch_positions)

    assert "err = Errors.OffsetOutOfRangeError({tp: fetch_offset})\n                            self._set_error" in gone
    assert "err = Errors.NoOffsetForPartitionError(tp)\n                    self._set_error" in never


def test_an_error_of_one_partition_is_raised_by_a_fetch_that_takes_nothing_of_another() -> None:
    fetched = inspect.getsource(Fetcher.fetched_records)

    places = [fetched.index(code) for code in ("elif drained:", "return drained", "res_or_error.check_raise()")]
    assert places == sorted(places)


async def test_a_seek_in_a_partition_that_is_no_longer_ours_is_an_error_that_intake_knows() -> None:
    state = SubscriptionState()
    state.subscribe({RAW.topic})
    state.assign_from_subscribed({OTHER})

    with pytest.raises(KafkaError):
        state.seek(RAW, 40)
