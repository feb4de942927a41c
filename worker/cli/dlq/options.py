"""The options that commands on dead letters share, and the choice of letters that they make."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Final, get_args

import typer

from worker.cli.exits import CommandError, Exit
from worker.stream.letters.choice import Choice, State
from worker.stream.letters.letter import Place

if TYPE_CHECKING:
    from collections.abc import Iterable

Letters = Annotated[
    list[str] | None, typer.Argument(metavar="[LETTER]...", help="PARTITION/OFFSET as `dlq ls` prints; default: all.")
]
Broker = Annotated[str | None, typer.Option(help="host:port,... instead of NEWSFACTS_BROKER_URL.")]
Reason = Annotated[list[str] | None, typer.Option("--reason", help="Of this error code; may be given several times.")]
Since = Annotated[str | None, typer.Option(help="Parked since: 2026-11-21, 2026-11-21T09:00Z, or 90m, 24h, 7d ago.")]
Until = Annotated[str | None, typer.Option(help="Parked before that.")]
Key = Annotated[str | None, typer.Option(help="Of exactly this key.")]
InState = Annotated[str, typer.Option("--state", help="open, replayed, discarded, or all.")]
Limit = Annotated[int, typer.Option(min=0, help="At most so many; 0 is without end.")]

_UNITS: Final = {"s": 1, "m": 60, "h": 3600, "d": 86_400}
_AGO: Final = re.compile(r"(\d{1,6})([smhd])", re.ASCII)
_MAX_MS: Final = 253_402_300_799_999  # the end of the year 9999


@dataclass(frozen=True, slots=True)
class Filters:
    """As they were typed."""

    letters: list[str] | None
    reason: list[str] | None
    since: str | None
    until: str | None
    key: str | None
    limit: int = 0


def choice(typed: Filters, state: str = "open", *, states: Iterable[str] = (*get_args(State), "all")) -> Choice:
    """Raises CommandError(USAGE). `states`: those that the command permits."""
    if state not in states:
        raise CommandError(Exit.USAGE, f"--state: {state!r} is no state here", f"Give one of: {', '.join(states)}.")
    now = int(datetime.now(UTC).timestamp() * 1000)  # noqa: TID251 - the shell's clock
    every: frozenset[State] = frozenset(get_args(State))
    return Choice(
        frozenset(one for one in every if state in {one, "all"}),
        frozenset(place(one) for one in typed.letters or ()),
        frozenset(typed.reason or ()),
        None if typed.key is None else typed.key.encode("utf-8", "surrogateescape"),
        None if typed.since is None else moment("--since", typed.since, now),
        None if typed.until is None else moment("--until", typed.until, now),
        typed.limit,
    )


def place(text: str) -> Place:
    """Raises CommandError(USAGE)."""
    try:
        return Place.parse(text)
    except ValueError as error:
        fix = "Give PARTITION/OFFSET as `newsfacts dlq ls` prints it, such as 2/17."
        raise CommandError(Exit.USAGE, str(error), fix) from error


def moment(option: str, text: str, now: int) -> int:
    """Milliseconds of Unix time, for an ISO 8601 time (UTC where it names no zone) or a time ago.

    Raises CommandError(USAGE).
    """
    ago = _AGO.fullmatch(text)
    try:
        if ago:
            return max(0, now - int(ago[1]) * _UNITS[ago[2]] * 1000)
        told = datetime.fromisoformat(text)
        found = int((told if told.tzinfo else told.replace(tzinfo=UTC)).timestamp() * 1000)
    except (ValueError, OverflowError):
        fix = "Give 2026-11-21, 2026-11-21T09:00, 2026-11-21T09:00+02:00 (UTC if without zone), or 90m, 24h, 7d."
        raise CommandError(Exit.USAGE, f"{option}: {text!r} is no time", fix) from None
    return min(max(found, 0), _MAX_MS)
