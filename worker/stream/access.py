"""What each role of newsfacts must be permitted on a Kafka with an authorizer, and nothing beyond it.

In Kafka Read and Write each include Describe. tests/integration/security runs every role with exactly these grants
(test_access.py), and without each one of them (the worker there, the others in test_least.py).
"""

from __future__ import annotations

import shlex
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, TypeAlias, get_args

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from worker.settings import Settings

Kind = Literal["topic", "group", "transactional-id"]
Pattern = Literal["literal", "prefixed"]
Operation = Literal["Read", "Write", "Create", "Describe", "DescribeConfigs"]
Role: TypeAlias = Literal["worker", "produce", "tap", "dlq-read", "dlq", "topics"]
ROLES: Final[tuple[Role, ...]] = get_args(Role)


@dataclass(frozen=True, slots=True)
class Grant:
    """One operation on one resource, or on all whose names begin so."""

    kind: Kind
    name: str
    operation: Operation
    why: str
    pattern: Pattern = "literal"


def grants(settings: Settings, role: Role) -> tuple[Grant, ...]:
    """The minimal list of `role` under these settings."""
    return tuple(_ROLES[role](settings))


def commands(settings: Settings, asked: Iterable[Grant], principal: str) -> list[str]:
    """The same as Kafka's own tool takes it, one command a grant, ready for a shell."""
    return [shlex.join(["kafka-acls.sh", "--bootstrap-server", settings.broker_url, "--add",
                        "--allow-principal", principal, *_words(one)]) for one in asked]


def lane_prefix(settings: Settings) -> str:
    """How the transactional ids of a worker's lanes begin. No group or topic has a colon in its name.

    Fixed per group and input partition, as the next owner fences the one before by it alone. A release that changes it
    must not run beside the one before: all workers stop first, for as long as a transaction may stay open.
    """
    return f"{settings.group_id}:{settings.topics.raw}:"


def lane_id(settings: Settings, partition: int) -> str:
    """The transactional id of a partition of the raw topic."""
    return f"{lane_prefix(settings)}{partition}"


def desk_id(settings: Settings) -> str:
    """The transactional id by which dead letters are replayed and discarded; fixed, so that a new run fences an old.

    Named after what the runs share, the marks: those who replay may be of any group.
    """
    return f"{settings.topics.dead_letter_state}:desk"


def _words(one: Grant) -> list[str]:
    pattern = ["--resource-pattern-type", "prefixed"] if one.pattern == "prefixed" else []
    return ["--operation", one.operation, f"--{one.kind}", one.name, *pattern]


def _worker(settings: Settings) -> Iterable[Grant]:
    topics, group = settings.topics, settings.group_id
    yield Grant("topic", topics.raw, "Read", "the articles")
    yield Grant("group", group, "Read", "shares the partitions, and commits where it stands")
    yield Grant("transactional-id", lane_prefix(settings), "Write", "one id for each partition", "prefixed")
    yield Grant("topic", topics.document_state, "Write", "remembers what it published of each document")
    yield Grant("topic", topics.document_state, "Read", "takes over what another worker remembered")
    yield Grant("topic", topics.clean, "Write", "what was read of each article")
    yield Grant("topic", topics.fact, "Write", "facts")
    yield Grant("topic", topics.dead_letter, "Write", "articles that could not be read")
    if settings.publish_soft:
        yield Grant("topic", topics.soft, "Write", "predictions, opinions, hypotheses, denials")
    if settings.redirects:
        yield Grant("topic", topics.sensitive, "Write", "facts that NEWSFACTS_SENSITIVE redirects")


def _produce(settings: Settings) -> Iterable[Grant]:
    yield Grant("topic", settings.topics.raw, "Write", "articles")


def _tap(settings: Settings) -> Iterable[Grant]:
    """Not the raw topic and the dead letters: they hold articles as they came."""
    topics = settings.topics
    yield Grant("topic", topics.fact, "Read", "facts")
    yield Grant("topic", topics.clean, "Read", "what was read of each article")
    if settings.publish_soft:
        yield Grant("topic", topics.soft, "Read", "predictions, opinions, hypotheses, denials")
    if settings.redirects:
        yield Grant("topic", topics.sensitive, "Read", "only for those who may see sensitive facts")


def _dlq_read(settings: Settings) -> Iterable[Grant]:
    topics = settings.topics
    yield Grant("topic", topics.dead_letter, "Read", "the letters")
    yield Grant("topic", topics.dead_letter_state, "Read", "which of them were dealt with")
    yield Grant("topic", topics.raw, "Read", "articles too large for their letters, which name their place")


def _dlq(settings: Settings) -> Iterable[Grant]:
    topics = settings.topics
    yield from _dlq_read(settings)
    yield Grant("topic", topics.dead_letter_state, "Write", "replay and discard mark what they dealt with")
    yield Grant("topic", topics.raw, "Write", "replay sends articles again")
    yield Grant("transactional-id", desk_id(settings), "Write", "article and mark are one transaction")


def _topics(settings: Settings) -> Iterable[Grant]:
    from worker.stream.topics import wanted  # noqa: PLC0415 - loads a client of Kafka, which the list does not need

    for spec in wanted(settings.topics, partitions=1, sensitive=settings.redirects):
        yield Grant("topic", spec.name, "Describe", "plan, check")
        yield Grant("topic", spec.name, "DescribeConfigs", "plan, check: compares its settings")
        yield Grant("topic", spec.name, "Create", "apply")


_ROLES: Final[dict[Role, Callable[[Settings], Iterable[Grant]]]] = {
    "worker": _worker, "produce": _produce, "tap": _tap, "dlq-read": _dlq_read, "dlq": _dlq, "topics": _topics,
}  # fmt: skip
