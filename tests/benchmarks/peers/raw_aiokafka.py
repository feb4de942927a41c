"""The measure of all others: aiokafka by hand, 500 records and their offsets in each transaction."""

import asyncio
import sys

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer


async def main(bootstrap: str, source: str, target: str, group: str) -> None:
    consumer = AIOKafkaConsumer(
        source, bootstrap_servers=bootstrap, group_id=group, enable_auto_commit=False,
        auto_offset_reset="earliest", isolation_level="read_committed",
    )
    producer = AIOKafkaProducer(
        bootstrap_servers=bootstrap, transactional_id=group, linger_ms=5, max_batch_size=256 * 1024,
        compression_type="lz4",
    )
    await consumer.start()
    await producer.start()
    while True:
        fetched = await consumer.getmany(timeout_ms=500, max_records=500)
        if not fetched:
            continue
        async with producer.transaction():
            sent = [await producer.send(target, one.value, one.key) for part in fetched.values() for one in part]
            await asyncio.gather(*sent)
            ends = {partition: records[-1].offset + 1 for partition, records in fetched.items()}
            await producer.send_offsets_to_transaction(ends, group)


asyncio.run(main(*sys.argv[1:]))
