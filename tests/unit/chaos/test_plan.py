from __future__ import annotations

import random

from worker.chaos.commits import Look
from worker.chaos.plan import Plan, Struck, recovery, shuffled


def test_faults_strike_in_the_order_of_the_plan_each_after_a_pause() -> None:
    told: list[object] = []

    def fault(name: str, at: float) -> tuple[str, float]:
        told.append(name)
        return f"victim of {name}", at

    faults = {"a": lambda _: fault("a", 2.0), "b": lambda _: fault("b", 1.0)}
    plan = Plan(["b", "a"], faults, random.Random(1), (3, 4))  # noqa: S311 - a plan, no secret
    struck = plan.strike(told.append)

    assert struck == [Struck("b", "victim of b", 1.0), Struck("a", "victim of a", 2.0)]
    assert [one for one in told if isinstance(one, str)] == ["b", "a"]
    assert [3 <= one <= 4 for one in told if isinstance(one, float)] == [True, True]
    assert isinstance(told[0], float)


def test_a_seed_repeats_the_plan() -> None:
    first, again = (shuffled("abcdefgh", random.Random(7)) for _ in range(2))  # noqa: S311 - a plan, no secret

    assert first == again != sorted(first)
    assert sorted(first) == list("abcdefgh")


def test_recoveries_are_told_by_kind_of_fault() -> None:
    looks = [Look(float(second), second + 0.5, (second // 2,)) for second in range(10)]
    struck = [Struck("kill", "one", 0.0), Struck("kill", "two", 1.0), Struck("stop", "one", 8.5)]

    kill, stop = recovery(struck, looks)

    assert (kill.fault, kill.times, kill.p50, kill.p99) == ("kill", 2, 1.5, 2.5)
    assert (stop.fault, stop.times, str(stop.p50)) == ("stop", 1, "nan")
