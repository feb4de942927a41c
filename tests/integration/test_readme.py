"""Every command that the README shows is run, or the file that it needs is held against what would run it."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path
from time import monotonic, sleep
from typing import TYPE_CHECKING

import pytest

from tests.integration.ports import free_port

if TYPE_CHECKING:
    from deploy.kafka.client import Kafka

pytestmark = pytest.mark.integration

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```console\n(.*?)^```", README, flags=re.DOTALL | re.MULTILINE)
COMMANDS = [line[2:] for block in BLOCKS for line in block.splitlines() if line.startswith("$ ")]
TESTS = [command for command in COMMANDS if " deploy/test.sh" in command]
PLAIN = [command for command in COMMANDS if command.startswith((".venv/bin/newsfacts ", "export "))]
COMPOSE = [command for command in COMMANDS if command.startswith("docker compose ")]
DEMO = [command for command in COMMANDS if command.startswith("bash deploy/demo.sh")]


def test_every_command_is_of_a_kind_that_a_test_below_runs() -> None:
    assert len(COMMANDS) > 10
    assert sorted(COMMANDS) == sorted([*TESTS, *PLAIN, *COMPOSE, *DEMO])


def test_the_commands_of_newsfacts_do_what_is_said_one_after_the_other(kafka: Kafka, tmp_path: Path) -> None:
    port = free_port()
    environment = os.environ | {  # noqa: TID251 - a child's environment is built from ours
        "NEWSFACTS_TOPIC_PREFIX": f"readme{port}.", "NEWSFACTS_GROUP_ID": f"readme{port}",
        "NEWSFACTS_HTTP_PORT": str(port), "NEWSFACTS_STATE_DIR": str(tmp_path), "COLUMNS": "120",
    }
    running: list[subprocess.Popen[bytes]] = []
    printed: dict[str, str] = {}
    try:
        for command in PLAIN:
            name, _, value = command.removeprefix("export ").partition("=")
            if command.startswith("export "):
                environment[name] = kafka.bootstrap if name == "NEWSFACTS_BROKER_URL" else value
                continue
            here = command.replace(" news.", f" readme{port}.news.")
            words = [str(Path(sys.executable).with_name("newsfacts")), *shlex.split(here.removesuffix(" &"))[1:]]
            if here.endswith("&"):
                running.append(subprocess.Popen(words, cwd=ROOT, env=environment))
                await_ready(port)
                continue
            ended = subprocess.run(
                words, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=180, check=False
            )
            assert ended.returncode == 0, f"{here}\n{ended.stdout}\n{ended.stderr}"
            printed[command] = ended.stdout
    finally:
        for worker in running:
            worker.terminate()
            assert worker.wait(60) == 0

    tapped = next(out for command, out in printed.items() if " tap " in command)
    assert '"fact_id"' in tapped


def await_ready(port: int) -> None:
    deadline = monotonic() + 90
    while monotonic() < deadline:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=2):
                return
        except (urllib.error.URLError, ConnectionError):
            sleep(0.3)
    pytest.fail("the worker is not ready after 90 s")


@pytest.mark.parametrize("command", DEMO)
def test_the_demo_runs_in_a_clean_clone(command: str, tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "-q", ROOT, clone], check=True)

    ended = subprocess.run(
        shlex.split(command), cwd=clone, capture_output=True, text=True, timeout=400, check=False
    )

    assert ended.returncode == 0, f"{ended.stdout}\n{ended.stderr}"
    assert "as the pipeline says" in ended.stdout
    assert "dlq" in ended.stdout


@pytest.mark.parametrize("command", TESTS)
def test_the_test_commands_find_tests(command: str) -> None:
    """Run by CI itself; the ones with arguments must at least collect something."""
    words = [word for word in shlex.split(command) if "=" not in word]
    assert words[:2] == ["bash", "deploy/test.sh"]
    collected = subprocess.run(
        [sys.executable, "-m", "pytest", "--collect-only", "-q", *words[2:]],
        cwd=ROOT, capture_output=True, text=True, timeout=180, check=False,
    )

    assert collected.returncode == 0, collected.stdout
    assert (ROOT / words[1]).exists()


def test_ci_runs_the_test_command_of_the_readme() -> None:
    assert TESTS[0] in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_docker_compose_is_covered_where_no_engine_is_needed() -> None:
    """CI has no Docker engine: the file is held against the compose schema, the image built and run without one."""
    assert COMPOSE == ["docker compose up --build"]
    assert (ROOT / "tests" / "unit" / "deploy_files" / "test_compose.py").exists()
    assert (ROOT / "tests" / "integration" / "test_image.py").exists()
