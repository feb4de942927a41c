from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from worker.bootstrap import build_pipeline
from worker.chaos.articles import DOCUMENTS, POISON_EVERY, articles
from worker.pipeline.outcome import Extracted, Rejected
from worker.pipeline.values import Envelope

if TYPE_CHECKING:
    from worker.pipeline.pipeline import Pipeline


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return build_pipeline()


def test_every_version_of_a_document_tells_another_set_of_facts(pipeline: Pipeline) -> None:
    versions = [payload for key, payload in articles(5 * DOCUMENTS) if key == b"chaos-0"]
    outcomes = [pipeline.process(Envelope(payload, b"chaos-0")) for payload in versions]

    told = {frozenset(fact.fact_id for fact in one.facts) for one in outcomes if isinstance(one, Extracted)}
    assert len(told) == len(versions) == 5
    assert frozenset() not in told


def test_poison_is_refused_and_everything_else_is_an_article_under_its_documents_key(pipeline: Pipeline) -> None:
    given = list(articles(2 * POISON_EVERY))
    poison = [payload for _, payload in given if payload.startswith(b"poison")]

    assert len(poison) == len(set(poison)) == 2
    assert isinstance(pipeline.process(Envelope(poison[0])), Rejected)
    assert all(json.loads(payload)["id"] == key.decode() for key, payload in given if payload not in poison)
