"""Where a lane begins when its group is new, and when its partition is."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from aiokafka import TopicPartition

from worker.stream.beginning import beginning
from worker.stream.standing import Standing

if TYPE_CHECKING:
    from tests.unit.stream.conftest import World
    from worker.settings import Settings

FIRST, OTHER = (TopicPartition("raw", number) for number in (0, 1))
NEW = Standing(None, new=True, end=7)


class Writer:
    """Knows where the group stands, look by look."""

    def __init__(self, *looks: Standing) -> None:
        self.looks = list(looks)
        self.placed: list[dict[TopicPartition, int]] = []

    async def standing(self) -> Standing:
        return self.looks.pop(0)

    async def place(self, offsets: dict[TopicPartition, int]) -> None:
        self.placed.append(offsets)


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("worker.stream.beginning.LOOK_SECONDS", 0)


async def begun(world: World, partition: TopicPartition, writer: Writer, stands: Standing) -> int | None:
    async def ends() -> dict[TopicPartition, int]:
        return {FIRST: 40, OTHER: 50}

    around = replace(world.around, ends=ends)
    return await asyncio.wait_for(beginning(partition, around, writer, stands), 5)  # type: ignore[arg-type]


@pytest.fixture
def latest(world_of: type[World], settings: Settings) -> World:
    return world_of(settings.model_copy(update={"auto_offset_reset": "latest"}))


async def test_where_a_new_group_begins_the_first_lane_writes_down_for_all(latest: World) -> None:
    writer = Writer()

    assert await begun(latest, FIRST, writer, NEW) == 40
    assert writer.placed == [{FIRST: 40, OTHER: 50}]


async def test_the_others_wait_for_it_and_write_nothing(latest: World) -> None:
    writer = Writer(NEW, NEW, Standing(50, new=False, end=9))

    assert await begun(latest, OTHER, writer, NEW) == 50
    assert (writer.looks, writer.placed) == ([], [])


@pytest.mark.parametrize("partition", [FIRST, OTHER], ids=["first", "another"])
async def test_a_partition_that_was_added_is_read_from_its_beginning(latest: World, partition: TopicPartition) -> None:
    writer = Writer()

    assert await begun(latest, partition, writer, Standing(None, new=False, end=7)) == 0
    assert writer.placed == [{partition: 0}], "the client waits for a place"


async def test_one_that_was_added_while_the_first_lane_wrote_is_read_from_its_beginning_too(latest: World) -> None:
    writer = Writer(Standing(None, new=False, end=7))

    assert await begun(latest, OTHER, writer, NEW) == 0


async def test_a_group_that_stands_somewhere_goes_on_there(latest: World) -> None:
    writer = Writer()

    assert await begun(latest, FIRST, writer, Standing(0, new=False, end=7)) == 0
    assert writer.placed == []


async def test_what_the_group_stands_at_is_looked_at_once_more_against_its_own_topic(world: World) -> None:
    """It may lie beyond the end of a topic that was made anew."""
    asked: list[tuple[TopicPartition, int | None]] = []

    async def anew(partition: TopicPartition, committed: int | None) -> int | None:
        asked.append((partition, committed))
        return 0

    around = replace(world.around, begin=anew)

    assert await beginning(OTHER, around, Writer(), Standing(9_000, new=False, end=7)) == 0  # type: ignore[arg-type]
    assert asked == [(OTHER, 9_000)]


async def test_a_new_group_that_is_to_read_all_begins_without_a_place(world: World) -> None:
    writer = Writer()

    assert await begun(world, OTHER, writer, NEW) is None
    assert writer.placed == []
