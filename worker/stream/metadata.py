"""What a cluster tells of topics that are asked for by name, so that no broker makes one for the asking.

By default a broker makes a topic that somebody asks for, with settings of its own: a document state that forgets after
a week. aiokafka's clients all ask like that. tests/contract/test_aiokafka_metadata.py holds still what is relied on.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from aiokafka import client
from aiokafka.admin import client as admin
from aiokafka.protocol.metadata import MetadataRequest

if TYPE_CHECKING:
    from collections.abc import Collection

    from aiokafka.client import AIOKafkaClient

ASKING: Final = (client, admin)  # the modules of aiokafka that ask for topics
FORBIDDEN: Final = 29  # TOPIC_AUTHORIZATION_FAILED


def create_none() -> None:
    """No client of this process has a topic made by asking for it, from now on."""
    for module in ASKING:
        module.MetadataRequest = partial(MetadataRequest, allow_auto_topic_creation=False)


@dataclass(frozen=True, slots=True)
class Found:
    """`partitions`: how many each topic has that is there. `forbidden`: those that it does not tell this user of."""

    partitions: dict[str, int]
    forbidden: frozenset[str] = frozenset()


async def find(asked: AIOKafkaClient, names: Collection[str]) -> Found:
    """One request, whatever else the cluster has. Raises KafkaError."""
    request = MetadataRequest(list(names), allow_auto_topic_creation=False)
    topics: list[dict[str, Any]] = (await asked.send(asked.get_random_node(), request)).to_object()["topics"]
    return Found(
        {one["topic"]: len(one["partitions"]) for one in topics if not one["error_code"]},
        frozenset(one["topic"] for one in topics if one["error_code"] == FORBIDDEN),
    )
