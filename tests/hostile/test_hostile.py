"""Records that were made to hurt, in the worker's own pool: each ends clearly, in time, and within its memory.

HOSTILE_TABLE=1 makes them as large as an article may be, and writes tests/hostile/README.md.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.hostile import trial
from tests.hostile.cases import CASES
from tests.hostile.trial import MIB, Trial
from worker.pipeline.outcome import Extracted, Rejected

MOST_SECONDS = 15  # of CPU: half the deadline of an article
MOST_MEMORY = 640 * MIB  # resident; a child's address space ends at 1024 MiB, code and model included
README = Path(__file__).parent / "README.md"
HEAD = """\
# Hostile input

Made by `HOSTILE_TABLE=1 .venv/bin/python -m pytest tests/hostile/test_hostile.py`: every record of `cases.py`, as
large as an article may be by default, through the worker's pool with its production limits. CPU s: of the child
that read it; peak: its resident memory, model included. Bounds that the test holds: {seconds} s, {memory} MiB.
Only the first 30,000 words of an article are read (long words count as several); its text is published whole, and
`read_to` of the clean event says where reading ended. What a flood tells may be more than its topic takes: the worker
then makes it the producer's `oversize`, behind what is measured here.

Worst: {worst:.2f} s ({slowest}), {peak} MiB ({largest}).

{table}
"""


@pytest.fixture(scope="session")
def trials() -> dict[str, Trial]:
    done = trial.run(CASES)
    if os.environ.get("HOSTILE_TABLE"):  # noqa: TID251 - asks what to test, no setting of the worker
        _write(done)
    return done


@pytest.mark.parametrize("name", CASES)
def test_a_hostile_record_has_one_clear_end_in_time_and_memory(name: str, trials: dict[str, Trial]) -> None:
    done = trials[name]

    assert done.end in CASES[name].ends
    assert done.seconds < MOST_SECONDS
    assert done.peak < MOST_MEMORY


@pytest.mark.parametrize("name", CASES)
def test_what_a_hostile_record_publishes_is_in_its_text(name: str, trials: dict[str, Trial]) -> None:
    outcome = trials[name].outcome
    if isinstance(outcome, Rejected):
        assert all((outcome.field, outcome.rule, outcome.fix))  # the producer is told what to mend
        return
    assert isinstance(outcome, Extracted)
    text = outcome.article.text
    for fact in outcome.facts:
        assert all(text[words.start : words.end] == words.exact for words in fact.evidence)
    assert outcome.dropped == ()


def test_a_field_given_twice_is_refused_by_its_name(trials: dict[str, Trial]) -> None:
    outcome = trials["record: name twice"].outcome

    assert isinstance(outcome, Rejected)
    assert "'text'" in outcome.rule


def _write(done: dict[str, Trial]) -> None:
    slowest = max(done, key=lambda name: done[name].seconds)
    largest = max(done, key=lambda name: done[name].peak)
    README.write_text(
        HEAD.format(
            seconds=MOST_SECONDS, memory=MOST_MEMORY // MIB, worst=done[slowest].seconds, slowest=slowest,
            peak=done[largest].peak // MIB, largest=largest, table=trial.table(done.items()),
        )
    )  # fmt: skip
