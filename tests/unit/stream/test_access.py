"""The lists of rights: they follow the settings, and become commands that a shell takes."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

import pytest

from worker.settings import load
from worker.stream.access import ROLES, commands, desk_id, grants, lane_id

if TYPE_CHECKING:
    from worker.stream.access import Role


@pytest.mark.parametrize("role", ROLES)
def test_every_role_has_rights_that_say_what_for_and_none_twice(role: Role) -> None:
    found = grants(load(), role)

    assert all(one.why for one in found)
    assert len({(one.kind, one.name, one.operation) for one in found}) == len(found) > 0


@pytest.mark.parametrize("role", ROLES)
def test_the_names_are_those_of_the_settings(role: Role) -> None:
    found = grants(load({"topic_prefix": "here.", "group_id": "ours"}), role)

    assert all(one.name.startswith(("here.", "ours")) for one in found)


def test_topics_that_are_not_written_to_need_no_right() -> None:
    plain = {one.name for one in grants(load(), "worker")}
    all_of_them = {one.name for one in grants(load({"publish_soft": True, "sensitive": "redirect"}), "worker")}

    assert all_of_them - plain == {load().topics.soft, load().topics.sensitive}


def test_the_prefix_covers_the_id_of_every_lane_and_of_no_other_group() -> None:
    settings = load({"group_id": "ours"})
    (ids,) = [one for one in grants(settings, "worker") if one.kind == "transactional-id"]
    lane = lane_id(settings, 7)

    assert ids.pattern == "prefixed"
    assert lane.startswith(ids.name)
    assert lane.removeprefix(ids.name) == "7"


def test_no_two_deployments_share_an_id() -> None:
    """Else each would fence the other, for ever."""
    here, there = load({"group_id": "ours", "topic_prefix": "eu-"}), load({"group_id": "ours-eu"})

    assert lane_id(here, 0) != lane_id(there, 0)
    assert not {desk_id(here), desk_id(there)} & {lane_id(here, 0), lane_id(there, 0)}
    assert desk_id(here) != desk_id(there)


def test_two_who_replay_the_same_letters_fence_each_other_whatever_their_group() -> None:
    """A laptop with the default group, and a deployment with one of its own."""
    assert desk_id(load()) == desk_id(load({"group_id": "ours"}))


def test_only_the_worker_has_a_group() -> None:
    assert {role for role in ROLES if any(one.kind == "group" for one in grants(load(), role))} == {"worker"}


def test_commands_survive_a_shell() -> None:
    settings = load({"broker_url": "kafka:9092"})
    (line,) = commands(settings, grants(settings, "produce"), "User:CN=news facts,O=ours")

    assert shlex.split(line) == [
        "kafka-acls.sh", "--bootstrap-server", "kafka:9092", "--add", "--allow-principal",
        "User:CN=news facts,O=ours", "--operation", "Write", "--topic", settings.topics.raw,
    ]  # fmt: skip
