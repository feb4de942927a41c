"""What keeps a worker from its start: told in one sentence, with the fix."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from worker.settings import load
from worker.stream import reach as module
from worker.stream.metadata import Found
from worker.stream.reach import TopicsWrong, reach

if TYPE_CHECKING:
    from collections.abc import Collection

TOPICS = load().topics
USUAL = {TOPICS.raw: 6, TOPICS.document_state: 6, TOPICS.clean: 1, TOPICS.fact: 1, TOPICS.dead_letter: 1}


class Cluster:
    """`answers` to the question for topics, one after the other; the last for good."""

    def __init__(self, *answers: Found) -> None:
        self.answers = list(answers)
        self.asked: list[set[str]] = []

    def __call__(self, **_: object) -> Cluster:
        return self

    async def bootstrap(self) -> None: ...

    async def coordinator_lookup(self, *_: object) -> int:
        return 1

    async def close(self) -> None: ...

    async def find(self, _: object, names: Collection[str]) -> Found:
        self.asked.append(set(names))
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]


async def reached(
    patch: pytest.MonkeyPatch, *answers: Found, patience: float = 0, policy: str | None = None, **choices: Any
) -> set[str]:
    """The topics that were asked for. `policy`: by which the state forgets."""

    async def forgetting(_: object, topic: str) -> str | None:
        return policy if topic == TOPICS.document_state else "delete"

    cluster = Cluster(*answers)
    patch.setattr(module, "forgetting", forgetting)
    patch.setattr(module, "AIOKafkaClient", cluster)
    patch.setattr(module, "find", cluster.find)
    patch.setattr(module, "TOPIC_SECONDS", patience)
    assert await reach(load(choices)) == answers[-1].log_id(TOPICS.document_state)
    assert len(cluster.asked) == len(answers)
    return cluster.asked[0]


async def test_a_cluster_that_has_all_is_fine(monkeypatch: pytest.MonkeyPatch) -> None:
    assert await reached(monkeypatch, Found(USUAL)) == USUAL.keys()


@pytest.mark.parametrize(
    ("choice", "more"),
    [({"publish_soft": True}, TOPICS.soft), ({"sensitive": "redirect"}, TOPICS.sensitive)],
    ids=["soft facts", "sensitive facts"],
)
async def test_what_the_policy_publishes_needs_its_topic_and_nothing_else_does(
    monkeypatch: pytest.MonkeyPatch, choice: dict[str, Any], more: str
) -> None:
    asked = await reached(monkeypatch, Found(USUAL | {more: 1}), **choice)

    assert asked == {*USUAL, more}


@pytest.mark.parametrize("topic", USUAL)
async def test_a_topic_that_is_not_there_is_told_with_the_fix(monkeypatch: pytest.MonkeyPatch, topic: str) -> None:
    others = {name: count for name, count in USUAL.items() if name != topic}

    with pytest.raises(TopicsWrong, match=f"^topic {topic} is not there: see `newsfacts topics plan`"):
        await reached(monkeypatch, Found(others))


async def test_a_topic_that_this_user_may_not_see_is_a_matter_of_rights(monkeypatch: pytest.MonkeyPatch) -> None:
    others = {name: count for name, count in USUAL.items() if name != TOPICS.fact}

    with pytest.raises(TopicsWrong, match=f"^no right to topic {TOPICS.fact}: `newsfacts topics acls`"):
        await reached(monkeypatch, Found(others, frozenset({TOPICS.fact})))


async def test_each_partition_of_the_input_needs_its_changelog(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(TopicsWrong, match=r"has 5 partitions, .* has 6"):
        await reached(monkeypatch, Found(USUAL | {TOPICS.document_state: 5}))


async def test_a_topic_that_was_just_made_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    await reached(monkeypatch, Found({}), Found(USUAL), patience=60)


async def test_a_state_that_forgets_is_refused_with_the_command_that_mends_it(monkeypatch: pytest.MonkeyPatch) -> None:
    told = f"^{TOPICS.document_state}: cleanup.policy must be compact, it is compact,delete, .*--alter .*=compact$"

    with pytest.raises(TopicsWrong, match=told):
        await reached(monkeypatch, Found(USUAL), policy="compact,delete")
