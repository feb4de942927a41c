"""When a worker is ready and when it is alive: two pure rules over its vitals, with reasons."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from worker.observability.vitals import Vitals

REBALANCE_GRACE_SECONDS = 60.0  # a rollout waits for readiness, and each step of it rebalances: without grace, deadlock
HEARTBEAT_SECONDS = 30.0  # the loop beats each second; 30 s without is a blocked loop, not a slow one


@dataclass(frozen=True, slots=True)
class Verdict:
    """`reasons` tells every rule that is broken; none is good health."""

    reasons: tuple[str, ...]

    @property
    def ok(self) -> bool:
        return not self.reasons


def readiness(vitals: Vitals, now: float) -> Verdict:
    """Judge whether this worker takes its share of the work."""
    return Verdict(tuple(_unready(vitals, now)))


def liveness(vitals: Vitals, now: float, stall_seconds: float) -> Verdict:
    """Judge whether a restart would help."""
    return Verdict(tuple(_unhealthy(vitals, now, stall_seconds)))


def _unready(vitals: Vitals, now: float) -> Iterator[str]:
    if not vitals.config_valid:
        yield "configuration not checked yet"
    if vitals.draining:
        yield "draining"
    if not vitals.assigned_once:
        yield "no partitions assigned yet"
    if vitals.rebalancing_since is not None and now - vitals.rebalancing_since > REBALANCE_GRACE_SECONDS:
        yield f"rebalancing for {now - vitals.rebalancing_since:.0f} s"
    for topic, partition in sorted(vitals.assigned - vitals.connected):
        yield f"producer of {topic}/{partition} not connected"


def _unhealthy(vitals: Vitals, now: float, stall_seconds: float) -> Iterator[str]:
    if now - vitals.beat_at > HEARTBEAT_SECONDS:
        yield f"event loop silent for {now - vitals.beat_at:.0f} s"
    if vitals.rebalancing_since is not None and now - vitals.rebalancing_since > stall_seconds:
        yield f"rebalancing for {now - vitals.rebalancing_since:.0f} s"
    for (topic, partition), since in sorted(vitals.waiting.items()):
        if now - since > stall_seconds:
            yield f"{topic}/{partition} has records and made no progress for {now - since:.0f} s"
