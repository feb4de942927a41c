"""Where a worker keeps its state, and that it keeps none of another log."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from worker.stream.directory import documents
from worker.stream.state import DocumentStore

if TYPE_CHECKING:
    from pathlib import Path


def test_what_is_known_of_a_log_stays_known(tmp_path: Path) -> None:
    store = DocumentStore(documents(tmp_path, "log") / "raw-0")
    store.apply({b"doc": None}, 5, 9)
    store.close()

    again = DocumentStore(documents(tmp_path, "log") / "raw-0")

    assert again.checkpoint == 5
    again.close()


@pytest.mark.parametrize(
    "place", ["documents/other/raw-0", "documents/raw-0"], ids=["another log's", "an old release's"]
)
def test_what_follows_another_log_is_deleted(tmp_path: Path, place: str) -> None:
    store = DocumentStore(tmp_path / place)
    store.apply({b"doc": None}, 5, 9)
    store.close()

    new = DocumentStore(documents(tmp_path, "log") / "raw-0")

    assert (new.checkpoint, (tmp_path / place).exists()) == (0, False)
    new.close()


def test_the_first_start_has_nothing_to_delete(tmp_path: Path) -> None:
    assert documents(tmp_path, "log") == tmp_path / "documents" / "log"
