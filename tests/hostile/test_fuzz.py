"""Four fuzzers side by side for a minute: FUZZ_SECONDS makes it longer, FUZZ_KEEP names a folder for what they find."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
TARGETS = ("decode", "clean", "extract", "dead_letter")
SECONDS = int(os.environ.get("FUZZ_SECONDS", "60"))  # noqa: TID251 - how long to test, no setting of the worker
KEEP = os.environ.get("FUZZ_KEEP")  # noqa: TID251 - where to, no setting of the worker
START = 120  # seconds for imports, instrumenting and the model, on a machine that does other things too


@pytest.fixture(scope="session")
def runs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, subprocess.Popen[str]]]:
    """All at once: each is one process, and most of a fuzzer's minute is waiting for its luck."""
    if find_spec("atheris") is None:
        pytest.skip("atheris has wheels for Linux on x86-64 only")
    home = Path(KEEP) if KEEP else tmp_path_factory.mktemp("fuzz")
    running = {target: _start(target, home / target) for target in TARGETS}
    yield running
    for process in running.values():
        process.kill()
        process.wait()


def _start(target: str, folder: Path) -> subprocess.Popen[str]:
    """Reads the saved corpus, writes what it finds to `folder`."""
    shutil.copytree(HERE / "corpus" / target, folder / "corpus", dirs_exist_ok=True)
    limits = [f"-max_total_time={SECONDS}", "-timeout=25", "-rss_limit_mb=2048", "-max_len=4096"]
    program = [sys.executable, "-m", f"tests.hostile.fuzz_{target}"]
    return subprocess.Popen(
        [*program, *limits, "-print_final_stats=1", f"-artifact_prefix={folder}/", str(folder / "corpus")],
        cwd=ROOT, text=True, errors="replace", stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip


@pytest.mark.parametrize("target", TARGETS)
def test_a_minute_of_hostile_input_finds_nothing(target: str, runs: dict[str, subprocess.Popen[str]]) -> None:
    told, _ = runs[target].communicate(timeout=SECONDS + START)

    assert runs[target].returncode == 0, told[-4_000:]
    assert "stat::number_of_executed_units" in told
