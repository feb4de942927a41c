"""The raw article: its rules, its id, and the hash that tells revisions apart."""

from typing import Any

import pytest
from pydantic import ValidationError

from schemas.article import MAX_AUTHORS, MAX_ID, MAX_LINE, MAX_NAME, RawArticle

BODY = "Ann Lee was born in Hull."


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        pytest.param({}, "no_body", id="no body"),
        pytest.param({"text": BODY, "html": BODY}, "two_bodies", id="two bodies"),
        pytest.param({"pub_status": "canceled"}, "no_address", id="withdrawal of nobody knows what"),
        pytest.param({"text": BODY, "id": ""}, "string_too_short", id="empty id"),
        pytest.param({"text": BODY, "id": 5}, "string_type", id="number as id"),
        pytest.param({"text": BODY, "id": "x" * (MAX_ID + 1)}, "string_too_long", id="long id"),
        pytest.param({"text": BODY, "id": "a\u200bb"}, "hidden_character", id="zero width in id"),
        *(
            pytest.param({"text": BODY, "id": f"a{hidden}b"}, "hidden_character", id=f"U+{ord(hidden):04X} in id")
            for hidden in "\u00a0\u00ad\u034f\u061c\u115f\u180e\u2009\u202f\u2064\u206a\u2800\u3000\u3164\ufdd0"
            "\ufe0f\uffa0\ufffe\U000e0041\U000e0100"
        ),
        pytest.param({"text": BODY, "id": "   "}, "hidden_character", id="id of spaces"),
        pytest.param({"text": BODY, "id": "a\nb"}, "hidden_character", id="line break in id"),
        pytest.param({"text": BODY, "title": "x" * (MAX_LINE + 1)}, "string_too_long", id="long title"),
        pytest.param({"text": "a\x00b"}, "nul_character", id="nul in text"),
        pytest.param({"html": "a\x00b"}, "nul_character", id="nul in html"),
        pytest.param({"text": BODY, "authors": ["A"] * (MAX_AUTHORS + 1)}, "too_long", id="many authors"),
        pytest.param({"text": BODY, "authors": ["x" * (MAX_NAME + 1)]}, "string_too_long", id="long author"),
        pytest.param({"text": BODY, "authors": {"name": "A"}}, "tuple_type", id="author as object"),
        pytest.param({"text": BODY, "published": "May 16"}, "iso_time", id="date in words"),
        pytest.param({"text": BODY, "updated": 1558017120}, "string_type", id="date as number"),
        pytest.param({"text": BODY, "url": "news.example/a"}, "web_url", id="url without scheme"),
        pytest.param({"text": BODY, "language": "English"}, "string_pattern_mismatch", id="language by name"),
        pytest.param({"text": BODY, "pub_status": "cancelled"}, "literal_error", id="unknown status"),
        pytest.param({"text": BODY, "version": -1}, "string_type", id="negative version"),
        pytest.param({"text": BODY, "version": True}, "string_type", id="boolean version"),
        pytest.param({"text": BODY, "version": 1.5}, "string_type", id="fractional version"),
        pytest.param({"text": BODY, "version": "v2"}, "version_form", id="version in words"),
        pytest.param({"text": BODY, "headline": "x"}, "extra_forbidden", id="name that is not ours"),
    ],
)
def test_a_rule_that_is_broken_is_named_by_its_code(fields: dict[str, Any], code: str) -> None:
    with pytest.raises(ValidationError) as error:
        RawArticle.model_validate(fields)

    assert [detail["type"] for detail in error.value.errors()] == [code]


def test_one_author_may_be_given_as_a_string() -> None:
    assert RawArticle.model_validate({"text": BODY, "authors": "Ann Lee"}).authors == ("Ann Lee",)


@pytest.mark.parametrize(
    ("told", "kept"), [(7, "7"), ("7", "7"), ("2019-05-16T14:32:00.25Z", "2019-05-16T14:32:00.25Z")]
)
def test_a_version_is_an_integer_or_a_time(told: Any, kept: str) -> None:
    assert RawArticle.model_validate({"text": BODY, "version": told}).version == kept


def test_dates_and_addresses_are_kept_in_their_normal_form() -> None:
    article = RawArticle(
        text=BODY, published="20190516T143200+0000", url=" https://N.example/a?utm_source=x "
    )

    assert (article.published, article.url) == ("2019-05-16T14:32:00Z", "https://n.example/a")


def test_characters_that_nobody_sees_are_dropped_from_prose() -> None:
    article = RawArticle(text="Ann\x01 \u202eLee\u2066\x7f\n\tHull\uffff", title="\u202dAnn ")

    assert (article.text, article.title) == ("Ann Lee\n\tHull", "Ann")


def test_joiners_of_other_scripts_stay_in_prose() -> None:
    joined = "\u0645\u06cc\u200c\u062e"  # Persian, with a zero-width non-joiner

    assert RawArticle(text=joined).text == joined


@pytest.mark.parametrize("status", ["withheld", "canceled"])
def test_what_is_withdrawn_needs_no_body(status: str) -> None:
    assert RawArticle.model_validate({"id": "d-1", "pub_status": status}).text is None


def test_the_producers_id_is_the_document_id() -> None:
    assert RawArticle(id="d-1", url="https://n.example/a", text=BODY).document_id == "d-1"


def test_without_an_id_the_canonical_url_tells_the_document() -> None:
    one = RawArticle(url="https://n.example/a?utm_source=x#top", text=BODY)
    other = RawArticle(url="https://N.EXAMPLE/a", text="Rewritten.")

    assert one.document_id == other.document_id
    assert one.document_id.startswith("doc_")


def test_without_id_and_url_the_body_tells_the_document() -> None:
    assert RawArticle(text=BODY).document_id == RawArticle(text=BODY, title="T").document_id
    assert RawArticle(text=BODY).document_id != RawArticle(text=BODY + " ").document_id


def test_the_content_hash_does_not_see_id_version_and_extensions() -> None:
    plain = RawArticle(text=BODY)

    assert RawArticle(id="d", text=BODY, version=2, extensions={"a": 1.5}).content_hash == plain.content_hash


@pytest.mark.parametrize(
    "change",
    [
        {"title": "T"},
        {"published": "2019"},
        {"authors": ("A",)},
        {"pub_status": "withheld"},
        {"text": "Other."},
    ],
    ids=lambda change: next(iter(change)),
)
def test_the_content_hash_sees_everything_else(change: dict[str, Any]) -> None:
    assert (
        RawArticle.model_validate({"text": BODY, **change}).content_hash != RawArticle(text=BODY).content_hash
    )


def test_the_content_hash_is_frozen_so_that_an_upgrade_does_not_make_all_articles_new() -> None:
    assert RawArticle(text=BODY, title="T", authors=("Ann Lee",)).content_hash == (
        "fc7a0da28e7af115a09a8b4a05dae7a4153c24286f1e46c0ad5976ee9b715794"
    )
