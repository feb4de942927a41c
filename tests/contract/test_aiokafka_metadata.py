"""What worker/stream/metadata.py relies on: who in aiokafka asks for topics, and how."""

from __future__ import annotations

from importlib import import_module
from pkgutil import walk_packages
from typing import Any

import aiokafka
import pytest
from aiokafka import AIOKafkaClient, protocol

from worker.settings import load
from worker.stream.connection import client_options
from worker.stream.metadata import ASKING

VERSIONS = {3: (0, 5)}


def test_all_of_aiokafka_that_asks_for_topics_is_known() -> None:
    names = {one.name for one in walk_packages(aiokafka.__path__, "aiokafka.")}
    asking = {name for name in names if "MetadataRequest" in vars(import_module(name))}

    assert {name for name in asking if not name.startswith(protocol.__name__)} == {one.__name__ for one in ASKING}


@pytest.mark.parametrize("topics", [{"gone"}, None], ids=["by name", "all"])
async def test_a_client_of_ours_has_no_topic_made(monkeypatch: pytest.MonkeyPatch, topics: set[str] | None) -> None:
    asked: list[Any] = []

    class Connection:
        async def send(self, request: Any) -> Any:
            asked.append(request.prepare(VERSIONS))
            raise TimeoutError

    async def connection(*_: object, **__: object) -> Connection:
        return Connection()

    client = AIOKafkaClient(**client_options(load()))
    monkeypatch.setattr(client, "_get_conn", connection)
    client.cluster._brokers = {1: ("", 1, "", None)}
    monkeypatch.setattr(client.cluster, "brokers", lambda: {type("Node", (), {"nodeId": 1})()})
    await client._metadata_update(client.cluster, topics)

    [request] = asked
    assert (request.topics, request.allow_auto_topic_creation) == (topics and list(topics), False)
