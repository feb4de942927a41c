"""How the shell ends: by which code, and surely."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest

from worker.cli.exits import Exit
from worker.observability.telemetry import Telemetry
from worker.settings import Settings
from worker.stream import app, epoch, lanes
from worker.stream.app import FAILING, UNCLEAR, Shell
from worker.stream.breaker import BreakerOpen
from worker.stream.lane import LaneBroken

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from worker.pool import Pool

SUPERVISORS_PATIENCE = 45.0


@pytest.fixture
def timers(monkeypatch: pytest.MonkeyPatch) -> list[tuple[float, int]]:
    """What would end this very process."""
    started: list[tuple[float, int]] = []
    monkeypatch.setattr(app, "end_surely", lambda seconds, code: started.append((seconds, code)))
    return started


@pytest.fixture
def shell(settings: Settings) -> Shell:
    return Shell(settings, cast("Pool", None), Telemetry())


async def ended(shell: Shell, work: Coroutine[object, object, None]) -> int | None:
    """The code that the end of a background task gives the worker, None if it goes on."""
    shell._ended = asyncio.get_running_loop().create_future()
    task = shell._background(work)
    await asyncio.wait([task])
    await asyncio.sleep(0)
    return shell._ended.result() if shell._ended.done() else None


async def fails(error: BaseException) -> None:
    await asyncio.sleep(0)
    raise error


@pytest.mark.parametrize(
    ("error", "code"),
    [(LaneBroken("x"), UNCLEAR), (AssertionError("x"), UNCLEAR), (BreakerOpen("x"), FAILING)],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else str(value),
)
async def test_a_background_task_that_fails_ends_the_worker(
    shell: Shell, timers: list[tuple[float, int]], error: Exception, code: int
) -> None:
    assert await ended(shell, fails(error)) == code
    assert [told for _, told in timers] == [code]


async def test_one_that_waited_for_what_a_client_gave_up_ends_the_worker_too(
    shell: Shell, timers: list[tuple[float, int]]
) -> None:
    assert await ended(shell, fails(asyncio.CancelledError())) == UNCLEAR
    assert timers


async def test_one_that_was_revoked_does_not(shell: Shell) -> None:
    shell._ended = asyncio.get_running_loop().create_future()
    task = shell._background(fails(AssertionError("never reached")))
    task.cancel()
    await asyncio.wait([task])
    await asyncio.sleep(0)

    assert not shell._ended.done()


async def test_only_the_first_end_counts(shell: Shell, timers: list[tuple[float, int]]) -> None:
    shell._ended = asyncio.get_running_loop().create_future()
    shell._stop()
    shell._end(UNCLEAR)

    assert shell._ended.result() == 0
    assert timers == [(shell._settings.drain_seconds + app.LETTING_GO_SECONDS, Exit.DRAINED_LATE)]


def test_the_codes_are_those_that_are_documented() -> None:
    codes = (app.DRAINED_LATE, app.CONFIG_INVALID, app.BROKER_UNREACHABLE, app.FAILING)

    assert codes == (Exit.DRAINED_LATE, Exit.CONFIG_INVALID, Exit.BROKER_UNREACHABLE, Exit.FAILING)


def test_by_default_a_worker_that_is_told_to_stop_is_gone_before_its_supervisor_loses_patience(
    settings: Settings,
) -> None:
    letting_go = (
        lanes.CANCEL_SECONDS + epoch.CLOSE_SECONDS * 7 / 6 + app.CANCEL_SECONDS + app.LEAVE_SECONDS
    )

    assert letting_go < app.LETTING_GO_SECONDS
    assert settings.drain_seconds + app.LETTING_GO_SECONDS < SUPERVISORS_PATIENCE


def test_what_we_say_of_the_drain_is_so(settings: Settings) -> None:
    granted, rest = f"{settings.drain_seconds:g}", f"{app.LETTING_GO_SECONDS:g} s"
    readme = (Path(__file__).parents[3] / "README.md").read_text(encoding="utf-8")

    assert f"gone {rest} later" in str(Settings.model_fields["drain_seconds"].description)
    assert f"gone {SUPERVISORS_PATIENCE:g} s after SIGTERM: `NEWSFACTS_DRAIN_SECONDS` ({granted})" in readme
    assert f"and {rest} to let go" in readme


HANGS = """
import threading, time
from worker.stream.app import end_surely
end_surely(0.2, 3)
threading.Thread(target=time.sleep, args=(60,)).start()  # the interpreter waits for such a thread when it exits
time.sleep({seconds})
"""


@pytest.mark.parametrize("seconds", [60, 0], ids=["in the main thread", "in a thread of a library"])
def test_a_process_that_hangs_ends_all_the_same(seconds: int) -> None:
    begun = time.monotonic()
    done = subprocess.run([sys.executable, "-c", HANGS.format(seconds=seconds)], check=False, capture_output=True)

    assert done.returncode == 3
    assert time.monotonic() - begun < 50
