"""What a lane is told of its transactions, and their bounds, against an epoch of lists."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from aiokafka import TopicPartition
from aiokafka.errors import (
    GroupAuthorizationFailedError,
    KafkaError,
    MessageSizeTooLargeError,
    NotCoordinatorForGroupError,
    ProducerFenced,
)

from worker.observability.telemetry import Telemetry
from worker.stream import standing, transaction
from worker.stream.records import Record
from worker.stream.sizes import Sizes
from worker.stream.transaction import Refused, Transactor

if TYPE_CHECKING:
    from worker.settings import Settings

RECORDS = [Record("t", b"k", b"small"), Record("t", b"k", b"large" * 100), Record("t", b"k", b"small")]
DEAD_LETTER = "news.article.dlq.v1"
TOO_LARGE_TO_SEND = object()


class Epoch:
    """Answers each send as told."""

    def __init__(self, answers: list[object]) -> None:
        self.answers = answers
        self.calls: list[str] = []
        self.sent: list[tuple[Record, int | None]] = []
        self.troubles: list[KafkaError] = []
        self.stands = {3: 7}

    async def open(self) -> None:
        self.calls.append("open")

    async def begin(self) -> None:
        self.calls.append("begin")

    async def send(self, one: Record, partition: int | None) -> asyncio.Future[object]:
        self.sent.append((one, partition))
        answer: asyncio.Future[object] = asyncio.get_running_loop().create_future()
        result = self.answers.pop(0)
        if result is TOO_LARGE_TO_SEND:
            raise MessageSizeTooLargeError
        if isinstance(result, asyncio.CancelledError):
            answer.cancel()
        elif isinstance(result, BaseException):
            answer.set_exception(result)
        elif result is not None:
            answer.set_result(result)
        return answer

    async def commit(self, group: str, next_offsets: dict[TopicPartition, int]) -> None:
        self.calls.append(f"commit {group} {next_offsets[TopicPartition('raw', 3)]}")

    async def offsets(self, group: str, next_offsets: dict[TopicPartition, int]) -> None:
        self.calls.append(f"offsets {group} {next_offsets[TopicPartition('raw', 3)]}")

    async def committed(self, group: str, topic: str) -> dict[TopicPartition, int]:
        self.calls.append(f"committed {group}")
        if self.troubles:
            raise self.troubles.pop()
        return {TopicPartition(topic, number): offset for number, offset in self.stands.items()}

    async def abort(self) -> None:
        self.calls.append("abort")

    async def close(self) -> None:
        self.calls.append("close")


def transactor(settings: Settings, answers: list[object]) -> tuple[Transactor, Epoch]:
    made = Transactor(settings, Telemetry(), Sizes(1 << 20, {}), TopicPartition("raw", 3))
    epoch = Epoch(answers)
    made._epoch = epoch  # type: ignore[assignment]
    return made, epoch


async def test_whoever_owns_the_partition_has_the_same_id_and_the_strictest_topics_batches(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[tuple[str, dict[str, object]]] = []

    def of(given: Settings, transactional_id: str, **options: object) -> Epoch:
        told.append((transactional_id, {"settings": given, **options}))
        return Epoch([])

    monkeypatch.setattr(transaction, "Epoch", of)
    for limit in (1 << 20, 10_000):
        sizes = Sizes(1 << 20, {"fact": limit})
        await Transactor(settings, Telemetry(), sizes, TopicPartition(settings.topics.raw, 3)).open()

    assert [name for name, _ in told] == ["newsfacts:news.article.raw.v1:3"] * 2
    assert [options.pop("batch_bytes") for _, options in told] == [settings.producer_batch_bytes, sizes.batch_bytes]
    as_set = {"settings": settings, "request_bytes": settings.max_request_bytes,
              "linger": settings.producer_linger_seconds}
    assert [options for _, options in told] == [as_set] * 2


class Clock:
    """Stands for the module time in the transactor's eyes; everything takes a second."""

    now = 1_000.0

    def monotonic(self) -> float:
        self.now += 1
        return self.now


