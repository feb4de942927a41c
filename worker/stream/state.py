"""What is known of the documents of one partition: a RocksDB store that follows a compacted changelog topic.

The changelog is the truth; the store is a copy that saves reading it all at every start. A change is written to
the changelog in the transaction of its facts, and to the store only after that transaction is committed.
"""

from __future__ import annotations

import contextlib
import shutil
from functools import cache
from typing import TYPE_CHECKING

from rocksdict import BlockBasedOptions, Cache, Options, Rdict, WriteBatch, WriteBufferManager

from schemas.codec import decode
from schemas.state import DocumentState

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_CHECKPOINT = b"m:checkpoint"
_DOCUMENT = b"d:"  # documents are named by strangers: no id of theirs may be a key of ours
_WRITE_BUFFER = 4 << 20  # bytes; RocksDB's default of 64 MiB, twice, for each of 64 partitions is 8 GiB
_SHARED = 64 << 20  # bytes of all stores together; with a cache of its own each of 48 held 8.5 MiB, with it 2.1


class StoreBroken(Exception):  # noqa: N818 - a state of the store
    """The local copy cannot be read or written. `reset` makes an empty one; the changelog fills it."""


class DocumentStore:
    """The local copy. `checkpoint`: next changelog offset to apply; `consumed`: next input offset it knows of."""

    def __init__(self, path: Path) -> None:
        """Open the store at `path`; one that does not open is replaced by an empty one."""
        self._path = path
        try:
            self._open()
        except StoreBroken:
            self._clear()
            self._open()

    def _open(self) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._db = Rdict(str(self._path), options=_options())
            words = (self._db.get(_CHECKPOINT) or b"0 0").split()
        except Exception as error:  # rocksdict raises nothing more precise
            raise StoreBroken(str(error)) from error
        self.checkpoint, self.consumed = (int(word) for word in words)

    def reset(self) -> None:
        """Forget everything: what follows is read from the changelog's beginning."""
        self.close()
        self._clear()
        self._open()

    def _clear(self) -> None:
        shutil.rmtree(self._path, ignore_errors=True)

    def get(self, document_id: str) -> DocumentState | None:
        """Raises StoreBroken."""
        try:
            found = self._db.get(_DOCUMENT + document_id.encode("utf-8", "surrogatepass"))
        except Exception as error:
            raise StoreBroken(str(error)) from error
        return None if found is None else decode(DocumentState, found)

    def apply(self, changes: Mapping[bytes, bytes | None], checkpoint: int, consumed: int) -> None:
        """Write changes (None deletes) and how far they reach, together. Raises StoreBroken."""
        batch = WriteBatch(raw_mode=True)
        for document, value in changes.items():
            if value is None:
                batch.delete(_DOCUMENT + document)
            else:
                batch.put(_DOCUMENT + document, value)
        batch.put(_CHECKPOINT, b"%d %d" % (checkpoint, consumed))
        try:
            self._db.write(batch)
        except Exception as error:
            raise StoreBroken(str(error)) from error
        self.checkpoint, self.consumed = checkpoint, consumed

    def __len__(self) -> int:
        """About how many documents are known: RocksDB estimates."""
        return max(0, int(self._db.property_int_value("rocksdb.estimate-num-keys") or 0) - 1)

    def close(self) -> None:
        """Never raises: a database that could not write cannot close either, and the changelog has it all."""
        with contextlib.suppress(Exception):
            self._db.close()


@cache
def _shared() -> tuple[BlockBasedOptions, WriteBufferManager]:
    """One cache for what is read and one account of what is written, which counts against the cache."""
    blocks = BlockBasedOptions()
    room = Cache(_SHARED)
    blocks.set_block_cache(room)
    blocks.set_cache_index_and_filter_blocks(True)
    return blocks, WriteBufferManager.new_write_buffer_manager_with_cache(_SHARED // 2, False, room)


def _options() -> Options:
    options = Options(raw_mode=True)
    blocks, written = _shared()
    options.set_block_based_table_factory(blocks)
    options.set_write_buffer_manager(written)
    options.create_if_missing(True)
    options.set_write_buffer_size(_WRITE_BUFFER)
    options.set_max_write_buffer_number(2)
    options.set_keep_log_file_num(2)
    return options
