"""Marks every test of this folder as one that speaks to a real Kafka, and asks of each that it leaves nothing open."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

_HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if _HERE in item.path.parents:
            item.add_marker("integration")


@pytest.fixture(autouse=True)
def _nothing_is_left_open() -> Iterator[None]:
    """A connection that nobody closed warns when it is collected: here, and not in a test that comes later."""
    yield
    gc.collect()
