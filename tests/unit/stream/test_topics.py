"""What `topics plan` says of a cluster, and whether a topic forgets."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from aiokafka.errors import IncompatibleBrokerVersion, UnknownTopicOrPartitionError

from worker.settings import load
from worker.stream import topics
from worker.stream.topics import Cluster, forgetting, plan, wanted

if TYPE_CHECKING:
    from collections.abc import Callable

SPECS = wanted(load().topics, partitions=6)
NAMES = [spec.name for spec in SPECS]


def cluster(
    *, brokers: int = 3, replicas: int = 3, without: str = "", odd: dict[str, int] | None = None
) -> Cluster:
    there = [name for name in NAMES if name != without]
    configs = {spec.name: {"cleanup.policy": spec.cleanup} for spec in SPECS}
    return Cluster(brokers, dict.fromkeys(there, 6) | (odd or {}), dict.fromkeys(there, replicas), configs)


def actions(found: Cluster) -> dict[str, str]:
    return {step.name: step.action for step in plan(SPECS, found)}


def test_an_empty_cluster_gets_every_topic() -> None:
    assert set(actions(Cluster(1, {}, {}, {})).values()) == {"create"}


def test_the_sensitive_topic_is_wanted_only_by_a_policy_that_redirects() -> None:
    redirecting = load({"sensitive": "redirect"})
    more = wanted(redirecting.topics, partitions=6, sensitive=redirecting.redirects)

    assert {spec.name for spec in more} - set(NAMES) == {"news.fact.sensitive.v1"}
    assert not load({"sensitive": "drop"}).redirects


def test_a_right_cluster_keeps_every_topic() -> None:
    assert set(actions(cluster()).values()) == {"keep"}


def test_only_the_missing_topic_is_created() -> None:
    found = actions(cluster(without=NAMES[1]))

    assert found.pop(NAMES[1]) == "create"
    assert set(found.values()) == {"keep"}


def test_the_state_topic_needs_as_many_partitions_as_the_raw_topic() -> None:
    state = SPECS[-1].name

    assert actions(cluster(odd={state: 3}))[state] == "problem"


def test_one_replica_on_several_brokers_is_a_problem_because_kafka_can_commit_aborted_records() -> None:
    steps = plan(SPECS, cluster(replicas=1))

    assert all(step.action == "problem" and "KAFKA-20734" in step.detail for step in steps)


def test_one_replica_on_one_broker_is_fine() -> None:
    assert set(actions(cluster(brokers=1, replicas=1)).values()) == {"keep"}


def test_a_compacted_fact_topic_is_a_problem_because_compaction_would_destroy_facts() -> None:
    found = cluster()
    fact = NAMES[2]
    found.configs[fact]["cleanup.policy"] = "compact"

    assert actions(found)[fact] == "problem"


def test_a_topic_that_this_user_may_not_see_is_no_topic_to_create() -> None:
    names = wanted(load().topics, partitions=6)
    steps = plan(names, Cluster(1, {}, {}, {}, frozenset({names[0].name})))

    assert (steps[0].action, "topics acls" in steps[0].detail) == ("problem", True)
    assert {step.action for step in steps[1:]} == {"create"}


# --------------------------------------------------------------------------------------------- what a topic forgets


@pytest.fixture
def answering(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """A broker that answers so to the question for a topic's settings."""

    def install(code: int = 0, error: Exception | None = None, **settings: str) -> None:
        class Admin:
            def __init__(self, **_: object) -> None: ...

            async def start(self) -> None: ...

            async def close(self) -> None: ...

            async def describe_configs(self, _: object) -> list[Any]:
                if error is not None:
                    raise error
                entries = [(name.replace("_", "."), value, False) for name, value in settings.items()]
                return [SimpleNamespace(resources=[(code, None, 2, "state", entries)])]

        monkeypatch.setattr(topics, "AIOKafkaAdminClient", Admin)

    return install


@pytest.mark.parametrize(
    ("policy", "forgets"),
    [("compact", None), *((policy, policy) for policy in ("delete", "compact,delete", "delete,compact"))],
)
async def test_only_a_compacted_topic_keeps_the_last_of_every_key(
    answering: Callable[..., None], policy: str, forgets: str | None
) -> None:
    answering(cleanup_policy=policy, retention_ms="1000")

    assert await forgetting(load(), "state") == forgets


@pytest.mark.parametrize(
    "answer", [{"code": 29}, {"error": IncompatibleBrokerVersion()}], ids=["may not ask", "cannot be asked"]
)
async def test_who_is_told_nothing_is_taken_at_his_word(answering: Callable[..., None], answer: dict[str, Any]) -> None:
    answering(**answer)

    assert await forgetting(load(), "state") is None


async def test_a_broker_that_does_not_know_the_topic_yet_is_not_believed(answering: Callable[..., None]) -> None:
    answering(code=3)

    with pytest.raises(UnknownTopicOrPartitionError, match="state"):
        await forgetting(load(), "state")


async def test_the_demos_broker_is_not_asked(answering: Callable[..., None]) -> None:
    answering(error=AssertionError("asked"))

    assert await forgetting(load({"embedded_broker": True}), "state") is None
