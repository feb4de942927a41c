"""The `newsfacts` command: one file per command, no logic; bad input and a missing broker never end in a traceback."""

from __future__ import annotations

import sys

from worker.cli.app import app
from worker.cli.consoles import errors
from worker.cli.exits import CommandError, Exit
from worker.settings import SettingsError


def main() -> None:
    """Run a command; its exit code is one of `Exit`."""
    try:
        app()
    except CommandError as error:
        errors.print(f"{error.what}\n{error.fix}", style="red", markup=False)
        sys.exit(error.code)
    except SettingsError as error:
        errors.print(str(error), style="red", markup=False)
        sys.exit(Exit.CONFIG_INVALID)
    except KeyboardInterrupt:
        sys.exit(130)  # 128 + SIGINT, as shells have it
