"""Where a partition stands: what its group has committed and how far its changelog goes, asked of who can still write.

A group's coordinator or a partition's leader that was frozen or cut off, and deposed meanwhile, answers questions from
its memory until it hears of that: a lane that believed it would commit a batch a second time, or go on with documents
of the past. But it can acknowledge no write, as its followers have left it. So both are written to first, in a
transaction that is given up: the coordinator that took the write is asked, and the log is read up to the record.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, NamedTuple

from aiokafka.errors import KafkaError

from worker.stream.records import Record

if TYPE_CHECKING:
    from aiokafka import TopicPartition

    from worker.stream.epoch import Epoch

PAUSE_SECONDS = 0.1  # before a coordinator that has just moved on is asked where it is
_WITNESS = b"newsfacts: read up to here"  # key of the record that is given up; no document's, so nobody misses it


class Standing(NamedTuple):
    """Of a partition of the raw topic.

    `committed`: the group's offset; None: it has none. `new`: nor of any other partition. `end`: all that is committed
    of the changelog lies before it; None: ask the log.
    """

    committed: int | None
    new: bool
    end: int | None


async def standing(epoch: Epoch, group: str, partition: TopicPartition, changelog: str) -> Standing:
    """Of one partition, whose changelog has the same number. Call after the fence. Raises KafkaError; has no bound."""
    await epoch.begin()
    witness = await epoch.send(Record(changelog, _WITNESS, None), partition.partition)
    end = (await witness).offset
    committed = await _committed(epoch, group, partition)
    await epoch.abort()
    return Standing(committed.get(partition), new=not committed, end=end)


async def _committed(epoch: Epoch, group: str, partition: TopicPartition) -> dict[TopicPartition, int]:
    """Of all partitions of the topic."""
    while True:
        await epoch.offsets(group, {partition: 0})
        try:
            return await epoch.committed(group, partition.topic)
        except KafkaError as error:
            if not error.retriable:
                raise
            await asyncio.sleep(PAUSE_SECONDS)
