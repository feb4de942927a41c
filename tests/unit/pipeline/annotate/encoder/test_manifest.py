"""The released model is recognised by its hashes."""

import json
import re

import pytest

from worker.pipeline.annotate.encoder.manifest import checked, missing, sealed
from worker.pipeline.annotate.reading import ReaderUnavailable

FILES = {"a.onnx": b"graph", "b.npz": b"heads"}


def test_what_was_sealed_is_recognised_and_named() -> None:
    found = checked(sealed("reader", "3", FILES), FILES)

    assert re.fullmatch(r"reader@3\+[0-9a-f]{12}", found.identity)


def test_other_weights_under_the_same_version_have_another_identity() -> None:
    other = FILES | {"a.onnx": b"graph, fitted again"}

    assert checked(sealed("r", "3", FILES), FILES).identity != checked(sealed("r", "3", other), other).identity


@pytest.mark.parametrize("files", [FILES | {"b.npz": b"heade"}, FILES | {"c.json": b""}], ids=["changed", "unknown"])
def test_a_file_that_was_not_released_is_refused_by_name(files: dict[str, bytes]) -> None:
    with pytest.raises(ReaderUnavailable, match=r"needs (b\.npz|c\.json) as it was released"):
        checked(sealed("reader", "3", FILES), files)


@pytest.mark.parametrize("raw", [b"", b"[]", b"{}", json.dumps({"name": "x", "other": 1}).encode()])
def test_a_damaged_manifest_is_no_release(raw: bytes) -> None:
    with pytest.raises(ReaderUnavailable, match=r"model\.json"):
        checked(raw, FILES)


def test_a_file_that_is_not_there_is_told_by_name_with_a_fix() -> None:
    lack = missing("b.npz")

    assert ("b.npz" in lack.rule, lack.fix) == (True, "Reinstall newsfacts")
