"""Batches that no reader can open, on a real Kafka: each ends as one dead letter, and the lane goes on after it."""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from aiokafka import TopicPartition
from aiokafka.client import AIOKafkaClient
from aiokafka.protocol.produce import ProduceRequest
from aiokafka.record.default_records import DefaultRecordBatchBuilder
from aiokafka.record.util import calc_crc32c
from confluent_kafka import Producer

from tests.integration.stream_world import World, article

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deploy.kafka.client import Kafka

RAW = "news.article.raw.v1"
PARTITION = 2
BOMB_MIB = 200
HEADERS = 4_000_000  # 2 GB of objects, of 16 MB unfolded and 2 kB on the wire
CODECS = ("gzip", "snappy", "lz4", "zstd")
PEAK_MIB = 500  # 141 were measured; with the objects of the headers 3,116
PATIENCE = 120


@pytest.fixture
def world(kafka: Kafka, topic_prefix: str, tmp_path: Path) -> Iterator[World]:
    with World(kafka, f"t{topic_prefix[-24:]}.", tmp_path) as made:
        yield made


def bomb(world: World, *values: bytes, codec: str = "zstd") -> None:
    """One compressed batch, as any producer may send it."""
    producer = Producer({
        "bootstrap.servers": world.kafka.bootstrap, "compression.codec": codec, "log_level": 0, "linger.ms": 2000,
        "message.max.bytes": 1_000_000_000, "batch.size": 1_000_000_000,
    })  # fmt: skip
    for value in values:
        producer.produce(world.prefix + RAW, value, partition=PARTITION)
    assert producer.flush(60) == 0


def raw_batch(name: bytes, *values: bytes) -> bytes:
    """A batch whose records carry a header of any name; no client library would send one that is no UTF-8."""
    stand_in = "N" * len(name)
    builder = DefaultRecordBatchBuilder(2, 0, 0, -1, -1, -1, 1 << 20)
    for place, value in enumerate(values):
        builder.append(place, 1_700_000_000_000, b"k", value, [(stand_in, b"told")])
    data = bytes(builder.build()).replace(stand_in.encode(), name)
    checksum: int = calc_crc32c(data[21:])
    return data[:17] + checksum.to_bytes(4, "big") + data[21:]


async def produce(world: World, data: bytes) -> None:
    topic = world.prefix + RAW
    client = AIOKafkaClient(bootstrap_servers=world.kafka.bootstrap)
    await client.bootstrap()
    try:
        await client.set_topics([topic])
        leader = client.cluster.leader_for_partition(TopicPartition(topic, PARTITION))
        request = ProduceRequest(transactional_id=None, required_acks=-1, timeout=10_000,
                                 topics=[(topic, [(PARTITION, data)])])
        answer = await client.send(leader, request)
        assert answer.topics[0][1][0][1] == 0, answer
    finally:
        await client.close()


def headed(count: int, value: bytes) -> bytes:
    """A batch of one record with so many headers of two letters and no value; zstd makes some kB of millions."""
    builder = DefaultRecordBatchBuilder(2, 4, 0, -1, -1, -1, 1 << 30)
    builder.append(0, 1_700_000_000_000, b"k", value, [("ab", None)] * count)
    return bytes(builder.build())


def peak_mib(process: int) -> int:
    """The most memory it has held so far."""
    [line] = [one for one in Path(f"/proc/{process}/status").read_text().splitlines() if one.startswith("VmHWM")]
    return int(line.split()[1]) // 1024


def good(world: World, *names: str) -> None:
    world.send(((name, article(name, "a")) for name in names), partition=PARTITION)


def test_a_bomb_is_one_dead_letter_and_the_worker_goes_on_after_it(world: World) -> None:
    good(world, "before")
    bomb(world, b"\0" * (BOMB_MIB << 20))
    good(world, "between")
    bomb(world, *[b"\0" * 900_000] * 100)
    good(world, "after")
    worker = world.worker()
    world.settle(PATIENCE)
    worker.kill()
    again = world.worker()  # which finds nothing left to do
    good(world, "last")
    world.settle(PATIENCE)

    assert world.told() == Counter(("assert", name, "a") for name in ("before", "between", "after", "last"))
    letters = world.read("news.article.dlq.v1")
    assert [one.told("nf-error-code") for one in letters] == [b"undecodable_batch"] * 2
    pointers = [json.loads(one.value) for one in letters]
    assert sorted((one["partition"], one["offset"], one["last_offset"]) for one in pointers) == [
        (PARTITION, 1, 1), (PARTITION, 3, 102),
    ]  # they have no key, so each lies in any partition
    assert all(one["size_bytes"] < 20_000 for one in pointers)
    assert all(one.told("nf-error-fault") == b"producer" for one in letters)
    assert again.stop() == 0


def test_no_header_that_is_no_utf8_nor_millions_nor_a_value_that_nothing_could_carry_harm_their_neighbours(
    world: World,
) -> None:
    good(world, "before")
    asyncio.run(produce(world, raw_batch(b"\xff\xfeX", article("strange", "a"), b"no JSON")))
    bomb(world, b" " * 30_000_000)
    asyncio.run(produce(world, headed(HEADERS, article("headed", "a"))))
    for codec in CODECS:
        bomb(world, *(article(f"{codec}-{number}", "a", text="x" * 5_000) for number in range(40)), codec=codec)
    worker = world.worker()
    world.settle(PATIENCE)

    read = [f"{codec}-{number}" for codec in CODECS for number in range(40)]
    assert world.told() == Counter(("assert", name, "a") for name in ("before", "strange", *read))
    letters = world.read("news.article.dlq.v1")
    refused, large, many = sorted(letters, key=lambda one: one.told("nf-error-detail-json"))
    pointer, unread = json.loads(large.value), json.loads(many.told("nf-error-detail-json"))
    assert (refused.value, refused.told(r"\xff\xfeX")) == (b"no JSON", b"told")
    assert (pointer["offset"], pointer["size_bytes"], pointer["head"]) == (3, 30_000_000, " " * 200)
    assert (json.loads(many.value)["offset"], unread["field"], unread["rule"]) == (
        4, "headers", f"at most 1000 headers, found {HEADERS}",
    )
    assert peak_mib(worker.pid) < PEAK_MIB
    assert worker.stop() == 0
