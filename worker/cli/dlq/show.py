"""`newsfacts dlq show`: one letter in full, made safe for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from worker import settings as worker_settings
from worker.cli.consoles import output
from worker.cli.dlq.options import Broker, place
from worker.cli.dlq.session import at_desk
from worker.cli.dlq.words import NAME_CHARS, iso, why
from worker.cli.exits import CommandError, Exit
from worker.cli.terminal import safe

if TYPE_CHECKING:
    from collections.abc import Iterator

    from worker.stream.letters.choice import State
    from worker.stream.letters.desk import Desk
    from worker.stream.letters.letter import Letter, Place

HEADERS = 200  # a record may have a hundred thousand
WHY_CHARS = 6_000  # field, rule and fix, or our own message


def show(
    letter: Annotated[str, typer.Argument(metavar="LETTER", help="PARTITION/OFFSET as `dlq ls` prints.")],
    broker: Broker = None,
    most: Annotated[int, typer.Option("--chars", min=0, help="Of the payload, and of each header.")] = 2_000,
) -> None:
    """Show why a letter is here, its headers and its payload; what could upset a terminal is written as escapes."""
    wanted = place(letter)
    settings = worker_settings.load({"broker_url": broker})
    found, state = at_desk(settings, lambda desk: _find(desk, wanted))
    for line in lines(found, state, most):
        output.print(line, markup=False)


async def _find(desk: Desk, wanted: Place) -> tuple[Letter, State]:
    found = await desk.letter(wanted)
    if found is None:
        span = desk.spans.get(wanted.partition)
        there = f"partition {wanted.partition} holds {span.start} to {span.stop - 1}" if span else "nothing is there"
        what = f"no letter lies at {wanted} of {desk.settings.topics.dead_letter}: {there}"
        raise CommandError(Exit.FAILED, what, "`newsfacts dlq ls --state all` prints those that are there.")
    return found


def lines(letter: Letter, state: State, most: int) -> Iterator[str]:
    yield f"letter    {letter.place}, {state}"
    yield f"parked    {iso(letter.parked_ms)}, attempt {letter.attempt}, sent again {letter.replays} times before"
    yield safe(f"reason    {letter.code} in {letter.stage}, fault: {letter.fault}", NAME_CHARS)
    yield f"why       {safe(why(letter), WHY_CHARS)}"
    yield safe(f"from      {letter.origin or 'unknown'}", 2 * NAME_CHARS)
    yield f"key       {safe(letter.key, most)}"
    yield f"headers   {len(letter.headers)}"
    for name, value in letter.headers[:HEADERS]:
        yield f"  {safe(name, NAME_CHARS)} = {safe(value, most)}"
    if len(letter.headers) > HEADERS:
        yield f"  ... and {len(letter.headers) - HEADERS} more"
    yield from _payload(letter, most)


def _payload(letter: Letter, most: int) -> Iterator[str]:
    size = len(letter.payload or b"")
    yield f"payload   {size} bytes" + (", a pointer to an original that was too large" if letter.pointer else "")
    # Four bytes a character at most: what is not shown need not be decoded.
    yield safe((letter.payload or b"")[: 4 * most + 4], most, lines=True)
    if size > most:
        yield f"(`newsfacts dlq export {letter.place} --state all` has all of it)"