def value(made: Transactor, name: str, **labels: str) -> float | None:
    return made._telemetry.registry.get_sample_value(f"newsfacts_{name}", labels)


async def test_every_delivery_is_awaited_and_told_with_how_long_all_took(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(transaction, "time", Clock())
    made, epoch = transactor(settings, ["one", "two", "three"])

    assert await made.send(RECORDS) == ["one", "two", "three"]
    assert epoch.calls == ["begin"]
    assert value(made, "publish_total", topic="t", result="success") == 3
    assert value(made, "publish_duration_seconds_sum", topic="t") == 1


async def test_each_record_is_handed_over_with_the_partition_it_names(settings: Settings) -> None:
    made, epoch = transactor(settings, ["one", "two"])
    state, fact = Record("state", b"k", b"v", partition=3), Record("fact", b"k", b"v")

    await made.send([state, fact])

    assert epoch.sent == [(state, 3), (fact, None)]


async def test_deliveries_that_failed_are_told_and_dead_letters_among_them_by_name(settings: Settings) -> None:
    letter = Record(DEAD_LETTER, b"k", b"v")
    made, _ = transactor(settings, [KafkaError(), KafkaError(), "three", KafkaError(), KafkaError()])

    with pytest.raises(KafkaError):
        await made.send([*RECORDS, letter, letter])

    told = [value(made, "publish_total", topic=topic, result="failure") for topic in ("t", DEAD_LETTER)]
    assert told == [2, 2]
    assert value(made, "publish_total", topic="t", result="success") == 1
    assert value(made, "dead_letter_publish_failures_total") == 2


async def test_a_failed_delivery_of_something_else_is_no_failed_dead_letter(settings: Settings) -> None:
    made, _ = transactor(settings, [KafkaError()])

    with pytest.raises(KafkaError):
        await made.send(RECORDS[:1])

    assert value(made, "dead_letter_publish_failures_total") == 0


async def test_the_first_failed_delivery_is_raised_as_it_came(settings: Settings) -> None:
    """A lane tells by its class that another owner has fenced it."""
    made, _ = transactor(settings, ["one", ProducerFenced("first"), KafkaError("second")])

    with pytest.raises(ProducerFenced, match="first"):
        await made.send(RECORDS)


async def test_of_a_refused_batch_the_largest_record_is_named(settings: Settings) -> None:
    made, _ = transactor(settings, [MessageSizeTooLargeError(), MessageSizeTooLargeError(), "three"])

    with pytest.raises(Refused) as refused:
        await made.send(RECORDS)

    assert refused.value.record is RECORDS[1]
    assert str(refused.value) == f"t does not take {RECORDS[1].size_bytes} bytes"


async def test_a_record_that_the_client_itself_finds_too_large_is_named(settings: Settings) -> None:
    made, _ = transactor(settings, ["one", TOO_LARGE_TO_SEND, "three"])

    with pytest.raises(Refused) as refused:
        await made.send(RECORDS)

    assert refused.value.record is RECORDS[1]


async def test_a_delivery_that_a_dead_sender_gave_up_is_an_error_and_no_revocation(settings: Settings) -> None:
    made, _ = transactor(settings, ["one", asyncio.CancelledError(), "three"])

    with pytest.raises(KafkaError, match="given up"):
        await made.send(RECORDS)


@pytest.mark.parametrize("call", ["begin", "commit"])
async def test_no_call_is_awaited_for_ever(settings: Settings, monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    made, epoch = transactor(settings.model_copy(update={"transaction_timeout_seconds": 0.05}), ["one"])

    async def hangs(*_: object) -> None:
        await asyncio.sleep(60)

    monkeypatch.setattr(epoch, call, hangs)

    ends = asyncio.ensure_future(_transaction(made))
    await asyncio.wait([ends], timeout=5)

    assert ends.done()
    assert isinstance(ends.exception(), TimeoutError)


async def _transaction(made: Transactor) -> None:
    await made.send(RECORDS[:1])
    await made.commit(1)


async def test_a_delivery_that_never_comes_is_not_awaited_for_ever(settings: Settings) -> None:
    quick = settings.model_copy(update={"transaction_timeout_seconds": 0.05})
    made, _ = transactor(quick, ["one", None, "three"])

    with pytest.raises(TimeoutError):
        await made.send(RECORDS)


async def test_the_offset_is_committed_for_the_group_and_told_with_how_long_it_took(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(transaction, "time", Clock())
    made, epoch = transactor(settings, [])

    await made.commit(7)

    assert epoch.calls == ["commit newsfacts 7"]
    assert value(made, "consumer_commit_duration_seconds_sum") == 1


async def test_what_is_told_of_the_mock_broker_is_nothing(settings: Settings) -> None:
    """It keeps no transactions."""
    made, epoch = transactor(settings.model_copy(update={"embedded_broker": True}), [])

    assert await made.standing() == (None, False, None)
    assert epoch.calls == []


async def test_where_the_partition_stands_is_asked_in_a_transaction_that_is_given_up(settings: Settings) -> None:
    made, epoch = transactor(settings, [SimpleNamespace(offset=40)])

    assert await made.standing() == (7, False, 40)
    assert epoch.calls == ["begin", "offsets newsfacts 0", "committed newsfacts", "abort"]
    [(witness, partition)] = epoch.sent
    assert (witness.topic, witness.value, partition) == (settings.topics.document_state, None, 3)
    assert witness.key  # a compacted topic takes no record without one


@pytest.mark.parametrize(("stands", "new"), [({}, True), ({2: 5}, False)], ids=["new group", "new partition"])
async def test_a_group_is_new_that_has_nothing_of_any_partition(
    settings: Settings, stands: dict[int, int], *, new: bool
) -> None:
    made, epoch = transactor(settings, [SimpleNamespace(offset=40)])
    epoch.stands = stands

    assert await made.standing() == (None, new, 40)


async def test_places_are_committed_and_nothing_else(settings: Settings) -> None:
    made, epoch = transactor(settings, [])

    await made.place({TopicPartition("raw", 3): 9})

    assert (epoch.calls, epoch.sent) == (["begin", "commit newsfacts 9"], [])


async def test_a_coordinator_that_has_just_moved_on_is_written_to_again_where_it_is_now(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(standing, "PAUSE_SECONDS", 0)
    made, epoch = transactor(settings, [SimpleNamespace(offset=40)])
    epoch.troubles = [NotCoordinatorForGroupError()]

    assert await made.standing() == (7, False, 40)
    assert epoch.calls == ["begin", *["offsets newsfacts 0", "committed newsfacts"] * 2, "abort"]


async def test_who_may_not_ask_is_told_so(settings: Settings) -> None:
    made, epoch = transactor(settings, [SimpleNamespace(offset=40)])
    epoch.troubles = [GroupAuthorizationFailedError()]

    with pytest.raises(GroupAuthorizationFailedError):
        await made.standing()


async def test_what_is_not_open_yet_takes_nothing_and_has_nothing_to_close(settings: Settings) -> None:
    made = Transactor(settings, Telemetry(), Sizes(1 << 20, {}), TopicPartition("raw", 3))

    await made.close()
    with pytest.raises(RuntimeError, match=r"^the transactor is not open$"):
        await made.send([])


async def test_what_is_closed_is_closed_once_and_takes_nothing_more(settings: Settings) -> None:
    made, epoch = transactor(settings, [])

    await made.close()
    await made.close()

    assert epoch.calls == ["close"]
    with pytest.raises(RuntimeError, match="not open"):
        await made.commit(7)
