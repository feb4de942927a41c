"""The shell on a real Kafka: facts exactly once, dead letters with their reasons, exit codes."""

from __future__ import annotations

import hashlib
import json
import socket
import time
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from tests.integration.stream_world import World, article, until
from worker.stream.app import LETTING_GO_SECONDS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from deploy.kafka.client import Kafka


@pytest.fixture
def world(kafka: Kafka, topic_prefix: str, tmp_path: Path) -> Iterator[World]:
    with World(kafka, f"t{topic_prefix[-24:]}.", tmp_path) as made:
        yield made


def test_every_article_yields_its_facts_its_clean_article_and_its_state_exactly_once(world: World) -> None:
    names = [f"doc-{number}" for number in range(1_000)]
    world.send((name, article(name, "a", "b")) for name in names)

    worker = world.worker()
    world.settle()

    assert world.told() == Counter(("assert", name, fact) for name in names for fact in "ab")
    assert Counter(one.key.decode() for one in world.read("news.article.clean.v1")) == Counter(names)
    assert Counter(one.key.decode() for one in world.read("newsfacts.document-state.v1")) == Counter(names)
    assert worker.stop() == 0


def test_outputs_are_keyed_and_carry_cloudevents_headers_and_the_trace_of_their_article(world: World) -> None:
    trace = b"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
    world.send([("doc", article("doc", "a"))], headers=[("traceparent", trace)])

    world.worker()
    world.settle()

    [fact] = world.read("news.fact.v1")
    [clean] = world.read("news.article.clean.v1")
    assert (fact.key, clean.key) == (b"person:doc", b"doc")
    assert fact.told("ce_type") == b"io.newsfacts.fact.asserted.v1"
    assert clean.told("ce_type") == b"io.newsfacts.article.cleaned.v1"
    assert fact.told("traceparent") == clean.told("traceparent") == trace


def test_each_bad_article_becomes_one_dead_letter_with_its_reason_and_harms_no_neighbour(world: World) -> None:
    bad = {
        "invalid_json": b"\xff\x00 no JSON",
        "deadline_exceeded": article("late", do="hang"),
        "worker_crash": article("killer", do="die"),
        "memory_exceeded": article("glutton", do="eat"),
        "ZeroDivisionError": article("bug", do="raise"),
        "oversize": article("long", "a", fill="x" * 300_000),
        "output_oversize": article("wide", "a", pad=700_000),
    }
    good = [f"good-{number}" for number in range(60)]
    mixed = [(name, article(name, "a")) for name in good]
    for place, payload in enumerate(bad.values()):
        mixed.insert(place * 8 + 3, ("same-key", payload))  # one partition: each has neighbours on both sides
    world.send([("same-key", payload) for _, payload in mixed], headers=[("origin", b"a test")])

    world.worker(article_deadline_seconds=2, max_article_bytes=250_000, max_request_bytes=600_000)
    world.settle(90)

    assert world.told() == Counter(("assert", name, "a") for name in good)
    letters = world.dead_letters()
    assert set(letters) == set(bad)
    for code, letter in letters.items():
        assert (letter.value, letter.key, letter.told("origin")) == (bad[code], b"same-key", b"a test")
        assert letter.told("__streams.errors.topic").decode() == f"{world.prefix}news.article.raw.v1"
        assert letter.told("__streams.errors.offset").decode() == str(mixed.index(("same-key", bad[code])))
        assert json.loads(letter.told("nf-error-detail-json"))["code"] == code
    faults = {code: letter.told("nf-error-fault") for code, letter in letters.items()}
    assert faults == {
        code: b"producer" if code in {"invalid_json", "oversize"} else b"internal" for code in bad
    }


