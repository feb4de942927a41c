"""The end of one article: extracted, rejected or failed; nothing else."""

from __future__ import annotations

import traceback
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from schemas.clean import CleanArticleEvent
    from schemas.fact import FactEvent
    from worker.pipeline.errors import RejectReason

TRACE_CHARS = 8_000  # Kafka headers are small; the end of a trace tells most
MESSAGE_CHARS = 2_000

Timings: TypeAlias = tuple[tuple[str, float], ...]  # (stage, seconds), in the order of the route


@dataclass(frozen=True, slots=True)
class Extracted:
    """The article was read. `pub_status` and `version` are the producer's; `content_hash` tells revisions apart.

    `dropped`: candidates that were refused, by reason: each is a bug of a rule, and is counted.
    """

    article: CleanArticleEvent
    facts: tuple[FactEvent, ...]
    content_hash: str
    pub_status: str = "usable"
    version: str | None = None
    timings: Timings = ()
    dropped: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Rejected:
    """The article is at fault: the producer must mend it."""

    reason: RejectReason
    stage: str
    field: str
    rule: str
    fix: str
    timings: Timings = ()


@dataclass(frozen=True, slots=True)
class Failed:
    """We are at fault. `reason`: exception class, or deadline_exceeded, worker_crash, memory_exceeded."""

    reason: str
    stage: str
    message: str
    trace: str = ""
    timings: Timings = ()

    @classmethod
    def of(cls, error: Exception, stage: str, timings: Timings = ()) -> Failed:
        """A bug of ours as data. The trace leaves out the message: it may hold the article (UnicodeError does)."""
        trace = "".join(traceback.format_tb(error.__traceback__))[-TRACE_CHARS:]
        return cls(type(error).__name__, stage, str(error)[:MESSAGE_CHARS], trace, timings)


Outcome: TypeAlias = Extracted | Rejected | Failed
