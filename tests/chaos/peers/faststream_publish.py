"""FastStream on aiokafka: a handler that publishes, acknowledged after it returns."""

import asyncio
import sys

from faststream import AckPolicy, FastStream
from faststream.kafka import KafkaBroker
from faststream.kafka.annotations import KafkaMessage

bootstrap, source, target, group, _ = sys.argv[1:]
broker = KafkaBroker(bootstrap.split(","), log_level=30)


@broker.subscriber(  # type: ignore[untyped-decorator]  # not installed where mypy runs
    source, group_id=group, auto_offset_reset="earliest", ack_policy=AckPolicy.NACK_ON_ERROR,
    session_timeout_ms=6000, heartbeat_interval_ms=1000,
)
async def forward(message: KafkaMessage) -> None:
    """The bytes as they are: a body that looks like JSON would arrive as an object."""
    await broker.publish(message.raw_message.value, target, key=message.raw_message.key)


asyncio.run(FastStream(broker).run(log_level=30))
