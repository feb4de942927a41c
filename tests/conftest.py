"""The Kafka that tests speak to: started when first asked for, or the one that KAFKA_BOOTSTRAP names."""

import os
import re
import uuid
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from deploy.kafka.client import Kafka
from deploy.kafka.cluster import Cluster
from deploy.kafka.jars import KafkaUnavailableError


@pytest.fixture(scope="session")
def kafka() -> Iterator[Kafka]:
    """One broker."""
    with _cluster(1) as cluster:
        yield cluster


@pytest.fixture(scope="session")
def kafka3() -> Iterator[Kafka]:
    """Three brokers; a topic has three replicas, and two must have a record before it counts."""
    with _cluster(3) as cluster:
        yield cluster


@pytest.fixture
def breakable(kafka: Kafka) -> Cluster:
    """One broker that the test may stop and kill, and must start again."""
    return _ours(kafka)


@pytest.fixture
def breakable3(kafka3: Kafka) -> Cluster:
    """Three brokers that the test may stop and kill, and must start again."""
    return _ours(kafka3)


@pytest.fixture
def topic_prefix(request: pytest.FixtureRequest) -> str:
    """Opens the names of a test's topics, groups and transactional ids: no two tests or runs share one."""
    return f"{re.sub(r'[^A-Za-z0-9]+', '-', request.node.name)[:60].strip('-')}-{uuid.uuid4().hex[:8]}"


@contextmanager
def _cluster(brokers: int) -> Iterator[Kafka]:
    elsewhere = os.environ.get("KAFKA_BOOTSTRAP")  # noqa: TID251 - addresses the tests, not the worker
    if elsewhere:
        yield Kafka(elsewhere)
        return
    try:
        cluster = Cluster(brokers)
    except KafkaUnavailableError as missing:
        _miss(str(missing))
    with cluster:
        yield cluster


def _miss(reason: str) -> None:
    """Outside CI a test may be skipped for want of a tool; in CI that is a failure."""
    if os.environ.get("CI"):  # noqa: TID251 - asks where the tests run, no setting of the worker
        pytest.fail(reason)
    pytest.skip(reason)


def _ours(kafka: Kafka) -> Cluster:
    if not isinstance(kafka, Cluster):
        pytest.skip("KAFKA_BOOTSTRAP names a cluster that is not ours to break")
    return kafka
