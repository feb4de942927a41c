"""Reading the changelog: every step is bounded in time, and the store ends where the changelog does."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias
from unittest.mock import AsyncMock

import pytest
from aiokafka import ConsumerRecord, TopicPartition
from aiokafka.errors import KafkaError

from worker.stream import changelog
from worker.stream.changelog import restore
from worker.stream.state import DocumentStore

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator, Sequence
    from pathlib import Path

    from worker.settings import Settings

CHANGELOG = "newsfacts.document-state.v1"


@dataclass
class Reader:
    """A changelog of a list: (key, value), or None for a transaction's marker. `hangs`: the call that never ends."""

    log: Sequence[tuple[bytes, bytes | None] | None]
    begin: int = 0
    hangs: str = ""
    at: int = 0
    calls: list[str] = field(default_factory=list)

    async def _call(self, name: str) -> None:
        self.calls.append(name)
        if self.hangs == name:
            await asyncio.sleep(60)

    async def start(self) -> None:
        await self._call("start")

    async def stop(self) -> None:
        await self._call("stop")
        raise KafkaError("what a stop tells is no news")

    def assign(self, _: list[TopicPartition]) -> None:
        self.calls.append("assign")

    async def beginning_offsets(self, partitions: list[TopicPartition]) -> dict[TopicPartition, int]:
        await self._call("beginning_offsets")
        return dict.fromkeys(partitions, self.begin)

    async def end_offsets(self, partitions: list[TopicPartition]) -> dict[TopicPartition, int]:
        await self._call("end_offsets")
        return dict.fromkeys(partitions, self.begin + len(self.log))

    def seek(self, _: TopicPartition, offset: int) -> None:
        self.at = offset

    async def position(self, _: TopicPartition) -> int:
        await self._call("position")
        return self.at

    async def getmany(self, where: TopicPartition, *, timeout_ms: int) -> dict[TopicPartition, list[Any]]:
        await asyncio.sleep(timeout_ms / 1e6)
        await self._call("getmany")
        if self.hangs == "brings nothing":
            return {}
        found = self.log[self.at - self.begin :][:1]
        self.at += len(found)
        records = [ConsumerRecord(where.topic, 0, self.at - 1, 0, 0, *one, None, 0, 0, ()) for one in found if one]
        return {where: records} if records else {}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[DocumentStore]:
    made = DocumentStore(tmp_path / "store")
    yield made
    made.close()


Restored: TypeAlias = "Callable[..., Awaitable[int]]"


@pytest.fixture
def restored(monkeypatch: pytest.MonkeyPatch, settings: Settings, store: DocumentStore) -> Restored:
    async def run(reader: Reader, committed: int | None = 9, end: int | None = None) -> int:
        monkeypatch.setattr(changelog, "_reader", lambda _: reader)
        return await asyncio.wait_for(restore(settings, store, 3, committed, end), 5)

    return run


async def test_the_store_ends_where_the_changelog_does(restored: Restored, store: DocumentStore) -> None:
    log = [(b"a", b"{}"), None, (b"b", b"{}"), (b"a", None), None]

    assert await restored(Reader(log)) == 3
    assert (store.checkpoint, store.consumed) == (5, 9)
    assert [document for document in (b"a", b"b") if store._db.get(b"d:" + document) is not None] == [b"b"]


async def test_a_log_is_read_to_the_end_that_is_known_whatever_its_leader_takes_for_its_end(
    restored: Restored, store: DocumentStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A leader that was deposed in its sleep."""
    log = Reader([(b"a", b"{}"), None, (b"b", b"{}"), None])
    monkeypatch.setattr(log, "end_offsets", AsyncMock(return_value={TopicPartition(CHANGELOG, 3): 2}))

    assert await restored(log, end=4) == 2
    assert store.checkpoint == 4


async def test_what_the_store_knows_is_not_read_again(restored: Restored, store: DocumentStore) -> None:
    store.apply({b"a": b"{}"}, 1, 5)

    assert await restored(Reader([(b"a", b"{}"), (b"b", b"{}")])) == 1


@pytest.mark.parametrize(
    ("knows", "committed", "begin"),
    [((2, 10), 9, 0), ((2, 5), None, 0), ((1, 5), 9, 2), ((5, 5), 9, 0)],
    ids=["knows more input than is committed", "nothing is committed", "ends before the log", "ends after the log"],
)
async def test_a_store_that_follows_another_log_is_emptied_first(
    restored: Restored, store: DocumentStore, knows: tuple[int, int], committed: int | None, begin: int
) -> None:
    store.apply({b"old": b"{}"}, *knows)

    await restored(Reader([(b"a", b"{}"), (b"b", b"{}")], begin), committed)

    assert store._db.get(b"d:old") is None
    assert store._db.get(b"d:a") is not None
    assert (store.checkpoint, store.consumed) == (begin + 2, committed or 0)


@pytest.mark.parametrize(
    "call", ["start", "beginning_offsets", "end_offsets", "position", "getmany", "brings nothing"]
)
async def test_no_step_is_awaited_for_ever(
    restored: Restored, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    monkeypatch.setattr(changelog, "STALL_SECONDS", 0.05)
    reader = Reader([(b"a", b"{}")], hangs=call)

    with pytest.raises(TimeoutError):
        await restored(reader)

    assert reader.calls[-1] == "stop"


async def test_a_reader_that_does_not_stop_is_left_alone(
    restored: Restored, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(changelog, "STOP_SECONDS", 0.05)

    assert await restored(Reader([(b"a", b"{}")], hangs="stop")) == 1
