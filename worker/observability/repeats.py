"""Holds back a line that comes again and again: a broken broker must not fill a disk."""

from __future__ import annotations

import time
from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import structlog

if TYPE_CHECKING:
    import logging
    from collections.abc import Callable

    from structlog.typing import EventDict, WrappedLogger

WINDOW_SECONDS = 60.0
PER_WINDOW = 10  # enough to see a pattern, few enough to read
REMEMBERED = 1_024
EVENT_CHARS = 200


@dataclass(slots=True)
class _Window:
    opened: float
    seen: int = 0
    held: int = 0


class Repeats:
    """Lets PER_WINDOW lines of one event and level pass per window; the next window's first tells how many did not.

    Lines differ by their event, not by their fields: so events are constant words, and what varies is a field.
    Debug is not held back: who asks for it wants all.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._windows: OrderedDict[tuple[str, str], _Window] = OrderedDict()

    def __call__(self, _: WrappedLogger, level: str, event: EventDict) -> EventDict:
        """Hold back our own lines: a processor of structlog."""
        held = self._held(level, str(event.get("event")))
        if held:
            event["held_back"] = held
        return event

    def filter(self, record: logging.LogRecord) -> bool:
        """Hold back the libraries' lines: a filter of logging. Ours arrive here as a dict and were judged before."""
        if isinstance(record.msg, dict):
            return True
        try:
            held = self._held(record.levelname.lower(), str(record.msg))
        except structlog.DropEvent:
            return False
        if held:
            record.held_back = held
        return True

    def _held(self, level: str, event: str) -> int:
        """Tell how many lines the last window held back. Raises DropEvent if this one is too many."""
        if level == "debug":
            return 0
        window, held = self._window((level, event[:EVENT_CHARS]))
        window.seen += 1
        if window.seen > PER_WINDOW:
            window.held += 1
            raise structlog.DropEvent
        return held

    def _window(self, key: tuple[str, str]) -> tuple[_Window, int]:
        """Find the open window, or open one and tell how many lines the last one held back."""
        now, window = self._clock(), self._windows.get(key)
        if window is not None and now - window.opened < WINDOW_SECONDS:
            return window, 0
        self._windows[key] = fresh = _Window(now)
        self._windows.move_to_end(key)
        if len(self._windows) > REMEMBERED:
            self._windows.popitem(last=False)
        return fresh, window.held if window else 0
