"""What is made of a cluster's answer about topics, and that no question has one made."""

from __future__ import annotations

from typing import Any, Final, cast

import pytest
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

    assert found == Found({"there": 2}, frozenset({"hidden"}), "here")


async def test_what_an_old_broker_does_not_tell_is_empty() -> None:
    found = await find(cast("Any", Broker()), ["there"])

    assert (found.cluster, found.ids) == ("here", {})


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(Found({"state": 1}, cluster="there", ids={"state": "1"}), id="of another cluster"),
        pytest.param(Found({"state": 1}, cluster="here", ids={"state": "2"}), id="made anew"),
        pytest.param(Found({"state": 1}, cluster="here"), id="before topics had ids"),
    ],
)
def test_logs_of_one_name_have_ids_of_their_own(other: Found) -> None:
    one = Found({"state": 1}, cluster="here", ids={"state": "1", "other": "1"})

    assert one.log_id("state") != other.log_id("state")
    assert one.log_id("state") != one.log_id("other")
    assert one.log_id("state") == Found({"state": 2}, cluster="here", ids={"state": "1"}).log_id("state")


def test_a_log_without_any_name_but_its_own_has_an_id() -> None:
    assert Found({}).log_id("state").isalnum()


async def test_topics_are_asked_for_by_name_and_none_is_made_for_it() -> None:
    broker = Broker()

    await find(cast("Any", broker), ["there", "gone"])

    [asked] = broker.asked
    assert (asked.topics, asked.allow_auto_topic_creation) == (["there", "gone"], False)
