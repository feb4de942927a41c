"""Other vocabularies read as our raw article. All articles here are invented."""

from typing import Any

import pytest

from schemas.aliases import translate

NEWS_ARTICLE = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "@id": "#article",
    "mainEntityOfPage": {"@type": "WebPage", "@id": "https://n.example/2024/03/mill"},
    "headline": "Mill in Orsby to close",
    "articleBody": "The mill in Orsby will close in May.",
    "datePublished": "2024-03-02T08:00:00+01:00",
    "dateModified": "2024-03-02T09:30:00+01:00",
    "author": [
        {"@type": "Person", "name": "Ida Holm"},
        {"@type": "Organization", "name": "Orsby Post"},
        "Bo Chen",
    ],
    "publisher": {"@type": "NewsMediaOrganization", "name": "Orsby Post"},
    "isPartOf": {"@type": "Newspaper", "name": "Orsby Weekend"},
    "articleSection": ["Business", "Local"],
    "inLanguage": {"@type": "Language", "name": "English", "alternateName": "en"},
    "copyrightHolder": {"name": "Orsby Media"},
    "wordCount": 8,
}

NINJS_3 = {
    "uri": "urn:newsml:n.example:20240302:mill",
    "type": "text",
    "version": "3",
    "firstCreated": "2024-03-02T07:55:00Z",
    "versionCreated": "2024-03-02T09:30:00Z",
    "pubStatus": "usable",
    "language": "en-GB",
    "by": "By Ida Holm and Bo Chen",
    "headlines": [
        {"role": "short", "value": "Mill closes"},
        {"role": "main", "value": "Mill in Orsby to close"},
    ],
    "bodies": [
        {"role": "summary", "contentType": "text/plain", "value": "A mill closes."},
        {"role": "main", "contentType": "text/plain", "value": "The mill in Orsby will close in May."},
        {"role": "rich", "contentType": "application/xhtml+xml", "value": "<p>The mill.</p>"},
    ],
    "infoSources": [{"name": "Orsby News Agency", "uri": "https://n.example"}],
    "usageTerms": "Not after 2024",
    "subjects": [{"name": "industry"}],
}

NINJS_1 = {
    "uri": "http://n.example/items/1",
    "versioncreated": "2024-03-02T09:30:00Z",
    "pubstatus": "canceled",
    "byline": "Ida Holm",
    "headline": "Mill in Orsby to close",
    "body_xhtml": "<p>The mill in Orsby will close in May.</p>",
    "copyrightnotice": "(c) Orsby Media",
}


def test_a_schema_org_news_article_is_read() -> None:
    fields, sources = translate(NEWS_ARTICLE)

    assert fields == {
        "text": "The mill in Orsby will close in May.",
        "title": "Mill in Orsby to close",
        "authors": ["Ida Holm", "Orsby Post", "Bo Chen"],
        "published": "2024-03-02T08:00:00+01:00",
        "updated": "2024-03-02T09:30:00+01:00",
        "publisher": "Orsby Post",
        "section": "Business",
        "url": "https://n.example/2024/03/mill",
        "language": "en",
        "rights": "Orsby Media",
        "extensions": {
            name: NEWS_ARTICLE[name] for name in ("@context", "@type", "@id", "isPartOf", "wordCount")
        },
    }
    assert sources["published"] == "datePublished"


def test_ninjs_3_is_read() -> None:
    fields, _ = translate(NINJS_3)

    assert fields == {
        "id": "urn:newsml:n.example:20240302:mill",
        "text": "The mill in Orsby will close in May.",
        "title": "Mill in Orsby to close",
        "authors": ["Ida Holm", "Bo Chen"],
        "published": "2024-03-02T07:55:00Z",
        "updated": "2024-03-02T09:30:00Z",
        "publisher": "Orsby News Agency",
        "language": "en-GB",
        "rights": "Not after 2024",
        "pub_status": "usable",
        "version": "3",
        "extensions": {"type": "text", "subjects": [{"name": "industry"}]},
    }


def test_ninjs_1_is_read() -> None:
    fields, _ = translate(NINJS_1)

    assert fields == {
        "id": "http://n.example/items/1",
        "html": "<p>The mill in Orsby will close in May.</p>",
        "title": "Mill in Orsby to close",
        "authors": ["Ida Holm"],
        "published": "2024-03-02T09:30:00Z",
        "updated": "2024-03-02T09:30:00Z",
        "rights": "(c) Orsby Media",
        "pub_status": "canceled",
        "version": "2024-03-02T09:30:00Z",
        "extensions": {},
    }


def test_the_content_type_of_ninjs_2_bodies_is_read_in_small_letters_too() -> None:
    fields, _ = translate({"bodies": [{"role": "html", "contenttype": "text/html", "value": "<p>a</p>"}]})

    assert fields == {"html": "<p>a</p>", "extensions": {}}


