"""A broken release on a real Kafka: it stops before it drains the topic, and the next release reads the rest."""

from __future__ import annotations

import time
import urllib.request
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from tests.integration.ports import free_port
from tests.integration.stream_world import World, article

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from deploy.kafka.client import Kafka

FAILING = 7
LEAST = 10
PATIENCE = 120


@pytest.fixture
def world(kafka: Kafka, topic_prefix: str, tmp_path: Path) -> Iterator[World]:
    with World(kafka, f"t{topic_prefix[-24:]}.", tmp_path) as made:
        yield made


def test_a_release_that_fails_everything_stops_and_a_mended_one_reads_the_rest(world: World) -> None:
    names = [f"doc-{number}" for number in range(400)]
    refused = [(f"bad-{number}", b"no JSON") for number in range(100)]
    world.send([*((name, article(name, "a")) for name in names), *refused])

    port = free_port()
    first = world.worker(STREAM_BROKEN="theirs", batch_max_articles=4, breaker_hold_seconds=600, http_port=port)
    _until_shown(port)
    again = world.worker("two", STREAM_BROKEN="theirs", breaker_hold_seconds=0)  # as a supervisor would
    assert again.wait(PATIENCE) == FAILING
    assert first.stop() == FAILING  # a signal ends its hold
    before = world.read("news.article.dlq.v1")
    world.worker()
    world.settle(PATIENCE)

    ours = [one.key.decode() for one in before if one.told("nf-error-fault") == b"internal"]
    assert len(ours) == len(set(ours)) <= 2 * (LEAST - 1)
    assert world.told() == Counter(("assert", name, "a") for name in names if name not in ours)
    letters = Counter(one.key.decode() for one in world.read("news.article.dlq.v1"))
    assert letters == Counter([*ours, *(name for name, _ in refused)])
    assert first.lines("too many articles fail: stopping before more of them become dead letters")


def test_a_release_that_fails_on_its_own_article_gives_up_none_of_theirs_however_often_it_is_begun(
    world: World,
) -> None:
    world.send((f"doc-{number}", article(f"doc-{number}", "a")) for number in range(20))

    port = free_port()
    first = world.worker(STREAM_BROKEN="all", breaker_hold_seconds=600, http_port=port)
    again = [world.worker(f"again-{turn}", STREAM_BROKEN="all", breaker_hold_seconds=0) for turn in range(2)]
    assert [one.wait(PATIENCE) for one in again] == [FAILING] * 2
    _until_shown(port)
    assert first.stop() == FAILING
    assert (world.behind(), world.read("news.article.dlq.v1")) == (20, [])
    world.worker()
    world.settle(PATIENCE)

    assert world.told() == Counter(("assert", f"doc-{number}", "a") for number in range(20))
    assert world.read("news.article.dlq.v1") == []
    assert first.lines("ending before an article is taken")


def test_articles_that_their_producers_spoilt_stop_nobody(world: World) -> None:
    world.send((f"bad-{number}", b"no JSON") for number in range(500))
    world.send([("good", article("good", "a"))])
    worker = world.worker()
    world.settle(PATIENCE)

    assert worker.stop() == 0
    assert len(world.read("news.article.dlq.v1")) == 500


def _until_shown(port: int) -> None:
    """Until the worker tells Prometheus that it has stopped, and why."""
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=5) as answer:
                told = answer.read().decode()
            if "newsfacts_breaker_open 1.0" in told and 'newsfacts_worker_state{state="stopped"} 1.0' in told:
                return
        except OSError:  # not listening yet
            pass
        assert time.monotonic() < deadline
        time.sleep(0.2)
