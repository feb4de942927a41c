"""What is made of a cluster's answer about topics, and that no question has one made."""

from __future__ import annotations

from typing import Any, Final, cast

from aiokafka.protocol.metadata import MetadataResponse_v5

from worker.stream.metadata import Found, find

VERSIONS = {3: (0, 5)}  # of the question for topics, as a broker takes them
PARTITION: Final[tuple[object, ...]] = (0, 0, 1, [1], [1], [])


class Broker:
    """Has a topic `there`, hides one, and has never heard of another."""

    def __init__(self) -> None:
        self.asked: list[Any] = []

    def get_random_node(self) -> int:
        return 1

    async def send(self, node: int, request: Any) -> MetadataResponse_v5:
        assert node == 1
        self.asked.append(request.prepare(VERSIONS))
        topics = [(0, "there", False, [PARTITION, PARTITION]), (29, "hidden", False, []), (3, "gone", False, [])]
        return MetadataResponse_v5(0, [(1, "host", 9092, None)], "here", 1, topics)


async def test_a_cluster_tells_what_it_has_and_what_this_user_may_not_see() -> None:
    found = await find(cast("Any", Broker()), ["there", "hidden", "gone"])

    assert found == Found({"there": 2}, frozenset({"hidden"}))


async def test_topics_are_asked_for_by_name_and_none_is_made_for_it() -> None:
    broker = Broker()

    await find(cast("Any", broker), ["there", "gone"])

    [asked] = broker.asked
    assert (asked.topics, asked.allow_auto_topic_creation) == (["there", "gone"], False)
