"""Which fault comes when, by a seed; what was struck, and how long each partition took to commit again."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from worker.chaos.commits import quantile, recoveries

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from worker.chaos.commits import Look

    Fault: TypeAlias = Callable[[random.Random], tuple[str, float]]  # does and undoes it: the victim, the moment


@dataclass(frozen=True, slots=True)
class Struck:
    """A fault that was inflicted, `at` a moment of the monotonic clock."""

    fault: str
    victim: str
    at: float


@dataclass(frozen=True, slots=True)
class Recovery:
    """Of all faults of a kind: how many, and seconds until a partition committed again."""

    fault: str
    times: int
    p50: float
    p99: float


@dataclass(frozen=True, slots=True)
class Plan:
    """`names`: which fault after which. `pause_seconds`: least and most time before each."""

    names: Iterable[str]
    faults: Mapping[str, Fault]
    chance: random.Random
    pause_seconds: tuple[float, float]

    def strike(self, pause: Callable[[float], None]) -> list[Struck]:
        """Inflict all; `pause` lets time go by."""
        struck = []
        for name in self.names:
            pause(self.chance.uniform(*self.pause_seconds))
            struck.append(Struck(name, *self.faults[name](self.chance)))
        return struck


def shuffled(names: Iterable[str], chance: random.Random) -> list[str]:
    plan = list(names)
    chance.shuffle(plan)
    return plan


def recovery(struck: Iterable[Struck], looks: Sequence[Look]) -> list[Recovery]:
    """One line a kind of fault. Every partition counts as hit: a rebalance stops them all."""
    seconds: dict[str, list[float]] = defaultdict(list)
    times: dict[str, int] = defaultdict(int)
    for one in struck:
        times[one.fault] += 1
        seconds[one.fault] += recoveries(looks, one.at)
    return [Recovery(name, times[name], quantile(seconds[name], 0.5), quantile(seconds[name], 0.99)) for name in times]
