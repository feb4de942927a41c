"""`topics acls` against an authorizer that denies all else: with the list everything works, without one line not."""

from __future__ import annotations

import asyncio
import json
import os
import shlex
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from tests.integration import stream_world
from tests.integration.security.broker import LIMITED_SECRET
from tests.integration.stream_world import World, article
from worker.chaos.process import Worker
from worker.cli.app import app
from worker.cli.exits import CommandError
from worker.settings import load
from worker.stream.access import ROLES, Grant, commands, grants
from worker.stream.reach import TopicsWrong, reach

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.integration.security.broker import Guarded
    from worker.settings import Settings
    from worker.stream.access import Role

ARTICLES = [
    {"id": "belmore-1", "published": "2025-03-04", "text": "Theodor Vance, 58, is the mayor of Belmore."},
    {"id": "belmore-2", "published": "2025-03-05", "text": "Rosalind Okoro, 41, was charged with fraud on Monday."},
]
PREFIX = "roles."
CHOICES = {"TOPIC_PREFIX": PREFIX, "GROUP_ID": "roles", "SENSITIVE": "redirect", "PUBLISH_SOFT": "true"}


def variables(house: Guarded, user: str, **more: object) -> dict[str, str]:
    return house.at("scram", SASL_USERNAME=user, SASL_PASSWORD=LIMITED_SECRET, **more)


class Staff:
    """One user for each role, with the rights that `topics acls` lists for it and no others."""

    def __init__(self, house: Guarded, home: Path) -> None:
        self._house = house
        self._home = home

    def ask(self, role: Role, *arguments: str) -> tuple[int, str]:
        """Exit code, and all that is said."""
        result = CliRunner().invoke(app, arguments, env=self._variables(role))
        if isinstance(result.exception, CommandError):
            return result.exception.code, f"{result.output}{result.exception.what} {result.exception.fix}"
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result.exit_code, result.output

    def work(self) -> Worker:
        command = ["-m", "worker", "run", "--http-port", "0"]
        own = os.environ | self._variables("worker")  # noqa: TID251 - handed on
        return Worker(command, own, self._home / "worker.log")

    def _variables(self, role: Role) -> dict[str, str]:
        more = {"STATE_DIR": self._home, "POOL_PROCESSES": 1, "SESSION_TIMEOUT_SECONDS": 6, "HEARTBEAT_SECONDS": 1}
        return variables(self._house, role, **CHOICES, **more)


@pytest.fixture(scope="module")
def staff(house: Guarded, tmp_path_factory: pytest.TempPathFactory) -> Staff:
    settings = load({name.lower(): value for name, value in CHOICES.items()})
    house.admit({role: grants(settings, role) for role in ROLES})
    return Staff(house, tmp_path_factory.mktemp("staff"))


def test_each_role_does_its_work_with_its_list_and_no_more(staff: Staff, house: Guarded, tmp_path: Path) -> None:
    file = tmp_path / "articles.jsonl"
    file.write_text("".join(json.dumps(one) + "\n" for one in [*ARTICLES, {"id": "no-body"}]), encoding="utf-8")

    applied = staff.ask("topics", "topics", "apply", "--partitions", "1")
    produced = staff.ask("produce", "produce", "--as-is", str(file))
    assert (applied[0], produced[0]) == (0, 0), (applied, produced)
    world = World(house.cluster, PREFIX, tmp_path, partitions=1)
    worker = staff.work()
    try:
        world.settle(120)
    finally:
        code = worker.stop()
    told = {topic: len(world.read(topic)) for topic in stream_world.NAMES}

    assert code == 0, worker.log.read_text()
    assert told["news.article.clean.v1"] == len(ARTICLES)
    assert told["news.article.dlq.v1"] == 1
    assert told["news.fact.v1"] > 0
    assert told["news.fact.sensitive.v1"] > 0


def test_kafkas_own_tool_takes_the_commands(house: Guarded) -> None:
    settings = load({"broker_url": house.cluster.bootstrap, "group_id": "by-hand"})
    line = next(one for one in commands(settings, grants(settings, "worker"), "User:by hand") if "prefixed" in one)

    said = house.cluster.tool("AclCommand", *shlex.split(line)[1:])

    assert "Adding ACLs for resource `ResourcePattern(resourceType=TRANSACTIONAL_ID" in said
    assert "principal=User:by hand, host=*, operation=WRITE, permissionType=ALLOW" in said


READING = {
    "tap": ("tap", f"{PREFIX}news.fact.v1", "--from-beginning", "--idle", "2"),
    "dlq-read": ("dlq", "ls", "--json"),
    "topics": ("topics", "plan"),
    "dlq": ("dlq", "replay", "--execute", "--as-is"),
}


