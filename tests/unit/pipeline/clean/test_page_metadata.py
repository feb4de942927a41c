"""What a page's markup tells."""

import pytest

from worker.pipeline.clean.linked_data import MAX_SCRIPTS
from worker.pipeline.clean.markup import read_page
from worker.pipeline.clean.page_metadata import MAX_TAGS
from worker.pipeline.values import LocalTime, Metadata

LINKED = """<script type="application/ld+json">{"@graph": [{"@type": "WebPage"}, {"@type": "NewsArticle",
"headline": "Mayor opens library", "datePublished": "2021-03-04T10:20:00+01:00", "dateModified": "2021-03-05",
"author": [{"@type": "Person", "name": "Ann Example"}, {"name": "John Doe"}], "articleSection": ["Local"],
"publisher": {"name": "Oakville Herald"}, "inLanguage": "en-GB"}]}</script>"""


def found_in(head: str = "", body: str = "", attributes: str = "") -> Metadata:
    text = "<p>Mayor Jane Roe opened the library on Main Street on Monday, and hundreds of people came.</p>"
    return read_page(f"<html {attributes}><head>{head}</head><body>{body}{text}</body></html>").metadata


def test_json_ld_is_read() -> None:
    found = found_in(LINKED)
    assert found.title == "Mayor opens library"
    assert found.authors == ("Ann Example", "John Doe")
    assert found.published == LocalTime("2021-03-04T10:20:00", "+01:00", "second", "html")
    assert found.updated == LocalTime("2021-03-05", None, "day", "html")
    assert (found.section, found.publisher, found.language) == ("Local", "Oakville Herald", "en-GB")


def test_meta_tags_are_read() -> None:
    found = found_in(
        '<meta property="article:published_time" content="2021-03-04T10:20">'
        '<meta property="og:site_name" content="Oakville Herald">'
        '<meta property="og:title" content="Mayor opens library">',
        attributes='lang="en"',
    )
    assert found.published == LocalTime("2021-03-04T10:20", None, "minute", "html")
    assert (found.title, found.publisher, found.language) == ("Mayor opens library", "Oakville Herald", "en")


def test_the_heading_that_says_what_the_title_says_is_the_headline() -> None:
    found = found_in(
        "<title>Mayor opens library | Oakville Herald</title>",
        "<h1>Oakville Herald</h1><h1>Mayor Roe opens the library</h1>",
    )
    assert found.title == "Mayor Roe opens the library"


@pytest.mark.parametrize(
    "script",
    [
        pytest.param("{not json", id="no json"),
        pytest.param("[" * 100_000, id="deep nesting"),
        pytest.param(
            '{"@type": "NewsArticle", "headline": 7, "author": {"name": {}}, "datePublished": []}', id="wrong types"
        ),
        pytest.param('{"@type": "NewsArticle", "author": []}', id="nobody"),
        pytest.param('"text"', id="no object"),
    ],
)
def test_bad_json_ld_is_passed_over(script: str) -> None:
    found = found_in(f'<title>Mayor opens library</title><script type="application/ld+json">{script}</script>')
    assert (found.title, found.authors) == ("Mayor opens library", ())


def test_meta_tags_without_a_name_or_a_value_tell_nothing() -> None:
    found = found_in(
        '<meta charset="utf-8"><meta property="og:title" content=""><meta name="og:title" content="Mayor quits">'
    )
    assert found.title == "Mayor quits"


def test_of_a_page_with_endless_meta_tags_the_first_are_read() -> None:
    tags = "".join(f'<meta name="n{i}" content="x">' for i in range(MAX_TAGS))
    assert found_in(f'{tags}<meta property="og:site_name" content="Oakville Herald">').publisher is None
    assert found_in(f'<meta property="og:site_name" content="Oakville Herald">{tags}').publisher == "Oakville Herald"


def test_of_a_page_with_endless_scripts_the_first_are_read() -> None:
    scripts = "<script></script>" * MAX_SCRIPTS
    assert found_in(scripts + LINKED).authors == ()
    assert found_in(LINKED + scripts).authors == ("Ann Example", "John Doe")


def test_a_time_of_utc_is_given_by_the_pages_own_clock() -> None:
    found = found_in(
        '<meta property="article:published_time" content="2021-03-05T00:46:23+00:00">',
        '<time datetime="2021-03-04T19:46:23-05:00">March 4, 2021</time>',
    )
    assert found.published == LocalTime("2021-03-04T19:46:23", "-05:00", "second", "html")
