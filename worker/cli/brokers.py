"""Runs a command's Kafka part; a broker that does not answer, or refuses us, ends in one clear sentence."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, TypeVar

from worker.cli.exits import CommandError, Exit
from worker.observability.logs import configure
from worker.settings import SettingsError
from worker.stream.connection import BrokerError
from worker.stream.presence import TopicMissing
from worker.stream.refusal import refusal

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from worker.settings import Settings

T = TypeVar("T")


def on_broker(settings: Settings, work: Coroutine[None, None, T]) -> T:
    """Run `work` to its end. Raises CommandError when Kafka cannot be spoken to, SettingsError when it refuses us."""
    configure("error", "console")
    logging.getLogger("aiokafka").setLevel(logging.CRITICAL)  # what it would log, the error below tells
    try:
        return asyncio.run(work)
    except (BrokerError, OSError) as error:
        raise _told(settings, error) from error
    except TopicMissing as missing:
        what = f"topic {missing} is not there"
        raise CommandError(Exit.FAILED, what, "Create it: newsfacts topics apply.") from missing


def _told(settings: Settings, error: Exception) -> Exception:
    found = asyncio.run(refusal(settings))
    if found is not None and not found.passing:
        return SettingsError((found.problem,))
    if found is not None:
        problem = found.problem
        return CommandError(Exit.BROKER_UNREACHABLE, f"{problem.variable}: {problem.rule}.", f"{problem.fix}.")
    if "Authorization" in type(error).__name__:
        what = f"Kafka at {settings.broker_url} lets this user in, and does not permit this: {error}"
        return CommandError(Exit.FAILED, what, "`newsfacts topics acls` lists what to permit.")
    what = f"Kafka at {settings.broker_url} does not answer as it should: {type(error).__name__}: {error}"
    fix = "Is it running, and is NEWSFACTS_BROKER_URL (or --broker) right? Try `newsfacts check --connect`."
    return CommandError(Exit.BROKER_UNREACHABLE, what, fix)
