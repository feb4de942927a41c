"""Marks every test of this folder as one that kills workers and brokers of a real Kafka."""

from pathlib import Path

import pytest

_HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if _HERE in item.path.parents:
            item.add_marker("integration")
            item.add_marker("chaos")
