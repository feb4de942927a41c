"""A trial run of the real worker: started, fed gently, read back, and compared with what the pipeline says."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from contextlib import aclosing, contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from prometheus_client.parser import text_string_to_metric_families

from schemas.clean import CleanArticleEvent
from schemas.codec import decode
from schemas.dead_letter import DeadLetterReason
from schemas.fact import FactEvent
from worker.cli.exits import CommandError, Exit
from worker.pipeline.outcome import Extracted
from worker.stream.feed import feed
from worker.stream.tap import tap

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from worker.cli.inputs import Input
    from worker.pipeline.pipeline import Pipeline
    from worker.settings import Settings

READY_SECONDS = 40  # the mock cluster delays a group's first generation by 3 s; the rest is a slow machine
SILENCE_SECONDS = 1.0
HARVEST_SECONDS = 30
ARTICLES_PER_SECOND = 50  # the mock cluster keeps 5 MB a partition


@dataclass(frozen=True, slots=True)
class Expected:
    """What must come out: ids of facts and clean articles, and the number of dead letters."""

    facts: frozenset[str]
    articles: frozenset[str]
    dead_letters: int
    consumed: int


@dataclass(slots=True)
class Harvest:
    """What did come out; `counts`: the worker's own count of outcomes."""

    facts: list[FactEvent] = field(default_factory=list)
    articles: list[CleanArticleEvent] = field(default_factory=list)
    dead_letters: list[DeadLetterReason] = field(default_factory=list)
    counts: dict[str, float] = field(default_factory=dict)


def expect(pipeline: Pipeline, inputs: list[Input]) -> Expected:
    """What the pure pipeline draws from the inputs, with no Kafka between."""
    outcomes = [pipeline.process(one.envelope) for one in inputs]
    read = [outcome for outcome in outcomes if isinstance(outcome, Extracted)]
    facts = {fact.fact_id for one in read for fact in one.facts if fact.status in {"asserted", "reported"}}
    articles = {one.article.document.id for one in read}
    return Expected(frozenset(facts), frozenset(articles), len(outcomes) - len(read), len(inputs))


def compare(expected: Expected, found: Harvest) -> list[str]:
    """Every way in which `found` is not what it should be; empty if all is right."""
    facts = [fact.fact_id for fact in found.facts]
    articles = [article.document.id for article in found.articles]
    counted = sum(found.counts.values())
    ours = [letter.message for letter in found.dead_letters if letter.fault != "producer"]
    checks = (
        (not ours, f"dead letters by our own fault: {ours}"),
        (set(facts) == expected.facts, f"facts: {len(set(facts) ^ expected.facts)} missing or unexpected"),
        (len(facts) == len(set(facts)), f"facts: {len(facts) - len(set(facts))} doubled"),
        (sorted(articles) == sorted(expected.articles), "clean articles: not each exactly once"),
        (len(found.dead_letters) == expected.dead_letters, f"dead letters: {expected.dead_letters} expected"),
        (counted == expected.consumed, f"metrics: {counted:g} articles counted of {expected.consumed}"),
    )
    return [problem for right, problem in checks if not right]


@contextmanager
def worker_process(settings: Settings) -> Iterator[int]:
    """`newsfacts run` in a process and a folder of its own; yields its HTTP port once it is ready."""
    port = _free_port()
    with tempfile.TemporaryDirectory(prefix="newsfacts-demo-") as folder:
        environment = os.environ | {  # noqa: TID251 - a child's environment is built from ours
            "NEWSFACTS_BROKER_URL": settings.broker_url, "NEWSFACTS_EMBEDDED_BROKER": "true",
            "NEWSFACTS_HTTP_PORT": str(port), "NEWSFACTS_STATE_DIR": folder, "NEWSFACTS_GROUP_ID": "newsfacts-demo",
            "NEWSFACTS_LOG_LEVEL": "warning", "NEWSFACTS_READER": settings.reader,
        }
        worker = subprocess.Popen([sys.executable, "-m", "worker", "run"], env=environment)
        try:
            _await_ready(worker, port)
            yield port
        finally:
            worker.terminate()
            worker.wait(timeout=60)


def _await_ready(worker: subprocess.Popen[bytes], port: int) -> None:
    deadline = time.monotonic() + READY_SECONDS
    while time.monotonic() < deadline and worker.poll() is None:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=2):
                return
        except (urllib.error.URLError, TimeoutError, ConnectionError):
            time.sleep(0.2)
    ended = f"it ended with {worker.returncode}" if worker.poll() is not None else f"not ready in {READY_SECONDS} s"
    raise CommandError(Exit.FAILED, f"the worker did not start: {ended}", "Its own words stand above.")


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
        return port


async def harvest(settings: Settings, inputs: list[Input], expected: Expected, port: int) -> Harvest:
    """Push the inputs, read all three topics until they hold what is expected or time is up, then the metrics."""
    async with aclosing(feed(settings, (one.envelope for one in inputs), rate=ARTICLES_PER_SECOND)) as deliveries:
        async for delivery in deliveries:
            if delivery.error:
                raise CommandError(Exit.FAILED, f"article not delivered: {delivery.error}", "Run the demo again.")
    deadline = time.monotonic() + HARVEST_SECONDS
    while True:
        found = await _read_back(settings)
        found.counts = _counts(port)
        if not compare(expected, found) or time.monotonic() > deadline:
            return found


async def _read_back(settings: Settings) -> Harvest:
    topics, found = settings.topics, Harvest()
    async for record in _all_of(settings, topics.fact):
        found.facts.append(decode(FactEvent, record))
    async for record in _all_of(settings, topics.clean):
        found.articles.append(decode(CleanArticleEvent, record))
    async for letter in tap(settings, topics.dead_letter, from_beginning=True, idle_seconds=SILENCE_SECONDS):
        found.dead_letters.append(decode(DeadLetterReason, dict(letter.headers)["nf-error-detail-json"]))
    return found


async def _all_of(settings: Settings, topic: str) -> AsyncIterator[bytes]:
    async for record in tap(settings, topic, from_beginning=True, idle_seconds=SILENCE_SECONDS):
        if record.value is not None:
            yield record.value


def _counts(port: int) -> dict[str, float]:
    """Articles by outcome, as the worker counts them."""
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=5) as answer:
        families = text_string_to_metric_families(answer.read().decode())
    samples = (sample for family in families for sample in family.samples)
    return {
        f"{one.name}{{outcome={one.labels['outcome']}}}": one.value
        for one in samples if one.name == "newsfacts_messages_processed_total" and one.value
    }
