from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from schemas.codec import encode
from tests.integration import stream_pipeline
from worker.chaos.log import Seen
from worker.chaos.truth import Truth, truth
from worker.chaos.verdict import Evidence, judge
from worker.pipeline.outcome import Extracted
from worker.pipeline.revise import revise
from worker.pipeline.values import Envelope
from worker.settings import load

if TYPE_CHECKING:
    from collections.abc import Callable

    from schemas.state import DocumentState

DOCUMENTS, VERSIONS = 3, 4


def given() -> list[Seen]:
    articles = [
        (f"doc-{number}", json.dumps({"id": f"doc-{number}", "facts": [str(version)]}).encode())
        for version in range(VERSIONS)
        for number in range(DOCUMENTS)
    ]
    articles.insert(4, ("doc-1", b"no JSON"))
    return [Seen(0, offset, key.encode(), value) for offset, (key, value) in enumerate(articles)]


@pytest.fixture
def true() -> Truth:
    return truth(given(), stream_pipeline.process, load())


@pytest.fixture
def found() -> Evidence:
    """What a faultless worker leaves behind, written as it would."""
    facts: list[Seen] = []
    states: list[Seen] = []
    clean: list[Seen] = []
    known: dict[str, DocumentState | None] = {}
    for article in given():
        outcome = stream_pipeline.process(Envelope(article.value, article.key))
        if isinstance(outcome, Extracted):
            document = outcome.article.document.id
            revision = revise(known.get(document), outcome)
            known[document] = revision.state
            for one in revision.events:
                facts.append(Seen(0, len(facts), one.subject.key.encode(), encode(one)))
            assert revision.state is not None
            assert revision.article is not None
            clean.append(Seen(0, len(clean), document.encode(), encode(revision.article)))
            states.append(Seen(0, len(states), document.encode(), encode(revision.state)))
    why = (
        ("__streams.errors.partition", b"0"), ("__streams.errors.offset", b"4"), ("nf-error-code", b"invalid_json"),
    )  # fmt: skip
    letters = [Seen(0, 0, b"doc-1", b"no JSON", why)]
    sent = Counter((one.key, one.value) for one in given())
    return Evidence(sent, given(), facts, list(facts), letters, states, clean, len(facts) + 5, {})


def test_a_faultless_log_is_found_faultless(true: Truth, found: Evidence) -> None:
    verdict = judge(true, found)

    assert verdict.faults == {}
    assert verdict.proves
    assert (verdict.articles, verdict.events, verdict.aborted) == (13, DOCUMENTS * (2 * VERSIONS - 1), 5)


def test_a_run_without_an_aborted_record_proves_nothing(true: Truth, found: Evidence) -> None:
    assert not judge(true, replace(found, uncommitted=len(found.facts))).proves


def _without(place: int) -> Callable[[Evidence], Evidence]:
    def apply(found: Evidence) -> Evidence:
        kept = found.facts[:place] + found.facts[place:][1:]
        return replace(found, facts=kept, watched=kept)

    return apply


def _twice(found: Evidence) -> Evidence:
    again = [*found.facts, replace(found.facts[2], offset=99)]
    return replace(found, facts=again, watched=again)


def _swapped(found: Evidence) -> Evidence:
    facts = list(found.facts)
    facts[3], facts[4] = facts[4], facts[3]  # retract 0 and assert 1 of one document
    return replace(found, facts=facts, watched=facts)


@pytest.mark.parametrize(
    ("spoil", "faults"),
    [
        pytest.param(_without(0), {"missing": 1, "out_of_order": 1}, id="an event lost"),
        pytest.param(_twice, {"doubled": 1, "out_of_order": 1, "states_wrong": 1}, id="an event twice"),
        pytest.param(_swapped, {"out_of_order": 1}, id="two events in the wrong order"),
        pytest.param(lambda found: replace(found, letters=[]), {"letters_missing": 1}, id="a dead letter lost"),
        pytest.param(
            lambda found: replace(found, letters=found.letters * 2), {"letters_doubled": 1}, id="a dead letter twice"
        ),
        pytest.param(
            lambda found: replace(found, letters=[replace(found.letters[0], headers=())]),
            {"letters_missing": 1, "letters_doubled": 1}, id="a dead letter that does not tell of its article",
        ),
        pytest.param(lambda found: replace(found, clean=found.clean[1:]), {"clean_wrong": 1}, id="an article lost"),
        pytest.param(
            lambda found: replace(found, clean=[*found.clean, found.clean[-1]]), {"clean_wrong": 1},
            id="an article twice",
        ),
        pytest.param(lambda found: replace(found, given=found.given[1:]), {"input_lost": 1}, id="an article not fed"),
        pytest.param(
            lambda found: replace(found, states=found.states[:-1]),
            {"states_wrong": 1, "states_out_of_order": 1}, id="the last state of a document lost",
        ),
        pytest.param(
            lambda found: replace(found, states=[found.states[1], found.states[0], *found.states[2:]]),
            {"states_out_of_order": 1}, id="a lane that slipped",
        ),
        pytest.param(
            lambda found: replace(found, watched=found.watched[1:]), {"readers_differ": 1}, id="a blind onlooker"
        ),
        pytest.param(
            lambda found: replace(found, watched=[*found.watched, found.watched[0]]), {"readers_differ": 1},
            id="an onlooker that was told twice",
        ),
        pytest.param(lambda found: replace(found, hung={"fact-0": (1, 3)}), {"hung": 1}, id="an open transaction"),
    ],
)  # fmt: skip
def test_every_fault_of_a_log_is_found_and_named(
    true: Truth, found: Evidence, spoil: Callable[[Evidence], Evidence], faults: dict[str, int]
) -> None:
    assert judge(true, spoil(found)).faults == faults


def test_a_loss_tells_whether_it_is_in_the_middle_of_its_stream_or_at_its_end(true: Truth, found: Evidence) -> None:
    middle, end = judge(true, _without(3)(found)), judge(true, _without(len(found.facts) - 1)(found))

    assert middle.losses == ("doc-0: retract of revision 2, event 2 of 7",)
    assert end.losses == ("doc-2: assert of revision 4, event 7 of 7",)
