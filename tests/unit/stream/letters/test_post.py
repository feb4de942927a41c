"""A batch at the post is committed, refused or unclear; after the last two it takes nothing more."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from aiokafka.errors import (
    InvalidTxnState,
    KafkaError,
    KafkaTimeoutError,
    MessageSizeTooLargeError,
    ProducerFenced,
)

from worker.settings import load
from worker.stream.letters import post
from worker.stream.letters.post import Interrupted, Post, TooLarge
from worker.stream.records import Record

SETTINGS = load({"transaction_timeout_seconds": 0.5})
ARTICLE = Record("raw", b"k", b"article", partition=1)
ELSEWHERE = Record("raw", b"k", b"article of a partition that is no more", partition=7)
MARK = Record("marks", b"k", b"mark")


class Epoch:
    """`answers`: to what is sent, one after the other, None for a delivery. `raises`: by name of the call."""

    def __init__(self) -> None:
        self.calls: list[str] = []
        self.answers: list[Exception | None] = []
        self.raises: dict[str, Exception] = {}
        self.ids: list[str] = []

    def __call__(self, _: object, transactional_id: str, **__: Any) -> Epoch:
        self.ids.append(transactional_id)
        return self

    def _do(self, call: str) -> None:
        self.calls.append(call)
        if error := self.raises.get(call):
            raise error

    async def open(self) -> None:
        self._do("open")

    async def begin(self) -> None:
        self._do("begin")

    async def partitions(self, _: str) -> int:
        return 2

    async def send(self, one: Record, partition: int | None) -> asyncio.Future[None]:
        self._do(f"{one.topic}/{partition}")
        waiting: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        answer = self.answers.pop(0) if self.answers else None
        waiting.set_exception(answer) if answer else waiting.set_result(None)
        return waiting

    async def commit(self) -> None:
        self._do("commit")

    async def close(self, *, abort: bool) -> None:
        self._do("abort and close" if abort else "close")


@pytest.fixture
def epoch(monkeypatch: pytest.MonkeyPatch) -> Epoch:
    made = Epoch()
    monkeypatch.setattr(post, "Epoch", made)
    return made


async def test_a_batch_is_one_transaction_of_the_id_of_all_who_share_the_marks(epoch: Epoch) -> None:
    here = Post(SETTINGS)
    await here.open()

    await here.commit([ARTICLE, ELSEWHERE, MARK])

    assert epoch.calls == ["open", "begin", "raw/1", "raw/None", "marks/None", "commit"]
    assert epoch.ids == ["newsfacts.dead-letter-state.v1:desk"]


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        pytest.param([MessageSizeTooLargeError()], TooLarge, id="too large"),
        pytest.param([InvalidTxnState(), MessageSizeTooLargeError()], TooLarge, id="too large for its topic alone"),
        pytest.param([KafkaError("lost")], Interrupted, id="lost"),
    ],
)
async def test_a_batch_whose_record_is_not_delivered_is_not_committed(
    epoch: Epoch, answers: list[Exception | None], told: type[Exception]
) -> None:
    here = Post(SETTINGS)
    await here.open()
    epoch.answers = answers

    with pytest.raises(told):
        await here.commit([ARTICLE, MARK])

    assert "commit" not in epoch.calls
    assert epoch.calls[-1] == "abort and close"


@pytest.mark.parametrize(
    ("call", "error", "told"),
    [
        pytest.param("begin", KafkaTimeoutError("no answer"), "no answer", id="an epoch that is over"),
        pytest.param("commit", TimeoutError(), "TimeoutError", id="no end of the commit"),
        pytest.param("commit", ProducerFenced(), "another replay or discard has begun", id="fenced"),
    ],
)
async def test_what_is_unclear_ends_the_run_which_is_told_why(
    epoch: Epoch, call: str, error: Exception, told: str
) -> None:
    here = Post(SETTINGS)
    await here.open()
    epoch.raises = {call: error}

    with pytest.raises(Interrupted, match=told):
        await here.commit([ARTICLE, MARK])

    assert epoch.calls[-1] == "abort and close"
    with pytest.raises(RuntimeError, match="not open"):
        await here.commit([MARK])
