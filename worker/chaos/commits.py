"""When each partition of the group committed, and how long after a fault it did so again."""

from __future__ import annotations

import math
import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from confluent_kafka import Consumer, KafkaException, TopicPartition

from worker.chaos.log import READ_UNCOMMITTED, partitions

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from worker.chaos.log import Options

EVERY_SECONDS = 0.1
PATIENCE_SECONDS = 1.0  # a coordinator that moves is asked again


@dataclass(frozen=True, slots=True)
class Look:
    """The committed offsets, one a partition; -1001 for none."""

    asked: float
    answered: float
    offsets: tuple[int, ...]


class Commits(threading.Thread):
    """Asks the group's coordinator again and again, until `leave`."""

    def __init__(self, options: Options, group: str, topic: str) -> None:
        super().__init__(daemon=True, name=f"commits of {group}")
        self.looks: list[Look] = []
        self._places = [TopicPartition(topic, number) for number in partitions(options, topic)]
        settings = {**options, "group.id": group, "log_level": 0, "isolation.level": READ_UNCOMMITTED}
        self._consumer = Consumer(settings)
        self._leave = threading.Event()

    def run(self) -> None:
        while not self._leave.wait(EVERY_SECONDS):
            asked = time.monotonic()
            try:
                found = self._consumer.committed(self._places, timeout=PATIENCE_SECONDS)
            except KafkaException:
                continue
            if all(one.error is None for one in found):
                self.looks.append(Look(asked, time.monotonic(), tuple(one.offset for one in found)))
        self._consumer.close()

    def leave(self) -> None:
        self._leave.set()
        self.join()

    def behind(self) -> int:
        """Records of the topic that the group has not committed. Raises KafkaException."""
        found = self._consumer.committed(self._places, timeout=10)
        ends = [self._consumer.get_watermark_offsets(one, timeout=10)[1] for one in self._places]
        return sum(ends) - sum(max(0, one.offset) for one in found)


def recoveries(looks: Sequence[Look], since: float) -> list[float]:
    """Seconds from `since` to the next commit, of every partition that had anything left to commit.

    Commits that a look which began after `since` has seen already count as before it: a look is 0.1 s or less
    behind, and what was committed in the fault's own moment is no recovery.
    """
    later = [look for look in looks if look.asked >= since]
    if not later:
        return []
    first = later[0].offsets
    found = []
    for number, offset in enumerate(first):
        answered = next((look.answered for look in later if look.offsets[number] > offset), None)
        if answered is not None:
            found.append(answered - since)
    return found


def quantile(values: Iterable[float], share: float) -> float:
    """The smallest value that `share` of all reach or stay below; NaN of none."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)] if ordered else math.nan
