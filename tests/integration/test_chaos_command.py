"""`newsfacts chaos` as users run it, with the real pipeline, on a cluster of which it touches nothing but its own."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from typing import TYPE_CHECKING

from confluent_kafka.admin import AdminClient

from worker.chaos.plan import shuffled

if TYPE_CHECKING:
    from deploy.kafka.client import Kafka

FAULTS = ["worker frozen", "worker joins, leaves", "worker killed", "worker stopped"]
SEED = next(seed for seed in range(100) if shuffled(FAULTS, random.Random(seed))[0] == "worker killed")  # noqa: S311 - a plan


def run(*arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {f"NEWSFACTS_{name.upper()}": value for name, value in settings.items()}  # noqa: TID251 - handed on
    command = [sys.executable, "-m", "worker", "chaos", *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=400)


def test_it_proves_its_case_and_leaves_nothing_behind(kafka: Kafka, topic_prefix: str) -> None:
    prefix = f"{topic_prefix[-20:].strip('-')}."
    kafka.create_topics(f"{prefix}payroll", partitions=1)

    done = run(
        *("--broker", kafka.bootstrap, "--minutes", "0.25", "--workers", "2", "--rate", "6", "--seed", str(SEED)),
        *("--prefix", prefix, "--json"), session_timeout_seconds="6", heartbeat_seconds="1",
    )  # fmt: skip

    assert done.returncode == 0, done.stdout + done.stderr
    told = json.loads(done.stdout)
    assert told["ok"]
    assert told["events"] > told["articles"] > 60
    assert told["aborted"] > 0
    assert told["faults"][0]["fault"] == "worker killed"
    admin = AdminClient({"bootstrap.servers": kafka.bootstrap})
    assert [name for name in admin.list_topics(timeout=30).topics if name.startswith(prefix)] == [f"{prefix}payroll"]
    groups = {group.group_id for group in admin.list_consumer_groups().result().valid}
    assert not [name for name in groups if name.startswith(prefix)]


def test_topics_that_are_there_are_neither_fed_nor_deleted(kafka: Kafka, topic_prefix: str) -> None:
    theirs = f"{topic_prefix}.news.fact.v1"
    kafka.create_topics(theirs, partitions=1)

    done = run("--broker", kafka.bootstrap, "--minutes", "0.1", "--prefix", f"{topic_prefix}.")

    assert (done.returncode, "is there already" in done.stderr) == (2, True)
    topics = AdminClient({"bootstrap.servers": kafka.bootstrap}).list_topics(timeout=30).topics
    assert [name for name in topics if name.startswith(topic_prefix)] == [theirs]


def test_no_broker_ends_in_a_sentence() -> None:
    done = run("--broker", "127.0.0.1:1", "--minutes", "0.1")

    assert done.returncode == 5
    assert "does not answer" in done.stderr
    assert "Traceback" not in done.stderr
