"""Our envelopes, read by the CloudEvents project's own library."""

import json
from typing import Any

import pytest
from cloudevents.core.bindings.kafka import KafkaMessage, from_binary
from cloudevents.core.formats.json import JSONFormat

from schemas.clean import CleanArticleEvent, MetadataValue
from schemas.cloudevents import Attributes, of_article, of_dead_letter, of_fact, traced
from schemas.codec import encode
from schemas.dead_letter import DeadLetterPointer
from schemas.fact import DocumentRef, EntityRef, Evidence, FactEvent, Literal_, Provenance
from schemas.model import Contract

PARENT = b"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
PROVENANCE = Provenance(
    pipeline="newsfacts", pipeline_version="1", extractor="rules", extractor_version="1", rules_version="1"
)
DOCUMENT = DocumentRef(id="zoë-1", content_sha256="0" * 64, revision=2)
FACT = FactEvent(
    fact_id="f_" + "0" * 32,
    fact_key="k_" + "0" * 32,
    revision=2,
    subject=EntityRef(id="e", key="person:zoë", label="Zoë", type="person"),
    predicate="occupation",
    object=Literal_(datatype="string", value="miller", key="miller"),
    status="asserted",
    rule_id="r",
    confidence=0.9,
    evidence=(Evidence(exact="miller", prefix="", suffix="", start=0, end=6, text_sha256="0" * 64),),
    document=DOCUMENT,
    observed_at=None,
    processed_at="2024-03-05T07:00:05.120Z",
    provenance=PROVENANCE,
)
ARTICLE = CleanArticleEvent(
    text="miller",
    text_sha256="0" * 64,
    blocks=(),
    metadata=MetadataValue(),
    entities=(),
    times=(),
    quantities=(),
    quotes=(),
    fact_ids=(),
    document=DOCUMENT,
    processed_at="2024-03-05T07:00:05.120Z",
    provenance=PROVENANCE,
)
POINTER = DeadLetterPointer(topic="raw", partition=3, offset=41, size_bytes=9, sha256="0" * 64, head="x")


def read(attributes: Attributes, event: Contract, trace: tuple[tuple[str, bytes], ...] = ()) -> Any:
    headers = attributes.headers(trace)
    assert len(dict(headers)) == len(headers), "no header stands twice"
    return from_binary(KafkaMessage(dict(headers), b"key", encode(event)), JSONFormat())


@pytest.mark.parametrize(
    ("attributes", "event", "told"),
    [
        pytest.param(
            of_fact(FACT),
            FACT,
            (
                f"{FACT.fact_id}.2",
                "io.newsfacts.fact.asserted.v1",
                FACT.fact_id,
                "urn:newsfacts:schema:fact:1.0",
            ),
            id="fact",
        ),
        pytest.param(
            of_article(ARTICLE),
            ARTICLE,
            ("zoë-1.2", "io.newsfacts.article.cleaned.v1", "zoë-1", "urn:newsfacts:schema:clean-article:1.1"),
            id="clean article",
        ),
        pytest.param(
            of_dead_letter(POINTER, "2024-03-05T07:00:05Z"),
            POINTER,
            (
                "raw/3/41",
                "io.newsfacts.article.dead_lettered.v1",
                "raw/3/41",
                "urn:newsfacts:schema:dead-letter-pointer:1.1",
            ),
            id="dead letter",
        ),
    ],
)
def test_an_independent_reader_reads_our_envelope(
    attributes: Attributes, event: Contract, told: tuple[str, ...]
) -> None:
    found = read(attributes, event)

    assert (found.get_id(), found.get_type(), found.get_subject(), found.get_dataschema()) == told
    assert (found.get_specversion(), found.get_source()) == ("1.0", "urn:newsfacts")
    assert found.get_datacontenttype() == "application/json"
    assert found.get_time().isoformat()[:19] == "2024-03-05T07:00:05"
    assert found.get_data() == json.loads(encode(event))


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        ({"op": "assert"}, "io.newsfacts.fact.asserted.v1"),
        ({"op": "amend"}, "io.newsfacts.fact.amended.v1"),
        ({"op": "retract", "retract_reason": "canceled"}, "io.newsfacts.fact.retracted.v1"),
    ],
    ids=["assert", "amend", "retract"],
)
def test_the_type_tells_what_became_of_the_fact(change: dict[str, Any], kind: str) -> None:
    assert read(of_fact(FACT.model_copy(update=change)), FACT).get_type() == kind


def test_the_id_is_the_same_when_sent_again_and_another_for_another_revision() -> None:
    again = FACT.model_copy(update={"processed_at": "2030-01-01T00:00:00Z"})
    later = FACT.model_copy(update={"revision": 3})

    assert of_fact(again).id == of_fact(FACT).id != of_fact(later).id


def test_the_source_can_be_told() -> None:
    assert read(of_fact(FACT, "/desk/a"), FACT).get_source() == "/desk/a"


@pytest.mark.parametrize("name", ["traceparent", "ce_traceparent", "Traceparent"])
def test_the_trace_of_the_article_is_passed_on(name: str) -> None:
    trace = traced([(name, PARENT), ("tracestate", b"a=1"), ("other", b"x")])

    assert trace == (("traceparent", PARENT), ("tracestate", b"a=1"))
    assert read(of_fact(FACT), FACT, trace).get_id() == of_fact(FACT).id


@pytest.mark.parametrize("value", [b"", b"x", PARENT.upper(), PARENT + b"-x", b"\xff"])
def test_a_malformed_trace_is_left_behind(value: bytes) -> None:
    assert traced([("traceparent", value), ("tracestate", b"a=1")]) == ()


@pytest.mark.parametrize(("size", "passed"), [(512, True), (513, False)])
def test_a_trace_state_longer_than_all_must_pass_on_stays_behind(size: int, passed: bool) -> None:
    state = b"a=" + b"x" * (size - 2)

    expected = (("tracestate", state),) if passed else ()
    assert traced([("traceparent", PARENT), ("tracestate", state)]) == (("traceparent", PARENT), *expected)
