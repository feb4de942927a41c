"""The parts as they are put together: one pipeline that reads, and events that fit each other."""

from __future__ import annotations

import re

from worker.bootstrap import build_pipeline, rules_digest
from worker.pipeline.outcome import Extracted
from worker.pipeline.values import Envelope

TEXT = '"The bridge stays shut," Theodor Vance told reporters on Tuesday. Vance, 58, is the mayor of Belmore.'


def read(text: str) -> Extracted:
    outcome = build_pipeline().process(Envelope(text.encode(), headers=(("content-type", b"text/plain"),)))
    assert isinstance(outcome, Extracted)
    return outcome


def test_every_speaker_and_subject_is_an_entity_of_the_clean_article() -> None:
    outcome = read(TEXT)
    entities = {entity.id for entity in outcome.article.entities}

    speakers = [quote.speaker for quote in outcome.article.quotes]

    assert speakers == ["ent:person:theodor-vance"]
    assert {*speakers, *(fact.subject.id for fact in outcome.facts)} <= entities


def test_the_clean_article_lists_the_facts_that_were_drawn() -> None:
    outcome = read(TEXT)

    assert outcome.facts
    assert list(outcome.article.fact_ids) == [fact.fact_id for fact in outcome.facts]


def test_every_stage_is_timed_in_the_order_of_the_route() -> None:
    stages = [stage for stage, _ in read(TEXT).timings]

    assert stages == ["decode", "clean", "annotate", "resolve", "extract", "normalize"]


def test_the_rules_have_a_short_name_that_stays_while_they_do() -> None:
    assert re.fullmatch(r"[0-9a-f]{12}", rules_digest())
    assert rules_digest() == rules_digest()
