"""Tests the test broker itself, before anything is believed that was measured on it."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from confluent_kafka import Consumer, Producer

from deploy.kafka.client import Kafka
from deploy.kafka.cluster import Cluster

_ROOT = Path(__file__).parents[3]


def _transactional(kafka: Kafka, name: str) -> Producer:
    producer = Producer({"bootstrap.servers": kafka.bootstrap, "transactional.id": name})
    producer.init_transactions(30)
    producer.begin_transaction()
    return producer


def _read_committed(kafka: Kafka, topic: str, count: int) -> list[bytes | None]:
    """Reads `count` values, and then looks whether one more comes within a second."""
    consumer = Consumer({
        "bootstrap.servers": kafka.bootstrap, "group.id": topic,
        "auto.offset.reset": "earliest", "isolation.level": "read_committed",
    })
    consumer.subscribe([topic])
    seen = consumer.consume(count, timeout=30) + consumer.consume(1, timeout=1)
    consumer.close()
    return [message.value() for message in seen]


def test_an_aborted_record_is_hidden_from_read_committed(kafka: Kafka, topic_prefix: str) -> None:
    kafka.create_topics(topic_prefix, partitions=1)
    producer = _transactional(kafka, topic_prefix)
    producer.produce(topic_prefix, b"aborted")
    producer.flush(30)
    producer.abort_transaction(30)
    producer.begin_transaction()
    producer.produce(topic_prefix, b"committed")
    producer.commit_transaction(30)

    assert _read_committed(kafka, topic_prefix, 1) == [b"committed"]


def test_an_open_transaction_is_listed_until_it_ends(kafka: Kafka, topic_prefix: str) -> None:
    kafka.create_topics(topic_prefix, partitions=1)
    producer = _transactional(kafka, topic_prefix)
    producer.produce(topic_prefix, b"open")
    producer.flush(30)

    during = kafka.open_transactions()
    producer.abort_transaction(30)
    after = kafka.open_transactions()

    assert any(topic_prefix in row for row in during)
    assert not any(topic_prefix in row for row in after)
    assert kafka.hanging_transactions() == []


def test_the_log_dump_shows_the_abort_marker(breakable: Cluster, topic_prefix: str) -> None:
    breakable.create_topics(topic_prefix, partitions=1)
    producer = _transactional(breakable, topic_prefix)
    producer.produce(topic_prefix, b"aborted")
    producer.flush(30)
    producer.abort_transaction(30)

    files = ",".join(map(str, breakable.segments(topic_prefix, 0)))
    dump = breakable.tool("DumpLogSegments", "--files", files, "--print-data-log")

    assert "ABORT" in dump


def test_records_survive_the_kill_of_each_of_three_brokers(breakable3: Cluster, topic_prefix: str) -> None:
    breakable3.create_topics(topic_prefix, partitions=3)
    sent = []
    for number in breakable3.brokers:
        producer = _transactional(breakable3, topic_prefix)
        for partition in range(3):
            value = f"{number}/{partition}".encode()
            producer.produce(topic_prefix, value, partition=partition)
            sent.append(value)
        producer.commit_transaction(30)
        breakable3.kill(number)
        breakable3.start(number)

    assert sorted(map(bytes, filter(None, _read_committed(breakable3, topic_prefix, 9)))) == sorted(sent)


@pytest.mark.parametrize("ending", [signal.SIGKILL, signal.SIGTERM], ids=lambda ending: ending.name)
def test_nothing_stays_when_the_process_that_started_a_cluster_ends(ending: signal.Signals) -> None:
    owner = subprocess.Popen(
        [sys.executable, "-m", "deploy.kafka", "up"], cwd=_ROOT, stdout=subprocess.PIPE, text=True
    )
    assert owner.stdout is not None
    with owner:
        owner.stdout.readline()
        home = Path(owner.stdout.readline().split()[-1])
        broker = Path("/proc", (home / "1" / "pid").read_text().strip())

        os.kill(owner.pid, ending)
        owner.wait(30)

    deadline = time.monotonic() + 30
    while (home.exists() or broker.exists()) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not home.exists()
    assert not broker.exists()
