"""What trafilatura and htmldate find in a page, asked only for what they find in bounded time.

Their patterns were made for pages that somebody fetched, not for pages that somebody made against them: those for
JSON-LD and meta tags are quadratic (900 kB of `"author":` take hours), and htmldate's extensive search asks dateparser,
at 20 ms, about every line that might hold a date. So what JSON-LD and meta tags tell is read by page_metadata.py, and
here is asked what remains, of pages that none of their walks up and down a tree can take long for.
"""

from __future__ import annotations

import json
import re
from copy import copy
from dataclasses import dataclass
from functools import reduce
from html import unescape
from itertools import islice
from typing import TYPE_CHECKING, Final, TypeVar, cast

from courlan import is_valid_url
from htmldate import find_date
from htmldate.extractors import try_date_expr
from lxml import etree  # type: ignore[import-untyped] # lxml ships no types
from trafilatura import bare_extraction
from trafilatura.json_metadata import normalize_authors
from trafilatura.metadata import METANAME_AUTHOR, OG_AUTHOR, PROPERTY_AUTHOR, URL_SELECTORS, extract_author, extract_url
from trafilatura.utils import line_processing, trim

from worker.pipeline.clean.linked_data import linked_objects

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml.html import HtmlElement  # type: ignore[import-untyped] # lxml ships no types
    from trafilatura.settings import Document

Found = TypeVar("Found")
_LAST_DAY: Final = "2099-12-31"  # htmldate's own is today; the core has no clock
_AUTHOR_TAGS: Final = frozenset(METANAME_AUTHOR | PROPERTY_AUTHOR | OG_AUTHOR)
_MOST_TAGS: Final = 500  # meta tags; pages have 20 to 80
# Names are compared with all others: so many, so long, cost a second at the worst. Pages name 1 to 3 in such a tag.
_MOST_SIGNATURES: Final = 20
_LONGEST_SIGNATURE: Final = 200
_LONGEST_URL: Final = 4_096  # as of an article's own
_MOST_ELEMENTS: Final = 30_000  # at 100 us each; the longest live blogs have 20,000
# Many of their walks ask each element for all the text in it. So a character counts as often as it has elements around
# it, and an element as much as a hundred characters. To take an element out, besides, copies the text that is right
# beside it. 150 pages of ../shared/data/cleaning have 29 million at the most: scripts deep in the page.
_MOST_TEXT: Final = 60_000_000
_OF_ELEMENT: Final = 100
_COPIED: Final = 5
_TAG: Final = re.compile(r"<[^<>]{1,500}>")
_CACHES: Final = (trim, line_processing, try_date_expr)


@dataclass(frozen=True, slots=True)
class Borrowed:
    """`day`: of publication, YYYY-MM-DD."""

    main: str = ""
    day: str | None = None
    authors: tuple[str, ...] = ()
    url: str | None = None


def borrow(tree: HtmlElement) -> Borrowed:
    """Nothing of a page that is too deep or too long for them. The tree stays as it is."""
    if not _is_bearable(tree):
        return Borrowed()
    url = _or_none(lambda: _url(tree))
    found = Borrowed(
        _or_none(lambda: _main(tree)) or "",
        _or_none(lambda: _day(tree, url)),
        _or_none(lambda: _authors(tree)) or (),
        url,
    )
    for cache in _CACHES:  # each keeps a thousand texts, however long they are: a GB after as many hostile pages
        cache.cache_clear()
    return found


def _or_none(ask: Callable[[], Found | None]) -> Found | None:
    """What they did not foresee they do not know."""
    try:
        return ask()
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
        return None


def _is_bearable(tree: HtmlElement) -> bool:
    beside, spent = [0], 0
    for count, (event, element) in enumerate(etree.iterwalk(tree, events=("start", "end"))):
        if event == "start":
            beside.append(len(element.text or ""))
            spent += len(beside) * (_OF_ELEMENT + beside[-1])
        else:
            spent += len(element) * beside.pop() // _COPIED
            after = len(element.tail or "")
            beside[-1] += after
            spent += len(beside) * after
        if spent > _MOST_TEXT or count > 2 * _MOST_ELEMENTS:
            return False
    return True


def _day(tree: HtmlElement, url: str | None) -> str | None:
    """Each of 150 pages of ../shared/data/cleaning gets the same day by the extensive search."""
    if next(islice(tree.iter("meta"), _MOST_TAGS, None), None) is not None:
        return None
    return find_date(tree, extensive_search=False, original_date=True, url=url, max_date=_LAST_DAY)


def _main(tree: HtmlElement) -> str | None:
    page = bare_extraction(
        _without_data(tree),
        fast=True,
        include_comments=False,
        include_tables=False,  # layouts and figures rather than text: word-F1 .9442 without, .9426 with them
    )
    return cast("Document", page).text if page else None


def _without_data(tree: HtmlElement) -> HtmlElement:
    """A copy without what is no text, but would be searched for some; of JSON-LD what it tells of the text stays."""
    shown = copy(tree)
    for script in shown.iter("script"):
        script.text = None
    for holder in shown.iterfind(".//div[@data-preloaded]"):  # what forums show
        del holder.attrib["data-preloaded"]
    etree.strip_tags(shown, "graphic")  # no tag of HTML, but of trafilatura's
    etree.SubElement(shown, "script", type="application/ld+json").text = json.dumps(_bodies(tree))
    return shown


def _bodies(tree: HtmlElement) -> list[dict[str, str]]:
    bodies = (thing.get("articleBody") for thing in linked_objects(tree))
    return [{"articleBody": _plain(body)} for body in bodies if isinstance(body, str)]


def _plain(body: str) -> str:
    """No markup, not even when it is unescaped again: trafilatura's pattern for tags is quadratic."""
    return _TAG.sub(" ", unescape(body)).replace("<", " ").replace("&", "&amp;")


def _authors(tree: HtmlElement) -> tuple[str, ...]:
    """By meta tags, else by the first line that is marked as a byline."""
    tags = (content[:_LONGEST_SIGNATURE] for key, content in _meta(tree) if key in _AUTHOR_TAGS)
    signed = reduce(normalize_authors, islice(tags, _MOST_SIGNATURES), None)
    names = signed if signed and " " in signed else extract_author(tree)
    return tuple((names or "").split("; ")[:_MOST_SIGNATURES])


def _url(tree: HtmlElement) -> str | None:
    told = {key: content for key, content in _meta(tree) if key in {"og:url", "twitter:url"} and is_valid_url(content)}
    linked = (element.get("href", "") for selector in URL_SELECTORS if (element := tree.find(selector)) is not None)
    if any(len(url) > _LONGEST_URL for url in (*told.values(), *linked)):  # to decode a host takes quadratic time
        return None
    return told.get("og:url") or told.get("twitter:url") or extract_url(tree)


def _meta(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    for tag in islice(tree.iterfind(".//head/meta[@content]"), _MOST_TAGS):
        yield (tag.get("property") or tag.get("name") or tag.get("itemprop") or "").lower(), tag.get("content", "")
