"""The question that tells topics' ids, in the words of each broker; a real one answers it in test_stream_topics.py."""

from __future__ import annotations

from typing import Any

import pytest
from aiokafka.protocol.metadata import MetadataRequest_v4, MetadataRequest_v5

from worker.stream.topic_ids import TopicsByName


@pytest.mark.parametrize(("most", "form"), [(4, MetadataRequest_v4), (9, MetadataRequest_v5)])
def test_a_broker_without_ids_is_asked_as_aiokafka_asks(most: int, form: type[Any]) -> None:
    asked = TopicsByName(["raw"]).prepare({3: (0, most)})

    assert isinstance(asked, form)
    assert (asked.topics, asked.allow_auto_topic_creation) == (["raw"], False)


def test_a_broker_with_ids_is_asked_by_name_and_makes_nothing() -> None:
    asked = TopicsByName(["raw"]).prepare({3: (0, 13)})

    # One topic: no id, its name, no tags; then three refusals and no tags.
    assert asked.encode() == b"\x02" + bytes(16) + b"\x04raw\x00" + b"\x00\x00\x00" + b"\x00"


def test_its_answer_tells_cluster_and_ids() -> None:
    """As Kafka's MetadataResponse.json has version 10; lengths are one more than what follows."""
    one, none, no_tags = b"\x00\x00\x00\x01", bytes(4), b"\x00"
    broker = one + b"\x05host" + one + b"\x00" + no_tags
    nodes = b"\x02" + one
    partition = bytes(2) + none + one + none + nodes + nodes + b"\x01" + no_tags
    topic = bytes(2) + b"\x04raw" + b"i" * 16 + b"\x00" + b"\x02" + partition + none + no_tags
    answer = none + b"\x02" + broker + b"\x05here" + one + b"\x02" + topic + none + no_tags

    told = TopicsByName([]).prepare({3: (0, 13)}).RESPONSE_TYPE.decode(answer).to_object()
    [found] = told["topics"]

    assert (told["cluster_id"], found["topic"], found["topic_id"], found["error_code"]) == ("here", "raw", b"i" * 16, 0)
    assert found["partitions"][0]["isr"] == [1]
