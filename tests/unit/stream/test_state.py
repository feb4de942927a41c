"""The local store: what it keeps, how far it knows, and that losing it is no loss."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from schemas.codec import encode
from schemas.state import DocumentState
from worker.stream.directory import DirectoryTaken, own_directory
from worker.stream.state import DocumentStore

if TYPE_CHECKING:
    from pathlib import Path

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


def test_a_directory_has_one_owner_at_a_time(tmp_path: Path) -> None:
    taken = pytest.raises(DirectoryTaken, match="NEWSFACTS_HTTP_PORT")
    with own_directory(tmp_path / "w"), taken, own_directory(tmp_path / "w"):
        pass
    with own_directory(tmp_path / "w"):
        pass
