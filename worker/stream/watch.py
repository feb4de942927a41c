"""Where every partition stands, asked of Kafka every few seconds: lag in records and in seconds."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import structlog
from aiokafka import TopicPartition
from aiokafka.errors import KafkaError

if TYPE_CHECKING:
    from worker.observability.telemetry import Telemetry
    from worker.stream.intake import Intake
    from worker.stream.lane import Lane
    from worker.stream.lanes import Lanes

log = structlog.get_logger(__name__)

EVERY_SECONDS = 5.0  # finer than any scrape of Prometheus; one request per leader


class KafkaSilent(Exception):  # noqa: N818 - reads as what happened
    """For long nothing could be learnt of our partitions: the client may be dead, and a new one is the cure."""


class TopicShrunk(Exception):  # noqa: N818 - reads as what happened
    """The topic was made anew, or its brokers lost records: lanes must begin again, in a new process."""


async def watch(telemetry: Telemetry, intake: Intake, lanes: Lanes, patience_seconds: float) -> None:
    """Until cancelled. A broker that does not answer costs a round. Raises TopicShrunk; KafkaSilent after patience."""
    clock = telemetry.vitals.clock
    heard = clock()
    while True:
        await asyncio.sleep(EVERY_SECONDS)
        try:
            async with asyncio.timeout(EVERY_SECONDS):
                await _look(telemetry, intake, lanes.now)
            heard = clock()
        except (KafkaError, TimeoutError) as error:
            log.warning("lag not known", error=repr(error))
            if clock() - heard > patience_seconds:
                raise KafkaSilent(f"nothing heard for {clock() - heard:.0f} s") from error


async def _look(telemetry: Telemetry, intake: Intake, lanes: dict[TopicPartition, Lane]) -> None:
    """Without lanes too something is asked: a spare whose client is dead would never be given any."""
    if not lanes and not telemetry.vitals.assigned_once:
        return  # the client may not have started yet
    before = {partition: lane.next_offset for partition, lane in lanes.items()}
    ends = await intake.ends(lanes or [TopicPartition(intake.settings.topics.raw, 0)])
    for partition, lane in lanes.items():
        if ends[partition] < before[partition]:
            raise TopicShrunk(f"{partition} ends at {ends[partition]}, {before[partition]} is committed")
        await _tell(telemetry, intake, partition, lane, ends[partition])


async def _tell(telemetry: Telemetry, intake: Intake, partition: TopicPartition, lane: Lane, end: int) -> None:
    """Behind the last record a transactional producer leaves a marker, which is no lag: nothing waits, all is read."""
    oldest, committed = lane.oldest_ms, lane.next_offset
    if oldest is None and await intake.position(partition) >= end:
        committed = end
    telemetry.consumer.position(partition.topic, partition.partition, committed, end, oldest)
