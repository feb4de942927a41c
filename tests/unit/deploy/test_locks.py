"""Tests that the locks were written anew after pyproject.toml changed."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

_ROOT = Path(__file__).parents[3]


def _project() -> dict[str, Any]:
    return tomllib.loads((_ROOT / "pyproject.toml").read_text())


def _locked(name: str) -> dict[str, str]:
    text = (_ROOT / "deploy" / "locks" / f"{name}.txt").read_text()
    return dict(re.findall(r"^([a-z0-9._-]+)==([^\s;]+)", text, re.MULTILINE))


def _asked(*, dev: bool) -> list[str]:
    project = _project()
    groups = project["dependency-groups"]
    asked: list[str] = [*project["project"]["dependencies"], *project["project"]["optional-dependencies"]["demo"]]
    asked += groups["build"]
    return asked + [line for line in groups["dev"] if dev and isinstance(line, str)]


@pytest.mark.parametrize(("lock", "dev"), [("run", False), ("dev", True)])
def test_a_lock_holds_each_requirement_of_the_project_in_a_version_that_fits(lock: str, dev: bool) -> None:
    locked = _locked(lock)
    wanted = [Requirement(line) for line in _asked(dev=dev)]

    unfit = [str(one) for one in wanted if not one.specifier.contains(locked.get(canonicalize_name(one.name), "0"))]

    assert unfit == []


def test_the_tests_run_on_the_versions_that_are_shipped() -> None:
    run, dev = _locked("run"), _locked("dev")

    assert {name: dev.get(name) for name in run} == run
