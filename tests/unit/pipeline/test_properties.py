"""What holds of the whole core for any article: it never fails, points only into its text, and says the same twice."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from schemas.article import RawArticle
from tests.hostile.evidence import lies_in_its_text
from worker.bootstrap import build_pipeline
from worker.pipeline.clean import clean
from worker.pipeline.outcome import Extracted, Failed, Outcome
from worker.pipeline.values import Envelope

if TYPE_CHECKING:
    from collections.abc import Callable

    Process = Callable[[Envelope], Outcome]

GOLDEN = sorted((Path(__file__).parents[2] / "golden").glob("*.txt"))
SCRAPS = (
    "Jane Roe", "Ann Poe, 34,", "Halvex Inc.", "Oakville", "the mayor of Oakville", "the chief executive", "he", "she",
    "her son", "his wife's brother", "said", "at 9 p.m.", "told reporters", "was charged with theft", "died on Monday",
    "was born in", "married", "beat", "6-4", "bought", "for $3 million", "5 kg", "two years ago", "on May 3, 2019",
    "not", "may", "denied", "posted", "killed", "photo", '"', "\u201c", "\u201d", "'", "\u2019s", ",", ".", "!", "?",
    ":", "(", ")", "\n\n", "and", "lives in", "two people", "By Ann Poe",
    "Photo: Getty Images", "Advertisement", "who", "if", "\u200b", "\u202e", "e\u0301", "<P0>",
)  # fmt: skip


@pytest.fixture(scope="module")
def process() -> Process:
    return build_pipeline().process


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_an_article_is_read_to_its_end_and_twice_the_same(path: Path, process: Process) -> None:
    envelope = record(path.read_text(encoding="utf-8"))
    outcome = process(envelope)

    assert isinstance(outcome, Extracted)
    assert outcome.dropped == ()
    lies_in_its_text(outcome)
    stays(outcome, process, envelope)


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_a_clean_article_stays_as_it_is(path: Path) -> None:
    once = clean(RawArticle(text=path.read_text(encoding="utf-8"))).text

    assert clean(RawArticle(text=once)).text == once


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.one_of(st.sampled_from(SCRAPS), st.text(max_size=6)), max_size=60).map(" ".join))
def test_whatever_the_words_the_core_does_not_fail(process: Process, words: str) -> None:
    envelope = record(f"Jane Roe won the race on Monday. {words}")
    outcome = process(envelope)

    assert not isinstance(outcome, Failed), outcome
    if isinstance(outcome, Extracted):
        assert outcome.dropped == ()
        lies_in_its_text(outcome)
        stays(outcome, process, envelope)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300), st.sampled_from([b"application/json", b"text/plain", b"text/html", b"image/png"]))
def test_whatever_the_bytes_the_core_does_not_fail(process: Process, payload: bytes, kind: bytes) -> None:
    outcome = process(Envelope(payload, headers=(("content-type", kind),)))

    assert not isinstance(outcome, Failed), outcome


def record(text: str) -> Envelope:
    fields = {"id": "d", "published": "2021-03-04", "text": text.replace("\x00", "")}
    return Envelope(json.dumps(fields).encode("utf-8", "replace"))


def stays(outcome: Extracted, process: Process, envelope: Envelope) -> None:
    """Read again from elsewhere and later, an article has the same facts by the same ids, each once."""
    ids = [fact.fact_id for fact in outcome.facts]
    again = process(replace(envelope, offset=7, received_at="2022-01-01T00:00:00Z"))

    assert isinstance(again, Extracted)
    assert list(again.article.fact_ids) == ids == list(dict.fromkeys(ids))
