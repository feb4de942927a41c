"""How a GLiNER model is loaded; what every reader promises is held in tests/contract.

The package brings torch and is in no lock, so small stand-ins take the places of both.
"""

import sys
from types import SimpleNamespace
from typing import Any

import pytest

from worker.pipeline.annotate.backends.gliner_reader import load, probe
from worker.pipeline.annotate.reading import ReaderUnavailable

MODULE = "worker.pipeline.annotate.backends.gliner_reader"


class Installed:
    """The packages `torch` and `gliner`, with what was asked of them; `error`: what loading a model ends in."""

    def __init__(self, error: Exception | None = None) -> None:
        self.error = error
        self.threads = 0
        self.asked: dict[str, Any] = {}

    def set_num_threads(self, threads: int) -> None:
        self.threads = threads

    def from_pretrained(self, folder: str, **how: Any) -> SimpleNamespace:
        if self.error is not None:
            raise self.error
        self.asked = {"folder": folder, **how}
        return SimpleNamespace(config=SimpleNamespace(max_len=384))


def install(monkeypatch: pytest.MonkeyPatch, packages: Installed) -> None:
    monkeypatch.setattr(f"{MODULE}.find_spec", lambda name: name)
    monkeypatch.setitem(sys.modules, "torch", packages)
    monkeypatch.setitem(sys.modules, "gliner", SimpleNamespace(GLiNER=packages))


def test_without_the_package_it_is_told_with_a_fix(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(f"{MODULE}.find_spec", lambda _: None)

    with pytest.raises(ReaderUnavailable, match=r"needs the package gliner\. Install it with"):
        probe()


def test_a_model_is_read_from_its_folder_alone_and_runs_in_one_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    packages = Installed()
    install(monkeypatch, packages)

    reader = load("models/names")

    assert packages.asked == {"folder": "models/names", "local_files_only": True, "map_location": "cpu"}
    assert packages.threads == 1
    assert reader.model.config.max_len == 384


@pytest.mark.parametrize("error", [OSError("no such file\nat /x"), KeyError("bert"), RuntimeError("size mismatch")])
def test_a_model_that_cannot_be_loaded_is_told_in_one_line_with_a_fix(
    error: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(monkeypatch, Installed(error))

    with pytest.raises(ReaderUnavailable) as caught:
        load("models/names")

    assert "\n" not in caught.value.rule
    assert caught.value.fix == "Give the folder of a complete model"
