"""HTML to plain lines: the main text by trafilatura, the best of the open extractors on news pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from lxml import etree  # type: ignore[import-untyped] # lxml ships no types
from lxml.html import HTMLParser, document_fromstring  # type: ignore[import-untyped] # lxml ships no types
from trafilatura import bare_extraction

from worker.pipeline.clean.page_metadata import page_metadata
from worker.pipeline.values import Metadata

if TYPE_CHECKING:
    from lxml.html import HtmlElement
    from trafilatura.settings import Document

# htmldate's own bound is the wall clock; the core has none, so the bound is one that no article reaches.
_DATES = {"original_date": True, "extensive_search": True, "max_date": "2099-12-31"}
# Below twice its own minimum of 250 characters trafilatura falls back to pieces broken at every inline element.
_SHORTEST_MAIN = 500
_UNSEEN = ("script", "style", "noscript", "template", "svg", "iframe", "head", "nav", "footer", "form", "select")
_INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark", "q", "s", "samp"}
    | {"small", "span", "strong", "sub", "sup", "time", "u", "var"}
)


def read_page(html: str) -> tuple[str, Metadata]:
    """The page's main text, one line a paragraph, and what its markup tells; no text if it cannot be parsed.

    Items of lists begin with "- ", as they do in plain text. libxml2 reads every 1 MB bomb
    in 60 ms and drops what is nested deeper than 256 (research/ops.md 0.5).
    """
    tree = _parse(html)
    if tree is None:
        return "", Metadata()
    page = bare_extraction(
        tree, fast=True, with_metadata=True, include_comments=False, date_extraction_params=dict(_DATES)
    )
    document = cast("Document | None", page)
    found = page_metadata(tree, document)
    main = (document.text if document else None) or ""
    return (main if len(main) >= _SHORTEST_MAIN else _all_lines(tree)), found


def _parse(html: str) -> HtmlElement | None:
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        return document_fromstring(html.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:  # nothing but white space or comments
        return None


def _all_lines(tree: HtmlElement) -> str:
    """All visible text, a line for each block: for pages too small or odd to have a main part."""
    etree.strip_elements(tree, *_UNSEEN, with_tail=False)
    parts: list[str] = []
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        block = element.tag not in _INLINE
        text = element.text if event == "start" else element.tail
        words = " ".join((text or "").split())
        spaced = words and text and text[0].isspace()
        lead = "\n- " if event == "start" and element.tag == "li" else "\n" if block else " " if spaced else ""
        parts += (lead, words, " " if words and text and text[-1].isspace() else "")
    return "".join(parts)
