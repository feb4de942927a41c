"""The route of one article: every stage in its place, every end an outcome."""

import json
from collections.abc import Callable
from dataclasses import replace
from itertools import count
from typing import Any

import pytest

from schemas.article import RawArticle
from schemas.clean import CleanArticleEvent, MetadataValue
from schemas.fact import DocumentRef, Provenance
from worker.pipeline.decode import Decode
from worker.pipeline.errors import ArticleRejected, RejectReason
from worker.pipeline.outcome import Extracted, Failed, Rejected
from worker.pipeline.pipeline import Pipeline
from worker.pipeline.stages import Normalized
from worker.pipeline.values import (
    AnnotatedArticle,
    CleanArticle,
    Envelope,
    ExtractedArticle,
    Metadata,
    ResolvedArticle,
)

PROVENANCE = Provenance(
    pipeline="p", pipeline_version="1", extractor="e", extractor_version="1", rules_version="1"
)


def told(raw: RawArticle, article: ExtractedArticle, envelope: Envelope) -> Normalized:
    clean = article.resolved.annotated.article
    event = CleanArticleEvent(
        text=clean.text,
        text_sha256="0" * 64,
        blocks=(),
        metadata=MetadataValue(),
        entities=(),
        times=(),
        quantities=(),
        quotes=(),
        fact_ids=(),
        document=DocumentRef(id=clean.document_id, content_sha256=raw.content_hash),
        processed_at=envelope.received_at,
        provenance=PROVENANCE,
    )
    return Normalized(event, ())


def route() -> Pipeline:
    """Stages that hand on; each reading of the clock is one second later than the last."""
    ticks = count()
    return Pipeline(
        decode=Decode(),
        clean=lambda raw: CleanArticle(raw.document_id, raw.text or "", (), Metadata()),
        annotate=lambda clean: AnnotatedArticle(clean, (), (), (), (), ()),
        resolve=lambda annotated: ResolvedArticle(annotated, (), ()),
        extract=ExtractedArticle,
        normalize=told,
        clock=lambda: float(next(ticks)),
    )


def record(**fields: Any) -> Envelope:
    return Envelope(json.dumps(fields).encode())


def failing(error: Exception) -> Callable[..., Any]:
    def fail(*_: object) -> Any:
        raise error

    return fail


REFUSAL = ArticleRejected(RejectReason.NO_TEXT, field="/text", rule="must have words", fix="Send some.")


def test_an_article_passes_every_stage_and_each_is_timed() -> None:
    outcome = route().process(record(id="d-1", text="Words.", version=3))

    assert isinstance(outcome, Extracted)
    assert (outcome.article.document.id, outcome.article.text, outcome.version) == ("d-1", "Words.", "3")
    assert outcome.timings == tuple(
        (stage, 1.0) for stage in ("decode", "clean", "annotate", "resolve", "extract", "normalize")
    )


def test_a_refusal_names_the_stage_that_refused() -> None:
    outcome = replace(route(), clean=failing(REFUSAL)).process(record(text="Words."))

    assert outcome == Rejected(
        RejectReason.NO_TEXT,
        "clean",
        "/text",
        "must have words",
        "Send some.",
        (("decode", 1.0), ("clean", 1.0)),
    )


@pytest.mark.parametrize("stage", ["decode", "clean", "annotate", "resolve", "extract", "normalize"])
def test_a_bug_in_any_stage_becomes_an_outcome_with_its_trace(stage: str) -> None:
    broken = replace(route(), **{stage: failing(ZeroDivisionError("x" * 3_000))})

    outcome = broken.process(record(text="Words."))

    assert isinstance(outcome, Failed)
    assert (outcome.reason, outcome.stage, len(outcome.message)) == ("ZeroDivisionError", stage, 2_000)
    assert "fail" in outcome.trace


@pytest.mark.parametrize("status", ["canceled", "withheld"])
def test_nothing_in_its_text_keeps_an_article_from_being_withdrawn(status: str) -> None:
    picky = replace(route(), clean=failing(REFUSAL), annotate=failing(RecursionError()))

    outcome = picky.process(
        record(id="d-1", text="Words that nobody can read.", pub_status=status, version=4)
    )

    assert isinstance(outcome, Extracted)
    assert (outcome.article.document.id, outcome.article.text) == ("d-1", "")
    assert (outcome.facts, outcome.pub_status, outcome.version) == ((), status, "4")
