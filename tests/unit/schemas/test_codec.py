"""JSON in and out: what is refused and why, and the bytes that ids are made of."""

import hashlib
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas import codec
from schemas.article import RawArticle
from schemas.codec import JsonRefused, canonical, digest, read_foreign
from schemas.state import DocumentState


@pytest.mark.parametrize(
    ("payload", "fault", "word"),
    [
        pytest.param(b'{"a":"\xff"}', "encoding", "byte 6", id="byte that is no utf-8"),
        pytest.param(b"\xff\xfe{\x00}\x00", "encoding", "UTF-8", id="utf-16"),
        pytest.param(b'{"a":"\\ud800"}', "syntax", "surrogate", id="lone surrogate"),
        pytest.param(b'{"a":NaN}', "syntax", "line 1 column 6", id="NaN"),
        pytest.param(b'{"a":Infinity}', "syntax", "column 6", id="infinity"),
        pytest.param(b'{"a":1e999}', "syntax", "infinity", id="float that overflows"),
        pytest.param(b'{"a":1,}', "syntax", "trailing comma", id="trailing comma"),
        pytest.param(b'{"a":1}{"b":2}', "syntax", "after document", id="second value"),
        pytest.param(b"{'a':1}", "syntax", "column 2", id="single quotes"),
        pytest.param(b'{"a":1', "syntax", "end of", id="cut short"),
        pytest.param(b"", "syntax", "empty", id="nothing"),
        pytest.param(b'{"a":18446744073709551616}', "syntax", "64 bits", id="integer above 64 bits"),
        pytest.param(b'{"a":-9223372036854775809}', "syntax", "64 bits", id="integer below 64 bits"),
        pytest.param(b'{"a":' + b"9" * 300 + b"}", "syntax", "64 bits", id="integer of 300 digits"),
        pytest.param(b'{"a":1,"b":2,"a":3}', "syntax", "'a' stands twice", id="name twice"),
        pytest.param(
            b'{"x":[{"a":1,"\\u0061":2}]}', "syntax", "'a' stands twice", id="name twice, escaped and nested"
        ),
        pytest.param(b"[" * 65 + b"]" * 65, "syntax", "nested 64 deep", id="65 levels"),
        pytest.param(b"[" * 900_000, "syntax", "JSON", id="900,000 levels"),
    ],
)
def test_foreign_json_is_refused_with_rule_and_fix(payload: bytes, fault: str, word: str) -> None:
    with pytest.raises(JsonRefused) as refusal:
        read_foreign(payload)

    assert refusal.value.fault == fault
    assert word in refusal.value.rule
    assert refusal.value.fix.endswith((".", "disagree."))


@pytest.mark.parametrize(
    ("payload", "value"),
    [
        pytest.param(b'\xef\xbb\xbf{"a":1}', {"a": 1}, id="byte order mark"),
        pytest.param(b'{"a":18446744073709551615}', {"a": 2**64 - 1}, id="largest integer"),
        pytest.param(b'{"a":-9223372036854775808}', {"a": -(2**63)}, id="smallest integer"),
        pytest.param(b'{"a":1.5}', {"a": 1.5}, id="float"),
        pytest.param(
            b'{"a":{"x":1},"b":{"x":1}}', {"a": {"x": 1}, "b": {"x": 1}}, id="one name in two objects"
        ),
        pytest.param(b"[" * 64 + b"]" * 64, json.loads("[" * 64 + "]" * 64), id="64 levels"),
        pytest.param(b'"\\ud83d\\ude00"', "\N{GRINNING FACE}", id="surrogate pair"),
    ],
)
def test_foreign_json_is_read(payload: bytes, value: Any) -> None:
    assert read_foreign(payload) == value


JSON_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**64 - 1)
    | st.text()
    | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


@given(JSON_VALUES)
def test_whatever_python_writes_is_read_back(value: Any) -> None:
    assert read_foreign(json.dumps(value).encode()) == value


@given(st.binary(max_size=200))
def test_no_bytes_raise_anything_but_a_refusal(payload: bytes) -> None:
    try:
        read_foreign(payload)
    except JsonRefused as refusal:
        assert refusal.rule  # noqa: PT017 - either outcome is right


def test_canonical_json_is_that_of_rfc_8785() -> None:
    value = {"b": ['\u20ac$\x0f\nA\'B"\\\\"/', True, None], "a": -5, "A": {}}

    # The string is that of RFC 8785, 3.2.2 with its expected output from 3.2.4.
    assert canonical(value) == b'{"A":{},"a":-5,"b":["\xe2\x82\xac$\\u000f\\nA\'B\\"\\\\\\\\\\"/",true,null]}'


def test_digest_is_sha_256_of_the_canonical_form() -> None:
    assert digest({"b": 1, "a": 2}) == hashlib.sha256(b'{"a":2,"b":1}').hexdigest()


@pytest.mark.parametrize(
    "value",
    [
        1.0,
        2**53,
        {"\N{LATIN SMALL LETTER E WITH ACUTE}": 1},
        {1: "a"},
        b"x",
        [{"a": 0.1}],
        {"a": float("nan")},
    ],
    ids=[
        "float",
        "inexact integer",
        "name outside ascii",
        "name that is no string",
        "bytes",
        "nested float",
        "nan",
    ],
)
def test_what_has_no_canonical_form_is_a_type_error(value: Any) -> None:
    with pytest.raises(TypeError, match="no canonical form"):
        canonical(value)


STATE = DocumentState(document_id="d-1", content_sha256="0" * 64, revision=3)


def test_fields_are_written_in_the_order_of_the_contract_and_none_is_left_out() -> None:
    written = json.loads(codec.encode(STATE))

    assert list(written) == list(DocumentState.model_fields)


def test_encoding_is_deterministic_and_without_white_space() -> None:
    assert codec.encode(STATE) == codec.encode(STATE.model_copy())
    assert b": " not in codec.encode(STATE)


def test_what_was_encoded_is_decoded_to_an_equal_value() -> None:
    assert codec.decode(DocumentState, codec.encode(STATE)) == STATE


def test_a_field_that_a_newer_version_added_is_ignored() -> None:
    newer = json.dumps({**json.loads(codec.encode(STATE)), "added_later": 1}).encode()

    assert codec.decode(DocumentState, newer) == STATE


def test_words_stay_utf_8() -> None:
    article = RawArticle(text="Zoë in Łódź \N{GRINNING FACE}")

    assert "Zoë in Łódź \N{GRINNING FACE}".encode() in codec.encode(article)
