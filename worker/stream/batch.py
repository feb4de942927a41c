"""A batch: articles that were read and wait for their transaction, and how many of them one transaction may hold."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from worker.stream.epoch import Spent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from worker.pipeline.outcome import Outcome
    from worker.stream.fate import Decision, Reading

REFUSALS = 64  # of one batch; each teaches how much less a topic takes, so a few are the usual
TRIES = 2  # producers that may meet an unclear error on one batch; then a new process is the better cure
SMALLER = 4  # times, after a transaction that was too slow: from 256 articles to one in four steps of 30 s


@dataclass(slots=True)
class Batch:
    """`decision` once it was made, `judged` with the last; `tries` and `refusals`: how its transactions ended."""

    readings: list[Reading]
    decision: Decision | None = None
    judged: list[Outcome] = field(default_factory=list)
    tries: int = 0
    refusals: int = 0
    _last: BaseException | None = None

    @property
    def next_offset(self) -> int:
        last: int = self.readings[-1].record.offset
        return last + 1

    @property
    def hopeful(self) -> bool:
        return self.tries < TRIES and self.refusals < REFUSALS

    def ended_unclear(self, error: BaseException) -> None:
        """A try, but for an epoch that was spent before: the last batch's trouble, and no doubt about this one."""
        self.tries += not isinstance(error, Spent) or isinstance(self._last, Spent)
        self._last = error

    @property
    def too_slow(self) -> bool:
        """Its transaction did not come through in its time, and parts of it may."""
        return isinstance(self._last, TimeoutError) and len(self.readings) > 1


class Pace:
    """How many articles go into a transaction: fewer after one that was too slow, twice as many after each full one.

    A broker or a network that is slow for long would else end process after process.
    """

    def __init__(self) -> None:
        self._most: int | None = None

    def parts(self, batch: Batch) -> Iterator[Batch]:
        most = self._most or len(batch.readings)
        if most >= len(batch.readings):
            yield batch
            return
        for at in range(0, len(batch.readings), most):
            yield Batch(batch.readings[at : at + most], judged=batch.judged[at : at + most])

    def went_slow(self, batch: Batch) -> None:
        self._most = max(1, len(batch.readings) // SMALLER)

    def went_well(self, batch: Batch) -> None:
        if self._most is not None and len(batch.readings) >= self._most:
            self._most *= 2
