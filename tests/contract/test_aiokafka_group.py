"""What worker/stream/intake.py relies on in aiokafka to stay in its group, and to learn of the group's errors."""

from __future__ import annotations

import inspect
import time
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import pytest
from aiokafka import AIOKafkaConsumer
from aiokafka.consumer.group_coordinator import GroupCoordinator
from aiokafka.consumer.subscription_state import SubscriptionState
from aiokafka.errors import GroupAuthorizationFailedError

from worker.stream.intake import _stay

if TYPE_CHECKING:
    from collections.abc import Callable


class Group:
    """A client as far as `_stay` knows it: aiokafka's own idle time and errors, and no network."""

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

    await _stay(group.client)

    assert before >= 100
    assert group._subscription.fetcher_idle_time < 50


async def test_an_error_of_the_coordinator_is_told_once_even_if_nothing_is_fetched() -> None:
    group = Group()
    group._coordinator._pending_exception = GroupAuthorizationFailedError("newsfacts")

    with pytest.raises(GroupAuthorizationFailedError):
        await _stay(group.client)
    await _stay(group.client)


@pytest.mark.parametrize("place", [GroupCoordinator.ensure_active_group, GroupCoordinator._heartbeat_routine])
def test_by_its_idle_time_alone_a_client_leaves_its_group_and_stays_away(place: Callable[..., object]) -> None:
    assert "idle_time = self._subscription.fetcher_idle_time" in inspect.getsource(place)


def test_a_client_that_has_started_has_what_staying_asks_for() -> None:
    """The coordinator is made by start(), which Faust awaits before it starts the fetcher."""
    assert "self._coordinator = GroupCoordinator(" in inspect.getsource(AIOKafkaConsumer.start)
    assert "self._subscription = SubscriptionState(" in inspect.getsource(AIOKafkaConsumer.__init__)
