"""`topics acls` besides the worker's: with its list a role does its job, and without any line of it not."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from tests.integration.dlq_world import World
from tests.integration.security.broker import LIMITED_SECRET
from worker.cli.app import app
from worker.cli.exits import CommandError
from worker.settings import load
from worker.stream.access import Grant, grants
from worker.stream.connection import BrokerError
from worker.stream.topics import create, describe, plan, wanted

if TYPE_CHECKING:
    from pathlib import Path

    from tests.integration.security.broker import Guarded
    from worker.settings import Settings
    from worker.stream.access import Role
    from worker.stream.topics import TopicSpec

PREFIX = "least."
CHOICES = {"TOPIC_PREFIX": PREFIX, "GROUP_ID": "least", "SENSITIVE": "redirect", "PUBLISH_SOFT": "true"}
OWN = {name.lower(): value for name, value in CHOICES.items()}
SETTINGS = load(OWN)
CARRIED = 9_000  # bytes that the dead letter topic takes, as the worker sees it: what is larger is only pointed to
ARTICLE = json.dumps({"id": "belmore-1", "text": "Theodor Vance, 58, is the mayor of Belmore."})
READ = grants(SETTINGS, "tap")
JOBS: dict[Role, tuple[tuple[str, ...], ...]] = {
    "produce": (("produce", "{file}"),),
    "tap": tuple(("tap", one.name, "--from-beginning", "--max", "1", "--idle", "10") for one in READ),
    "dlq-read": (("dlq", "replay", "0/0", "--as-is"),),  # a dry run
    "dlq": (("dlq", "replay", "0/0", "--execute", "--as-is"), ("dlq", "discard", "0/1", "--because", "sent", "--yes")),
}


class Office:
    """Topics with something in them, and for each role and each line of its list a user who has all but that line."""

    def __init__(self, house: Guarded, file: Path) -> None:
        self._house = house
        self._file = file
        self.world = World(house.cluster, PREFIX)  # raw articles, letters, marks
        others = sorted({one.name for one in READ} - {self.world.name("")})
        house.cluster.create_topics(*others, partitions=1)
        for topic in others:
            self.world._produce(topic.removeprefix(PREFIX), 0, None, b"{}", ())
        self.world.park(b"x" * 2 * CARRIED, carried=CARRIED)
        self.world.park(b"no JSON")
        self.world.park(b"no JSON")
        assert self.world.dlq("discard", "0/2", "--because", "else there is no mark", "--yes").code == 0
        house.admit({f"{role}-{place}": held for role in JOBS for place, held in lists(role).items()})

    def lacks(self, role: Role, place: str) -> str:
        """What is said at the first job that is not done; nothing if all are."""
        ended = (self._ask(f"{role}-{place}", command) for command in JOBS[role])
        return next((said for code, said in ended if code), "")

    def _ask(self, user: str, command: tuple[str, ...]) -> tuple[int, str]:
        own = self._house.at("scram", SASL_USERNAME=user, SASL_PASSWORD=LIMITED_SECRET, **CHOICES)
        result = CliRunner().invoke(app, [word.format(file=self._file) for word in command], env=own)
        if isinstance(result.exception, CommandError):
            return result.exception.code, f"{result.output}{result.exception.what} {result.exception.fix}"
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result.exit_code, result.output


def lists(role: Role) -> dict[str, list[Grant]]:
    """The whole list, and by line the list without it."""
    whole = list(grants(SETTINGS, role))
    return {"whole": whole} | {str(at): [*whole[:at], *whole[at + 1 :]] for at in range(len(whole))}


@pytest.fixture(scope="module")
def office(house: Guarded, tmp_path_factory: pytest.TempPathFactory) -> Office:
    file = tmp_path_factory.mktemp("least") / "article.json"
    file.write_text(ARTICLE, encoding="utf-8")
    return Office(house, file)


@pytest.mark.parametrize("role", JOBS)
def test_a_role_does_its_job_with_its_list_and_not_without_any_line_of_it(office: Office, role: Role) -> None:
    told = {str(one): office.lacks(role, str(at)) for at, one in enumerate(grants(SETTINGS, role))}

    assert [line for line, said in told.items() if "topics acls" not in said] == []
    assert office.lacks(role, "whole") == ""


# ------------------------------------------------------------------------------------------ who makes the topics

MADE = load(OWN | {"topic_prefix": "made."})
SPECS = wanted(MADE.topics, partitions=1, sensitive=True)
HELD = grants(MADE, "topics")


class Makers:
    """A user for each line of the list, who has all but that line, and one who has them all."""

    def __init__(self, house: Guarded) -> None:
        self._house = house
        lacking = {f"maker-{at}": [one for one in HELD if one != lack] for at, lack in enumerate(HELD)}
        house.admit(lacking | {"maker": list(HELD)})

    def settings(self, user: str) -> Settings:
        own = self._house.at("scram", SASL_USERNAME=user, SASL_PASSWORD=LIMITED_SECRET)
        return load({name.removeprefix("NEWSFACTS_").lower(): value for name, value in own.items()})

    def without(self, operation: str) -> list[tuple[Settings, TopicSpec]]:
        """Settings of each user who may not do this to one topic, and that topic."""
        return [
            (self.settings(f"maker-{at}"), next(spec for spec in SPECS if spec.name == one.name))
            for at, one in enumerate(HELD) if one.operation == operation
        ]


def test_who_makes_topics_needs_every_line_of_the_list(house: Guarded) -> None:
    async def made(settings: Settings, *specs: TopicSpec) -> str:
        try:
            steps = await create(settings, specs, await describe(settings, specs))
        except BrokerError as error:
            return type(error).__name__
        return "; ".join(step.detail for step in steps if step.action == "problem")

    async def of_all(operation: str) -> list[str]:
        return list(await asyncio.gather(*(made(*one) for one in makers.without(operation))))

    makers = Makers(house)
    unmade = asyncio.run(of_all("Create"))
    whole = asyncio.run(made(makers.settings("maker"), *SPECS))
    unseen = [asyncio.run(of_all(operation)) for operation in ("Describe", "DescribeConfigs")]

    assert unmade == ["TopicAuthorizationFailedError"] * len(SPECS)
    assert whole == ""
    assert unseen == [["this user has no right to it: see `newsfacts topics acls`"] * len(SPECS)] * 2
    assert {step.action for step in plan(SPECS, asyncio.run(describe(makers.settings("maker"), SPECS)))} == {"keep"}
