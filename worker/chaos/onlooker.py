"""A downstream service that reads on while everything breaks: committed records only, from the beginning."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

from confluent_kafka import TopicPartition

from worker.chaos.log import READ_COMMITTED, Seen, partitions, reader, seen

if TYPE_CHECKING:
    from worker.chaos.log import Options


class Onlooker(threading.Thread):
    """`records`: what it was given, in the order in which it was given it."""

    def __init__(self, options: Options, topic: str) -> None:
        super().__init__(daemon=True, name=f"onlooker of {topic}")
        self.records: list[Seen] = []
        self._places = [TopicPartition(topic, number, 0) for number in partitions(options, topic)]
        self._consumer = reader(options, READ_COMMITTED, **{"enable.partition.eof": False})
        self._leave = threading.Event()

    def run(self) -> None:
        self._consumer.assign(self._places)
        while not self._leave.is_set():
            for message in self._consumer.consume(1_000, 0.2):
                if message.error() is None:  # a broker that is away is told as an error, and comes back
                    self.records.append(seen(message))
        self._consumer.close()

    def finish(self, enough: int, patience_seconds: float = 30) -> list[Seen]:
        """Read until there are `enough` records or patience ends; what there is then, by partition and offset."""
        deadline = time.monotonic() + patience_seconds
        while len(self.records) < enough and time.monotonic() < deadline:
            time.sleep(0.1)
        self._leave.set()
        self.join(patience_seconds)
        return sorted(self.records, key=lambda one: (one.partition, one.offset))
