"""Secrets stay where they belong: not in logs, answers, reports, command lines, nor in what children inherit."""

from __future__ import annotations

import os
import urllib.request
from dataclasses import dataclass
from typing import TYPE_CHECKING

import psutil
import pytest
from typer.testing import CliRunner

from tests.integration import stream_world
from tests.integration.security.broker import SECRET
from tests.integration.stream_world import World
from worker.cli.app import app

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.integration.security.broker import Guarded
    from worker.chaos.process import Worker

ARTICLE = b'{"id": "belmore-1", "text": "Theodor Vance, 58, is the mayor of Belmore."}'
NO_ARTICLE = b"\xff not json"


@dataclass(frozen=True, slots=True)
class Desk:
    """A worker that has read an article and refused one, at debug level; `wanted` is what nobody may see."""

    world: World
    worker: Worker
    wanted: tuple[str, ...]

    @property
    def processes(self) -> list[psutil.Process]:
        first = psutil.Process(self.worker.process.pid)
        return [first, *first.children(recursive=True)]


def secrets(house: Guarded, folder: os.PathLike[str], way: str) -> dict[str, str]:
    """Variables of a worker whose secret is in the environment, or in a file."""
    if way == "environment":
        return house.at("scram")
    file = os.path.join(folder, "password")  # noqa: PTH118 - of any kind of path
    with open(file, "w", encoding="utf-8") as opened:  # noqa: PTH123 - same
        opened.write(f"{SECRET}\n")
    return house.at("scram", SASL_PASSWORD=None, SASL_PASSWORD_FILE=file)


@pytest.fixture(scope="module", params=["environment", "file"])
def way(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def desk(house: Guarded, way: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    home = tmp_path_factory.mktemp(way)
    with World(house.cluster, f"secret-{way}.", home, partitions=1) as world:
        own = secrets(house, home, way)
        # The whole worker where its children could inherit; the test's pipeline, which starts sooner, where not.
        command = ("-m", "worker", "run") if way == "environment" else (str(stream_world.WORKER),)
        worker = world.worker(command=command, log_level="debug", pool_processes=1, **own)
        world.send([("belmore-1", ARTICLE), (None, NO_ARTICLE)])
        world.settle(120)
        yield Desk(world, worker, (SECRET,))


def leaked(text: str, wanted: tuple[str, ...]) -> list[int]:
    """Which of the secrets are in the text; their places, for a report must not show them either."""
    return [place for place, one in enumerate(wanted) if one in text]


def test_the_log_at_debug_level_tells_of_the_work_and_not_of_the_secret(desk: Desk) -> None:
    log = desk.worker.log.read_text()

    assert "lane ready" in log
    assert leaked(log, desk.wanted) == []


@pytest.mark.parametrize("path", ["metrics", "healthz", "readyz"])
def test_no_endpoint_tells(desk: Desk, path: str) -> None:
    with urllib.request.urlopen(f"http://127.0.0.1:{desk.world.ports['one']}/{path}", timeout=10) as answer:
        assert leaked(answer.read().decode(), desk.wanted) == []


def test_the_list_of_processes_does_not_show_it(desk: Desk) -> None:
    shown = [" ".join(one.cmdline()) for one in desk.processes]

    assert len(shown) > 1, "the pool's processes are there"
    assert leaked("\n".join(shown), desk.wanted) == []


def test_the_processes_that_read_what_strangers_wrote_do_not_inherit_it(desk: Desk) -> None:
    _, *children = desk.processes

    assert [leaked(str(one.environ()), desk.wanted) for one in children] == [[] for _ in children]


def test_a_secret_in_a_file_is_in_no_environment_at_all(desk: Desk, way: str) -> None:
    first, *_ = desk.processes

    assert bool(leaked(str(first.environ()), desk.wanted)) == (way != "file")


def test_a_worker_listens_on_its_own_port_of_this_machine_alone(desk: Desk) -> None:
    listening = [
        (one.laddr.ip, one.laddr.port)
        for process in desk.processes
        for one in process.net_connections()
        if one.status == psutil.CONN_LISTEN
    ]

    assert listening == [("127.0.0.1", desk.world.ports["one"])]


@pytest.mark.parametrize("command", [("config", "show"), ("config", "show", "--json"), ("check", "--connect")])
def test_no_command_tells(desk: Desk, house: Guarded, way: str, command: tuple[str, ...]) -> None:
    result = CliRunner().invoke(app, command, env=secrets(house, desk.world.home, way))

    assert leaked(result.output, desk.wanted) == []
    assert "SCRAM" in result.stdout or "brokers" in result.stdout
