"""The guarded broker, once for all tests of this folder; it is always our own: its doors are made for the tests."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from deploy.kafka.jars import KafkaUnavailableError
from tests.integration.security.broker import guarded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.integration.security.broker import Guarded


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Guarded]:
    try:
        opened = guarded(tmp_path_factory.mktemp("security"))
        with opened as found:
            yield found
    except KafkaUnavailableError as missing:
        if os.environ.get("CI"):  # noqa: TID251 - asks where the tests run, no setting of the worker
            pytest.fail(str(missing))
        pytest.skip(str(missing))
