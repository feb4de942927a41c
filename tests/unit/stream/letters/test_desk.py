"""What a desk makes of a pointer's original; the rest of it is in tests/integration/test_dlq.py."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import pytest
from aiokafka import ConsumerRecord, TopicPartition

from worker.settings import load
from worker.stream.letters import desk as module
from worker.stream.letters.desk import Desk
from worker.stream.letters.refusal import Refusal
from worker.stream.presence import TopicMissing
from worker.stream.withheld import Withheld

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from worker.pipeline.outcome import Failed
    from worker.stream.letters.letter import Letter

LARGE = b"x" * 40_000


@pytest.fixture
def pointing(letter: Callable[..., Letter], failed: Failed) -> Letter:
    return letter(LARGE, outcome=failed, carried=16_384)


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> Callable[[bytes], Desk]:
    """A desk that finds this value where a pointer leads."""

    def made(value: bytes) -> Desk:
        async def partitions(*_: Any) -> list[TopicPartition]:
            return [TopicPartition("news.article.raw.v1", 2)]

        async def one(*_: Any) -> ConsumerRecord:
            return ConsumerRecord("news.article.raw.v1", 2, 17, 0, 0, b"k", value, None, 0, 0, (("x", b"1"),))

        monkeypatch.setattr(module, "partitions", partitions)
        monkeypatch.setattr(module, "one", one)
        return Desk(load(), cast("Any", None), cast("Any", None))

    return made


async def test_the_original_takes_the_pointers_place(pointing: Letter, found: Callable[[bytes], Desk]) -> None:
    whole = await found(LARGE).whole(pointing)

    assert (whole.payload, whole.told("x")) == (LARGE, "1")


async def test_an_original_that_cannot_be_read_whole_is_not_sent_without_its_headers(
    pointing: Letter, found: Callable[[bytes], Desk]
) -> None:
    with pytest.raises(Refusal, match="cannot be read: 5000 headers are more than are read"):
        await found(Withheld.beside_headers(LARGE, 5_000)).whole(pointing)


async def test_another_record_in_the_originals_place_is_not_sent(
    pointing: Letter, found: Callable[[bytes], Desk]
) -> None:
    with pytest.raises(Refusal, match="now holds another record"):
        await found(b"y").whole(pointing)


async def test_a_topic_that_is_not_there_holds_no_original(
    pointing: Letter, found: Callable[[bytes], Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    async def missing(*_: Any) -> list[TopicPartition]:
        raise TopicMissing("news.article.raw.v1")

    desk = found(LARGE)
    monkeypatch.setattr(module, "partitions", missing)

    with pytest.raises(Refusal, match="is no longer at"):
        await desk.whole(pointing)


async def test_a_topic_is_asked_for_its_partitions_once(
    pointing: Letter, found: Callable[[bytes], Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ten thousand pointers took an hour when each asked."""
    desk, asked = found(LARGE), []
    partitions: Callable[..., Awaitable[list[TopicPartition]]] = vars(module)["partitions"]

    async def counted(*which: Any) -> list[TopicPartition]:
        asked.append(which)
        return await partitions(*which)

    monkeypatch.setattr(module, "partitions", counted)

    for _ in range(3):
        await desk.whole(pointing)

    assert len(asked) == 1
