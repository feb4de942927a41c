"""A replay that is killed, overtaken, or comes to the worker: every letter is sent exactly once and becomes a fact."""

from __future__ import annotations

import json
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from deploy.kafka.client import wait_until
from tests.integration.dlq_world import FAILED, World
from tests.integration.ports import free_port

if TYPE_CHECKING:
    from pathlib import Path

    from deploy.kafka.client import Kafka

LETTERS = 60
KILLS = 2


@pytest.fixture
def world(kafka: Kafka, topic_prefix: str) -> World:
    return World(kafka, f"dlq-{topic_prefix[-8:]}.")


def parked(world: World, count: int) -> list[str]:
    return [
        world.park(b'{"id": "%d", "text": "A quiet day in Belmore."}' % number, FAILED, key=b"%d" % number,
                   partition=number % 2)
        for number in range(count)
    ]  # fmt: skip


def test_a_replay_that_is_killed_and_interrupted_again_and_again_sends_every_letter_exactly_once(world: World) -> None:
    places = parked(world, LETTERS)
    command, moments = ["replay", "--execute", "--as-is"], random.Random(20)  # noqa: S311 - no secret

    for _ in range(KILLS):
        with world.begun(*command, DLQ_BATCH="3", DLQ_DELAY="0.3") as run:
            time.sleep(moments.uniform(0, 0.7))
            assert run.poll() is None, "it ended before it could be killed"
    with world.begun(*command, DLQ_BATCH="3", DLQ_DELAY="0.3") as run:
        run.send_signal(signal.SIGINT)
        _, said = run.communicate(timeout=60)
    assert (run.returncode, said) == (130, "")
    done = len(world.marks())
    ended = world.dlq(*command)

    sent = world.replayed()
    assert ended.code == 0, ended.err
    assert f"sent {LETTERS - done} letters" in ended.err
    assert Counter(one.told("nf-replay-of").decode().removeprefix(world.prefix) for one in sent) == Counter(
        f"news.article.dlq.v1/{place}" for place in places
    )
    assert Counter(one.key for one in sent) == Counter(b"%d" % number for number in range(LETTERS))
    assert len(world.marks()) == LETTERS
    # Else no kill met an open transaction, and nothing would be proven.
    assert len(world.replayed("read_uncommitted")) > LETTERS
    for partition in range(2):  # and the order of a partition is that of its letters
        keys = [int(one.key or b"") for one in sent if one.partition == partition]
        assert keys == sorted(keys)


def test_a_replay_that_is_overtaken_by_another_stops_and_nothing_goes_twice(world: World) -> None:
    """Whoever began it, and in whatever group: what the two share is the letters."""
    parked(world, LETTERS)
    laptop = {"NEWSFACTS_GROUP_ID": "newsfacts", "DLQ_BATCH": "2", "DLQ_DELAY": "1"}
    with world.begun("replay", "--execute", "--as-is", **laptop) as slow:
        fast = world.dlq("replay", "--execute")
        _, told = slow.communicate(timeout=60)

    assert fast.code == 0, fast.err
    assert (slow.returncode, "Run it again" in told) == (1, True), told
    assert "another replay or discard has begun" in told
    assert Counter(one.key for one in world.replayed()) == Counter(b"%d" % number for number in range(LETTERS))


def test_a_bad_article_becomes_a_letter_is_mended_sent_again_and_becomes_facts(
    kafka: Kafka, topic_prefix: str, tmp_path: Path
) -> None:
    world = World(kafka, f"dlq-{topic_prefix[-8:]}.")
    port = free_port()
    world.environment |= {
        "NEWSFACTS_HTTP_PORT": str(port), "NEWSFACTS_STATE_DIR": str(tmp_path), "NEWSFACTS_POOL_PROCESSES": "1",
    }
    kafka.create_topics(*(world.name(f"news.{one}.v1") for one in ("article.clean", "fact", "fact.soft")), partitions=2)
    kafka.create_topics(world.name("newsfacts.document-state.v1"), partitions=2, config={"cleanup.policy": "compact"})
    bad = {"id": "belmore-9", "published": "soon", "text": "Theodor Vance, 58, is the mayor of Belmore."}
    world.send(json.dumps(bad).encode(), key=b"belmore-9")
    mend = tmp_path / "mend.py"
    mend.write_text(
        "import json\n\n\ndef transform(letter):\n    article = json.loads(letter.payload)\n"
        "    assert letter.reason.field == '/published'\n"
        "    return json.dumps(article | {'published': '2025-03-04'}).encode()\n", encoding="utf-8",
    )

    worker = subprocess.Popen([sys.executable, "-m", "worker", "run"], env=world.environment)
    try:
        wait_until(lambda: len(world.letters()) == 1, "the dead letter", 90)
        ended = world.dlq("replay", "--execute", "--transform", str(mend))
        wait_until(lambda: len(world.facts()) > 0, "the facts", 60)
    finally:
        worker.terminate()
        code = worker.wait(60)

    assert (ended.code, code) == (0, 0), ended.err
    ages = [one["object"]["value"] for one in world.facts() if one["predicate"] == "age"]
    assert ages == ["P58Y"]
    assert {one["document"]["id"] for one in world.facts()} == {"belmore-9"}
    (told,) = world.dlq("stats", "--json").objects
    assert (told["open"], told["replayed"]) == (0, 1)
