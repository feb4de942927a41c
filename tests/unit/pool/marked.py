"""A pipeline for the pool's tests: runs in the child and does what the payload says."""

from __future__ import annotations

import ctypes
import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

from worker.pipeline.outcome import Failed, Outcome

if TYPE_CHECKING:
    from collections.abc import Callable

    from worker.pipeline.values import Envelope


def factory() -> Callable[[Envelope], Outcome]:
    return _process


def broken_factory() -> Callable[[Envelope], Outcome]:
    raise RuntimeError("no model here")


def _process(envelope: Envelope) -> Outcome:
    word = envelope.payload.decode()
    if word.startswith("die-once"):
        _die_once(Path(word.split()[1]))
    elif word in _DEEDS:
        _DEEDS[word]()
    return Failed(str(os.getpid()) if word == "pid" else word, "test", "")


def _die_once(flag: Path) -> None:
    if not flag.exists():
        flag.touch()
        _die()


def _die() -> None:
    ctypes.string_at(0)  # a segmentation fault, as a broken C extension would


_DEEDS: dict[str, Callable[[], object]] = {
    "slow": lambda: time.sleep(0.1),
    "hang": lambda: time.sleep(3600),
    "die": _die,
    "eat": lambda: bytearray(4 << 30),
    "raise": lambda: 1 / 0,
}
