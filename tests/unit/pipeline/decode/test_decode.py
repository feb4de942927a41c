"""From a record to a raw article, or to a refusal that names the field, the rule and the fix."""

import base64
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.article import RawArticle
from worker.pipeline.decode import Decode
from worker.pipeline.errors import ArticleRejected
from worker.pipeline.values import Envelope

BODY = "Ida Holm was born in Orsby."
EVENT = {"specversion": "1.0", "id": "e-1", "source": "/desk", "type": "n.example.article"}


def record(value: Any, kind: str | None = None, key: bytes | None = None, **headers: str) -> Envelope:
    payload = value if isinstance(value, bytes) else json.dumps(value).encode()
    told = {**headers, **({"content-type": kind} if kind else {})}
    return Envelope(payload, key, tuple((name, text.encode()) for name, text in told.items()))


def decode(envelope: Envelope) -> RawArticle:
    return Decode()(envelope)


def refusal(envelope: Envelope) -> ArticleRejected:
    with pytest.raises(ArticleRejected) as error:
        Decode(max_article_bytes=5_000)(envelope)
    return error.value


@pytest.mark.parametrize(
    "kind",
    [
        *(None, "application/json", "application/json; charset=utf-8", "TEXT/JSON", "application/ld+json"),
        "application/vnd.n.example+json;charset=UTF-8",
    ],
)
def test_json_is_read_whatever_kind_of_json_it_is_called(kind: str | None) -> None:
    assert decode(record({"id": "d-1", "text": BODY}, kind)) == RawArticle(id="d-1", text=BODY)


def test_unknown_fields_are_kept_under_extensions() -> None:
    assert decode(record({"text": BODY, "desk": {"n": 1.5}})).extensions == {"desk": {"n": 1.5}}


def test_header_names_are_read_without_case_and_the_last_one_counts() -> None:
    headers = (("content-type", b"image/png"), ("Content-Type", b"text/plain"))

    assert decode(Envelope(BODY.encode(), headers=headers)).text == BODY


@pytest.mark.parametrize("kind", ["text/html", "application/xhtml+xml; charset=utf-8"])
def test_bare_html_is_read(kind: str) -> None:
    assert decode(record(b"<p>Zo\xc3\xab</p>", kind)) == RawArticle(html="<p>Zoë</p>")


def test_bare_text_takes_its_id_from_the_key() -> None:
    assert decode(record(BODY.encode(), "text/plain", b"d-1")).document_id == "d-1"


def test_bare_text_without_a_key_is_known_by_its_words() -> None:
    article = decode(record(BODY.encode(), "text/plain"))

    assert article.document_id == RawArticle(text=BODY).document_id


def test_json_without_an_id_does_not_take_the_key() -> None:
    article = decode(record({"url": "https://n.example/a", "text": BODY}, key=b"d-1"))

    assert article.document_id == RawArticle(url="https://n.example/a", text=BODY).document_id


def test_bare_text_that_looks_like_json_is_text() -> None:
    assert decode(record(b'{"text": "a"}', "text/plain")).text == '{"text": "a"}'


@pytest.mark.parametrize("kind", ["application/cloudevents+json; charset=utf-8", "application/json", None])
def test_a_structured_cloud_event_is_opened(kind: str | None) -> None:
    event = {
        **EVENT,
        "datacontenttype": "application/json",
        "data": {"id": "d-1", "headline": "T", "articleBody": BODY},
    }

    assert decode(record(event, kind)) == RawArticle(id="d-1", title="T", text=BODY)


def test_a_structured_event_may_carry_text() -> None:
    event = {**EVENT, "datacontenttype": "text/html; charset=iso-8859-1", "data": "<p>Zoë</p>"}

    assert decode(record(event, "application/cloudevents+json", b"d-1")) == RawArticle(
        id="d-1", html="<p>Zoë</p>"
    )


def test_a_structured_event_may_carry_bytes() -> None:
    data = base64.b64encode("Zoë".encode("latin-1")).decode()
    event = {**EVENT, "datacontenttype": "text/plain; charset=iso-8859-1", "data_base64": data}

    assert decode(record(event, "application/cloudevents+json")).text == "Zoë"


def test_a_binary_cloud_event_is_read_by_its_content_type() -> None:
    envelope = record(
        BODY.encode(), "text/plain", ce_specversion="1.0", ce_id="e-1", ce_source="/d", ce_type="t"
    )

    assert decode(envelope).text == BODY