def test_those_who_read_read_after_the_worker_what_is_theirs(staff: Staff) -> None:
    ended = {role: staff.ask(role, *arguments) for role, arguments in READING.items()}  # type: ignore[arg-type]

    assert {role: code for role, (code, _) in ended.items()} == dict.fromkeys(READING, 0), ended
    assert '"fact_id"' in ended["tap"][1]
    assert '"no_text"' in ended["dlq-read"][1]
    assert "compact" not in ended["topics"][1], "nothing is to be made any more"


@pytest.mark.parametrize(
    ("role", "arguments"),
    [
        pytest.param("produce", READING["tap"], id="a producer reads no facts"),
        pytest.param("tap", ("tap", f"{PREFIX}news.article.raw.v1"), id="a reader of facts reads no articles"),
        pytest.param("dlq-read", READING["dlq"], id="who reads letters sends none"),
        pytest.param("worker", ("topics", "apply"), id="a worker makes no topics"),
    ],
)
def test_no_role_does_the_work_of_another(staff: Staff, role: Role, arguments: tuple[str, ...]) -> None:
    code, said = staff.ask(role, *arguments)

    assert code != 0
    assert "topics acls" in said


# --------------------------------------------------------------------------------------------- without one line

ENDS_SECONDS = 60
# Who may write may see, and who may read may see: the brokers tell only those apart that try.
TAKEN_OVER = "Read topic newsfacts.document-state.v1"
UNSEEN = {"Write topic newsfacts.document-state.v1", TAKEN_OVER}


class Lacking(World):
    """A worker for each line of the list, whose user has all the others; each in a group of its own."""

    def __init__(self, house: Guarded, home: Path) -> None:
        super().__init__(house.cluster, "acl.", home, partitions=1)
        self.house = house

    def settings(self, group: str) -> Settings:
        return load({"topic_prefix": self.prefix, "group_id": group, "sensitive": "redirect", "publish_soft": True})

    def start(self, user: str, group: str) -> Worker:
        own = variables(self.house, user, SENSITIVE="redirect", PUBLISH_SOFT="true", GROUP_ID=group)
        return self.worker(user, command=(str(stream_world.WORKER),), pool_processes=1, **own)


@pytest.fixture(scope="module")
def lacking(house: Guarded, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lacking]:
    with Lacking(house, tmp_path_factory.mktemp("lacking")) as world:
        yield world


def line(one: Grant) -> str:
    return f"{one.operation} {one.kind} {one.name.removeprefix('acl.')}"


def _lack(lacking: Lacking, number: int) -> tuple[str, str]:
    """User and group of one who has all of the list but its line `number`."""
    user, group = f"without-{number}", f"acl-{number}"
    if line(grants(lacking.settings(group), "worker")[number]) == TAKEN_OVER:
        group = "acl"  # what a worker remembered is read by the next of the same group alone
    whole = grants(lacking.settings(group), "worker")
    lacking.house.admit({user: [grant for place, grant in enumerate(whole) if place != number]})
    return user, group


async def _reached(lacking: Lacking, user: str, group: str) -> str:
    """What stops that user before the start; nothing may."""
    names = {name.removeprefix("NEWSFACTS_").lower(): one for name, one in variables(lacking.house, user).items()}
    settings = lacking.settings(group).model_copy(update=dict(load(names).model_dump(include=set(names))))
    try:
        await reach(settings)
    except TopicsWrong as error:
        return str(error)
    return ""


def test_the_worker_needs_every_line_of_its_list_and_ends_without_one(lacking: Lacking) -> None:
    whole = grants(lacking.settings("acl"), "worker")
    lacking.house.admit({"whole": whole})
    lacking.send([("first", article("first", "one"))])
    complete = lacking.start("whole", "acl")
    lacking.settle(60)
    assert complete.stop() == 0, "with the whole list it works"
    lacking.send([("second", article("second", "two"))])
    users = {line(one): _lack(lacking, number) for number, one in enumerate(whole)}

    async def all_of_them() -> list[str]:
        return await asyncio.gather(*(_reached(lacking, *one) for one in users.values()))

    told = dict(zip(users, asyncio.run(all_of_them()), strict=True))
    assert {name for name, text in told.items() if "`newsfacts topics acls`" in text} == users.keys() - UNSEEN

    started = {name: lacking.start(*users[name]) for name in sorted(UNSEEN)}
    ended = {name: worker.wait(ENDS_SECONDS) for name, worker in started.items()}
    assert ended == dict.fromkeys(UNSEEN, 70)
    assert all("AuthorizationFailed" in worker.log.read_text() for worker in started.values())
    assert set(lacking.told()) == {("assert", "first", "one")}, "none of them has published anything"
