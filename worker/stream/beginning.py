"""Where a lane begins: where its group stands; or, of a new group that is to begin at the end, where that writes down.

A group is new when it has committed nothing of any partition. It then begins at the ends of all of them, written down
at once by the lane of the first: one by one, an article that comes meanwhile could be passed over, and a partition that
is added to the topic later could not be told from one that the group has not begun yet.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from aiokafka import TopicPartition

    from worker.stream.standing import Standing
    from worker.stream.surroundings import Surroundings, Writer

FIRST = 0  # the partition whose lane writes down where a new group begins
LOOK_SECONDS = 0.5  # between two looks of another whether it has


async def beginning(
    partition: TopicPartition, around: Surroundings, writer: Writer, stands: Standing
) -> int | None:
    """The offset; None if nothing is committed and all that there is shall be read. Raises KafkaError; has no bound."""
    committed = await around.begin(partition, stands.committed)
    if committed is not None or around.settings.auto_offset_reset == "earliest":
        return committed
    while stands.new and partition.partition != FIRST:
        await asyncio.sleep(LOOK_SECONDS)
        stands = await writer.standing()
    if stands.committed is not None:
        return stands.committed
    places = await around.ends() if stands.new else {partition: 0}
    await writer.place(places)
    return places[partition]
