"""What is asked of trafilatura and htmldate, and what is kept from them."""

from dataclasses import fields
from time import process_time

import pytest
from lxml.html import HtmlElement, document_fromstring, tostring  # type: ignore[import-untyped] # lxml ships no types

from worker.pipeline.clean import borrowed
from worker.pipeline.clean.borrowed import Borrowed, borrow

STORY = "".join(
    f"<p>{text}</p>"
    for text in (
        "Mayor Jane Roe opened the library on Main Street on Monday, and many came to see it with their children.",
        "The building cost $3 million and took two years to build, the city said in a statement on Monday morning.",
        "Her deputy, John Doe, said that the old library had been too small since the 1970s, when the mill closed.",
    )
)
SIZE = 300_000


def tree(head: str = "", body: str = STORY) -> HtmlElement:
    return document_fromstring(f"<html><head>{head}</head><body>{body}</body></html>")


def test_text_day_author_and_address_are_read() -> None:
    found = borrow(
        tree(
            "<link rel='canonical' href='https://a.example/b'><meta name='author' content='Ann Poe, John Doe'>"
            "<meta name='date' content='2021-03-04'>"
        )
    )
    assert found.main.startswith("Mayor Jane Roe opened the library")
    assert found == Borrowed(found.main, "2021-03-04", ("Ann Poe", "John Doe"), "https://a.example/b")


def test_the_page_stays_as_it_was() -> None:
    page = tree("<script>x</script>", f"<div data-preloaded='y'>{STORY}</div><graphic>z</graphic>")
    before = tostring(page)
    borrow(page)
    assert tostring(page) == before


@pytest.mark.parametrize(
    ("head", "body", "authors"),
    [
        ("<meta name='author' content='Ann Poe'><meta property='article:author' content='Jo Doe'>", "",
         ("Ann Poe", "Jo Doe")),
        ("<meta name='author' content='herald'>", "<p class='author'>By Jo Doe</p>", ("Jo Doe",)),
        ("", "<p class='author'>By Jo Doe</p>", ("Jo Doe",)),
        ("", "", ()),
    ],
    ids=["meta tags", "a tag without a name", "a marked line", "nobody"],
)  # fmt: skip
def test_authors_are_those_of_meta_tags_or_of_a_line_that_is_marked(head: str, body: str, authors: tuple[str]) -> None:
    assert tuple(filter(None, borrow(tree(head, body + STORY)).authors)) == authors


@pytest.mark.parametrize(
    ("head", "url"),
    [
        ("<meta property='og:url' content='https://a.example/b'>", "https://a.example/b"),
        ("<meta name='twitter:url' content='https://a.example/c'>", "https://a.example/c"),
        ("<link rel='canonical' href='/b'><meta property='og:image' content='https://a.example/d.png'>",
         "https://a.example/b"),
        ("<meta property='og:url' content='b'>", None),
        ("<link rel='canonical' href='http://[a/'>", None),
        (f"<link rel='canonical' href='https://xn--{'a' * 5_000}/'>", None),
        (f"<meta property='og:url' content='https://a.example/{'a' * 5_000}'>", None),
    ],
    ids=["og", "twitter", "relative", "no address", "no host", "too long", "too long in a tag"],
)  # fmt: skip
def test_the_address_is_one_of_the_web_and_no_longer_than_an_articles(head: str, url: str | None) -> None:
    assert borrow(tree(head)).url == url


def test_the_text_of_json_ld_stands_in_for_one_that_markup_does_not_hold() -> None:
    body = "Jane Roe&#39;s team won the cup. " * 10
    script = f'<script type="application/ld+json">{{"articleBody": "&lt;p&gt;{body}<b>Hooray</b> R&amp;D."}}</script>'
    assert borrow(tree(script, "<p>x</p>")).main.startswith("Jane Roe's team won the cup.")
    assert borrow(tree(script, "<p>x</p>")).main.endswith("Hooray R&D.")


