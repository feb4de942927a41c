"""Every fault of the suite, how it is inflicted and undone: those of workers, brokers, disk and network."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from worker.chaos.strikes import Strikes

if TYPE_CHECKING:
    import random
    from collections.abc import Mapping
    from pathlib import Path

    from tests.chaos.arena import Arena
    from tests.chaos.door import Way
    from worker.chaos.crew import Crew
    from worker.chaos.plan import Fault
    from worker.chaos.strikes import Hit

SESSION_SECONDS = 6
OUTAGE_SECONDS = (2.0, 5.0)  # of a broker
CUT_SECONDS = 4.0  # shorter than the session: the worker comes back as the one that it was
HALF_OPEN_SECONDS = 2.0 * SESSION_SECONDS  # longer than session and request: its partitions are gone when it is back
SLOW_SECONDS = 8.0
FROZEN_SECONDS = 12.0  # of a broker; the others depose it after 6 to 9
COMMIT_SECONDS = 60  # within which somebody commits, after any fault
LINGER_SECONDS = 15  # of a broker that cannot write


@dataclass(slots=True)
class Faults:
    """`flag`: a file that tells workers to say when they commit (stream_worker.py)."""

    arena: Arena
    crew: Crew
    flag: Path

    @property
    def table(self) -> Mapping[str, Fault]:
        return {
            **Strikes(self.crew, SESSION_SECONDS).table,
            "broker killed": self.kill_broker, "broker stopped": self.stop_broker,
            "coordinator killed in a commit": self.kill_coordinator, "worker killed in a commit": self.kill_committer,
            "coordinator frozen in a commit": self.freeze_coordinator,
            "disk full": self.fill_disk, "disk read-only": self.fail_disk,
            "network slow": lambda _: self._network("slow", SLOW_SECONDS),
            "network cut": lambda _: self._network("cut", CUT_SECONDS),
            "network half open": lambda _: self._network("half-open", HALF_OPEN_SECONDS),
        }  # fmt: skip

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
        transaction, _ = self._commit()
        victim, at = leaders[java_hash(transaction) % len(leaders)], time.monotonic()
        self.arena.kill(victim)
        return self._bring_back(victim, at, chance)

    def freeze_coordinator(self, _chance: random.Random) -> Hit:
        """The group's. It is deposed in its sleep, and wakes up with what it knew, and with what was asked of it."""
        leaders = self.arena.leaders("__consumer_offsets")
        transaction, _ = self._commit()
        group, _, _ = transaction.partition(":")
        victim, at = leaders[java_hash(group) % len(leaders)], time.monotonic()
        self.arena.brokers[victim].pause()
        try:
            self.crew.tend(FROZEN_SECONDS)
        finally:
            self.arena.brokers[victim].resume()
        return f"broker {victim}", at

    def kill_committer(self, _chance: random.Random) -> Hit:
        """As it sends its EndTxn, which may or may not arrive; its other lanes have transactions open."""
        _, process = self._commit()
        victim, at = self.crew.name_of(process), time.monotonic()
        self.crew.kill(victim)
        return victim, at

    def _commit(self) -> tuple[str, int]:
        """Wait for the next commit: its transactional id, and the process that is about to send it."""
        hit = self.flag.with_suffix(".hit")
        hit.unlink(missing_ok=True)
        self.flag.touch()
        deadline = time.monotonic() + COMMIT_SECONDS
        while not (hit.exists() and (told := hit.read_text())):
            if time.monotonic() > deadline:
                raise TimeoutError(f"no worker commits within {COMMIT_SECONDS} s")
            time.sleep(0.001)
        transaction, process = told.split()
        return transaction, int(process)

    def fill_disk(self, chance: random.Random) -> Hit:
        at = time.monotonic()
        self.arena.disk.fill()
        self._await_death()
        self.arena.disk.free()
        return self._bring_back(self.arena.small, at, chance)

    def fail_disk(self, chance: random.Random) -> Hit:
        at = time.monotonic()
        self.arena.disk.fail()
        self._await_death()
        self.arena.disk.mend()
        return self._bring_back(self.arena.small, at, chance)

    def _await_death(self) -> None:
        """Kafka ends a broker that cannot write; one that lingers is ended for it."""
        broker, deadline = self.arena.brokers[self.arena.small], time.monotonic() + LINGER_SECONDS
        while broker.running and time.monotonic() < deadline:
            self.crew.tend(0.2)
        if broker.running:
            broker.kill()

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


def java_hash(text: str) -> int:
    """How a transactional id chooses its partition of the transaction log, and so its coordinator."""
    number = 0
    for letter in text:
        number = (31 * number + ord(letter)) & 0xFFFFFFFF
    return abs(number - (1 << 32) if number & 0x80000000 else number)
