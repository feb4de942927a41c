"""A real Prometheus reads a live worker's endpoint: names are clean, panels have data, alerts are proven."""

from __future__ import annotations

import asyncio
import json
import os
import re
import shutil
import subprocess
import time
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import aiohttp
import pytest
import pytest_asyncio

from deploy.grafana.__main__ import DASHBOARDS
from tests.integration.ports import free_port
from worker.observability.server import serve
from worker.observability.telemetry import Telemetry
from worker.pipeline.errors import RejectReason
from worker.pipeline.outcome import Extracted, Failed, Rejected

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

pytestmark = pytest.mark.asyncio(loop_scope="module")

PROMETHEUS = Path(__file__).parents[2] / "deploy" / "prometheus"
RAW, FACTS = "news.article.raw.v1", "news.fact.v1"
TRACE = "4bf92f3577b34da6a3ce929d0e0e4736"
TIMINGS = (("decode", 0.001), ("clean", 0.01), ("annotate", 0.02), ("extract", 0.01), ("normalize", 0.002))


NOTHING = SimpleNamespace(entities=(), metadata=SimpleNamespace(published=None))
READ = Extracted(cast("Any", NOTHING), (), "hash", timings=TIMINGS)
REFUSED = Rejected(RejectReason.NO_TEXT, "clean", "/text", "has words", "send text", TIMINGS[:2])
BROKEN = Failed("deadline_exceeded", "pool", "too slow")


@pytest.fixture(scope="module")
def promtool() -> str:
    """Debian's package brings both programs; as root it is installed, in CI it must be there."""
    if not shutil.which("promtool") and os.geteuid() == 0 and shutil.which("apt-get"):
        install = ["apt-get", "install", "-qq", "-y", "--no-install-recommends", "prometheus"]
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}  # noqa: TID251 - the environment of a package manager
        subprocess.run(["apt-get", "update", "-qq"], check=False, capture_output=True)
        subprocess.run(install, check=False, capture_output=True, env=quiet)
    found = shutil.which("promtool")
    if not found:
        miss = pytest.fail if os.environ.get("CI") else pytest.skip  # noqa: TID251 - asks where the tests run
        miss("promtool is missing. On Debian: apt-get install prometheus")
    return found


def work(telemetry: Telemetry, now: float) -> None:
    """A few articles, as the shell tells of them."""
    flow = telemetry.flow
    flow.consumed(RAW, [900, 4_000, 12_000, 50])
    for ending, outcome in (("published", READ), ("no_facts", READ), ("dead_lettered", REFUSED)):
        flow.committed(RAW, cast("Any", ending), outcome, "The Harbour Post", TRACE)
    flow.committed(RAW, "dead_lettered", BROKEN)
    flow.journey(RAW, 0.3, TRACE)
    flow.released(3)
    telemetry.facts.drawn(READ)
    telemetry.facts.published(FACTS, "asserted", [("spouse", 0.9), ("position_held", 0.7)])
    telemetry.facts.looked_up("new")
    telemetry.publisher.delivered(FACTS, 2, 0.01)
    telemetry.consumer.polled()
    telemetry.consumer.commit(0.02)
    telemetry.consumer.progressed(RAW, 0, int(now))
    telemetry.consumer.position(RAW, 0, int(now), int(now) + 5, int((now - 2) * 1_000))


def started(telemetry: Telemetry) -> None:
    telemetry.runtime.configured()
    telemetry.runtime.build(version="0.1.0", revision="abc", python="3.11.7", faust="0.15.3", aiokafka="0.14.0")
    telemetry.runtime.ruleset(version="1", digest="abc")
    telemetry.consumer.assigned([(RAW, 0)], seconds=0.4)
    telemetry.consumer.connected(RAW, 0)
    telemetry.runtime.phase("running")
    telemetry.pool.workers(busy=1, idle=1)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def worker() -> AsyncIterator[tuple[Telemetry, int]]:
    """A worker's endpoint whose figures move twice a second."""
    telemetry = Telemetry()
    started(telemetry)

    async def toil() -> None:
        while True:
            work(telemetry, time.time())
            await asyncio.sleep(0.5)

    async with serve(telemetry, "127.0.0.1", 0) as port:
        task = asyncio.create_task(toil())
        yield telemetry, port
        task.cancel()


