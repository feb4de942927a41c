"""Stops the worker when it is at fault too often: a broken release must not drain the topic into the dead letters.

What producers did wrong is not counted, whichever way: were nine articles of ten refused, and the tenth always
failed, the release would be as broken.
"""

from __future__ import annotations

from collections import deque
from itertools import zip_longest
from typing import TYPE_CHECKING

from worker.pipeline.outcome import Failed, Rejected

if TYPE_CHECKING:
    from collections.abc import Sequence

    from worker.observability.telemetry import Telemetry
    from worker.pipeline.outcome import Outcome
    from worker.settings import Settings


class BreakerOpen(Exception):  # noqa: N818 - a state of the worker
    """Nothing that failed may be committed any more; what was not committed is the next process's to read."""


class Breaker:
    """One per worker, asked before anything is committed. Once open it stays open."""

    def __init__(self, settings: Settings, telemetry: Telemetry) -> None:
        self._share = settings.breaker_share
        self._least = settings.breaker_least
        self._runtime = telemetry.runtime
        self._last: deque[bool] = deque(maxlen=max(settings.breaker_window, settings.breaker_least))
        self._open = False
        self._runtime.breaker(open_=False)

    def judge(self, outcomes: Sequence[Outcome], before: Sequence[Outcome] = ()) -> None:
        """Count a batch. Raises BreakerOpen when it must not be committed.

        `before`: how the same articles were judged, in a decision that was made anew: what stayed is not counted again.
        """
        self._last.extend(
            _failed(one) for one, then in zip_longest(outcomes, before)
            if not isinstance(one, Rejected) and (then is None or _failed(one) is not _failed(then))
        )
        self._open = self._open or self._too_many()
        if self._open and any(map(_failed, outcomes)):
            self._runtime.breaker(open_=True)
            raise BreakerOpen(f"{sum(self._last)} of the last {len(self._last)} articles failed for our own fault")

    def _too_many(self) -> bool:
        failed = sum(self._last)
        return 0 < self._least <= failed and failed >= self._share * len(self._last)


def _failed(outcome: Outcome) -> bool:
    return isinstance(outcome, Failed)
