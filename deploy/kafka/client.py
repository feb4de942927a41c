"""What can be asked of any Kafka cluster, ours or one that KAFKA_BOOTSTRAP names."""

import subprocess
import time
from collections.abc import Callable, Collection, Mapping

from confluent_kafka import KafkaException
from confluent_kafka.admin import AdminClient
from confluent_kafka.admin._metadata import ClusterMetadata
from confluent_kafka.cimpl import NewTopic

from deploy.kafka.jars import jars


class Kafka:
    """Topics, replication and transactions of the cluster at `bootstrap` (host:port, comma-separated)."""

    def __init__(self, bootstrap: str) -> None:
        self.bootstrap = bootstrap

    def create_topics(self, *names: str, partitions: int = 6, config: Mapping[str, str] | None = None) -> None:
        """Create with the cluster's own replication; return when every partition has a leader and all its replicas."""
        topics = [NewTopic(name, partitions, -1, config=dict(config or {})) for name in names]
        admin = self._admin()  # must outlive its futures
        for done in admin.create_topics(topics, request_timeout=30).values():
            done.result()
        self.wait_replicated(*names)

    def delete_topics(self, *names: str) -> None:
        admin = self._admin()
        for done in admin.delete_topics(list(names), request_timeout=30).values():
            done.result()

    def wait_replicated(self, *names: str, patience_s: float = 60) -> None:
        """Wait until each partition of the named topics (of all, if none is named) has its leader and all replicas."""
        self._wait(lambda seen: _replicated(seen, names), f"replicas of {names or 'all topics'}", patience_s)

    def wait_brokers(self, count: int, patience_s: float = 60) -> None:
        self._wait(lambda seen: len(seen.brokers) >= count, f"{count} brokers", patience_s)

    def hanging_transactions(self) -> list[str]:
        """List the rows of `find-hanging`: transactions open in a partition that no coordinator will ever end."""
        rows = []
        for broker in sorted(self._admin().list_topics(timeout=30).brokers):
            rows += self._transactions("find-hanging", f"--broker-id={broker}", "--max-transaction-timeout=0")
        return rows

    def open_transactions(self) -> list[str]:
        """List the transactions that have begun and have neither been committed nor aborted."""
        ended = ("Empty", "CompleteCommit", "CompleteAbort")
        return [row for row in self._transactions("list") if not row.rstrip().endswith(ended)]

    def tool(self, name: str, *arguments: str, timeout_s: float = 60) -> str:
        """Run a command line tool of Kafka, such as `DumpLogSegments`; its output, or RuntimeError with it."""
        java = ["java", "-Xmx256m", "-XX:TieredStopAtLevel=1", "-cp", f"{jars()}/*", f"org.apache.kafka.tools.{name}"]
        done = subprocess.run(  # noqa: S603 - our own command
            [*java, *arguments], capture_output=True, text=True, check=False, timeout=timeout_s
        )
        if done.returncode:
            raise RuntimeError(f"{name} {' '.join(arguments)}:\n{done.stdout}{done.stderr}")
        return done.stdout

    def _transactions(self, *command: str) -> list[str]:
        printed = self.tool("TransactionsCommand", "--bootstrap-server", self.bootstrap, *command)
        return printed.splitlines()[1:]  # below the column names

    def _admin(self) -> AdminClient:
        return AdminClient({"bootstrap.servers": self.bootstrap, "log_level": 0})

    def _wait(self, reached: Callable[[ClusterMetadata], bool], what: str, patience_s: float) -> None:
        admin = self._admin()
        wait_until(lambda: reached(admin.list_topics(timeout=10)), f"{self.bootstrap}: {what}", patience_s)


def wait_until(reached: Callable[[], bool], what: str, patience_s: float) -> None:
    """Ask until the answer is true; a Kafka error counts as no. TimeoutError when patience ends."""
    deadline = time.monotonic() + patience_s
    while not _holds(reached):
        if time.monotonic() > deadline:
            raise TimeoutError(f"waited {patience_s:g} s in vain for {what}")
        time.sleep(0.1)


def _holds(reached: Callable[[], bool]) -> bool:
    try:
        return reached()
    except KafkaException:  # a node that is just starting, stopping or electing
        return False


def _replicated(seen: ClusterMetadata, names: Collection[str]) -> bool:
    topics = [seen.topics.get(name) for name in names or seen.topics]
    return all(
        topic is not None
        and topic.partitions
        and all(part.leader >= 0 and len(part.isrs) == len(part.replicas) for part in topic.partitions.values())
        for topic in topics
    )
