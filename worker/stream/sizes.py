"""How large a record may be, by topic: what the broker says, what we may send, and what a refusal teaches."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.admin.config_resource import ConfigResource, ConfigResourceType
from aiokafka.errors import KafkaError

from worker.stream.connection import client_options

if TYPE_CHECKING:
    from collections.abc import Mapping

    from worker.settings import Settings
    from worker.stream.records import Record

ASK_SECONDS = 30.0  # three requests; what is not known is learnt from refusals
_FRAME = 2 * 1024  # bytes of a batch and request around one record
_OVERHEAD_DEFAULT = 1_048_588  # Kafka's own default of max.message.bytes
USUAL = 1_000_000  # bytes of a record that a topic takes whose limit nobody touched; ours and Kafka's are just above
_SHRINK = 4  # a refused batch, to the next: few refusals, and no less than a quarter of what the topic takes


class Sizes:
    """`limits`: max.message.bytes by topic; a topic that is not in it is taken for Kafka's default."""

    def __init__(self, max_request_bytes: int, limits: Mapping[str, int]) -> None:
        self._request = max_request_bytes
        self._limits = dict(limits)
        self._batch = max_request_bytes

    def limit(self, topic: str) -> int:
        return min(self._request, self._limits.get(topic, _OVERHEAD_DEFAULT)) - _FRAME

    def lowered(self, topic: str) -> bool:
        """Whether somebody lets it take less than any Kafka takes by itself."""
        return self.limit(topic) < USUAL

    def fits(self, record: Record) -> bool:
        return record.size_bytes <= self.limit(record.topic)

    def refused(self, record: Record, told: Sizes) -> None:
        """Learn from a refusal what the brokers tell now. If that does not explain it, learn from the sizes.

        A batch is refused as a whole, and `record` is only the largest in it: it is to blame where no smaller batch
        could have held it.
        """
        self._limits |= told._limits
        if not self.fits(record):
            return
        if record.size_bytes < self.batch_bytes:
            self._batch = max(record.size_bytes, self.batch_bytes // _SHRINK)
        else:
            self._limits[record.topic] = record.size_bytes - 1 + _FRAME

    @property
    def batch_bytes(self) -> int:
        """Larger batches would be refused by the strictest topic, however small the records in them."""
        return min(self._batch, min(self._request, *self._limits.values(), _OVERHEAD_DEFAULT) - _FRAME)


async def ask_sizes(settings: Settings) -> Sizes:
    """Ask the brokers. Where they cannot tell (librdkafka's mock has no such call) Kafka's default holds."""
    topics = settings.topics
    names = {topics.clean, topics.fact, topics.soft, topics.dead_letter, topics.document_state}
    names |= {topics.sensitive} if settings.redirects else set()
    try:
        async with asyncio.timeout(ASK_SECONDS):
            found = {} if settings.embedded_broker else await _limits(settings, sorted(names))
    except (KafkaError, TimeoutError):
        found = {}
    return Sizes(settings.max_request_bytes, found)


async def _limits(settings: Settings, topics: list[str]) -> dict[str, int]:
    admin = AIOKafkaAdminClient(**client_options(settings))
    await admin.start()
    try:
        answers = await admin.describe_configs([ConfigResource(ConfigResourceType.TOPIC, one) for one in topics])
    finally:
        await admin.close()
    resources = [resource for answer in answers for resource in answer.resources]
    return {
        resource[3]: int(entry[1])
        for resource in resources
        for entry in resource[4]
        if entry[0] == "max.message.bytes"
    }
