"""Every fault of the suite: how it is inflicted, and undone."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    import random
    from collections.abc import Mapping
    from pathlib import Path

    from tests.chaos.arena import Arena
    from tests.chaos.door import Way
    from tests.integration.stream_world import Worker
    from worker.chaos.crew import Crew
    from worker.chaos.plan import Fault

SESSION_SECONDS = 6
OUTAGE_SECONDS = (2.0, 5.0)  # of a broker
LATE_COMER = "three"
CUT_SECONDS = 4.0  # shorter than the session: the worker comes back as the one that it was
HALF_OPEN_SECONDS = 2.0 * SESSION_SECONDS  # longer than session and request: its partitions are gone when it is back
SLOW_SECONDS = 8.0

Hit = tuple[str, float]


@dataclass(slots=True)
class Faults:
    """`flag`: a file that tells workers to say when they commit (stream_worker.py)."""

    arena: Arena
    crew: Crew
    flag: Path

    @property
    def table(self) -> Mapping[str, Fault]:
        return {
            "worker killed": self.kill_worker, "worker stopped": self.stop_worker,
            "worker joins, leaves": self.join_or_leave, "worker frozen": self.freeze_worker,
            "broker killed": self.kill_broker, "broker stopped": self.stop_broker,
            "coordinator killed in a commit": self.kill_coordinator, "disk full": self.fill_disk,
            "network slow": lambda _: self._network("slow", SLOW_SECONDS),
            "network cut": lambda _: self._network("cut", CUT_SECONDS),
            "network half open": lambda _: self._network("half-open", HALF_OPEN_SECONDS),
        }  # fmt: skip

    # ---------------------------------------------------------------------------------------------- workers

    def _worker(self, chance: random.Random) -> str:
        return chance.choice(sorted(self.crew.members))

    def kill_worker(self, chance: random.Random) -> Hit:
        victim, at = self._worker(chance), time.monotonic()
        self.crew.kill(victim)
        return victim, at

    def stop_worker(self, chance: random.Random) -> Hit:
        victim, at = self._worker(chance), time.monotonic()
        self.crew.stop(victim)
        return victim, at

    def freeze_worker(self, chance: random.Random) -> Hit:
        """It wakes when its partitions have been somebody else's for a session's time: a zombie."""
        victim, at = self._worker(chance), time.monotonic()
        self.crew.freeze(victim, 2 * SESSION_SECONDS)
        return victim, at

    def join_or_leave(self, _: random.Random) -> Hit:
        """What strikes is the rebalance, not the start of the process."""
        if LATE_COMER in self.crew.members:
            at = time.monotonic()
            self.crew.leave(LATE_COMER)
            return f"{LATE_COMER} leaves", at
        before = self._revocations()
        self.crew.join(LATE_COMER)
        deadline = time.monotonic() + 30
        while self._revocations() == before and time.monotonic() < deadline:
            self.crew.tend(0.05)
        return f"{LATE_COMER} joins", time.monotonic()

    def _revocations(self) -> int:
        workers = (cast("Worker", worker) for name, worker in self.crew.members.items() if name != LATE_COMER)
        return sum(len(worker.lines("partitions revoked")) for worker in workers)

    # ---------------------------------------------------------------------------------------------- brokers

    def kill_broker(self, chance: random.Random) -> Hit:
        victim, at = chance.choice(sorted(self.arena.brokers)), time.monotonic()
        self.arena.kill(victim)
        return self._bring_back(victim, at, chance)

    def stop_broker(self, chance: random.Random) -> Hit:
        victim, at = chance.choice(sorted(self.arena.brokers)), time.monotonic()
        self.arena.stop(victim)
        return self._bring_back(victim, at, chance)

    def kill_coordinator(self, chance: random.Random) -> Hit:
        """While a worker waits for the answer to its EndTxn."""
        leaders = self.arena.leaders("__transaction_state")
        hit = self.flag.with_suffix(".hit")
        hit.unlink(missing_ok=True)
        self.flag.touch()
        deadline = time.monotonic() + 20
        while not (hit.exists() and hit.read_text()):
            if time.monotonic() > deadline:
                raise TimeoutError("no worker commits")
            time.sleep(0.001)
        victim, at = leaders[_java_hash(hit.read_text()) % len(leaders)], time.monotonic()
        self.arena.kill(victim)
        return self._bring_back(victim, at, chance)

    def fill_disk(self, chance: random.Random) -> Hit:
        """Kafka ends a broker that cannot write; one that lingers is ended for it."""
        at = time.monotonic()
        self.arena.fill_disk()
        while self.arena.brokers[self.arena.small].running and time.monotonic() < at + 15:
            self.crew.tend(0.2)
        if self.arena.brokers[self.arena.small].running:
            self.arena.kill(self.arena.small)
        self.arena.free_disk()
        return self._bring_back(self.arena.small, at, chance)

    def _bring_back(self, victim: int, at: float, chance: random.Random) -> Hit:
        """One broker at a time is away, or nobody could commit."""
        self.crew.tend(chance.uniform(*OUTAGE_SECONDS))
        self.arena.start(victim)
        return f"broker {victim}", at

    # ---------------------------------------------------------------------------------------------- network

    def _network(self, way: Way, seconds: float) -> Hit:
        at = time.monotonic()
        self.arena.doors.turn(way)
        try:
            self.crew.tend(seconds)
        finally:
            self.arena.doors.turn("open")
        return "worker one", at


def _java_hash(text: str) -> int:
    """How a transactional id chooses its partition of the transaction log, and so its coordinator."""
    number = 0
    for letter in text:
        number = (31 * number + ord(letter)) & 0xFFFFFFFF
    return abs(number - (1 << 32) if number & 0x80000000 else number)
