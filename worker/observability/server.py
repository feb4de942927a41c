"""The worker's own HTTP server: /metrics, /healthz, /readyz, and nothing that changes or reveals anything else."""

from __future__ import annotations

import asyncio
import errno
from collections import deque
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import orjson
from aiohttp import web
from prometheus_client.exposition import choose_encoder

from worker.observability.health import Verdict, liveness, readiness

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from worker.observability.telemetry import Telemetry


MOST_CONNECTIONS = 64  # a scraper, two probes, and people


class PortTaken(RuntimeError):  # noqa: N818 - reads as what happened
    """Another program listens there. The message tells the setting and the fix."""

    def __init__(self, host: str, port: int) -> None:
        super().__init__(
            f"{host}:{port} is taken by another program (NEWSFACTS_HTTP_PORT). "
            f"Give each worker on a host its own port, such as NEWSFACTS_HTTP_PORT={port + 1}, or 0 for a free one"
        )


class HostUnknown(RuntimeError):  # noqa: N818 - reads as what happened
    """The host is none of this machine's addresses."""

    def __init__(self, host: str) -> None:
        super().__init__(
            f"{host} is no address of this machine (NEWSFACTS_HTTP_HOST). "
            "Use 127.0.0.1 for this machine only, 0.0.0.0 for all its addresses"
        )


@asynccontextmanager
async def serve(telemetry: Telemetry, host: str, port: int, stall_seconds: float = 300) -> AsyncIterator[int]:
    """Serve until the block ends; yields the port, a free one if 0 was asked. Raises PortTaken, HostUnknown."""
    runner = web.AppRunner(application(telemetry, stall_seconds), access_log=None, handle_signals=False)
    await runner.setup()
    try:
        server = await _listen(runner, host, port)
        try:
            yield int(server.sockets[0].getsockname()[1])
        finally:
            server.close()
    finally:
        await runner.cleanup()


def application(telemetry: Telemetry, stall_seconds: float) -> web.Application:
    async def metrics(request: web.Request) -> web.Response:
        encode, content_type = _encoder(request.headers.get("Accept", ""))
        body = await asyncio.to_thread(encode, telemetry.registry)  # 170 KB of 2,000 series take 16 ms
        return web.Response(body=body, headers={"Content-Type": content_type})

    async def healthz(_: web.Request) -> web.Response:
        return _answer(liveness(telemetry.vitals, telemetry.vitals.clock(), stall_seconds))

    async def readyz(_: web.Request) -> web.Response:
        return _answer(readiness(telemetry.vitals, telemetry.vitals.clock()))

    app = web.Application()
    for path, handler in (("/metrics", metrics), ("/healthz", healthz), ("/readyz", readyz)):
        app.router.add_get(path, handler)
    return app


def _encoder(accept: str) -> tuple[Callable[..., bytes], str]:
    try:
        return choose_encoder(accept)
    except (TypeError, ValueError):  # it compares a version that is no number
        return choose_encoder("")


class _Door:
    """Makes a connection's protocol, as runner.server does. Beyond MOST_CONNECTIONS the oldest makes way.

    aiohttp gives a request's head all the time in the world: else who sends one byte by byte, again and again, would
    have every descriptor that the worker needs for Kafka.
    """

    def __init__(self, make: Callable[[], web.RequestHandler]) -> None:
        self._make = make
        self._made: deque[web.RequestHandler] = deque()

    def __call__(self) -> web.RequestHandler:
        if len(self._made) == MOST_CONNECTIONS:
            self._made.popleft().force_close()
        self._made.append(self._make())
        return self._made[-1]


async def _listen(runner: web.AppRunner, host: str, port: int) -> asyncio.Server:
    made = runner.server
    assert made is not None  # noqa: S101 - it was set up
    try:
        return await asyncio.get_running_loop().create_server(_Door(made), host, port)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise PortTaken(host, port) from None
        raise HostUnknown(host) from error


def _answer(verdict: Verdict) -> web.Response:
    body = orjson.dumps({"ok": verdict.ok, "reasons": verdict.reasons})
    return web.Response(body=body, status=200 if verdict.ok else 503, content_type="application/json")
