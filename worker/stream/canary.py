"""Reads an article of our own before the first of theirs: a release that fails on it must not be tried on theirs.

The breaker needs ten failures to tell a broken release from poisonous articles, so a supervisor that begins a broken
one again and again would give up nine articles each time. This one costs none. It goes through the very pool, and
through all that makes records of what was read. What only real articles bring to light (a page's markup, a deadline)
stays the breaker's: to hold back every failure until one article was read well would let a poisonous article that
lies alone in its topic wait for ever.
"""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING, Final

import structlog
from aiokafka import ConsumerRecord

from worker.pipeline.outcome import Failed
from worker.stream.breaker import BreakerOpen
from worker.stream.envelopes import envelope
from worker.stream.fate import Decision, Reading

if TYPE_CHECKING:
    from worker.settings import Settings
    from worker.stream.sizes import Sizes
    from worker.stream.surroundings import Mapper

log = structlog.get_logger(__name__)

KEY: Final = b"newsfacts-canary"
TRIES: Final = 2  # a machine that has just started may be too slow once


async def try_out(settings: Settings, pool: Mapper, sizes: Sizes) -> None:
    """Nothing of it leaves this process. Raises BreakerOpen, unless the settings say that there is no breaker."""
    if not settings.breaker_least:
        return
    why = ""
    for _ in range(TRIES):
        failed = await _failure(settings, pool, sizes)
        if failed is None:
            return
        log.warning("our own sample article failed", stage=failed.stage, reason=failed.reason, message=failed.message,
                    trace=failed.trace)
        why = f"{failed.stage}: {failed.reason}"
    raise BreakerOpen(f"this release fails on its own sample article: {why}")


async def _failure(settings: Settings, pool: Mapper, sizes: Sizes) -> Failed | None:
    """One copy for each process of the pool; the first is a new document, the others are told before."""
    record = _record(settings)
    read = envelope(record)
    decision = Decision(lambda _: None, settings, sizes)
    for outcome in await pool.map([read] * settings.pool_processes):
        decision.add(Reading(record, read, outcome))
    return next((fate.outcome for fate in decision.fates if isinstance(fate.outcome, Failed)), None)


def _record(settings: Settings) -> ConsumerRecord:
    """As it would come out of the raw topic, where there is no offset -1."""
    payload = resources.files("worker.stream").joinpath("canary.json").read_bytes()
    return ConsumerRecord(settings.topics.raw, 0, -1, 0, 0, KEY, payload, None, len(KEY), len(payload), ())
