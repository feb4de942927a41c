"""The two consoles: what is asked for goes to standard output, everything else to standard error."""

from __future__ import annotations

import contextlib
import os
import sys
from typing import TYPE_CHECKING, Any, BinaryIO, TextIO

from rich.console import Console

from worker.cli.exits import CommandError, Exit
from worker.cli.terminal import harmless

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.console import ConsoleOptions, RenderableType
    from rich.segment import Segment


class _Harmless(Console):
    """Whatever a command prints, of articles, topics or brokers, cannot steer the terminal."""

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterable[Segment]:
        for one in super().render(renderable, options):
            yield one if one.control else one._replace(text=harmless(one.text))


class _Output(_Harmless):
    def print(self, *objects: Any, **manner: Any) -> None:
        """As Console.print. Raises CommandError where nothing can be written, SystemExit where nobody reads on."""
        standard_output()
        with told_if_lost():
            super().print(*objects, **manner)


class _Errors(_Harmless):
    def print(self, *objects: Any, **manner: Any) -> None:
        """As Console.print; where it cannot be written there is nobody to tell, and the command goes on."""
        try:
            super().print(*objects, **manner)
        except OSError:
            _write_no_more(sys.stderr)


def standard_output() -> BinaryIO:
    """Raises CommandError if whoever started us closed it, as `>&-` does."""
    if sys.stdout is None:
        raise _not_written("standard output is closed")
    return sys.stdout.buffer


@contextlib.contextmanager
def told_if_lost() -> Iterator[None]:
    """What the disk or the reader of a pipe did is told as such: brokers.py takes an OSError for Kafka's."""
    try:
        yield
    except BrokenPipeError:  # as of `| head`: nobody reads on
        _write_no_more(sys.stdout)
        raise SystemExit(Exit.FAILED) from None
    except OSError as error:
        _write_no_more(sys.stdout)
        raise _not_written(error.strerror or str(error)) from error


def _not_written(why: str) -> CommandError:
    return CommandError(Exit.FAILED, f"not written: {why}", "Mend that, and run it again.")


def _write_no_more(stream: TextIO | None) -> None:
    """Else Python complains of what is left in its buffer when it ends, and ends with 120."""
    if stream is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


# emoji=False: else ":100:" in an article's words would be printed as a picture, and its JSON would be another.
output = _Output(highlight=False, soft_wrap=True, emoji=False)
errors = _Errors(stderr=True, highlight=False, soft_wrap=True, emoji=False)
