"""The workers of a trial: kept running as a supervisor would, and struck."""

from __future__ import annotations

import time
from collections import Counter
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

LOOK_SECONDS = 0.2


class Member(Protocol):
    """A worker process."""

    @property
    def running(self) -> bool: ...
    @property
    def pid(self) -> int: ...
    def kill(self) -> None: ...
    def freeze(self) -> None: ...
    def thaw(self) -> None: ...
    def stop(self) -> int: ...
    def wait(self) -> int: ...
    def lines(self, event: str) -> list[dict[str, Any]]: ...


class Crew:
    """`own_exits`: exit codes of ends that nobody asked for; `asked_exits`: of those in good order."""

    def __init__(self, start: Callable[[str], Member], names: Iterable[str]) -> None:
        self._start = start
        self.own_exits: Counter[int] = Counter()
        self.asked_exits: Counter[int] = Counter()
        self.members: dict[str, Member] = {name: start(name) for name in names}

    def tend(self, seconds: float) -> None:
        """Look after the workers for so long: who has ended is started again."""
        deadline = time.monotonic() + seconds
        while True:
            for name, member in self.members.items():
                if not member.running:
                    self.own_exits[member.wait()] += 1
                    self.members[name] = self._start(name)
            left = deadline - time.monotonic()
            if left <= 0:
                return
            time.sleep(min(LOOK_SECONDS, left))

    def name_of(self, pid: int) -> str:
        """Raises StopIteration for a process that is none of the members'."""
        return next(name for name, member in self.members.items() if member.pid == pid)

    def kill(self, name: str) -> None:
        """SIGKILL, and another in its place."""
        self.members[name].kill()
        self.members[name] = self._start(name)

    def stop(self, name: str) -> None:
        """SIGTERM, its drain, and another in its place."""
        self.asked_exits[self.members[name].stop()] += 1
        self.members[name] = self._start(name)

    def freeze(self, name: str, seconds: float) -> None:
        """A long pause of the machine: the process does not know that time goes by, and goes on as if none had."""
        self.members[name].freeze()
        try:
            self.tend(seconds)
        finally:
            self.members[name].thaw()

    def join(self, name: str) -> None:
        self.members[name] = self._start(name)

    def leave(self, name: str) -> None:
        self.asked_exits[self.members.pop(name).stop()] += 1

    def close(self) -> None:
        """End all in good order; whoever ended just before is counted as gone by itself."""
        for member in self.members.values():
            if member.running:
                self.asked_exits[member.stop()] += 1
            else:
                self.own_exits[member.wait()] += 1
        self.members.clear()
