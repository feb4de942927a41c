"""`python -m worker.chaos.copier SECONDS`: the worker, holding each transaction open that long before its commit.

A run proves something only if transactions are open when faults strike. Nothing else differs from `newsfacts run`.
"""

from __future__ import annotations

import asyncio
import sys

from worker.stream.transaction import Transactor


def hold_transactions_open(seconds: float) -> None:
    """From now on, in this process."""
    commit = Transactor.commit

    async def late(self: Transactor, next_offset: int) -> None:
        await asyncio.sleep(seconds)
        await commit(self, next_offset)

    Transactor.commit = late  # type: ignore[method-assign]


def main() -> int:
    from worker.bootstrap import run_worker  # noqa: PLC0415 - the tests' worker brings a pipeline of its own
    from worker.settings import load  # noqa: PLC0415 - same

    hold_transactions_open(float(sys.argv[1]))
    return run_worker(load())


if __name__ == "__main__":
    sys.exit(main())