def test_of_a_page_with_endless_meta_tags_no_day_is_read() -> None:
    day = "<meta name='date' content='2021-03-04'>"
    assert borrow(tree(day + "<meta name='n' content='x'>" * 499)).day == "2021-03-04"
    assert borrow(tree(day + "<meta name='n' content='x'>" * 500)).day is None


def test_what_they_do_not_foresee_they_do_not_know(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise LookupError

    for name in ("bare_extraction", "find_date", "extract_author", "extract_url"):
        monkeypatch.setattr(borrowed, name, fail)
    assert borrow(tree()) == Borrowed()


def test_nothing_of_a_page_is_remembered() -> None:
    borrow(tree("<meta name='date' content='2021-03-04'>"))
    assert [cache.cache_info().currsize for cache in borrowed._CACHES] == [0, 0, 0]


HEAVY = {
    "deep text": "<div>" * 200 + "Jane Roe won. " * (SIZE // 14),
    "deep elements": "<div>" * 100 + "<a>Jane</a>won" * (SIZE // 14),
    "text beside elements": "<p>" + "Jane Roe won. " * (SIZE // 28) + "<b></b>x" * (SIZE // 16),
    "elements": "<br>" * 30_001,
}


@pytest.mark.parametrize("body", HEAVY.values(), ids=HEAVY.keys())
def test_nothing_is_asked_of_a_page_that_is_too_deep_or_too_full(body: str) -> None:
    assert borrow(tree(body=STORY + body)) == Borrowed()


def linked(words: str) -> str:
    return f'<script type="application/ld+json">{words}</script>'


def of_author(words: str) -> str:
    return linked(f'{{"@context": "https://schema.org", "@type": "NewsArticle", "author": {words}}}')


NAMES = [f"Ja{chr(97 + at % 26)}{chr(97 + at // 26 % 26)}{chr(97 + at // 676)} Roe" for at in range(15_000)]
# Each made trafilatura or htmldate take minutes, or hours, when they were asked for all that they can find.
MISLEADING = {
    "author": linked('"author":' * (SIZE // 9)),
    "person": linked('"Person"' * (SIZE // 8)),
    "publisher": linked('"publisher":' * (SIZE // 12)),
    "images": linked('"@type":"imageObject",' * (SIZE // 22)),
    "quotation marks": linked('"\\' * (SIZE // 2)),
    "less-than": linked('"' + "<" * SIZE + '"'),
    "forum": linked('"@type":[' * (SIZE // 9)),
    "nickname": of_author('"' + "(" * 190_000 + '"'),
    "authors": of_author("[" + ",".join(f'"{name}"' for name in NAMES) + "]"),
    "body of a tag": linked('{"articleBody": "<a ' + "=" * 190_000 + '"}'),
    "body of a tag, escaped": linked('{"articleBody": "&amp;lt;a ' + "=" * 190_000 + '"}'),
    "author tags": "".join(f"<meta name='author' content='{name}'>" for name in NAMES),
    "nickname in a tag": f"<meta name='author' content='{'(' * SIZE}'>",
    "tag in a tag": f"<meta name='description' content='{'&lt;' * (SIZE // 4)}'>",
    "host": f"<link rel='canonical' href='https://xn--{'a' * SIZE}/'>",
    "dates in tags": "".join(f"<meta name='date' content='may {name} 3 45 in at 1987'>" for name in NAMES),
}


@pytest.mark.parametrize("head", MISLEADING.values(), ids=MISLEADING.keys())
def test_markup_made_against_their_patterns_is_read_in_a_second(head: str) -> None:
    page = tree(head, "<p>x</p>")
    start = process_time()
    borrow(page)
    assert process_time() - start < 5


def test_lines_that_may_be_dates_are_read_in_a_second() -> None:
    lines = "".join(f"<p class='date'>may {name} 3 45 in at 1987 of</p>" for name in NAMES[:900])
    start = process_time()
    borrow(tree(body=lines + STORY))
    assert process_time() - start < 5


def test_nothing_is_found_where_nothing_is() -> None:
    assert [getattr(Borrowed(), field.name) for field in fields(Borrowed)] == ["", None, (), None]
