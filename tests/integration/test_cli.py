"""The command line on a real Kafka: topics, check, produce, run, tap, one after the other as a user does."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from tests.integration.ports import free_port

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from deploy.kafka.client import Kafka

pytestmark = pytest.mark.integration

ARTICLES = [
    {"id": "belmore-1", "published": "2025-03-04", "text": "Theodor Vance, 58, is the mayor of Belmore."},
    {"id": "belmore-2", "published": "2025-03-05", "text": 'Rosalind Okoro, 41, said: "We will rebuild the bridge."'},
]


class World:
    """One user's shell: the settings of one test, and `newsfacts` under them."""

    def __init__(self, kafka: Kafka, prefix: str, folder: Path) -> None:
        self.prefix = prefix
        self.folder = folder
        self.environment = os.environ | {  # noqa: TID251 - a child's environment is built from ours
            "NEWSFACTS_BROKER_URL": kafka.bootstrap, "NEWSFACTS_TOPIC_PREFIX": f"{prefix}.",
            "NEWSFACTS_GROUP_ID": prefix, "NEWSFACTS_STATE_DIR": str(folder / "state"),
            "NEWSFACTS_POOL_PROCESSES": "1",
        }

    def newsfacts(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "worker", *arguments]
        return subprocess.run(
            command, env=self.environment, capture_output=True, text=True, timeout=180, check=False
        )

    def tap(self, topic: str, *arguments: str) -> list[dict[str, object]]:
        ended = self.newsfacts("tap", f"{self.prefix}.{topic}", "--from-beginning", "--idle", "3", *arguments)
        assert ended.returncode == 0, ended.stderr
        return [json.loads(line) for line in ended.stdout.splitlines()]

    @contextmanager
    def worker(self, port: int) -> Iterator[subprocess.Popen[bytes]]:
        command = [sys.executable, "-m", "worker", "run", "--http-port", str(port)]
        worker = subprocess.Popen(command, env=self.environment)
        try:
            yield worker
        finally:
            worker.terminate()
            assert worker.wait(60) == 0


@pytest.fixture
def world(kafka: Kafka, topic_prefix: str, tmp_path: Path) -> World:
    return World(kafka, f"cli-{topic_prefix[-8:]}", tmp_path)  # the setting takes 40 characters


def await_processed(port: int, articles: int) -> None:
    """Until the worker counts so many articles as done."""
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=5) as answer:
                lines = answer.read().decode().splitlines()
        except (urllib.error.URLError, ConnectionError):
            lines = []
        done = sum(float(line.split()[-1]) for line in lines if line.startswith("newsfacts_messages_processed_total{"))
        if done >= articles:
            return
        time.sleep(0.3)
    pytest.fail(f"not {articles} articles processed after 120 s")


def test_from_an_empty_cluster_to_facts_in_five_commands(world: World) -> None:
    file = world.folder / "articles.jsonl"
    file.write_text("".join(json.dumps(one) + "\n" for one in ARTICLES), encoding="utf-8")
    port = free_port()

    before = world.newsfacts("check", "--connect")
    applied = world.newsfacts("topics", "apply", "--partitions", "2", "--json")
    after = world.newsfacts("check", "--connect")
    with world.worker(port):
        produced = world.newsfacts("produce", str(file))
        await_processed(port, len(ARTICLES))

    assert before.returncode == 1
    assert "newsfacts topics apply" in before.stdout
    assert {json.loads(line)["action"] for line in applied.stdout.splitlines()} == {"create"}
    assert after.returncode == 0, after.stdout
    assert (produced.returncode, "2 articles delivered" in produced.stderr) == (0, True)
    assert {article["document"]["id"] for article in world.tap("news.article.clean.v1")} == {"belmore-1", "belmore-2"}  # type: ignore[index]
    ages = world.tap("news.fact.v1", "--filter", "predicate=age", "--json")
    assert sorted(age["value"]["object"]["value"] for age in ages) == ["P41Y", "P58Y"]  # type: ignore[index]
    assert all(age["headers"]["ce_type"].startswith("io.newsfacts.fact.") for age in ages)  # type: ignore[index]


def test_plan_changes_nothing_and_apply_twice_keeps_what_is_there(world: World) -> None:
    planned = world.newsfacts("topics", "plan", "--json")
    world.newsfacts("topics", "apply", "--partitions", "1")
    again = world.newsfacts("topics", "apply", "--partitions", "1", "--json")

    assert {json.loads(line)["action"] for line in planned.stdout.splitlines()} == {"create"}
    assert {json.loads(line)["action"] for line in again.stdout.splitlines()} == {"keep"}


def test_produce_says_which_article_is_invalid_and_sends_the_others(world: World) -> None:
    world.newsfacts("topics", "apply", "--partitions", "1")
    file = world.folder / "articles.jsonl"
    file.write_text(json.dumps(ARTICLES[0]) + '\n{"id": "no-body"}\n', encoding="utf-8")

    ended = world.newsfacts("produce", str(file))

    assert ended.returncode == 6
    assert f"{file}:2: " in ended.stderr
    assert [one["id"] for one in world.tap("news.article.raw.v1")] == ["belmore-1"]


def test_produce_as_is_sends_the_invalid_too_so_that_dead_letters_can_be_tried(world: World) -> None:
    world.newsfacts("topics", "apply", "--partitions", "1")
    file = world.folder / "articles.jsonl"
    file.write_text('{"id": "no-body"}\n', encoding="utf-8")

    ended = world.newsfacts("produce", "--as-is", "--json", str(file))

    (told,) = [json.loads(line) for line in ended.stdout.splitlines()]
    assert ended.returncode == 0
    assert (told["place"], told["partition"], told["offset"], told["error"]) == (f"{file}:1", 0, 0, None)
    assert len(world.tap("news.article.raw.v1")) == 1
