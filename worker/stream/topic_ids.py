"""Kafka's question for topics in the first version whose answer tells their ids; aiokafka's own end at the fifth."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from aiokafka.protocol.abstract import AbstractType
from aiokafka.protocol.api import Request, RequestStruct, Response
from aiokafka.protocol.metadata import MetadataRequest_v4, MetadataRequest_v5
from aiokafka.protocol.types import Boolean, CompactArray, CompactString, Int16, Int32, Schema, TaggedFields

if TYPE_CHECKING:
    from collections.abc import Collection
    from io import BytesIO

_KEY: Final = 3
_VERSION: Final = 10  # Kafka 2.8
_NO_ID: Final = bytes(16)  # asks by name
_NO_TAGS: Final[dict[int, bytes]] = {}


class _Id(AbstractType):  # type: ignore[misc]  # aiokafka has no types, here and below
    """16 bytes."""

    @classmethod
    def encode(cls, value: bytes) -> bytes:
        return value

    @classmethod
    def decode(cls, data: BytesIO) -> bytes:
        return data.read(16)


class _Answer(Response):  # type: ignore[misc]
    API_KEY = _KEY
    API_VERSION = _VERSION
    SCHEMA = Schema(
        ("throttle_time_ms", Int32),
        ("brokers", CompactArray(
            ("node_id", Int32), ("host", CompactString()), ("port", Int32), ("rack", CompactString()),
            ("tags", TaggedFields),
        )),
        ("cluster_id", CompactString()),
        ("controller_id", Int32),
        ("topics", CompactArray(
            ("error_code", Int16), ("topic", CompactString()), ("topic_id", _Id), ("is_internal", Boolean),
            ("partitions", CompactArray(
                ("error_code", Int16), ("partition", Int32), ("leader", Int32), ("leader_epoch", Int32),
                ("replicas", CompactArray(Int32)), ("isr", CompactArray(Int32)),
                ("offline_replicas", CompactArray(Int32)), ("tags", TaggedFields),
            )),
            ("authorized_operations", Int32), ("tags", TaggedFields),
        )),
        ("authorized_operations", Int32),
        ("tags", TaggedFields),
    )  # fmt: skip


class _Question(RequestStruct):  # type: ignore[misc]
    API_KEY = _KEY
    API_VERSION = _VERSION
    FLEXIBLE_VERSION = True
    RESPONSE_TYPE = _Answer
    SCHEMA = Schema(
        ("topics", CompactArray(("topic_id", _Id), ("topic", CompactString()), ("tags", TaggedFields))),
        ("allow_auto_topic_creation", Boolean),
        ("include_cluster_authorized_operations", Boolean),
        ("include_topic_authorized_operations", Boolean),
        ("tags", TaggedFields),
    )


_Version: TypeAlias = MetadataRequest_v4 | MetadataRequest_v5 | _Question


class TopicsByName(Request[_Version]):  # type: ignore[misc]
    """Has no broker make a topic. Before version 4 (Kafka 0.11, the first with transactions) none could be told so."""

    API_KEY = _KEY

    def __init__(self, names: Collection[str]) -> None:
        self._names = list(names)

    def build(self, version: type[_Version]) -> _Version:
        if version is not _Question:
            return version(self._names, False)
        return _Question([(_NO_ID, name, _NO_TAGS) for name in self._names], False, False, False, _NO_TAGS)
