"""Marks every test of this folder as one that strikes workers and brokers of a real Kafka, and gives it an arena."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from deploy.kafka.jars import KafkaUnavailableError
from tests.chaos.arena import Arena

if TYPE_CHECKING:
    from collections.abc import Iterator

_HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if _HERE in item.path.parents:
            item.add_marker("integration")
            item.add_marker("chaos")


@pytest.fixture(scope="session")
def arena() -> Iterator[Arena]:
    """Three brokers, three replicas, two in sync."""
    try:
        made = Arena()
    except KafkaUnavailableError as missing:
        _miss(str(missing))
    with made:
        yield made


def _miss(reason: str) -> None:
    if os.environ.get("CI"):  # noqa: TID251 - asks where the tests run, no setting of the worker
        pytest.fail(reason)
    pytest.skip(reason)
