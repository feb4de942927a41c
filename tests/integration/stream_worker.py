"""A whole worker as a process of its own, with the test pipeline: settings from NEWSFACTS_*, exit code of the shell.

STREAM_TXN_DELAY (seconds) holds every transaction open between the last delivery and the commit, so that a kill
at a random moment is likely to find one open; without it a run of kills may prove nothing.
"""

from __future__ import annotations

import asyncio
import os
import sys

from tests.integration import stream_pipeline
from worker.observability.logs import configure
from worker.observability.server import serve
from worker.observability.telemetry import Telemetry
from worker.pool import Limits, Pool
from worker.settings import Settings, load
from worker.stream.app import Shell
from worker.stream.transaction import Transactor


def hold_transactions_open(seconds: float) -> None:
    commit = Transactor.commit

    async def late(self: Transactor, next_offset: int) -> None:
        await asyncio.sleep(seconds)
        await commit(self, next_offset)

    Transactor.commit = late  # type: ignore[method-assign]


def main() -> int:
    settings = load()
    configure(settings.log_level, settings.log_format)
    limits = Limits(
        deadline_seconds=settings.article_deadline_seconds, memory_bytes=settings.pool_memory_mib << 20
    )
    telemetry = Telemetry()
    pool = Pool(stream_pipeline.factory, settings.pool_processes, limits, telemetry.pool)
    return asyncio.run(work(settings, Shell(settings, pool, telemetry), telemetry))


async def work(settings: Settings, shell: Shell, telemetry: Telemetry) -> int:
    async with serve(telemetry, settings.http_host, settings.http_port, settings.liveness_stall_seconds):
        return await shell.run()


if __name__ == "__main__":
    hold_transactions_open(float(os.environ.get("STREAM_TXN_DELAY", "0")))  # noqa: TID251 - a test's own switch
    sys.exit(main())
