"""A worker as a process of its own, told what to do by signals and watched through its log."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path


class Worker:
    """A running Python process. Its log is `log`, one JSON object a line."""

    def __init__(
        self, command: Sequence[str], environment: Mapping[str, str], log: Path, python: str = sys.executable
    ) -> None:
        self.log = log
        self._out = log.open("ab")
        self.process = subprocess.Popen(  # noqa: S603 - our own command
            [python, *command], env=dict(environment), stdout=self._out, stderr=self._out
        )

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.wait()

    def freeze(self) -> None:
        """Stop the process as a long pause of its machine would: it does not know that time goes by."""
        self.process.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        self.process.send_signal(signal.SIGCONT)

    def stop(self) -> int:
        """SIGTERM, and the exit code."""
        self.process.terminate()
        return self.wait()

    def wait(self, seconds: float = 60) -> int:
        try:
            return self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            self.process.send_signal(signal.SIGABRT)
            raise
        finally:
            self._out.close()

    @property
    def running(self) -> bool:
        return self.process.poll() is None

    @property
    def pid(self) -> int:
        return self.process.pid

    def lines(self, event: str) -> list[dict[str, Any]]:
        found = [json.loads(line) for line in self.log.read_text().splitlines() if line.startswith("{")]
        return [line for line in found if line.get("event") == event]
