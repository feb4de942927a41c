"""The signs of life that the shell leaves while it works: what is assigned, connected, waiting, and since when."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Partition: TypeAlias = tuple[str, int]  # topic, number


@dataclass(slots=True)
class Vitals:
    """Times are seconds of `clock`, a monotonic one.

    `waiting`: partitions with lag, and since when they wait without progress. An idle partition is not in it, so a
    quiet topic never looks stuck.
    """

    clock: Callable[[], float]
    config_valid: bool = False
    draining: bool = False
    assigned_once: bool = False
    rebalancing_since: float | None = None
    assigned: frozenset[Partition] = frozenset()
    connected: frozenset[Partition] = frozenset()
    waiting: dict[Partition, float] = field(default_factory=dict)
    beat_at: float = 0.0

    def __post_init__(self) -> None:
        self.beat()

    def beat(self) -> None:
        self.beat_at = self.clock()

    def rebalance(self) -> None:
        """Tell that partitions were taken away and new ones are awaited; a second call does not restart the time."""
        self.rebalancing_since = self.rebalancing_since or self.clock()
        self.assign(())

    def assign(self, partitions: Iterable[Partition]) -> None:
        self.assigned = frozenset(partitions)
        self.connected &= self.assigned
        self.waiting = {which: since for which, since in self.waiting.items() if which in self.assigned}

    def settle(self, partitions: Iterable[Partition]) -> None:
        """Tell that a rebalance ended with these partitions."""
        self.assign(partitions)
        self.assigned_once, self.rebalancing_since = True, None

    def connect(self, which: Partition) -> None:
        self.connected |= {which} & self.assigned

    def disconnect(self, which: Partition) -> None:
        self.connected -= {which}

    def progress(self, which: Partition) -> None:
        if which in self.waiting:
            self.waiting[which] = self.clock()

    def lag(self, which: Partition, records: int) -> None:
        """Start the wait when the first record comes in, end it when none is left."""
        if records <= 0 or which not in self.assigned:
            self.waiting.pop(which, None)
        else:
            self.waiting.setdefault(which, self.clock())