def test_a_dead_letter_too_large_for_its_topic_is_a_pointer_that_finds_the_original(
    kafka: Kafka, topic_prefix: str, tmp_path: Path
) -> None:
    world = World(kafka, f"t{topic_prefix[-24:]}.", tmp_path)
    kafka.create_topics(f"{world.prefix}news.article.raw.v1", config={"max.message.bytes": "5000000"})
    for name in ("news.article.clean.v1", "news.fact.v1", "news.fact.soft.v1", "news.article.dlq.v1"):
        kafka.create_topics(world.prefix + name)
    kafka.create_topics(f"{world.prefix}newsfacts.document-state.v1", config={"cleanup.policy": "compact"})
    huge = b"<p>" + b"x" * 3_000_000
    world.send([("doc", huge), ("next", article("next", "a"))])

    world.worker()
    try:
        world.settle()
        letter = world.dead_letters()["oversize"]
        pointer = json.loads(letter.value)
    finally:
        World.__exit__(world)

    assert world.told() == Counter({("assert", "next", "a"): 1})
    assert (pointer["size_bytes"], pointer["sha256"]) == (len(huge), hashlib.sha256(huge).hexdigest())
    assert (pointer["topic"], pointer["offset"]) == (f"{world.prefix}news.article.raw.v1", 0)
    assert pointer["head"] == huge[:200].decode()
    assert letter.key == b"doc"


def test_sensitive_facts_are_kept_off_the_topic_that_everybody_reads(world: World) -> None:
    labels = {"child": ["minor"], "illness": ["health", "minor"], "arrest": ["crime"]}
    names = [f"doc-{number}" for number in range(50)]
    world.send((name, article(name, "plain", *labels, labels=labels)) for name in names)
    worker = world.worker(sensitive="minor:redirect,health:drop")
    world.settle()
    world.send([(names[0], article(names[0], "plain"))])  # its next revision tells nothing of the kind
    world.settle()

    aside = Counter((one["op"], one["object"]["value"]) for one in world.facts("news.fact.sensitive.v1"))
    told = Counter((one["op"], one["object"]["value"]) for one in world.facts())
    assert aside == {("assert", "child"): 50, ("retract", "child"): 1}
    assert told == {("assert", "plain"): 50, ("assert", "arrest"): 50, ("retract", "arrest"): 1}
    assert worker.stop() == 0


def test_an_aborted_article_is_never_read(world: World) -> None:
    from confluent_kafka import Producer

    producer = Producer({"bootstrap.servers": world.kafka.bootstrap, "transactional.id": world.prefix})
    producer.init_transactions(30)
    for name, end in (("aborted", producer.abort_transaction), ("kept", producer.commit_transaction)):
        producer.begin_transaction()
        producer.produce(f"{world.prefix}news.article.raw.v1", article(name, "a"), key="k")
        producer.flush(30)
        end(30)
    world.worker()
    world.send([("k", article("last", "a"))])

    world.settle()

    assert {document for _, document, _ in world.told()} == {"kept", "last"}


def test_a_second_worker_takes_its_share_and_nothing_is_doubled(world: World) -> None:
    names = [f"doc-{number}" for number in range(2_000)]
    first = world.worker("one")
    world.send((name, article(name, "a")) for name in names[:1_000])
    second = world.worker("two")
    world.send((name, article(name, "a")) for name in names[1_000:])

    world.settle()
    codes = [first.stop(), second.stop()]

    assert world.told() == Counter(("assert", name, "a") for name in names)
    assert codes == [0, 0]
    assert [len(line["partitions"]) for line in second.lines("partitions assigned")][-1:] in ([3], [6])


def test_a_worker_that_was_frozen_beyond_its_session_comes_back_and_doubles_nothing(world: World) -> None:
    names = [f"doc-{number}" for number in range(600)]
    first = world.worker("one", batch_max_articles=4, STREAM_TXN_DELAY=0.3)
    second = world.worker("two", batch_max_articles=4, STREAM_TXN_DELAY=0.3)
    until(lambda: second.lines("lane ready") and first.lines("lane ready"))
    world.send((name, article(name, "a")) for name in names)
    until(lambda: world.behind() < 560)
    before = len(second.lines("partitions assigned"))

    first.freeze()  # with a transaction open
    until(lambda: len(second.lines("partitions assigned")) > before)
    until(lambda: world.behind() < 400)
    first.thaw()
    world.settle(120)

    assert world.told() == Counter(("assert", name, "a") for name in names)
    assert (first.running, second.running) == (True, True)
    uncommitted = len(world.read("news.fact.v1", isolation="read_uncommitted"))
    assert uncommitted > 600, "no transaction was open when the worker froze: the run proves nothing"


