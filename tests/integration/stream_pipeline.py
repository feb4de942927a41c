"""A deterministic pipeline for tests of the shell: runs in pool processes and does what the payload says.

Payload: {"id", "facts": [names], "do": none | slow | hang | die | eat | raise, "pad": characters of clean text,
"status", "version", "labels": {name: sensitivity}}. One fact event per name; anything else than such JSON is rejected.
"""

from __future__ import annotations

import ctypes
import hashlib
import time
from typing import TYPE_CHECKING, Any

import orjson

from schemas.clean import CleanArticleEvent, MetadataValue
from schemas.fact import DocumentRef, EntityRef, Evidence, FactEvent, Literal_, Provenance
from worker.pipeline.errors import RejectReason
from worker.pipeline.outcome import Extracted, Failed, Outcome, Rejected
from worker.stream import canary

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from schemas.fact import Sensitivity
    from worker.pipeline.values import Envelope

PROVENANCE = Provenance(
    pipeline="test", pipeline_version="1", extractor="test", extractor_version="1", rules_version="1"
)


def factory() -> Callable[[Envelope], Outcome]:
    return process


def broken() -> Callable[[Envelope], Outcome]:
    """A release that fails on whatever it is given, but for what is no article at all."""
    return _fails


def broken_for_theirs() -> Callable[[Envelope], Outcome]:
    """One that reads the article of its own by which a worker tries itself out."""
    return lambda envelope: process(envelope) if envelope.key == canary.KEY else _fails(envelope)


def _fails(envelope: Envelope) -> Outcome:
    outcome = process(envelope)
    return outcome if isinstance(outcome, Rejected) else Failed("KeyError", "extract", "a bug")


def process(envelope: Envelope) -> Outcome:
    try:
        article = orjson.loads(envelope.payload)
        do = article.get("do", "none")
    except (orjson.JSONDecodeError, AttributeError):
        return Rejected(RejectReason.INVALID_JSON, "decode", "/", "a JSON object", "send one")
    _DEEDS[do]()
    return extracted(article, envelope)


def extracted(article: dict[str, Any], envelope: Envelope) -> Extracted:
    text = "x" * article.get("pad", 0)
    content = hashlib.sha256(envelope.payload).hexdigest()
    document = DocumentRef(id=article["id"], content_sha256=content)
    labels = article.get("labels", {})
    facts = tuple(fact(name, document, envelope, labels.get(name, ())) for name in article.get("facts", ()))
    event = CleanArticleEvent(
        text=text, text_sha256=_sha(text), blocks=(), metadata=MetadataValue(), entities=(), times=(),
        quantities=(), quotes=(), fact_ids=tuple(one.fact_id for one in facts), document=document,
        processed_at=envelope.received_at, provenance=PROVENANCE,
    )
    timings = (("decode", 0.001), ("clean", 0.002))
    status, version = article.get("status", "usable"), article.get("version")
    return Extracted(event, facts, content, status, version, timings)


def fact(name: str, document: DocumentRef, envelope: Envelope, labels: Sequence[Sensitivity] = ()) -> FactEvent:
    return FactEvent(
        fact_id=fact_id(document.id, name), fact_key="k_" + _sha(name)[:32],
        subject=EntityRef(id="e1", key=f"person:{document.id}", label="Somebody", type="person"),
        predicate="number_of_teeth", object=Literal_(datatype="string", value=name, key=name),
        status="asserted", rule_id="test", confidence=0.9,
        evidence=(Evidence(exact="", prefix="", suffix="", start=0, end=0, text_sha256=_sha("")),),
        document=document, observed_at=None, processed_at=envelope.received_at, provenance=PROVENANCE,
        sensitivity=tuple(labels),
    )


def fact_id(document_id: str, name: str) -> str:
    return "f_" + _sha(f"{document_id}/{name}")[:32]


def _sha(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


_DEEDS: dict[str, Callable[[], object]] = {
    "none": lambda: None,
    "slow": lambda: time.sleep(0.2),
    "hang": lambda: time.sleep(3600),
    "die": lambda: ctypes.string_at(0),  # a segmentation fault, as a broken C extension would
    "eat": lambda: bytearray(8 << 30),
    "raise": lambda: 1 / 0,
}
