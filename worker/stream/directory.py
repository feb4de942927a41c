"""A worker's own directory: two workers never share one, not even by mistake, and nothing in it is of another log."""

from __future__ import annotations

import fcntl
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

import structlog

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

log = structlog.get_logger(__name__)


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


def documents(own: Path, log_id: str) -> Path:
    """Where the stores lie that follow this log (Found.log_id). Call as the owner of `own`.

    A store knows of its log no more than how far it has read it, which of another log may sound just as well: of
    another cluster, or of a topic that was made anew. So it lies under its log's id, and all others are deleted.
    """
    place = own / "documents" / log_id
    for other in place.parent.glob("*"):
        if other != place:
            log.info("local state of another log deleted", path=str(other))
            shutil.rmtree(other, ignore_errors=True)
    return place
