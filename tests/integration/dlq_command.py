"""`newsfacts dlq` with small transactions that are held open, so that a kill at any moment is likely to find one.

DLQ_BATCH: letters a transaction. DLQ_DELAY: seconds between the last delivery and the commit.
"""

from __future__ import annotations

import asyncio
import os
import sys

from aiokafka import AIOKafkaProducer

from worker.cli import main
from worker.stream.letters import deliver


def hold_transactions_open(seconds: float) -> None:
    commit = AIOKafkaProducer.commit_transaction

    async def late(self: AIOKafkaProducer) -> None:
        await asyncio.sleep(seconds)
        await commit(self)

    AIOKafkaProducer.commit_transaction = late


if __name__ == "__main__":
    deliver.BATCH = int(os.environ["DLQ_BATCH"])  # noqa: TID251 - a test's own switch
    hold_transactions_open(float(os.environ["DLQ_DELAY"]))  # noqa: TID251 - a test's own switch
    sys.argv[1:1] = ["dlq"]
    main()
