"""The lines of a page as its markup sets them: the words of each block, apart from other blocks or right below them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from lxml import etree  # type: ignore[import-untyped] # lxml ships no types

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement  # type: ignore[import-untyped] # lxml ships no types

_UNSEEN: Final = frozenset(
    {"script", "style", "noscript", "template", "svg", "iframe", "head", "object", "canvas", "select", "textarea"}
    | {"audio", "video", "map", "math", "button"}
)
_INLINE: Final = frozenset(
    {"a", "abbr", "b", "bdi", "cite", "code", "del", "dfn", "em", "font", "i", "img", "ins", "kbd", "label", "mark"}
    | {"q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var"}
)
_APART: Final = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "dl", "blockquote", "ul", "ol", "table", "pre"})


@dataclass(frozen=True, slots=True)
class PageLine:
    """`gap`: set apart from the line above; `item`: of a list."""

    text: str
    gap: bool
    item: bool


@dataclass(slots=True)
class _Open:
    """The line that is being read."""

    gap: bool = False
    item: bool = False
    parts: list[str] = field(default_factory=list)


def page_lines(tree: HtmlElement) -> Iterator[PageLine]:
    """All visible text, a line a block; inside a block, elements add no space that is not in the source."""
    line = _Open()
    hidden = 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        start, tag = event == "start", element.tag
        if tag in _UNSEEN:
            hidden += 1 if start else -1
        elif tag not in _INLINE:
            yield from _closed(line)
            line = _Open(gap=tag in _APART or (line.gap and not line.parts), item=start and tag == "li")
        words = element.text if start else element.tail
        if words and not hidden:
            line.parts.append(words)
    yield from _closed(line)


def _closed(line: _Open) -> Iterator[PageLine]:
    text = " ".join("".join(line.parts).split())
    if text:
        yield PageLine(text, line.gap, line.item)
    else:
        line.parts.clear()
