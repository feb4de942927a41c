"""Whether a topic is there: now, soon, or for whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from aiokafka.errors import TopicAuthorizationFailedError

from worker.stream import presence
from worker.stream.metadata import Found
from worker.stream.presence import TopicMissing, partitions

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from worker.settings import Settings

GONE, THERE, HIDDEN = Found({}), Found({"news": 3}), Found({}, frozenset({"news"}))


class Client:
    """Answers of one broker after the other; the last for good."""

    answers: Iterator[Found]
    asked = 0
    closed = 0

    def __init__(self, **_: object) -> None: ...

    async def bootstrap(self) -> None: ...

    async def close(self) -> None:
        Client.closed += 1


@pytest.fixture(autouse=True)
def _answers(monkeypatch: pytest.MonkeyPatch) -> None:
    async def find(client: Client, names: Collection[str]) -> Found:
        assert names == ["news"]
        client.__class__.asked += 1
        return next(client.answers)

    monkeypatch.setattr(presence, "AIOKafkaClient", Client)
    monkeypatch.setattr(presence, "find", find)
    monkeypatch.setattr(presence, "_PAUSE_SECONDS", 0.001)
    monkeypatch.setattr(Client, "asked", 0)
    monkeypatch.setattr(Client, "closed", 0)


async def test_a_topic_that_is_there_tells_its_partitions(settings: Settings) -> None:
    Client.answers = iter([THERE])

    assert await partitions(settings, "news") == 3
    assert Client.closed == 1


async def test_a_topic_that_was_just_made_is_waited_for_by_who_has_patience(settings: Settings) -> None:
    Client.answers = iter([GONE, GONE, THERE])

    assert await partitions(settings, "news", patience=60) == 3


async def test_one_that_is_missing_is_told_at_once_to_who_has_none(settings: Settings) -> None:
    Client.answers = iter([GONE, THERE])

    with pytest.raises(TopicMissing, match=r"^news$"):
        await partitions(settings, "news")
    assert (Client.asked, Client.closed) == (1, 1)


async def test_what_this_user_may_not_see_is_not_taken_for_missing(settings: Settings) -> None:
    Client.answers = iter([HIDDEN])

    with pytest.raises(TopicAuthorizationFailedError, match="news"):
        await partitions(settings, "news", patience=60)