def test_sigterm_lets_the_batches_in_hand_commit_and_exits_0(world: World) -> None:
    world.send((f"doc-{number}", article(f"doc-{number}", "a", do="slow")) for number in range(60))
    worker = world.worker(batch_max_articles=4)
    until(lambda: world.behind() < 60)

    code = worker.stop()
    world.worker("two", batch_max_articles=4)
    world.settle()

    assert code == 0
    assert worker.lines("drained")[0]["cut_short"] == 0
    assert sum(world.told().values()) == 60


def test_sigterm_gives_up_what_is_not_read_and_exits_0(world: World) -> None:
    world.send([("doc", article("doc", "a", do="hang"))])
    worker = world.worker()
    until(lambda: worker.lines("lane ready"))
    time.sleep(2)  # the article hangs in the pool by then

    code = worker.stop()

    [line] = worker.lines("drained")
    assert (code, line["cut_short"], line["left_for_others"]) == (0, 0, 1)


def test_a_drain_that_takes_too_long_is_cut_and_exits_3(world: World) -> None:
    """A transaction is stuck; so the worker is gone as late after its drain as it ever is."""
    world.send([("doc", article("doc", "a"))])
    worker = world.worker(drain_seconds=1, STREAM_TXN_DELAY=25)
    until(lambda: worker.lines("lane ready"))
    time.sleep(2)  # the transaction is open by then

    begun = time.monotonic()
    code = worker.stop()

    assert (code, worker.lines("drained")[0]["cut_short"]) == (3, 1)
    assert time.monotonic() - begun < 1 + LETTING_GO_SECONDS + 1


def test_partitions_that_wait_their_turn_in_a_busy_pool_are_not_stuck(world: World) -> None:
    """16 s of work for one process; the last partition in the row has waited for most of them."""
    names = [f"doc-{number}" for number in range(80)]
    world.send((name, article(name, "a", do="slow")) for name in names)
    worker = world.worker(pool_processes=1, liveness_stall_seconds=6)

    world.settle()

    assert worker.running
    assert world.told() == Counter(("assert", name, "a") for name in names)


def test_a_partition_that_stands_still_ends_the_worker_for_its_supervisor(world: World) -> None:
    world.send([("doc", article("doc", "a", do="hang"))])
    worker = world.worker(article_deadline_seconds=300, liveness_stall_seconds=3)

    assert worker.wait(90) == 70
    assert "no progress" in worker.lines("worker ends for its supervisor")[0]["error"]


@pytest.mark.parametrize("moment", ["starting", "partitions assigned"])
def test_a_worker_that_is_told_to_stop_while_it_starts_leaves_in_good_order(world: World, moment: str) -> None:
    worker = world.worker()
    until(lambda: worker.lines(moment))

    assert worker.stop() == 0


@pytest.mark.parametrize("topic", ["topic_raw", "topic_fact", "topic_dead_letter", "topic_document_state"])
def test_missing_topics_are_told_with_the_command_that_makes_them(world: World, topic: str) -> None:
    worker = world.worker(**{topic: "not.there"})

    assert worker.wait(60) == 4
    assert "topics apply" in worker.lines("cannot work like this")[0]["error"]


def test_an_unreachable_broker_is_told_and_exits_5(world: World) -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        worker = world.worker(broker_url=f"127.0.0.1:{nobody.getsockname()[1]}")

        assert worker.wait(60) == 5

    assert worker.lines("no broker answers")
