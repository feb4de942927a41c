"""What worker/stream/intake.py relies on in the thread of Faust's consumer: its loop, and calls beside its queue."""

from __future__ import annotations

import asyncio
import inspect
import threading
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import pytest
from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.errors import KafkaError
from mode.threads import MethodQueue, QueueServiceThread, ServiceThread

from worker.stream.intake import Intake

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

RAW = TopicPartition("news.article.raw.v1", 0)
PATIENCE = 30.0  # of a machine that is busy with other things


class Client:
    """Answers in the thread that owns it; of the end of a partition it never knows."""

    def __init__(self) -> None:
        self.asked = self.given_up = 0

    async def position(self, _: TopicPartition) -> int:
        return threading.get_ident()

    async def committed(self, _: TopicPartition) -> int:
        raise KafkaError("no coordinator")

    async def end_offsets(self, _: list[TopicPartition]) -> None:
        self.asked += 1
        try:
            await asyncio.sleep(3600)
        finally:
            self.given_up += 1


class Owner(QueueServiceThread):
    """The thread of the consumer as Faust has it, but for the consumer."""

    abstract = False

    def __init__(self) -> None:
        super().__init__()
        self.client = Client()

    def _ensure_consumer(self) -> Client:
        return self.client


@pytest.fixture
async def owner() -> AsyncIterator[Owner]:
    made = Owner()
    await made.start()
    yield made
    await made.stop()


@pytest.fixture
def intake(owner: Owner) -> Intake:
    made: Any = SimpleNamespace(consumer=SimpleNamespace(_thread=owner))
    for name in ("ends", "end", "position", "_ask"):
        setattr(made, name, getattr(Intake, name).__get__(made))
    return cast("Intake", made)


async def test_a_question_is_answered_in_the_thread_that_owns_the_client(intake: Intake, owner: Owner) -> None:
    assert owner._thread is not None
    assert await intake.position(RAW) == owner._thread.ident != threading.get_ident()


async def test_an_error_comes_back_as_it_is(intake: Intake) -> None:
    with pytest.raises(KafkaError, match="no coordinator"):
        await intake._ask("committed", RAW)


async def test_questions_without_an_answer_hold_up_no_other_and_end_with_their_asker(
    intake: Intake, owner: Owner
) -> None:
    asked = [asyncio.ensure_future(intake.end(RAW)) for _ in range(5)]
    await until(lambda: owner.client.asked == 5)

    async with asyncio.timeout(PATIENCE):
        assert await intake.position(RAW)
    for one in asked:
        one.cancel()
    await asyncio.gather(*asked, return_exceptions=True)

    await until(lambda: owner.client.given_up == 5)


def test_the_queue_of_the_thread_works_off_two_calls_at_a_time() -> None:
    """The reason why questions do not wait in it; fetches, seeks and Faust's own calls do."""
    assert inspect.signature(MethodQueue.__init__).parameters["num_workers"].default == 2
    assert "self.method_queue.call(" in inspect.getsource(QueueServiceThread.call_thread)


def test_the_loop_of_the_client_is_the_one_of_the_thread() -> None:
    assert "asyncio.set_event_loop(self.thread_loop)" in inspect.getsource(ServiceThread._start_thread)
    for question in ("committed", "end_offsets", "position"):
        assert inspect.iscoroutinefunction(getattr(AIOKafkaConsumer, question))


async def until(reached: Any) -> None:
    async with asyncio.timeout(PATIENCE):
        while not reached():  # noqa: ASYNC110 - what is waited for happens in another thread
            await asyncio.sleep(0.005)
