"""The page of threats names tests that exist, and settings and commands that do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from worker.settings import PREFIX, Settings

ROOT = Path(__file__).parents[3]
PAGE = ROOT / ".github" / "SECURITY.md"
ROWS = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("| ")][1:]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.split("|")[1].strip()[:60])
def test_every_threat_has_tests_and_they_exist(row: str) -> None:
    *_, cell, _ = row.split("|")
    files = [(PAGE.parent / path).resolve() for path in re.findall(r"\]\((\.\./[^)]+)\)", cell)]
    tests = re.findall(r"`(test_\w+)`", cell)

    written = "".join(file.read_text(encoding="utf-8") for file in files)
    assert files
    assert tests
    assert [name for name in tests if f"def {name}(" not in written] == []


def test_the_settings_it_names_exist() -> None:
    named = set(re.findall(rf"{PREFIX}\w+", PAGE.read_text(encoding="utf-8")))

    assert named
    assert {name.removeprefix(PREFIX).lower() for name in named} <= set(Settings.model_fields)
