"""What `process --explain` says of how a fact came about."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from worker.bootstrap import build_pipeline
from worker.cli.explain import account
from worker.cli.steps import Step, steps
from worker.pipeline.outcome import Extracted
from worker.pipeline.values import Envelope

if TYPE_CHECKING:
    from schemas.fact import FactEvent

TEXT = """Jane Roe, 41, the mayor of Belmore, resigned on Tuesday, the city said on a website.

Roe's husband, Tom Lee, has been unwell. He lives in Harlow. Their son Ned, 6, weighs 50 lbs.

Tom Lee would be charged with theft if he returned. Nadia Velez is expected to be appointed finance director.

Carl Dray was not charged with arson. Dray, 50, is an engineer. Dray, 52, was born in Leeds."""


@pytest.fixture(scope="module")
def read() -> Extracted:
    article = {"id": "doc", "text": TEXT, "published": "2024-03-14"}
    outcome = build_pipeline().process(
        Envelope(json.dumps(article).encode(), headers=(("content-type", b"application/json"),))
    )
    assert isinstance(outcome, Extracted)
    return outcome


def fact_of(read: Extracted, predicate: str, subject: str) -> FactEvent:
    return next(f for f in read.facts if f.predicate == predicate and f.subject.label == subject)


def told(read: Extracted, predicate: str, subject: str) -> dict[str, Step]:
    return {step.what: step for step in steps(read.article, fact_of(read, predicate, subject))}


def test_a_pronoun_is_shown_with_whom_it_stands_for(read: Extracted) -> None:
    found = told(read, "residence", "Tom Lee")["subject"]

    assert (found.words, found.result, found.why) == ("He", "Tom Lee", "a pronoun for this person")


def test_a_weekday_is_shown_with_its_date_and_anchor(read: Extracted) -> None:
    found = told(read, "left_position", "Jane Roe")["date"]

    assert (found.words, found.result) == ("Tuesday", "2024-03-12")
    assert found.why == "from document date 2024-03-14"


def test_a_quantity_is_shown_as_it_was_normalized(read: Extracted) -> None:
    found = told(read, "mass", "Ned")["object"]

    assert found.words == "50 lbs"
    assert "[lb_av]" in found.result
    assert "22.679" in found.result


def test_a_reported_fact_shows_its_speaker_and_the_words_that_make_him_one(read: Extracted) -> None:
    found = told(read, "left_position", "Jane Roe")["said by"]

    assert (found.result, found.why) == ("Belmore", "through 'said'")


@pytest.mark.parametrize(
    ("predicate", "subject", "status", "words"),
    [
        ("charged_with", "Tom Lee", "hypothetical", {"would", "if"}),
        ("appointed_to", "Nadia Velez", "predicted", {"expected to"}),
    ],
)
def test_a_soft_status_shows_the_word_that_made_it(
    read: Extracted, predicate: str, subject: str, status: str, words: set[str]
) -> None:
    found = told(read, predicate, subject)["status"]

    assert found.result == status
    assert found.words in words


def test_a_negation_is_shown(read: Extracted) -> None:
    assert told(read, "charged_with", "Carl Dray")["polarity"].words == "not"


def test_a_contradiction_and_a_label_are_shown(read: Extracted) -> None:
    assert told(read, "age", "Carl Dray")["conflict"].words.startswith("f_")
    assert told(read, "age", "Ned")["care"].result == "minor"


def test_a_status_that_no_word_tells_names_its_rule(read: Extracted) -> None:
    odd = fact_of(read, "residence", "Tom Lee").model_copy(update={"status": "opinion"})

    assert Step("status", "", "opinion", f"as {odd.rule_id} reads it") in steps(read.article, odd)


def test_an_inference_names_its_premises_and_rule(read: Extracted) -> None:
    changed = {"derivation": "inferred", "premises": ("ev0",), "rule_id": "infer/x"}
    odd = fact_of(read, "residence", "Tom Lee").model_copy(update=changed)

    assert Step("inferred", "ev0", "residence", "by infer/x") in steps(read.article, odd)


def test_an_account_marks_the_matched_words_and_names_the_rule(read: Extracted) -> None:
    fact = fact_of(read, "residence", "Tom Lee")

    shown = account(read.article, 1, fact)

    assert "[He lives in Harlow]" in shown.plain
    assert fact.rule_id in shown.plain
    assert "'He' -> Tom Lee" in shown.plain
    assert any("cyan" in str(span.style) for span in shown.spans)


def test_all_facts_of_an_article_can_be_told(read: Extracted) -> None:
    assert all(account(read.article, 1, fact).plain for fact in read.facts)
