"""A whole worker as a process of its own, with the test pipeline: settings from NEWSFACTS_*, exit code of the shell.

STREAM_TXN_DELAY (seconds) holds every transaction open between the last delivery and the commit, so that a kill
at a random moment is likely to find one open; without it a run of kills may prove nothing. STREAM_COMMIT_FLAG
(a path): where such a file appears, the next lane that is about to end its transaction takes it away and leaves its
transactional id and process in PATH.hit, so that a test can strike while the answer is under way. STREAM_BROKEN: the
pipeline fails on "all" articles, the worker's own as well, or on "theirs".
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import sys
from pathlib import Path

from aiokafka import AIOKafkaProducer

from tests.integration import stream_pipeline
from worker.chaos.copier import hold_transactions_open
from worker.observability.logs import configure
from worker.observability.server import serve
from worker.observability.telemetry import Telemetry
from worker.pool import Limits, Pool
from worker.settings import Settings, load
from worker.stream.app import Shell

FACTORIES = {
    "": stream_pipeline.factory, "all": stream_pipeline.broken, "theirs": stream_pipeline.broken_for_theirs,
}  # fmt: skip


def tell_commits(flag: Path) -> None:
    commit = AIOKafkaProducer.commit_transaction

    async def told(self: AIOKafkaProducer) -> None:
        with contextlib.suppress(FileNotFoundError):  # another lane was first, or nobody asks
            flag.unlink()  # noqa: ASYNC240 - a test's worker may block for a moment
            flag.with_suffix(".hit").write_text(f"{self._txn_manager.transactional_id} {os.getpid()}")
        await commit(self)

    AIOKafkaProducer.commit_transaction = told


def main() -> int:
    settings = load()
    configure(settings.log_level, settings.log_format)
    limits = Limits(
        deadline_seconds=settings.article_deadline_seconds, memory_bytes=settings.pool_memory_mib << 20
    )
    telemetry = Telemetry()
    factory = FACTORIES[os.environ.get("STREAM_BROKEN", "")]  # noqa: TID251 - a test's own switch
    pool = Pool(factory, settings.pool_processes, limits, telemetry.pool)
    return asyncio.run(work(settings, Shell(settings, pool, telemetry), telemetry))


async def work(settings: Settings, shell: Shell, telemetry: Telemetry) -> int:
    async with serve(telemetry, settings.http_host, settings.http_port, settings.liveness_stall_seconds):
        return await shell.run()


if __name__ == "__main__":
    hold_transactions_open(float(os.environ.get("STREAM_TXN_DELAY", "0")))  # noqa: TID251 - a test's own switch
    if "STREAM_COMMIT_FLAG" in os.environ:  # noqa: TID251 - same
        tell_commits(Path(os.environ["STREAM_COMMIT_FLAG"]))  # noqa: TID251 - same
    sys.exit(main())
