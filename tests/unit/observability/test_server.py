"""The HTTP server: three routes, two formats, honest status codes, clear errors."""

from __future__ import annotations

import asyncio
import socket
from typing import TYPE_CHECKING

import aiohttp
import pytest

from worker.observability.server import MOST_CONNECTIONS, HostUnknown, PortTaken, application, serve
from worker.observability.telemetry import Telemetry

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

OPENMETRICS = "application/openmetrics-text; version=1.0.0"


@pytest.fixture
def telemetry() -> Telemetry:
    return Telemetry()


@pytest.fixture
async def client(telemetry: Telemetry) -> AsyncIterator[aiohttp.ClientSession]:
    async with (
        serve(telemetry, "127.0.0.1", 0) as port,
        aiohttp.ClientSession(f"http://127.0.0.1:{port}") as session,
    ):
        yield session


def test_there_are_three_routes_and_no_more(telemetry: Telemetry) -> None:
    routes = {(route.method, str(route.resource.canonical)) for route in application(telemetry, 300).router.routes()
              if route.resource}
    assert routes == {(m, p) for m in ("GET", "HEAD") for p in ("/metrics", "/healthz", "/readyz")}


@pytest.mark.parametrize("path", ["/", "/config", "/debug", "/metrics/x", "/table"])
async def test_every_other_path_is_not_found(client: aiohttp.ClientSession, path: str) -> None:
    async with client.get(path) as answer:
        assert answer.status == 404


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"])
async def test_no_route_takes_anything(telemetry: Telemetry, client: aiohttp.ClientSession, method: str) -> None:
    paths = {str(one.resource.canonical) for one in application(telemetry, 300).router.routes() if one.resource}
    assert paths
    for path in paths:
        async with client.request(method, path, data=b"x") as answer:
            assert (answer.status, answer.headers["Allow"]) == (405, "GET,HEAD"), path


async def test_metrics_come_as_text_by_default(client: aiohttp.ClientSession) -> None:
    async with client.get("/metrics") as answer:
        body = await answer.text()
        assert answer.headers["Content-Type"].startswith("text/plain; version=0.0.4")
    assert "newsfacts_worker_state" in body
    assert "# EOF" not in body


async def test_openmetrics_is_given_to_who_asks_and_carries_the_exemplar(
    telemetry: Telemetry, client: aiohttp.ClientSession
) -> None:
    telemetry.flow.journey("articles", 0.2, trace_id="4bf92f3577b34da6a3ce929d0e0e4736")
    async with client.get("/metrics", headers={"Accept": OPENMETRICS}) as answer:
        body = await answer.text()
        assert answer.headers["Content-Type"].startswith("application/openmetrics-text")
    assert body.endswith("# EOF\n")
    assert '# {trace_id="4bf92f3577b34da6a3ce929d0e0e4736"} 0.2' in body


async def test_a_starting_worker_is_alive_but_not_ready(client: aiohttp.ClientSession) -> None:
    async with client.get("/healthz") as alive, client.get("/readyz") as ready:
        assert (alive.status, ready.status) == (200, 503)
        assert (await alive.json()) == {"ok": True, "reasons": []}
        assert "no partitions assigned yet" in (await ready.json())["reasons"]


async def test_a_worker_with_its_partitions_is_ready_until_it_drains(
    telemetry: Telemetry, client: aiohttp.ClientSession
) -> None:
    telemetry.runtime.configured()
    telemetry.consumer.assigned([("articles", 0)])
    telemetry.consumer.connected("articles", 0)
    async with client.get("/readyz") as answer:
        assert answer.status == 200
    telemetry.runtime.phase("draining")
    async with client.get("/readyz") as answer:
        assert (answer.status, (await answer.json())["reasons"]) == (503, ["draining"])


async def test_a_taken_port_is_told_with_the_setting_and_a_fix(telemetry: Telemetry) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(PortTaken, match=rf"127.0.0.1:{port} is taken .*NEWSFACTS_HTTP_PORT={port + 1}"):
            async with serve(telemetry, "127.0.0.1", port):
                pass


async def test_two_workers_on_one_port_do_not_share_it_unseen(telemetry: Telemetry) -> None:
    async with serve(telemetry, "127.0.0.1", 0) as port:
        with pytest.raises(PortTaken):
            async with serve(Telemetry(), "127.0.0.1", port):
                pass


async def test_a_foreign_address_is_told_with_the_setting(telemetry: Telemetry) -> None:
    with pytest.raises(HostUnknown, match="NEWSFACTS_HTTP_HOST"):
        async with serve(telemetry, "192.0.2.1", 0):
            pass


async def test_the_port_is_free_again_after_the_block(telemetry: Telemetry) -> None:
    async with serve(telemetry, "127.0.0.1", 0) as port:
        pass
    async with serve(telemetry, "127.0.0.1", port) as again:
        assert again == port


async def test_the_loop_is_watched_and_its_lag_counted(telemetry: Telemetry, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("worker.observability.runtime.BEAT_SECONDS", 0.01)
    before = telemetry.vitals.beat_at
    task = asyncio.create_task(telemetry.runtime.watch_loop())
    await asyncio.sleep(0.1)
    task.cancel()
    assert telemetry.vitals.beat_at > before
    assert (telemetry.registry.get_sample_value("newsfacts_event_loop_lag_seconds_count") or 0) >= 2


@pytest.mark.parametrize("accept", ["application/openmetrics-text; version=x", "text/plain;version=;", ";;", "\u00e9"])
async def test_an_odd_wish_for_a_format_is_answered(client: aiohttp.ClientSession, accept: str) -> None:
    async with client.get("/metrics", headers={"Accept": accept}) as answer:
        assert answer.status == 200


async def test_slow_clients_make_way_and_take_no_more_connections_than_a_few(telemetry: Telemetry) -> None:
    """aiohttp has no limit of time for a request's head."""
    async with serve(telemetry, "127.0.0.1", 0) as port:
        slow = [await asyncio.open_connection("127.0.0.1", port) for _ in range(MOST_CONNECTIONS + 5)]
        for _, writer in slow:
            writer.write(b"GET /healthz HTTP/1.1\r\nX: ")
        async with aiohttp.ClientSession() as session, session.get(f"http://127.0.0.1:{port}/healthz") as answer:
            assert answer.status in {200, 503}
        ended = await asyncio.gather(*(_ended(reader) for reader, _ in slow))
        assert ended == [True] * 6 + [False] * (MOST_CONNECTIONS - 1)
        for _, writer in slow:
            writer.close()


async def _ended(reader: asyncio.StreamReader) -> bool:
    try:
        return await asyncio.wait_for(reader.read(1), 0.5) == b""
    except TimeoutError:
        return False
    except ConnectionResetError:
        return True
