"""Facts and outcomes of invented articles, as short as the models allow."""

import hashlib
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from schemas.clean import CleanArticleEvent, MetadataValue
from schemas.fact import DocumentRef, EntityRef, Evidence, FactEvent, Literal_, Provenance
from worker.pipeline.outcome import Extracted

PROVENANCE = Provenance(
    pipeline="newsfacts", pipeline_version="1", extractor="rules", extractor_version="1", rules_version="1"
)


def _sha(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def make_fact(name: str = "a", **changes: Any) -> FactEvent:
    fact = FactEvent(
        fact_id="f_" + _sha(name)[:32],
        fact_key="k_" + _sha(name)[:32],
        subject=EntityRef(id="ent:p", key="person:ida-holm", label="Ida Holm", type="person"),
        predicate="occupation",
        object=Literal_(datatype="string", value=name, key=name),
        status="asserted",
        rule_id="occupation/apposition",
        confidence=0.8,
        evidence=(Evidence(exact=name, prefix="", suffix="", start=0, end=len(name), text_sha256=_sha("t")),),
        document=DocumentRef(id="d-1", content_sha256=_sha("t")),
        observed_at=None,
        processed_at="2024-03-02T08:00:00Z",
        provenance=PROVENANCE,
    )
    return FactEvent.model_validate({**dict(fact), **changes})


def make_outcome(content: str, facts: Sequence[FactEvent] = (), **changes: Any) -> Extracted:
    article = CleanArticleEvent(
        text=content,
        text_sha256=_sha(content),
        blocks=(),
        metadata=MetadataValue(),
        entities=(),
        times=(),
        quantities=(),
        quotes=(),
        fact_ids=tuple(fact.fact_id for fact in facts),
        document=DocumentRef(id="d-1", content_sha256=_sha(content)),
        processed_at="2024-03-02T08:00:00Z",
        provenance=PROVENANCE,
    )
    status = changes.get("pub_status", "usable")
    return Extracted(article, tuple(facts), _sha(content + status), **changes)


@pytest.fixture(name="fact", scope="session")
def fact_maker() -> Callable[..., FactEvent]:
    return make_fact


@pytest.fixture(name="outcome", scope="session")
def outcome_maker() -> Callable[..., Extracted]:
    return make_outcome
