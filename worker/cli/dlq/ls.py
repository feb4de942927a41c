"""`newsfacts dlq ls`: one line a letter."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

import typer

from worker import settings as worker_settings
from worker.cli.consoles import output
from worker.cli.dlq.options import Broker, Filters, InState, Key, Letters, Limit, Reason, Since, Until, choice
from worker.cli.dlq.session import at_desk
from worker.cli.dlq.words import line, summary

if TYPE_CHECKING:
    from worker.stream.letters.choice import Choice
    from worker.stream.letters.desk import Desk


def ls(
    letters: Letters = None, reason: Reason = None, since: Since = None, until: Until = None, key: Key = None,
    state: InState = "open", limit: Limit = 0, broker: Broker = None,
    as_json: Annotated[bool, typer.Option("--json", help="One object a letter, without headers and payload.")] = False,
) -> None:
    """List dead letters, the oldest of each partition first; only open ones, unless --state says otherwise."""
    chosen = choice(Filters(letters, reason, since, until, key, limit), state)
    settings = worker_settings.load({"broker_url": broker})
    at_desk(settings, lambda desk: _show(desk, chosen, as_json=as_json))


async def _show(desk: Desk, chosen: Choice, *, as_json: bool) -> None:
    async for letter, state in desk.letters(chosen):
        output.print(json.dumps(summary(letter, state)) if as_json else line(letter, state), markup=False)
