"""FastStream on aiokafka: a handler that publishes, acknowledged after it returns."""

import asyncio
import sys
from typing import Annotated

from faststream import AckPolicy, FastStream
from faststream.kafka import KafkaBroker
from faststream.params import Context

bootstrap, source, target, group = sys.argv[1:]
broker = KafkaBroker(bootstrap, compression_type="lz4", log_level=30)


@broker.subscriber(source, group_id=group, auto_offset_reset="earliest", ack_policy=AckPolicy.NACK_ON_ERROR)  # type: ignore[untyped-decorator]  # not installed where mypy runs
async def forward(body: bytes, key: Annotated[bytes, Context("message.raw_message.key")]) -> None:
    await broker.publish(body, target, key=key)


asyncio.run(FastStream(broker).run(log_level=30))
