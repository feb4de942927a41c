"""Whoever loads the worker loads it with one thread a process, unless told otherwise."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

_SHOWN = "import worker, os; print(os.environ['OPENBLAS_NUM_THREADS'])"


@pytest.mark.parametrize(("given", "wanted"), [(None, "1"), ("3", "3")], ids=["by default", "as the user says"])
def test_matrices_are_multiplied_by_one_thread(given: str | None, wanted: str) -> None:
    environment = {k: v for k, v in os.environ.items() if k != "OPENBLAS_NUM_THREADS"}  # noqa: TID251 - a child's
    environment |= {"OPENBLAS_NUM_THREADS": given} if given else {}

    shown = subprocess.run([sys.executable, "-c", _SHOWN], env=environment, capture_output=True, text=True, check=True)

    assert shown.stdout.strip() == wanted
