"""Runs a command's part at the desk; what is missing or unclear ends in one sentence and its fix."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, TypeVar

from worker.cli.brokers import on_broker
from worker.cli.consoles import errors
from worker.cli.exits import CommandError, Exit
from worker.stream.letters.desk import opened
from worker.stream.letters.post import Interrupted, Post
from worker.stream.letters.upkeep import NotCompacted, check_compacted, forget
from worker.stream.presence import TopicMissing
from worker.stream.topics import TO_COMPACT

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    from worker.settings import Settings
    from worker.stream.letters.desk import Desk

T = TypeVar("T")


def at_desk(settings: Settings, work: Callable[[Desk], Awaitable[T]]) -> T:
    """Look at the letters, and run `work`. Raises CommandError."""

    async def run() -> T:
        async with _looked(settings) as desk:
            return await work(desk)

    return on_broker(settings, run())


def at_post(settings: Settings, work: Callable[[Desk, Post], Awaitable[T]]) -> T:
    """As `at_desk`, as the only one who changes anything: first the run before is ended, then the marks are read."""

    async def run() -> T:
        post = Post(settings)
        try:
            await post.open()
            async with _looked(settings) as desk:
                if desk.unmarked:
                    raise TopicMissing(settings.topics.dead_letter_state)
                await check_compacted(settings)
                await forget(settings, post, desk)
                return await work(desk, post)
        except Interrupted as error:
            right = "Permit what `newsfacts topics acls --role dlq` lists. " if "Authorization" in str(error) else ""
            fix = f"{right}Run it again: it asks Kafka how far this run came, and goes on from there."
            raise CommandError(Exit.FAILED, str(error), fix) from error
        except NotCompacted as found:
            marks = settings.topics.dead_letter_state
            what = f"{marks}: cleanup.policy must be compact, it is {found}"
            fix = f"Marks would be deleted and letters sent twice: {TO_COMPACT.format(marks)}"
            raise CommandError(Exit.FAILED, what, fix) from found
        finally:
            await post.close()

    return on_broker(settings, run())


@contextlib.asynccontextmanager
async def _looked(settings: Settings) -> AsyncIterator[Desk]:
    async with opened(settings) as desk:
        if desk.unmarked:
            errors.print(f"{settings.topics.dead_letter_state} is not there: every letter counts as open")
        yield desk
