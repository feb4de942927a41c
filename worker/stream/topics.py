"""The topics that the worker needs: what each must be, what the cluster has, and what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from aiokafka.admin import AIOKafkaAdminClient, NewTopic
from aiokafka.admin.config_resource import ConfigResource, ConfigResourceType
from aiokafka.errors import IncompatibleBrokerVersion, for_code
from aiokafka.protocol.metadata import MetadataRequest

from worker.stream.connection import client_options
from worker.stream.metadata import FORBIDDEN

if TYPE_CHECKING:
    from worker.settings import Settings, Topics

DAY_MS = 24 * 3600 * 1000
TO_COMPACT = "kafka-configs.sh --alter --entity-type topics --entity-name {} --add-config cleanup.policy=compact"
SAFE_REPLICATION = 3  # below it Kafka 4 itself can commit aborted records (KAFKA-20734)


@dataclass(frozen=True, slots=True)
class TopicSpec:
    """A topic as it should be. `partitions` 0: as many as the raw topic, so that state lies beside its input."""

    name: str
    cleanup: str
    partitions: int = 0
    retention_ms: int | None = None


@dataclass(frozen=True, slots=True)
class TopicPlan:
    """What `apply` would do for one topic; `problem` is what only a human can mend."""

    name: str
    action: str  # create | keep | problem
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Cluster:
    """What a cluster answered: brokers, partitions and replicas by topic, and settings by topic.

    `hidden`: topics of which it does not tell this user whether it has them, or how they are set.
    """

    brokers: int
    partitions: dict[str, int]
    replicas: dict[str, int]
    configs: dict[str, dict[str, str]]
    hidden: frozenset[str] = frozenset()


def wanted(topics: Topics, *, partitions: int, sensitive: bool = False) -> tuple[TopicSpec, ...]:
    """The contract's table of topics (design/contract.md) under the names of the settings.

    `sensitive`: the settings redirect facts to a topic that nobody needs otherwise.
    """
    return (
        TopicSpec(topics.raw, "delete", partitions, 7 * DAY_MS),
        TopicSpec(topics.clean, "delete", partitions, 30 * DAY_MS),
        TopicSpec(topics.fact, "delete", partitions, -1),
        TopicSpec(topics.soft, "delete", partitions, 30 * DAY_MS),
        *([TopicSpec(topics.sensitive, "delete", partitions, -1)] if sensitive else []),
        TopicSpec(topics.dead_letter, "delete", partitions, 90 * DAY_MS),
        TopicSpec(topics.dead_letter_state, "compact", 1),  # small: one mark for each letter that somebody dealt with
        TopicSpec(topics.document_state, "compact"),
    )


def configs(spec: TopicSpec, *, replication: int, max_bytes: int) -> dict[str, str]:
    """The topic settings that the worker relies on, as Kafka names them."""
    found = {
        "cleanup.policy": spec.cleanup,
        "min.insync.replicas": str(max(1, replication - 1)),
        "max.message.bytes": str(max_bytes),
    }
    if spec.retention_ms is not None:
        found["retention.ms"] = str(spec.retention_ms)
    return found


def plan(specs: tuple[TopicSpec, ...], cluster: Cluster) -> list[TopicPlan]:
    """One line a topic; nothing here changes the cluster."""
    raw = cluster.partitions.get(specs[0].name, specs[0].partitions)
    return [_plan_one(spec, cluster, spec.partitions or raw) for spec in specs]


def _plan_one(spec: TopicSpec, cluster: Cluster, partitions: int) -> TopicPlan:
    has = cluster.partitions.get(spec.name)
    if spec.name in cluster.hidden:
        return TopicPlan(spec.name, "problem", "this user has no right to it: see `newsfacts topics acls`")
    if has is None:
        replication = min(SAFE_REPLICATION, cluster.brokers)
        return TopicPlan(spec.name, "create", f"{partitions} partitions, replication {replication}, {spec.cleanup}")
    problems = list(_problems(spec, cluster, has, partitions))
    return TopicPlan(spec.name, "problem" if problems else "keep", "; ".join(problems))


def _problems(spec: TopicSpec, cluster: Cluster, has: int, partitions: int) -> list[str]:
    """What an existing topic lacks. We never alter a topic that holds somebody's data."""
    found = []
    if not spec.partitions and has != partitions:
        found.append(f"has {has} partitions, the raw topic {partitions}: they must be equal, create it anew")
    if (policy := cluster.configs.get(spec.name, {}).get("cleanup.policy", spec.cleanup)) != spec.cleanup:
        found.append(f"cleanup.policy is {policy}, must be {spec.cleanup}")
    if cluster.brokers > 1 and (replicas := cluster.replicas[spec.name]) < min(SAFE_REPLICATION, cluster.brokers):
        found.append(f"replication {replicas} on {cluster.brokers} brokers: Kafka can then commit aborted records "
                     "(KAFKA-20734); recreate it with 3 and min.insync.replicas=2")
    return found