REFUSALS = {
    "tombstone": (record(b""), "invalid_field", "value", "pub_status"),
    "too large": (record(b"x" * 5_001, "text/plain"), "oversize", "value", "limit"),
    "no json": (record(BODY.encode()), "invalid_json", "value", "JSON object"),
    "no utf-8": (record(b'{"text":"\xff"}'), "invalid_encoding", "value", "UTF-8"),
    "json in another charset": (
        record({"text": BODY}, "application/json;charset=latin1"),
        "invalid_encoding",
        "content-type",
        "UTF-8",
    ),
    "array": (record([{"text": BODY}]), "invalid_json", "value", "one article"),
    "number": (record(5), "invalid_json", "value", "one article"),
    "name twice": (record(b'{"text":"a","text":"b"}'), "invalid_json", "value", "once"),
    "picture": (
        record(b"\x89PNG", "image/png"),
        "unsupported_content_type",
        "content-type",
        "application/json",
    ),
    "batch of events": (
        record([EVENT], "application/cloudevents-batch+json"),
        "unsupported_content_type",
        "content-type",
        "one event",
    ),
    "unknown charset": (
        record(b"a", "text/plain; charset=rot13"),
        "invalid_encoding",
        "content-type",
        "charset=",
    ),
    "bytes outside the charset": (record(b"\xff\xff", "text/plain"), "invalid_encoding", "value", "charset="),
    "key that is no utf-8": (record(b"a", "text/plain", b"\xff"), "invalid_field", "key", "UTF-8"),
    "key with a line break": (record(b"a", "text/plain", b"a\nb"), "invalid_field", "key", "control"),
    "no body": (record({"id": "d-1"}), "no_text", "/text", "body"),
    "blank body": (record({"text": " \n"}), "no_text", "/text", "text"),
    "blank alias": (record({"articleBody": "\t"}), "no_text", "/text", "body"),
    "blank bare text": (record(b" \n ", "text/plain"), "no_text", "value", "text"),
    "two bodies": (record({"text": "a", "html": "b"}), "invalid_field", "/html", "out"),
    "wrong type": (record({"text": BODY, "title": 5}), "invalid_field", "/title", "string"),
    "wrong item": (record({"text": BODY, "author": ["A", 5]}), "invalid_field", "/author/1", "string"),
    "date of an alias": (
        record({"text": BODY, "datePublished": "May 16"}),
        "invalid_field",
        "/datePublished",
        "2019-05-16",
    ),
    "status": (record({"text": BODY, "pubStatus": "gone"}), "invalid_field", "/pubStatus", "one of"),
    "extensions": (record({"text": BODY, "extensions": []}), "invalid_field", "/extensions", "object"),
    "nul": (record({"text": "a\x00b"}), "invalid_field", "/text", "U+0000"),
    "withdrawal of nobody knows what": (
        record({"pub_status": "canceled"}),
        "invalid_field",
        "/id",
        "which document",
    ),
    "old cloud event": (
        record(b"a", "text/plain", ce_specversion="0.3"),
        "invalid_field",
        "ce_specversion",
        "1.0",
    ),
    "old structured event": (
        record({**EVENT, "specversion": "0.3", "data": {}}),
        "invalid_field",
        "/specversion",
        "1.0",
    ),
    "event without source": (record({**EVENT, "source": "", "data": {}}), "invalid_field", "/source", "Set"),
    "event without data": (record(EVENT, "application/cloudevents+json"), "invalid_json", "/data", "article"),
    "fault inside an event": (
        record({**EVENT, "data": {"text": BODY, "url": "x"}}),
        "invalid_field",
        "/data/url",
        "https",
    ),
    "bad base64": (record({**EVENT, "data_base64": "*"}), "invalid_field", "/data_base64", "again"),
    "event in an event": (
        record({**EVENT, "data": {**EVENT, "data": {}}}),
        "invalid_field",
        "/data",
        "itself",
    ),
}


@pytest.mark.parametrize(("envelope", "reason", "field", "word"), REFUSALS.values(), ids=REFUSALS)
def test_a_refusal_names_reason_field_rule_and_fix(
    envelope: Envelope, reason: str, field: str, word: str
) -> None:
    error = refusal(envelope)

    assert (error.reason.value, error.field) == (reason, field)
    assert word in f"{error.rule}. {error.fix}"
    assert "{" not in error.rule + error.fix


def test_further_faults_are_named_too() -> None:
    error = refusal(record({"text": BODY, "title": 5, "headline": 6, "url": "x", "datePublished": "x"}))

    assert error.field == "/title"
    assert error.fix.endswith("Also at fault: /datePublished, /url.")


def test_what_is_withdrawn_needs_no_body() -> None:
    article = decode(record({"uri": "urn:n:1", "pubstatus": "canceled", "version": 4}))

    assert (article.document_id, article.pub_status, article.version) == ("urn:n:1", "canceled", "4")


@given(
    st.binary(max_size=300)
    | st.dictionaries(st.sampled_from(["text", "html", "title", "author", "bodies", "version", "data", "specversion"]),
                      st.none() | st.integers() | st.text(max_size=20) | st.lists(st.text(max_size=5), max_size=3),
                      max_size=4).map(lambda value: json.dumps(value).encode()),
    st.sampled_from(["", "text/plain", "text/html", "application/json", "application/cloudevents+json", ";", "a/b"]),
    st.none() | st.binary(max_size=20),
)  # fmt: skip
def test_every_record_is_read_or_refused(payload: bytes, kind: str, key: bytes | None) -> None:
    try:
        ending: RawArticle | ArticleRejected = decode(
            Envelope(payload, key, (("content-type", kind.encode()),))
        )
    except ArticleRejected as error:
        ending = error
    assert ending.document_id if isinstance(ending, RawArticle) else ending.rule and ending.fix
