"""One trial: workers read a topic that is being fed, faults strike, and the topics are judged."""

from __future__ import annotations

import time
from collections.abc import Sized
from dataclasses import dataclass
from typing import TYPE_CHECKING

from confluent_kafka import KafkaException

from worker.chaos import verdict
from worker.chaos.commits import Commits
from worker.chaos.feeder import Feeder
from worker.chaos.log import READ_UNCOMMITTED, everything, settled
from worker.chaos.onlooker import Onlooker
from worker.chaos.plan import recovery
from worker.chaos.truth import truth
from worker.chaos.verdict import Evidence

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable, Sequence

    from worker.chaos.crew import Crew
    from worker.chaos.log import Options
    from worker.chaos.plan import Plan, Recovery, Struck
    from worker.chaos.verdict import Verdict
    from worker.pipeline.outcome import Outcome
    from worker.pipeline.values import Envelope
    from worker.settings import Settings

OFFSETS_TOPIC = "__consumer_offsets"  # transactions write there, too, and may hang there


class Unfinished(Exception):  # noqa: N818 - reads as what happened
    """The workers did not get through the topic, or it could not be fed: there is nothing to judge."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a trial found. `left`: exit codes of workers whose end nobody had asked for."""

    verdict: Verdict
    struck: tuple[Struck, ...]
    recoveries: tuple[Recovery, ...]
    left: Counter[int]
    seconds: float


@dataclass(frozen=True, slots=True)
class Trial:
    """`settings`: names of topics and group, policy; `process`: the pure core that the workers run."""

    options: Options
    settings: Settings
    process: Callable[[Envelope], Outcome]
    settle_seconds: float = 180

    def run(
        self, crew: Crew, articles: Sequence[tuple[bytes, bytes]], feed_seconds: float, plan: Plan
    ) -> Report:
        """Raises Unfinished."""
        begun = time.monotonic()
        topics = self.settings.topics
        onlooker = Onlooker(self.options, topics.fact)
        commits = Commits(self.options, self.settings.group_id, topics.raw)
        feeder = Feeder(self.options, topics.raw, articles, feed_seconds)
        for thread in (onlooker, commits, feeder):
            thread.start()
        struck = plan.strike(_paced(crew, feeder, feed_seconds, plan))
        self.finish(crew, feeder, commits)
        crew.close()
        commits.leave()
        found = self.judge(feeder.sent, onlooker)
        lines = tuple(recovery(struck, commits.looks))
        return Report(found, tuple(struck), lines, crew.own_exits, time.monotonic() - begun)

    def finish(self, crew: Crew, feeder: Feeder, commits: Commits) -> None:
        feeder.hurry()
        while feeder.is_alive():
            crew.tend(0.5)
        if feeder.failed:
            raise Unfinished(f"not fed: {feeder.failed[:3]}")
        deadline = time.monotonic() + self.settle_seconds
        while left := _behind(commits):
            if time.monotonic() > deadline:
                raise Unfinished(f"{left} articles not committed after {self.settle_seconds:g} s; {crew.own_exits}")
            crew.tend(0.5)

    def judge(self, sent: Counter[tuple[bytes, bytes]], onlooker: Onlooker) -> Verdict:
        topics = self.settings.topics
        ours = [topics.raw, topics.clean, topics.fact, topics.dead_letter, topics.document_state]
        hung = settled(self.options, [*ours, OFFSETS_TOPIC])
        given = everything(self.options, topics.raw)
        facts = everything(self.options, topics.fact)
        found = Evidence(
            sent=sent, given=given, facts=facts, watched=onlooker.finish(len(facts)),
            letters=everything(self.options, topics.dead_letter),
            states=everything(self.options, topics.document_state),
            clean=everything(self.options, topics.clean),
            uncommitted=len(everything(self.options, topics.fact, READ_UNCOMMITTED)), hung=hung,
        )
        return verdict.judge(truth(given, self.process, self.settings), found)


def _paced(crew: Crew, feeder: Feeder, feed_seconds: float, plan: Plan) -> Callable[[float], None]:
    """Lets time go by, and the feed last as long as the faults do: on a busy machine they take longer than planned."""
    if not isinstance(plan.names, Sized):
        return crew.tend
    begun, planned, struck = time.monotonic(), len(plan.names), 0

    def pause(seconds: float) -> None:
        nonlocal struck
        each = max(feed_seconds / planned, (time.monotonic() - begun) / max(1, struck))
        feeder.last(each * (planned - struck))
        struck += 1
        crew.tend(seconds)

    return pause


def _behind(commits: Commits) -> int:
    """-1: the coordinator does not answer just now."""
    try:
        return commits.behind()
    except KafkaException:
        return -1
