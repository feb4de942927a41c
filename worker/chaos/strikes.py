"""Faults that strike workers: killed, stopped, frozen, come and gone."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    import random
    from collections.abc import Mapping

    from worker.chaos.crew import Crew
    from worker.chaos.plan import Fault

Hit: TypeAlias = tuple[str, float]  # the victim, and the moment of the monotonic clock

LATE_COMER = "late"
REBALANCE_SECONDS = 60  # for a new worker to start and be heard of


@dataclass(frozen=True, slots=True)
class Strikes:
    """`session_seconds`: silence after which the group drops a worker."""

    crew: Crew
    session_seconds: float

    @property
    def table(self) -> Mapping[str, Fault]:
        return {
            "worker killed": self.kill, "worker stopped": self.stop,
            "worker frozen": self.freeze, "worker joins, leaves": self.join_or_leave,
        }  # fmt: skip

    def kill(self, chance: random.Random) -> Hit:
        victim, at = self._any(chance), time.monotonic()
        self.crew.kill(victim)
        return victim, at

    def stop(self, chance: random.Random) -> Hit:
        victim, at = self._any(chance), time.monotonic()
        self.crew.stop(victim)
        return victim, at

    def freeze(self, chance: random.Random) -> Hit:
        """It wakes when its partitions have been somebody else's for a session's time: a zombie."""
        victim, at = self._any(chance), time.monotonic()
        self.crew.freeze(victim, 2 * self.session_seconds)
        return victim, at

    def join_or_leave(self, _: random.Random) -> Hit:
        """What strikes is the rebalance, not the start of the process."""
        if LATE_COMER in self.crew.members:
            at = time.monotonic()
            self.crew.leave(LATE_COMER)
            return f"{LATE_COMER} leaves", at
        before, deadline = self._revocations(), time.monotonic() + REBALANCE_SECONDS
        self.crew.join(LATE_COMER)
        while self._revocations() == before and time.monotonic() < deadline:
            self.crew.tend(0.05)
        return f"{LATE_COMER} joins", time.monotonic()

    def _any(self, chance: random.Random) -> str:
        return chance.choice(sorted(self.crew.members))

    def _revocations(self) -> int:
        others = (worker for name, worker in self.crew.members.items() if name != LATE_COMER)
        return sum(len(worker.lines("partitions revoked")) for worker in others)
