"""What a cluster tells of topics that are asked for by name, so that no broker makes one for the asking.

By default a broker makes a topic that somebody asks for, with settings of its own: a document state that forgets after
a week. aiokafka's clients all ask like that. tests/contract/test_aiokafka_metadata.py holds still what is relied on.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from aiokafka import client
from aiokafka.admin import client as admin
from aiokafka.protocol.metadata import MetadataRequest

from worker.stream.topic_ids import TopicsByName

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
    """`partitions`: how many each topic has that is there. `forbidden`: those that it does not tell this user of.

    `cluster`, `ids`: its own and each topic's id; empty where it has no such thing (of topics: before Kafka 2.8).
    """

    partitions: dict[str, int]
    forbidden: frozenset[str] = frozenset()
    cluster: str = ""
    ids: dict[str, str] = field(default_factory=dict)

    def log_id(self, topic: str) -> str:
        """Of what the topic holds: no other cluster's has it, and none that was made anew under the same name."""
        names = "\n".join((self.cluster, topic, self.ids.get(topic, "")))
        return hashlib.sha256(names.encode()).hexdigest()[:16]


async def find(asked: AIOKafkaClient, names: Collection[str]) -> Found:
    """One request, whatever else the cluster has. Raises KafkaError."""
    answer: dict[str, Any] = (await asked.send(asked.get_random_node(), TopicsByName(names))).to_object()
    there = [one for one in answer["topics"] if not one["error_code"]]
    return Found(
        {one["topic"]: len(one["partitions"]) for one in there},
        frozenset(one["topic"] for one in answer["topics"] if one["error_code"] == FORBIDDEN),
        answer["cluster_id"] or "",
        {one["topic"]: one["topic_id"].hex() for one in there if "topic_id" in one},
    )