def test_a_body_without_content_type_is_plain() -> None:
    assert translate({"bodies": [{"value": "a"}]}).fields["text"] == "a"


@pytest.mark.parametrize(
    ("given", "field", "value"),
    [
        pytest.param(
            {"title": "Ours", "headline": "Theirs"}, "title", "Ours", id="our name before schema.org"
        ),
        pytest.param(
            {"headline": "A", "headlines": [{"value": "B"}]}, "title", "A", id="schema.org before ninjs"
        ),
        pytest.param({"title": None, "headline": "Theirs"}, "title", "Theirs", id="null counts as not given"),
        pytest.param({"title": " ", "headline": "Theirs"}, "title", "Theirs", id="blank counts as not given"),
        pytest.param(
            {"publisher": {}, "isPartOf": {"name": "N"}}, "publisher", "N", id="nameless thing is passed over"
        ),
        pytest.param(
            {"@id": "https://n.example/a"}, "url", "https://n.example/a", id="@id that is an address"
        ),
        pytest.param(
            {"mainEntityOfPage": "https://n.example/a"}, "url", "https://n.example/a", id="page as string"
        ),
        pytest.param(
            {"identifier": {"propertyID": "x", "value": "n-1"}}, "id", "n-1", id="identifier as object"
        ),
        pytest.param({"identifier": 4711}, "id", "4711", id="identifier as number"),
        pytest.param({"inLanguage": "en"}, "language", "en", id="language as string"),
        pytest.param({"author": "Ida Holm"}, "authors", ["Ida Holm"], id="author as string"),
        pytest.param({"creator": ["Ida Holm"]}, "authors", ["Ida Holm"], id="creator"),
        pytest.param({"by": "Holm, Ida"}, "authors", ["Holm, Ida"], id="surname first is one name"),
        pytest.param(
            {"by": "Ida Holm, Bo Chen and Al Roe"}, "authors", ["Ida Holm", "Bo Chen", "Al Roe"], id="three"
        ),
        pytest.param({"byline": "by Ida Holm; Bo Chen"}, "authors", ["Ida Holm", "Bo Chen"], id="semicolon"),
        pytest.param({"by": "Andy Sandford"}, "authors", ["Andy Sandford"], id="and inside a name"),
        pytest.param({"bylines": [{"byline": "Ida Holm"}]}, "authors", ["Ida Holm"], id="bylines"),
        pytest.param({"datePublished": 5}, "published", 5, id="wrong type is kept for the validator"),
        pytest.param({"by": 5}, "authors", 5, id="byline of a wrong type is kept for the validator"),
    ],
)
def test_one_of_several_names_is_taken(given: dict[str, Any], field: str, value: Any) -> None:
    assert translate(given).fields[field] == value


@pytest.mark.parametrize(
    "given",
    [
        pytest.param({"@id": "#article"}, id="fragment as address"),
        pytest.param({"mainEntityOfPage": True}, id="page as boolean"),
        pytest.param({"inLanguage": "English"}, id="language by name"),
        pytest.param({"author": {"@type": "Person"}}, id="author without a name"),
        pytest.param({"publisher": []}, id="empty list"),
        pytest.param({"bodies": "text"}, id="bodies that are no list"),
        pytest.param({"headlines": [1, {}]}, id="headlines without value"),
    ],
)
def test_what_cannot_be_read_stays_in_extensions(given: dict[str, Any]) -> None:
    assert translate(given) == ({"extensions": given}, {})


def test_a_losing_alias_stays_in_extensions() -> None:
    assert translate({"title": "Ours", "headline": "Theirs"}).fields["extensions"] == {"headline": "Theirs"}


def test_what_the_producer_put_into_extensions_stays_there() -> None:
    fields, _ = translate({"text": "a", "desk": "x", "extensions": {"desk": "y", "run": 1}})

    assert fields["extensions"] == {"desk": "y", "run": 1}


def test_extensions_that_are_no_object_are_left_for_the_validator() -> None:
    assert translate({"extensions": [1]}).fields["extensions"] == [1]


@pytest.mark.parametrize(
    ("given", "bodies"),
    [
        pytest.param({"text": "a", "html": "b"}, {"text": "a", "html": "b"}, id="both ours: refused later"),
        pytest.param({"html": "b", "articleBody": "a"}, {"html": "b"}, id="our html before their text"),
        pytest.param({"text": "a", "body_html": "b"}, {"text": "a"}, id="our text before their html"),
        pytest.param({"body_text": "a", "body_html": "b"}, {"text": "a"}, id="both theirs: the plain one"),
        pytest.param({"text": ""}, {"text": ""}, id="a blank body is kept to be refused"),
    ],
)
def test_one_body_is_taken(given: dict[str, Any], bodies: dict[str, Any]) -> None:
    fields = translate(given).fields

    assert {name: fields[name] for name in ("text", "html") if name in fields} == bodies
