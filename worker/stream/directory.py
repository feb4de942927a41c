"""A worker's own directory: two workers never share one, not even by mistake."""

from __future__ import annotations

import fcntl
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class DirectoryTaken(Exception):  # noqa: N818 - reads as what happened
    """Another living worker keeps its state there. The message tells the setting and the fix."""


@contextmanager
def own_directory(path: Path) -> Iterator[Path]:
    """Hold `path` for ourselves; the kernel lets go of the lock when we die, however we die."""
    path.mkdir(parents=True, exist_ok=True)
    with (path / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise DirectoryTaken(
                f"{path} belongs to a worker that is running. "
                "Give each worker its own NEWSFACTS_HTTP_PORT, or its own NEWSFACTS_STATE_DIR"
            ) from None
        yield path
