"""Marks every test of this folder as one that speaks to a real Kafka, and asks of each that it leaves nothing open."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

_HERE = Path(__file__).parent
# aiokafka closes the connection of its first question, and that of a login that failed, without waiting for the end:
# asyncio's loop may end before their transports have. A connection that nobody closed tells so itself, and is an error.
_HUNG_UP = (
    r"ignore:Exception ignored in. <(socket|function (_Selector|_SSLProtocol)Transport|function StreamWriter)"
    ":pytest.PytestUnraisableExceptionWarning"
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if _HERE in item.path.parents:
            item.add_marker("integration")
            item.add_marker(pytest.mark.filterwarnings(_HUNG_UP))


@pytest.fixture(autouse=True)
def _nothing_is_left_open() -> Iterator[None]:
    """A connection that nobody closed warns when it is collected: here, and not in a test that comes later."""
    yield
    gc.collect()
