"""What cleaning asks of trafilatura and htmldate beyond what they promise: the names, and what each does."""

import re

import pytest
from htmldate import find_date
from htmldate.extractors import try_date_expr
from lxml.html import document_fromstring  # type: ignore[import-untyped] # lxml ships no types
from trafilatura import bare_extraction
from trafilatura.json_metadata import normalize_authors
from trafilatura.metadata import METANAME_AUTHOR, OG_AUTHOR, PROPERTY_AUTHOR, URL_SELECTORS, extract_author, extract_url
from trafilatura.utils import line_processing, trim

STORY = "<p>Mayor Jane Roe opened the library on Main Street on Monday, and many came to see it.</p>" * 5


def test_authors_of_several_tags_are_folded_into_one_string() -> None:
    assert normalize_authors(None, "By Jane Roe and John Doe") == "Jane Roe; John Doe"
    assert normalize_authors("Jane Roe", "Ann Poe") == "Jane Roe; Ann Poe"
    assert normalize_authors("Jane Roe", "https://a.example/jane") == "Jane Roe"


def test_the_names_of_author_tags_are_lower_case_names() -> None:
    names = {*METANAME_AUTHOR, *PROPERTY_AUTHOR, *OG_AUTHOR}

    assert {"author", "article:author", "byl", "og:author"} <= names
    assert all(name == name.lower() for name in names)


def test_a_marked_line_is_a_byline() -> None:
    page = document_fromstring(f"<html><body><span class='author'>By Jane Roe</span>{STORY}</body></html>")

    assert extract_author(page) == "Jane Roe"


def test_the_address_is_one_of_the_selected_links() -> None:
    page = document_fromstring("<html><head><link rel='canonical' href='https://a.example/b'></head><body>x</body></html>")

    assert extract_url(page) == "https://a.example/b"
    assert next(found for path in URL_SELECTORS if (found := page.find(path)) is not None).get("href") is not None


def test_without_the_extensive_search_no_other_parser_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(_: str) -> None:
        raise AssertionError

    monkeypatch.setattr("htmldate.extractors._external_date", never)
    line = "<p class='date'>may jane 3 45 in at 1987 of</p>"
    page = document_fromstring(f"<html><body>{line}<time>{line}</time>{STORY}</body></html>")
    assert find_date(page, extensive_search=False) is None
    with pytest.raises(AssertionError):
        find_date(page, extensive_search=True)


def test_an_articles_text_in_json_ld_stands_in_for_one_that_markup_does_not_hold() -> None:
    script = '<script type="application/ld+json">[{"articleBody": "%s"}]</script>' % ("Jane Roe won. " * 20)
    found = bare_extraction(
        document_fromstring(f"<html><body><p>x</p>{script}</body></html>"), fast=True, include_comments=False
    )

    assert found is not None
    assert re.match(r"(Jane Roe won\. ?){20}", str(found.text))  # type: ignore[union-attr] # a Document unless as_dict


@pytest.mark.parametrize("cache", [trim, line_processing, try_date_expr])
def test_what_they_remember_of_a_page_can_be_forgotten(cache: object) -> None:
    assert callable(getattr(cache, "cache_clear", None))
