"""HTML to lines: those that the page sets, and which of them trafilatura, best of the open extractors, takes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lxml import etree  # type: ignore[import-untyped] # lxml ships no types
from lxml.html import HTMLParser, document_fromstring  # type: ignore[import-untyped] # lxml ships no types

from worker.pipeline.clean.borrowed import borrow
from worker.pipeline.clean.hygiene import squeeze, tidy
from worker.pipeline.clean.layout import Line
from worker.pipeline.clean.page_lines import page_lines
from worker.pipeline.clean.page_metadata import page_metadata
from worker.pipeline.values import Metadata

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

# Below twice its own minimum of 250 characters trafilatura falls back to pieces broken at every inline element.
_SHORTEST_MAIN: Final = 500
_SHINGLE: Final = 4  # words in a row that tell whose line a longer line is
_SHARED: Final = 0.8  # share of a line's shingles that the main text has; some elements are broken differently there
_WORDS: Final = re.compile(r"\w+")
# libxml2 and XPath compare each attribute of a tag with all before it: 64,000 in one tag took 100 s. Pages have
# up to some 40. Possessive throughout, so that nothing is tried twice.
_ATTRIBUTE: Final = r"""[\s/]*+[^\s/>][^\s/>=<]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"'<][^\s><]*+)?+)?+"""
_CROWDED: Final = re.compile(rf"(<[A-Za-z][^\s/><]*+(?:{_ATTRIBUTE}){{256}})(?:{_ATTRIBUTE})++")


@dataclass(frozen=True, slots=True)
class ReadPage:
    """`chosen`: of each line, whether trafilatura takes it; None if it finds no main text."""

    lines: tuple[Line, ...]
    chosen: tuple[bool, ...] | None
    metadata: Metadata


def read_page(html: str) -> ReadPage:
    """The page's lines and what its markup tells; no lines if it cannot be parsed.

    Items of lists in the main text begin with "- ", as they do in plain text. libxml2 reads every 1 MB bomb
    in 60 ms and drops what is nested deeper than 256 (research/ops.md 0.5).
    """
    tree = _parse(html)
    if tree is None:
        return ReadPage((), None, Metadata())
    borrowed = borrow(tree)
    main = borrowed.main if len(borrowed.main) >= _SHORTEST_MAIN else None
    return _chosen(tree, main, page_metadata(tree, borrowed))


def _chosen(tree: HtmlElement, main: str | None, metadata: Metadata) -> ReadPage:
    read = ((squeeze(tidy(line.text)), line) for line in page_lines(tree))
    known = [(text, line) for text, line in read if text]
    chosen = _of_main([text for text, _ in known], main) if main else None
    items = chosen or [True] * len(known)
    lines = (
        Line(f"- {text}" if line.item and own else text, line.gap)
        for (text, line), own in zip(known, items, strict=True)
    )
    return ReadPage(tuple(lines), None if chosen is None else tuple(chosen), metadata)


def _of_main(texts: Sequence[str], main: str) -> list[bool]:
    """Which lines are in the main text: short ones as a whole, others by most of their words in a row."""
    whole = {tuple(_words(line)) for line in main.split("\n")}
    shingles = {shingle for line in whole for shingle in zip(*(line[at:] for at in range(_SHINGLE)), strict=False)}
    return [_is_of(tuple(_words(text)), whole, shingles) for text in texts]


def _is_of(words: tuple[str, ...], whole: set[tuple[str, ...]], shingles: set[tuple[str, ...]]) -> bool:
    if words in whole:
        return True
    own = list(zip(*(words[at:] for at in range(_SHINGLE)), strict=False))
    return bool(own) and sum(shingle in shingles for shingle in own) >= _SHARED * len(own)


def _words(text: str) -> list[str]:
    return _WORDS.findall(text.lower())


def _parse(html: str) -> HtmlElement | None:
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        return document_fromstring(_CROWDED.sub(r"\1", html).encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:  # nothing but white space or comments
        return None
