"""Tests what the install scripts decide: where uv is, what they say is missing, when they have nothing to do."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

_ROOT = Path(__file__).parents[3]


def _bash(script: str, cwd: Path, path: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Runs a script with the functions of install.sh; `path` holds commands that go before the machine's."""
    search = f"{path}:{os.environ['PATH']}" if path else os.environ["PATH"]  # noqa: TID251 - the shell's own
    environment = {"HOME": str(cwd), "PATH": search, "LC_ALL": "C"}
    return subprocess.run(
        ["bash", "-euo", "pipefail", "-c", f". {_ROOT}/deploy/install.sh\n{script}"],
        cwd=cwd, env=environment, capture_output=True, text=True, check=False,
    )


def _command(folder: Path, name: str, body: str) -> None:
    (folder / name).write_text(f"#!/bin/sh\n{body}\n")
    (folder / name).chmod(0o755)


def test_a_user_who_is_not_root_is_told_what_to_install(tmp_path: Path) -> None:
    _command(tmp_path, "id", "echo 1000")

    done = _bash("need maven default-jre-headless; echo went on", tmp_path, tmp_path)

    assert done.returncode == 1
    assert "sudo apt-get install maven default-jre-headless" in done.stderr
    assert "went on" not in done.stdout


def test_root_on_debian_gets_the_packages_without_being_asked(tmp_path: Path) -> None:
    _command(tmp_path, "id", "echo 0")
    _command(tmp_path, "apt-get", 'echo "$DEBIAN_FRONTEND $*" >>"$HOME/calls"')

    done = _bash("need maven; echo went on", tmp_path, tmp_path)

    assert done.stdout == "went on\n"
    assert "noninteractive install -qq -y --no-install-recommends maven" in (tmp_path / "calls").read_text()


@pytest.mark.parametrize("failing", ["python3", "python3.11"])
def test_a_python_that_is_too_old_or_cannot_make_environments_is_passed_over(tmp_path: Path, failing: str) -> None:
    _command(tmp_path, failing, "exit 1")
    other = {"python3": "python3.11", "python3.11": "python3"}[failing]
    (tmp_path / other).symlink_to(sys.executable)

    done = _bash("find_python", tmp_path, tmp_path)

    assert done.stdout.strip() == str(tmp_path / other)


def test_what_is_installed_is_not_installed_again_until_a_lock_changes(tmp_path: Path) -> None:
    (tmp_path / "deploy" / "locks").mkdir(parents=True)
    (tmp_path / "deploy" / "locks" / "run.txt").write_text("one==1\n")
    (tmp_path / "pyproject.toml").write_text("")
    _command(tmp_path, "uv", 'echo "$*" >>"$HOME/calls"')
    fakes = 'find_python() { echo /py; }; find_uv() { echo "$HOME/uv"; }; mkdir -p .venv/bin; '
    ready = "printf '#!/bin/sh\\n' | tee .venv/bin/python >.venv/bin/newsfacts; chmod +x .venv/bin/*; "

    _bash(fakes + ready + "install run", tmp_path)
    first = (tmp_path / "calls").read_text()
    _bash(fakes + "install run", tmp_path)
    second = (tmp_path / "calls").read_text()
    (tmp_path / "deploy" / "locks" / "run.txt").write_text("one==2\n")
    _bash(fakes + "install run", tmp_path)
    third = (tmp_path / "calls").read_text()

    assert "--require-hashes deploy/locks/run.txt" in first
    assert second == first
    assert third == first * 2


@pytest.mark.parametrize("lock", ["run", "dev", "bench", "uv"])
def test_every_locked_package_has_a_version_and_hashes(lock: str) -> None:
    text = (_ROOT / "deploy" / "locks" / f"{lock}.txt").read_text()
    entries = re.split(r"\n(?=[a-z0-9])", text)[1:]

    assert entries
    assert [entry for entry in entries if "==" not in entry or "--hash=sha256:" not in entry] == []
