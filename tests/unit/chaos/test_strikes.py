from __future__ import annotations

import random
from typing import Any

from worker.chaos.crew import Crew
from worker.chaos.strikes import LATE_COMER, Strikes

CHANCE = random.Random(1)  # noqa: S311 - a plan, no secret


class Actor:
    """Plays a worker: notes what is done to it, and sees a rebalance when another one joins."""

    def __init__(self, name: str, stage: list[str]) -> None:
        self.name, self.stage, self.code, self.pid = name, stage, 0, len(stage)
        self.running = True
        stage.append(f"start {name}")

    def kill(self) -> None:
        self.stage.append(f"kill {self.name}")

    def freeze(self) -> None:
        self.stage.append(f"freeze {self.name}")

    def thaw(self) -> None:
        self.stage.append(f"thaw {self.name}")

    def stop(self) -> int:
        self.stage.append(f"stop {self.name}")
        return self.code

    def wait(self) -> int:
        return self.code

    def lines(self, event: str) -> list[dict[str, Any]]:
        joined = self.stage.count(f"start {LATE_COMER}")
        return [{"event": event}] * joined


def troupe() -> tuple[Crew, list[str], dict[str, Actor]]:
    stage: list[str] = []
    actors: dict[str, Actor] = {}

    def start(name: str) -> Actor:
        actors[name] = Actor(name, stage)
        return actors[name]

    return Crew(start, ["one"]), stage, actors


def test_who_is_killed_or_stopped_has_a_successor() -> None:
    crew, stage, _ = troupe()
    strikes = Strikes(crew, 0.01)

    victims = [strikes.kill(CHANCE)[0], strikes.stop(CHANCE)[0]]

    assert victims == ["one", "one"]
    assert stage == ["start one", "kill one", "start one", "stop one", "start one"]
    assert crew.asked_exits == {0: 1}


def test_who_is_frozen_wakes() -> None:
    crew, stage, _ = troupe()

    Strikes(crew, 0.01).freeze(CHANCE)

    assert stage == ["start one", "freeze one", "thaw one"]


def test_the_late_comer_comes_and_goes_by_turns() -> None:
    crew, stage, _ = troupe()
    strikes = Strikes(crew, 0.01)

    words = [strikes.join_or_leave(CHANCE)[0] for _ in range(3)]

    assert words == ["late joins", "late leaves", "late joins"]
    assert stage == ["start one", "start late", "stop late", "start late"]


def test_who_ends_by_himself_is_started_again_and_counted() -> None:
    crew, stage, actors = troupe()
    actors["one"].running, actors["one"].code = False, 70

    crew.tend(0)

    assert stage == ["start one", "start one"]
    assert crew.own_exits == {70: 1}


def test_a_member_is_found_by_its_process() -> None:
    crew, _, actors = troupe()

    assert crew.name_of(actors["one"].pid) == "one"
