"""How a command ends: the documented exit codes, and the one error that carries its own."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """The exit codes of every `newsfacts` command."""

    OK = 0
    FAILED = 1
    USAGE = 2
    DRAINED_LATE = 3
    CONFIG_INVALID = 4
    BROKER_UNREACHABLE = 5
    DATA_INVALID = 6
    FAILING = 7


class CommandError(Exception):
    """A command cannot go on. `what` happened, and the `fix` that the user can try."""

    def __init__(self, code: Exit, what: str, fix: str) -> None:
        super().__init__(what)
        self.code = code
        self.what = what
        self.fix = fix