class Server:
    """A Prometheus of ours, by its address."""

    def __init__(self, url: str, session: aiohttp.ClientSession) -> None:
        self._url, self._session = url, session

    async def get(self, path: str, **query: str) -> Any:
        async with self._session.get(f"{self._url}/api/v1/{path}", params=query) as answer:
            body = await answer.json()
            assert body["status"] == "success", body
            return body["data"]

    async def series(self, promql: str) -> list[Any]:
        return cast("list[Any]", (await self.get("query", query=promql))["result"])

    async def until(self, promql: str, enough: Callable[[list[Any]], bool] = bool, seconds: float = 30) -> list[Any]:
        """Ask until the answer is enough."""
        deadline = time.monotonic() + seconds
        while not enough(found := await self.series(promql)):
            assert time.monotonic() < deadline, f"{promql} stayed {found}"
            await asyncio.sleep(0.2)
        return found


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def server(
    promtool: str, worker: tuple[Telemetry, int], tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Server]:
    """Prometheus with our rules, reading the worker every second."""
    del promtool
    tmp_path = tmp_path_factory.mktemp("prometheus")
    config = {
        "global": {"scrape_interval": "1s", "evaluation_interval": "1s"},
        "rule_files": [str(PROMETHEUS / "rules.yml")],
        "scrape_configs": [
            {"job_name": "newsfacts", "static_configs": [{"targets": [f"127.0.0.1:{worker[1]}"]}]}
        ],
    }
    (tmp_path / "prometheus.yml").write_text(json.dumps(config))
    port = free_port()
    process = await asyncio.create_subprocess_exec(
        "prometheus", f"--config.file={tmp_path / 'prometheus.yml'}", f"--storage.tsdb.path={tmp_path / 'data'}",
        f"--web.listen-address=127.0.0.1:{port}", "--enable-feature=exemplar-storage", "--log.level=error",
        stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    try:
        async with aiohttp.ClientSession() as session:
            yield await _answering(Server(f"http://127.0.0.1:{port}", session))
    finally:
        process.terminate()
        await process.wait()


async def _answering(server: Server) -> Server:
    """Wait for five scrapes: a rate needs two, a rate of a rate more."""
    deadline = time.monotonic() + 30
    while True:
        try:
            await server.until("count_over_time(newsfacts_ready[1m]) >= 5")
        except aiohttp.ClientError:
            assert time.monotonic() < deadline, "Prometheus does not answer"
            await asyncio.sleep(0.2)
        else:
            return server


def filled_in(promql: str) -> str:
    """What Grafana sends when every variable says All, 1 s is the scrape interval."""
    return re.sub(r"\$(cluster|namespace|job|instance|topic)\b", ".*", promql.replace("$__rate_interval", "4s"))


async def test_promtool_finds_nothing_to_say_about_the_metrics(promtool: str, worker: tuple[Telemetry, int]) -> None:
    async with aiohttp.ClientSession() as session, session.get(f"http://127.0.0.1:{worker[1]}/metrics") as answer:
        text = await answer.read()
    judge = await asyncio.create_subprocess_exec(
        promtool, "check", "metrics", stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )  # fmt: skip
    complaints, _ = await judge.communicate(text)
    assert (judge.returncode, complaints) == (0, b"")


async def test_every_query_of_every_panel_returns_data(server: Server) -> None:
    await server.until('ALERTS{alertname="NewsfactsWatchdog"}')
    queries = {
        f"{panel.title}: {query.promql}": filled_in(query.promql)
        for board in DASHBOARDS
        for panel in board.panels
        for query in panel.queries
    }
    empty = [name for name, promql in queries.items() if not await server.series(promql)]
    assert empty == []


async def test_the_figures_of_the_panels_are_numbers(server: Server) -> None:
    wrong = []
    for panel in DASHBOARDS[0].panels:
        for query in panel.queries if panel.kind == "stat" else ():
            [series] = await server.until(filled_in(query.promql))
            wrong += [panel.title] if series["value"][1] in {"NaN", "+Inf", "-Inf"} else []
    assert wrong == []


async def test_every_annotation_is_a_query_that_prometheus_understands(server: Server) -> None:
    for board in DASHBOARDS:
        for name, promql, _ in board.annotations:
            filled = promql.replace("{worker}", '{job=~".*"}').replace("$__rate_interval", "4s")
            assert isinstance(await server.series(filled), list), name


async def test_the_rules_are_loaded_and_judged_without_error(server: Server) -> None:
    await server.until('ALERTS{alertname="NewsfactsWatchdog"}')
    groups = (await server.get("rules"))["groups"]
    rules = [rule for group in groups for rule in group["rules"]]
    assert len(rules) >= 6
    assert {rule["health"] for rule in rules} == {"ok"}


async def test_an_exemplar_leads_from_a_slow_article_to_its_trace(server: Server) -> None:
    deadline = time.monotonic() + 20
    query = "newsfacts_end_to_end_latency_seconds_bucket"
    while not (found := await server.get("query_exemplars", query=query, start="0", end=str(time.time() + 60))):
        assert time.monotonic() < deadline
        await asyncio.sleep(0.5)
    assert found[0]["exemplars"][0]["labels"] == {"trace_id": TRACE}


async def test_a_partition_taken_away_is_gone_from_prometheus(server: Server, worker: tuple[Telemetry, int]) -> None:
    await server.until('newsfacts_consumer_lag_messages{partition="0"}')
    worker[0].consumer.assigned([(RAW, 1)])
    worker[0].consumer.position(RAW, 1, 1, 2, 1)
    await server.until('newsfacts_consumer_lag_messages{partition="1"}')
    await server.until('{__name__=~"newsfacts_consumer_.+",partition="0"}', lambda found: not found)


@pytest.mark.parametrize("arguments", [("check", "config", "prometheus.yml"), ("test", "rules", "rules_test.yml")])
async def test_promtool_accepts_the_settings_and_proves_the_rules(promtool: str, arguments: tuple[str, ...]) -> None:
    judge = await asyncio.create_subprocess_exec(
        promtool, *arguments, cwd=PROMETHEUS, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT
    )
    told, _ = await judge.communicate()
    assert judge.returncode == 0, told.decode()
