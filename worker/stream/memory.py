"""What a lane knows of its documents: the local store, brought up to the changelog, made anew when it is lost."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, TypeAlias

import structlog

from worker.stream.state import DocumentStore

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping
    from pathlib import Path

    from aiokafka import TopicPartition

    from schemas.state import DocumentState

    Restore: TypeAlias = Callable[[DocumentStore, int, int | None, int | None], Awaitable[int]]

log = structlog.get_logger(__name__)


class Memory:
    """One partition's. `restore` is changelog.restore with its settings."""

    def __init__(self, path: Path, partition: TopicPartition, restore: Restore) -> None:
        self._path = path / f"{partition.topic}-{partition.partition}"
        self._partition = partition
        self._restore = restore
        self._store: DocumentStore | None = None
        self._end: int | None = None  # of the changelog, as far as it is known; nobody else writes to it

    async def recall(self, committed: int | None, end: int | None) -> None:
        """Open the store and read what the changelog holds beyond it. Call after the fence; `end`: as Standing's."""
        self._end = end
        begun = time.monotonic()
        if self._store is None:
            self._store = DocumentStore(self._path)
        restored = await self._restore(self._store, self._partition.partition, committed, end)
        log.info(
            "state restored", topic=self._partition.topic, partition=self._partition.partition,
            committed=committed, restored=restored, seconds=round(time.monotonic() - begun, 3),
        )

    async def rebuild(self, committed: int | None) -> None:
        """The store is broken: an empty one, filled from the changelog's beginning."""
        self._opened().reset()
        await self.recall(committed, self._end)

    def known(self, document_id: str) -> DocumentState | None:
        """Raises StoreBroken."""
        return self._opened().get(document_id)

    def keep(self, changes: Mapping[bytes, bytes | None], checkpoint: int | None, consumed: int) -> None:
        """Call after the commit. `checkpoint`: next changelog offset, None for no change. Raises StoreBroken."""
        store = self._opened()
        self._end = self._end if checkpoint is None else checkpoint
        store.apply(changes, store.checkpoint if checkpoint is None else checkpoint, consumed)

    def __len__(self) -> int:
        return len(self._opened())

    def close(self) -> None:
        if self._store is not None:
            self._store.close()
            self._store = None

    def _opened(self) -> DocumentStore:
        if self._store is None:
            raise RuntimeError("nothing was recalled yet")
        return self._store
