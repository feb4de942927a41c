"""Three brokers that may be struck: doors before them, and one disk that may run full or fail."""

from __future__ import annotations

import random
import shutil
import socket
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Self

from confluent_kafka.admin import AdminClient

from deploy.kafka.cluster import Cluster
from tests.chaos.disk import Disk
from tests.chaos.door import Doors

if TYPE_CHECKING:
    from collections.abc import Iterator

BROKERS = 3
SMALL_DISK = 3  # the broker whose disk is `disk`

_SETTINGS = """
listeners=PLAINTEXT://127.0.0.1:$port,CONTROLLER://127.0.0.1:$controller_port,DOOR://127.0.0.1:{inner}$number
advertised.listeners=PLAINTEXT://127.0.0.1:$port,DOOR://127.0.0.1:{outer}$number
listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,DOOR:PLAINTEXT
inter.broker.listener.name=PLAINTEXT
log.dirs={disks}/$number/data
"""


class Arena(Cluster):
    """`doors`: before all brokers; `by_door`: their addresses as a worker behind the doors knows them."""

    def __init__(self, settings: str = "") -> None:
        self._disks = Path(tempfile.mkdtemp(prefix="newsfacts-disks-"))
        rows = _rows()
        inner, outer = next(rows), next(rows)
        own = _SETTINGS.format(inner=inner, outer=outer, disks=self._disks)
        super().__init__(BROKERS, own + settings)
        numbers = range(1, BROKERS + 1)
        self.doors = Doors([(outer * 10 + number, inner * 10 + number) for number in numbers])
        self.by_door = ",".join(f"127.0.0.1:{outer * 10 + number}" for number in numbers)
        self.disk = Disk(self._disks / str(SMALL_DISK))

    def __enter__(self) -> Self:
        try:
            super().__enter__()
            self.disk.sync()
            self.doors.open()
        except BaseException:
            self.close()
            raise
        return self

    def close(self) -> None:
        super().close()
        self.disk.close()
        shutil.rmtree(self._disks, ignore_errors=True)

    @property
    def small(self) -> int:
        """The broker on the disk that may be struck."""
        return SMALL_DISK

    def leaders(self, topic: str) -> list[int]:
        """The broker that leads each partition now."""
        found = AdminClient({"bootstrap.servers": self.bootstrap, "log_level": 0}).list_topics(topic, timeout=30)
        parts = found.topics[topic].partitions
        return [parts[number].leader for number in sorted(parts)]


def _rows() -> Iterator[int]:
    """Numbers before which 1, 2 and 3 make free ports, below those that brokers and clients get."""
    for row in random.sample(range(1_500, 2_000), 500):
        if not any(_taken(row * 10 + number) for number in range(1, BROKERS + 1)):
            yield row


def _taken(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