async def describe(settings: Settings, specs: tuple[TopicSpec, ...]) -> Cluster:
    """Ask the cluster. Raises aiokafka's KafkaConnectionError when no broker answers."""
    admin = AIOKafkaAdminClient(**client_options(settings))
    await admin.start()
    try:
        brokers = len((await admin.describe_cluster())["brokers"])
        wanted_names = {spec.name for spec in specs}
        there = set(await admin.list_topics()) & wanted_names
        unseen = await hidden(admin, sorted(wanted_names - there))
        found = await admin.describe_topics(sorted(there)) if there else []
        asked = [ConfigResource(ConfigResourceType.TOPIC, name) for name in sorted(there)]
        answers = await admin.describe_configs(asked) if asked else []
        resources = [resource for answer in answers for resource in answer.resources]
    finally:
        await admin.close()
    return Cluster(
        brokers,
        {one["topic"]: len(one["partitions"]) for one in found},
        {one["topic"]: min(len(p["replicas"]) for p in one["partitions"]) for one in found},
        {resource[3]: {entry[0]: entry[1] for entry in resource[4]} for resource in resources},
        unseen | {resource[3] for resource in resources if resource[0] == FORBIDDEN},
    )


async def forgetting(settings: Settings, topic: str) -> str | None:
    """The cleanup.policy of a topic that must keep the last record of every key, and does not; None if it does.

    "compact,delete" forgets what is old, too. Who may not ask for a topic's settings is taken at his word, and so is a
    broker that knows no such question. Raises KafkaError.
    """
    if settings.embedded_broker:
        return None
    admin = AIOKafkaAdminClient(**client_options(settings))
    try:
        await admin.start()
        answers = await admin.describe_configs([ConfigResource(ConfigResourceType.TOPIC, topic)])
    except IncompatibleBrokerVersion:
        return None
    finally:
        await admin.close()
    [(code, _, _, _, entries)] = [resource for answer in answers for resource in answer.resources]
    if code not in {0, FORBIDDEN}:
        raise for_code(code)(topic)
    policy = {entry[0]: entry[1] for entry in entries}.get("cleanup.policy", "compact")
    return None if policy == "compact" else str(policy)


async def hidden(admin: AIOKafkaAdminClient, names: list[str]) -> frozenset[str]:
    """Those of `names` that this user may not even see; asked so that no broker creates one for the asking."""
    if not names:
        return frozenset()
    answer = await admin._send_request(MetadataRequest(names, allow_auto_topic_creation=False))  # noqa: SLF001 - describe_topics would create them
    return frozenset(one["topic"] for one in answer.to_object()["topics"] if one["error_code"] == FORBIDDEN)


async def create(settings: Settings, specs: tuple[TopicSpec, ...], cluster: Cluster) -> list[TopicPlan]:
    """Create what is missing, and tell what was done. Raises the broker's error for the first refusal."""
    steps = plan(specs, cluster)
    missing = {step.name for step in steps if step.action == "create"}
    new = [_new_topic(spec, settings, specs, cluster) for spec in specs if spec.name in missing]
    if new:
        admin = AIOKafkaAdminClient(**client_options(settings))
        await admin.start()
        try:
            _check((await admin.create_topics(new)).topic_errors)
        finally:
            await admin.close()
    return steps


def _new_topic(spec: TopicSpec, settings: Settings, specs: tuple[TopicSpec, ...], cluster: Cluster) -> NewTopic:
    replication = min(SAFE_REPLICATION, cluster.brokers)
    partitions = spec.partitions or cluster.partitions.get(specs[0].name, specs[0].partitions)
    topic_configs = configs(spec, replication=replication, max_bytes=settings.max_request_bytes)
    return NewTopic(spec.name, partitions, replication, topic_configs=topic_configs)


def _check(answers: list[tuple[Any, ...]]) -> None:
    already = 36  # TOPIC_ALREADY_EXISTS: another `apply` was faster, which is fine
    for name, code, *message in answers:
        if code not in {0, already}:
            raise for_code(code)(f"{name}: {' '.join(str(part) for part in message)}")
