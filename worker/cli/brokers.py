"""Runs a command's Kafka part; a broker that does not answer ends in one clear sentence."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, TypeVar

from worker.cli.exits import CommandError, Exit
from worker.stream.connection import BrokerError

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from worker.settings import Settings

T = TypeVar("T")


def on_broker(settings: Settings, work: Coroutine[None, None, T]) -> T:
    """Run `work` to its end. Raises CommandError(BROKER_UNREACHABLE) when Kafka cannot be spoken to."""
    try:
        return asyncio.run(work)
    except (BrokerError, OSError) as error:
        what = f"Kafka at {settings.broker_url} does not answer as it should: {type(error).__name__}: {error}"
        fix = "Is it running, and is NEWSFACTS_BROKER_URL (or --broker) right? Try `newsfacts check --connect`."
        raise CommandError(Exit.BROKER_UNREACHABLE, what, fix) from error
