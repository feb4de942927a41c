"""`newsfacts dlq discard`: marks letters as done; they stay in their topic."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from worker import settings as worker_settings
from worker.cli.consoles import errors, output
from worker.cli.dlq.options import Broker, Filters, Key, Letters, Limit, Reason, Since, Until, choice
from worker.cli.dlq.session import at_desk, at_post
from worker.cli.dlq.words import line
from worker.cli.exits import CommandError, Exit
from worker.stream.letters.deliver import discard as mark_discarded
from worker.stream.letters.post import Interrupted

if TYPE_CHECKING:
    from worker.stream.letters.choice import Choice
    from worker.stream.letters.desk import Desk
    from worker.stream.letters.post import Post

BECAUSE_CHARS = 1_000


def discard(
    letters: Letters = None, reason: Reason = None, since: Since = None, until: Until = None, key: Key = None,
    limit: Limit = 0,
    because: Annotated[str, typer.Option(help="Why nobody needs them; kept beside each letter.")] = "",
    yes: Annotated[bool, typer.Option("--yes", help="Mark them. Without it they are only listed.")] = False,
    broker: Broker = None,
) -> None:
    """Mark open letters as done, so that ls and replay pass over them. No letter is deleted or changed.

    Needs letters or a filter, --because and --yes. `dlq replay --state discarded` takes them up again.
    """
    chosen = choice(Filters(letters, reason, since, until, key, limit))
    if chosen.is_everything:
        fix = "Name letters, or give --reason, --since, --until, --key or --limit."
        raise CommandError(Exit.USAGE, "nothing says which letters to discard", fix)
    if not because.strip() or len(because) > BECAUSE_CHARS:
        fix = 'Give it: --because "the producer sent all of them again on Friday".'
        raise CommandError(Exit.USAGE, f"--because: a reason of 1 to {BECAUSE_CHARS} characters is needed", fix)
    settings = worker_settings.load({"broker_url": broker})
    if yes:
        count = at_post(settings, lambda desk, post: _mark(desk, post, chosen, because))
        errors.print(f"{count} letters discarded; they stay in {settings.topics.dead_letter}", markup=False)
    else:
        count = at_desk(settings, lambda desk: _list(desk, chosen))
        errors.print(f"would discard {count} letters; nothing was changed, --yes marks them")


async def _list(desk: Desk, chosen: Choice) -> int:
    count = 0
    async for letter, state in desk.letters(chosen):
        output.print(line(letter, state), markup=False)
        count += 1
    return count


async def _mark(desk: Desk, post: Post, chosen: Choice, because: str) -> int:
    count = 0
    try:
        async for _ in mark_discarded(desk.settings, post, desk, chosen, because):
            count += 1
    except Interrupted as error:
        raise Interrupted(f"{count} letters discarded, then: {error}") from error
    return count
