"""A cluster of our own: N brokers on free ports in a scratch folder, gone when its process is gone."""

import base64
import random
import socket
import subprocess
import tempfile
import uuid
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from confluent_kafka import Consumer, Producer, TopicPartition

from deploy.kafka.broker import Broker, BrokerError, Node
from deploy.kafka.client import Kafka, wait_until
from deploy.kafka.jars import jars

_KEEPER = Path(__file__).with_name("keeper.sh")
# Below Linux's ephemeral range: no client's own port, and no connection of a client to itself, can take the port
# of a broker that is down for a moment.
_PORTS = range(20_000, 32_000)


class Cluster(Kafka):
    """Context manager; brokers are numbered from 1. Topics get min(3, brokers) replicas, one of which may miss.

    `settings`: lines for every broker's server.properties, which win over those of the file and may use its dollar
    names; `java`: options of its process.
    """

    def __init__(self, brokers: int, settings: str = "", java: Sequence[str] = ()) -> None:
        classpath, ports = jars(), free_ports()
        self.home = Path(tempfile.mkdtemp(prefix="newsfacts-kafka-"))
        self.brokers = {
            number: Broker(Node(number, next(ports), next(ports), self.home / str(number)), classpath, settings, java)
            for number in range(1, brokers + 1)
        }
        super().__init__(",".join(broker.address for broker in self.brokers.values()))
        # The keeper holds the other end of a pipe: whatever ends this process, the pipe closes and it cleans up.
        self._keeper = subprocess.Popen(  # noqa: S603 - our own script
            ["/bin/sh", str(_KEEPER), str(self.home)], stdin=subprocess.PIPE, start_new_session=True
        )

    def __enter__(self) -> Self:
        try:
            self._format()
            for broker in self.brokers.values():
                broker.launch()
            for broker in self.brokers.values():
                broker.wait_open()
            self.wait_brokers(len(self.brokers))
            self._warm_up()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Kill rather than stop: the data goes with the brokers."""
        for broker in self.brokers.values():
            if broker.running:
                broker.kill()
        if self._keeper.stdin is not None:
            self._keeper.stdin.close()
        self._keeper.wait(30)

    def kill(self, number: int) -> None:
        self.brokers[number].kill()

    def stop(self, number: int) -> None:
        self.brokers[number].stop()

    def start(self, number: int) -> None:
        """Start a broker that is down; return when it answers and no partition misses a replica."""
        self.brokers[number].start()
        self.wait_brokers(sum(broker.running for broker in self.brokers.values()))
        if all(broker.running for broker in self.brokers.values()):
            self.wait_replicated()

    def restart(self, number: int) -> None:
        self.stop(number)
        self.start(number)

    def segments(self, topic: str, partition: int) -> Iterator[Path]:
        """Name the log files of a partition on all brokers, for `tool("DumpLogSegments", ...)`."""
        return self.home.glob(f"*/data/{topic}-{partition}/*.log")

    def _format(self) -> None:
        cluster_id = base64.urlsafe_b64encode(uuid.uuid4().bytes).decode().rstrip("=")
        nodes = [broker.node for broker in self.brokers.values()]
        voters = ",".join(f"{node.number}@127.0.0.1:{node.controller_port}" for node in nodes)
        replicas = min(3, len(nodes))
        started = [(one, one.prepare(cluster_id, voters, replicas)) for one in self.brokers.values()]
        for broker, formatting in started:
            if formatting.wait(60):
                raise BrokerError(f"storage of broker {broker.node.number} not formatted\n{broker.log_tail()}")

    def _warm_up(self) -> None:
        """Let the cluster create its inner topics now, so that no test pays for the first transaction."""
        address = {"bootstrap.servers": self.bootstrap, "log_level": 0}
        Producer({**address, "transactional.id": "warm-up"}).init_transactions(60)
        consumer = Consumer({**address, "group.id": "warm-up"})
        nowhere = [TopicPartition("warm-up", 0)]
        wait_until(lambda: bool(consumer.committed(nowhere, timeout=10)), "the group coordinator", 60)
        consumer.close()


def free_ports() -> Iterator[int]:
    """Ports for servers: nobody listens there now, and no client gets one of them by chance."""
    for port in random.sample(_PORTS, len(_PORTS)):
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
        yield port
