"""What `topics plan` says of a cluster."""

from __future__ import annotations

from worker.settings import load
from worker.stream.topics import Cluster, plan, wanted

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
