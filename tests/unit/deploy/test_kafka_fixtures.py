"""Tests what becomes of an integration test where Kafka cannot be started."""

import subprocess
import sys
from pathlib import Path

import pytest

_ROOT = Path(__file__).parents[3]
_ONE = "tests/integration/deploy/test_cluster.py::test_an_aborted_record_is_hidden_from_read_committed"
_BREAKS = "tests/integration/deploy/test_cluster.py::test_the_log_dump_shows_the_abort_marker"


def _pytest(tests: str, path: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs tests with nothing but `path` to find programs in."""
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-q", tests], cwd=_ROOT,
        env={"PATH": str(path), "HOME": str(path), **environment}, capture_output=True, text=True, check=False,
    )


def test_without_java_a_developer_sees_it_skipped_with_the_fix(tmp_path: Path) -> None:
    done = _pytest(_ONE, tmp_path)

    assert done.returncode == pytest.ExitCode.OK
    assert "1 skipped" in done.stdout
    assert "apt-get install default-jre-headless" in done.stdout


def test_without_java_continuous_integration_fails(tmp_path: Path) -> None:
    done = _pytest(_ONE, tmp_path, CI="true")

    assert done.returncode == pytest.ExitCode.TESTS_FAILED
    assert "1 error" in done.stdout


def test_a_cluster_that_is_not_ours_is_not_broken(tmp_path: Path) -> None:
    done = _pytest(_BREAKS, tmp_path, KAFKA_BOOTSTRAP="127.0.0.1:1")

    assert "1 skipped" in done.stdout
    assert "not ours to break" in done.stdout


def test_benchmarks_run_only_when_asked_for(tmp_path: Path) -> None:
    done = _pytest("tests/benchmarks/test_peers.py", tmp_path, CI="true")

    assert done.returncode == pytest.ExitCode.NO_TESTS_COLLECTED
    assert "1 deselected" in done.stdout
