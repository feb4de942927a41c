"""`newsfacts dlq export`: letters as JSON lines, without losing a byte."""

from __future__ import annotations

import json
import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from worker import settings as worker_settings
from worker.cli.consoles import errors, standard_output, told_if_lost
from worker.cli.dlq.options import Broker, Filters, InState, Key, Letters, Limit, Reason, Since, Until, choice
from worker.cli.dlq.session import at_desk
from worker.cli.dlq.words import lossless
from worker.cli.exits import CommandError, Exit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from worker.stream.letters.choice import Choice
    from worker.stream.letters.desk import Desk


def export(
    letters: Letters = None, reason: Reason = None, since: Since = None, until: Until = None, key: Key = None,
    state: InState = "open", limit: Limit = 0, broker: Broker = None,
    to: Annotated[str, typer.Option("--output", "-o", help="A new file, or - for standard output.")] = "-",
) -> None:
    """Write letters as JSON lines, key, headers and payload whole: base64 (NAME_base64) for what is not UTF-8.

    A file is there only once all of it is written. Pointers are exported as they are, not their originals.
    """
    chosen = choice(Filters(letters, reason, since, until, key, limit), state)
    settings = worker_settings.load({"broker_url": broker})
    with _opened(to) as file:
        count = at_desk(settings, lambda desk: _write(desk, chosen, file))
    errors.print(f"{count} letters written")


async def _write(desk: Desk, chosen: Choice, file: BinaryIO) -> int:
    count = 0
    async for letter, state in desk.letters(chosen):
        told = json.dumps(lossless(letter, state, desk.settings.topics.dead_letter))  # ASCII: safe for a terminal, too
        with told_if_lost():
            file.write(told.encode("ascii") + b"\n")
        count += 1
    return count


@contextmanager
def _opened(to: str) -> Iterator[BinaryIO]:
    """Raises CommandError."""
    if to == "-":
        file = standard_output()
        yield file
        with told_if_lost():
            file.flush()
        return
    if not Path(to).name:
        raise CommandError(Exit.USAGE, f"--output: {to!r} names no file", "Give a new name, or - for standard output.")
    path = Path(to)
    part = path.with_name(f"{path.name}.part-{os.getpid()}")
    if path.exists():
        raise CommandError(Exit.USAGE, f"{to}: is there already", "Give a new name, or remove it.")
    try:
        with part.open("xb") as file:
            yield file
        part.replace(path)
    except OSError as error:
        raise CommandError(Exit.USAGE, f"{to}: {error.strerror}", "Give a place that can be written to.") from error
    finally:
        part.unlink(missing_ok=True)
