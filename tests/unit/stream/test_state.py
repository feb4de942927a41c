"""The local store: what it keeps, how far it knows, and that losing it is no loss."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, cast
from unittest.mock import Mock

import pytest

from schemas.codec import encode
from schemas.state import DocumentState
from worker.stream import state
from worker.stream.directory import DirectoryTaken, own_directory
from worker.stream.state import DocumentStore, StoreBroken

if TYPE_CHECKING:
    from pathlib import Path

    from rocksdict import Rdict

STATE = DocumentState(document_id="doc", content_sha256="0" * 64, revision=1)


def test_what_is_applied_is_there_after_a_restart(tmp_path: Path) -> None:
    store = DocumentStore(tmp_path / "s")
    store.apply({b"doc": encode(STATE)}, checkpoint=5, consumed=9)
    at_once = (store.checkpoint, store.consumed)
    store.close()

    again = DocumentStore(tmp_path / "s")

    assert (again.get("doc"), again.checkpoint, again.consumed) == (STATE, 5, 9)
    assert at_once == (5, 9)
    again.close()


def test_a_new_store_knows_nothing(tmp_path: Path) -> None:
    store = DocumentStore(tmp_path / "s")

    assert (store.get("doc"), store.checkpoint, store.consumed, len(store)) == (None, 0, 0, 0)
    store.close()


def test_a_tombstone_forgets_a_document(tmp_path: Path) -> None:
    store = DocumentStore(tmp_path / "s")
    store.apply({b"doc": encode(STATE)}, 1, 1)
    store.apply({b"doc": None}, 2, 2)

    assert store.get("doc") is None
    store.close()


@pytest.mark.parametrize("name", ["m:checkpoint", "checkpoint", "", "d:", "doc\x00", "ключ"])
def test_no_document_id_can_touch_the_checkpoint(tmp_path: Path, name: str) -> None:
    store = DocumentStore(tmp_path / "s")
    store.apply({name.encode(): encode(STATE)}, 3, 4)
    found = store.get(name)
    store.close()
    again = DocumentStore(tmp_path / "s")

    assert (found, again.checkpoint, again.consumed) == (STATE, 3, 4)
    again.close()


@pytest.mark.parametrize("damage", ["MANIFEST-*", "CURRENT"])
def test_a_damaged_store_opens_empty(tmp_path: Path, damage: str) -> None:
    store = DocumentStore(tmp_path / "s")
    store.apply({b"doc": encode(STATE)}, 5, 9)
    store.close()
    for path in (tmp_path / "s").glob(damage):
        path.write_bytes(b"garbage")

    again = DocumentStore(tmp_path / "s")

    assert (again.get("doc"), again.checkpoint) == (None, 0)
    again.close()


def test_a_reset_store_is_empty_and_usable(tmp_path: Path) -> None:
    store = DocumentStore(tmp_path / "s")
    store.apply({b"doc": encode(STATE)}, 5, 9)
    store.reset()

    assert (store.get("doc"), store.checkpoint) == (None, 0)
    store.apply({b"doc": encode(STATE)}, 1, 1)
    assert store.get("doc") == STATE
    store.close()


def test_a_store_lies_as_deep_as_its_path_says_and_beside_others(tmp_path: Path) -> None:
    first, second = (DocumentStore(tmp_path / "a" / "b" / name) for name in ("first", "second"))
    first.apply({b"doc": encode(STATE)}, 1, 1)

    assert (first.get("doc"), second.get("doc"), len(first), len(second)) == (STATE, None, 1, 0)
    first.close()
    second.close()


def test_an_id_that_no_text_could_hold_is_found_all_the_same(tmp_path: Path) -> None:
    store = DocumentStore(tmp_path / "s")
    store.apply({"\ud800".encode("utf-8", "surrogatepass"): encode(STATE)}, 1, 1)

    assert store.get("\ud800") == STATE
    store.close()


class Broken:
    """A database that answers nothing."""

    def get(self, _: bytes) -> bytes:
        raise OSError("bad block")

    def write(self, _: object) -> None:
        raise OSError("disk full")


def test_a_store_that_cannot_be_read_or_written_says_why(tmp_path: Path) -> None:
    store = DocumentStore(tmp_path / "s")
    whole, store._db = store._db, cast("Rdict", Broken())

    with pytest.raises(StoreBroken, match=r"^bad block$"):
        store.get("doc")
    with pytest.raises(StoreBroken, match=r"^disk full$"):
        store.apply({b"doc": None}, 5, 9)

    assert (store.checkpoint, store.consumed) == (0, 0)
    whole.close()


def test_a_store_whose_disk_was_full_is_reset_and_closed_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """RocksDB then refuses to close: "Writer has previous error"."""
    store = DocumentStore(tmp_path / "store")
    store.apply({b"a": b"{}"}, 1, 1)
    database = store._db
    refuses = SimpleNamespace(close=Mock(side_effect=RuntimeError("Writer has previous error")))
    monkeypatch.setattr(store, "_db", refuses)
    store.close()
    database.close()

    store.reset()

    assert (store.checkpoint, store.consumed) == (0, 0)
    store.close()


def test_a_store_that_does_not_open_even_when_empty_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object, **__: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(state, "Rdict", fails)

    with pytest.raises(StoreBroken, match=r"^no space left$"):
        DocumentStore(tmp_path / "s")


def test_all_stores_share_their_memory(tmp_path: Path) -> None:
    _, written = state._shared()
    stores = [DocumentStore(tmp_path / str(number)) for number in range(3)]
    before = written.get_usage()
    for store in stores:
        store.apply({b"doc": b"x" * 1_000_000}, 1, 1)

    assert written.get_usage() - before > 3_000_000
    assert written.get_buffer_size() == state._SHARED // 2
    for store in stores:
        store.close()


def test_a_store_keeps_little_of_its_own(tmp_path: Path) -> None:
    DocumentStore(tmp_path / "s").close()
    [file] = (tmp_path / "s").glob("OPTIONS-*")
    told = {line.strip() for line in file.read_text().splitlines()}

    assert told >= {
        "write_buffer_size=4194304", "max_write_buffer_number=2", "keep_log_file_num=2",
        "cache_index_and_filter_blocks=true",
    }


def test_a_directory_has_one_owner_at_a_time(tmp_path: Path) -> None:
    taken = pytest.raises(DirectoryTaken, match="NEWSFACTS_HTTP_PORT")
    with own_directory(tmp_path / "w"), taken, own_directory(tmp_path / "w"):
        pass
    with own_directory(tmp_path / "w"):
        pass
