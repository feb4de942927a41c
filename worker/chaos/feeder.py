"""Sends articles over a time, and never all of them before it is told to: idempotently, each delivery confirmed."""

from __future__ import annotations

import threading
import time
from collections import Counter
from typing import TYPE_CHECKING, Any

from confluent_kafka import Producer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from worker.chaos.log import Options

FLUSH_SECONDS = 180  # a delivery outlives any fault that is planned
TAIL_SECONDS = 20  # what is left is spread over so long at least: a fault that takes its time strikes no idle worker


class Feeder(threading.Thread):
    """`sent`: (key, payload) of what the brokers have confirmed; `failed`: why anything else is not there."""

    def __init__(self, options: Options, topic: str, articles: Sequence[tuple[bytes, bytes]], seconds: float) -> None:
        super().__init__(daemon=True, name=f"feeder of {topic}")
        self.sent: Counter[tuple[bytes, bytes]] = Counter()
        self.failed: list[str] = []
        self._topic, self._articles, self._seconds = topic, articles, seconds
        self._until = 0.0
        self._hurry = threading.Event()
        self._producer = Producer({**options, "enable.idempotence": True, "linger.ms": 5, "log_level": 0})

    def run(self) -> None:
        self.last(self._seconds)
        for number, (key, payload) in enumerate(self._articles):
            self._produce(key, payload)
            left = len(self._articles) - number
            due = time.monotonic() + max(self._until - time.monotonic(), TAIL_SECONDS) / left
            while (wait := due - time.monotonic()) > 0 and not self._hurry.is_set():
                self._producer.poll(min(wait, 0.1))
        if self._producer.flush(FLUSH_SECONDS):
            self.failed.append(f"{len(self._producer)} articles without an answer")

    def last(self, seconds: float) -> None:
        """Spread what is left over so long from now."""
        self._until = time.monotonic() + seconds

    def hurry(self) -> None:
        """No fault is to come: send what is left, now."""
        self._hurry.set()

    def _produce(self, key: bytes, payload: bytes) -> None:
        def told(error: Any, _: Any) -> None:
            if error is None:
                self.sent[key, payload] += 1
            else:
                self.failed.append(str(error))

        while True:
            try:
                self._producer.produce(self._topic, payload, key, on_delivery=told)
            except BufferError:  # brokers are away and the queue is full
                self._producer.poll(0.5)
            else:
                self._producer.poll(0)
                return
