"""The image, built and run hardened against a real Kafka; outside CI only where its tools are installed."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from deploy.kafka.client import Kafka

ROOT = Path(__file__).parents[2]
TOOLS = ("buildah", "podman", "runc", "debootstrap")

EXPECTED = (
    r"the image builds",
    r"newsfacts --help",
    r"without a broker it ends with 5",
    r"topics apply",
    r"ready",
    r"uid 10001, no capabilities, no new privileges, read-only root",
    r"the image's health check answers",
    r"\d+ articles in, [1-9]\d* facts and [1-9]\d* dead letters out",
    r"drained and stopped in \d+ ms with 0",
)


LACKS_TOOLS = os.geteuid() != 0 or not all(map(shutil.which, TOOLS))


@pytest.mark.skipif(
    LACKS_TOOLS and "CI" not in os.environ,  # noqa: TID251 - asks where the tests run; there the script installs them
    reason=f"building an image without a container engine needs root and {', '.join(TOOLS)}: apt-get install them",
)
def test_the_image_builds_and_does_its_work_unprivileged(kafka: Kafka) -> None:
    environment = {**os.environ, "KAFKA_BOOTSTRAP": kafka.bootstrap}  # noqa: TID251 - the script's environment
    check = subprocess.run(
        ["bash", "deploy/container-check.sh"], cwd=ROOT, env=environment, capture_output=True, text=True, check=False,
        timeout=1_200,
    )  # fmt: skip
    assert check.returncode == 0, check.stderr[-8_000:]
    told = re.findall(r"^ok: (.*)$", check.stderr, re.MULTILINE)
    assert [line for line, pattern in zip(told, EXPECTED, strict=True) if not re.match(pattern, line)] == []
