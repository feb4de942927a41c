"""Why the topics need three replicas: with one, Kafka itself commits what was aborted (KAFKA-20734).

A partition whose only replica is on a stopped broker has no leader. A coordinator on another broker that must abort a
transaction there takes the partition for deleted, skips its marker, and calls the abort complete. The records stay
open; the next transaction of the same transactional id commits them with its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from confluent_kafka import Producer
from confluent_kafka.admin import AdminClient
from confluent_kafka.cimpl import NewTopic

from tests.chaos.faults import java_hash
from worker.chaos.log import everything, settled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.chaos.arena import Arena


class AbortedIsReadError(Exception):
    """What Kafka does with one replica; anything else that goes wrong is no expected failure."""


@pytest.mark.parametrize(
    "replicas",
    [
        pytest.param(
            1, marks=pytest.mark.xfail(strict=True, raises=AbortedIsReadError, reason="KAFKA-20734: no abort marker")
        ),
        3,
    ],
)
def test_what_was_aborted_while_a_broker_was_away_stays_aborted(
    arena: Arena, topic_prefix: str, replicas: int
) -> None:
    options: dict[str, str | int | float | bool] = {"bootstrap.servers": arena.bootstrap, "log_level": 0}
    admin = AdminClient(options)  # must outlive its answers
    admin.create_topics([NewTopic(topic_prefix, 1, replicas)])[topic_prefix].result(30)
    arena.wait_replicated(topic_prefix)
    [away] = arena.leaders(topic_prefix)
    name = next(name for name in _names(topic_prefix) if _coordinator(arena, name) != away)

    before = _producer(options, name)
    before.begin_transaction()
    before.produce(topic_prefix, "aborted")
    before.flush(30)
    arena.stop(away)
    after = _producer(options, name)  # fences the one before, and must end what it left open
    arena.start(away)
    after.begin_transaction()
    after.produce(topic_prefix, "committed")
    after.commit_transaction(60)

    assert settled(options, [topic_prefix]) == {}
    read = [one.value for one in everything(options, topic_prefix)]
    if read == [b"aborted", b"committed"]:
        raise AbortedIsReadError
    assert read == [b"committed"]


def _producer(options: dict[str, str | int | float | bool], name: str) -> Producer:
    made = Producer({**options, "transactional.id": name})
    made.init_transactions(60)
    return made


def _names(prefix: str) -> Iterator[str]:
    return (f"{prefix}-{number}" for number in range(100))


def _coordinator(arena: Arena, name: str) -> int:
    leaders = arena.leaders("__transaction_state")
    return leaders[java_hash(name) % len(leaders)]
