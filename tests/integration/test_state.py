"""Revisions on a real Kafka: what is published once stays known, on this worker and on the next."""

from __future__ import annotations

import shutil
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from tests.integration.stream_world import STATE, World, article

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from deploy.kafka.client import Kafka


@pytest.fixture
def world(kafka: Kafka, topic_prefix: str, tmp_path: Path) -> Iterator[World]:
    with World(kafka, f"t{topic_prefix[-24:]}.", tmp_path) as made:
        yield made


FIRST = Counter({("assert", "doc", "a"): 1, ("assert", "doc", "b"): 1})
CHANGE = Counter({("retract", "doc", "a"): 1, ("assert", "doc", "c"): 1})


def test_revisions_inside_one_batch_are_judged_in_order(world: World) -> None:
    world.send(
        ("doc", payload)
        for payload in (
            article("doc", "a", "b"),
            article("doc", "a", "b"),  # redelivered unchanged: publishes nothing
            article("doc", "b", "c"),  # a goes, c comes, b stays
            article("doc", status="canceled"),  # all go
        )
    )

    world.worker()
    world.settle()

    gone = Counter({("retract", "doc", "b"): 1, ("retract", "doc", "c"): 1})
    assert world.told() == FIRST + CHANGE + gone
    assert len(world.read("news.article.clean.v1")) == 2


def test_an_older_version_changes_nothing(world: World) -> None:
    world.worker()
    world.send([("doc", article("doc", "a", version="2"))])
    world.settle()
    world.send([("doc", article("doc", "b", version="1"))])
    world.settle()

    assert world.told() == Counter({("assert", "doc", "a"): 1})


@pytest.mark.parametrize("loss", ["nothing", "directory", "corrupt", "other-worker"])
def test_what_was_published_stays_known_after(world: World, loss: str) -> None:
    worker = world.worker()
    world.send([("doc", article("doc", "a", "b")), ("other", article("other", "x"))])
    world.settle()
    worker.kill()
    _lose(loss, world.home / "state-one")

    world.worker("two" if loss == "other-worker" else "one")
    world.send([("doc", article("doc", "a", "b")), ("doc", article("doc", "b", "c"))])
    world.settle()

    assert world.told() == FIRST + CHANGE + Counter({("assert", "other", "x"): 1})


def test_a_raw_topic_that_was_made_anew_is_read_from_its_beginning_and_nothing_known_is_said_twice(
    world: World,
) -> None:
    worker = world.worker()
    world.send(("doc", article("doc", str(number))) for number in range(20))
    world.settle()
    worker.kill()
    raw = f"{world.prefix}news.article.raw.v1"
    world.kafka.delete_topics(raw)
    _until(lambda: _made_anew(world, raw))
    before = world.told()

    world.send([("doc", article("doc", "19")), ("doc", article("doc", "new"))])
    world.worker()
    _until(lambda: world.told() != before)

    assert world.told() - before == Counter({("retract", "doc", "19"): 1, ("assert", "doc", "new"): 1})


def test_a_store_that_follows_another_log_is_not_believed(world: World) -> None:
    """Here a state topic that was made anew, and has grown beyond what the store had read of the one before."""
    first = world.worker("one")
    world.send(((f"old-{number}", article(f"old-{number}", "a")) for number in range(5)), partition=0)
    world.settle()
    first.stop()
    state = f"{world.prefix}{STATE}"
    world.kafka.delete_topics(state)
    _until(lambda: _made_anew(world, state, {"cleanup.policy": "compact"}))
    second = world.worker("two")
    world.send(((f"new-{number}", article(f"new-{number}", "a")) for number in range(20)), partition=0)
    world.settle()
    second.stop()

    again = world.worker("one")
    world.send(((name, article(name, "a")) for name in ("old-0", "new-0")), partition=0)
    world.settle()

    told = world.told()
    assert (told["assert", "old-0", "a"], told["assert", "new-0", "a"]) == (2, 1), "the topic knows new-0 alone"
    assert again.lines("local state of another log deleted")


def test_state_follows_its_partition_from_worker_to_worker(world: World) -> None:
    names = [f"doc-{number}" for number in range(300)]
    first = world.worker("one")
    world.send((name, article(name, "a")) for name in names)
    world.settle()
    second = world.worker("two")
    _until(lambda: second.lines("lane ready"))
    world.send((name, article(name, "a", "b")) for name in names)
    world.settle()
    second.kill()
    world.send((name, article(name, "b")) for name in names)
    world.settle()

    told = Counter((op, fact) for op, _, fact in world.told().elements())
    assert told == {("assert", "a"): 300, ("assert", "b"): 300, ("retract", "a"): 300}
    assert sum(line["restored"] for line in second.lines("state restored")) > 0
    assert first.stop() == 0


def test_a_store_is_not_read_again_from_the_beginning_when_it_is_there(world: World) -> None:
    worker = world.worker()
    world.send((f"doc-{number}", article(f"doc-{number}", "a")) for number in range(200))
    world.settle()
    worker.stop()

    again = world.worker()
    _until(lambda: len(again.lines("lane ready")) == 6)

    assert sum(line["restored"] for line in again.lines("state restored")) == 0


def test_two_workers_never_share_a_directory(world: World) -> None:
    first = world.worker("one")
    _until(lambda: first.lines("lane ready"))

    second = world.worker("one", http_host="127.0.0.2")  # the port is free there, the directory is not

    assert second.wait() == 4
    assert second.lines("cannot work like this")
    assert first.running


def _made_anew(world: World, topic: str, config: Mapping[str, str] | None = None) -> bool:
    from confluent_kafka import KafkaException

    try:
        world.kafka.create_topics(topic, partitions=6, config=config)
    except KafkaException:  # the old one is still on its way out
        return False
    return True


def _lose(what: str, home: Path) -> None:
    if what == "directory":
        shutil.rmtree(home)
    elif what == "corrupt":
        for manifest in home.rglob("MANIFEST-*"):
            manifest.write_bytes(b"no manifest")


def _until(reached: Callable[[], object], seconds: float = 60) -> None:
    import time

    deadline = time.monotonic() + seconds
    while not reached():
        assert time.monotonic() < deadline
        time.sleep(0.1)
