"""Which lines a text has, and which of them are one paragraph that a typesetter broke."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from worker.pipeline.clean.hygiene import squeeze
from worker.pipeline.clean.shapes import SENTENCE_END, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

NARROWEST, WIDEST = 40, 120  # characters: agency wires are set at 60 to 80, mail at 72
STEADY = 0.7  # share of mid-sentence line breaks that the width must explain
_FIRST_WORD = re.compile(r"\S+")
# A crawler's "date 2021-03-04 " at the start of a line is no word of the article: it becomes a line of its own.
CRAWLER_DATE = re.compile(r"date \d{4}-\d\d-\d\d(?: |$)")
_BROKEN_WORD = re.compile(r"[a-z]-$")


@dataclass(frozen=True, slots=True)
class Line:
    """A non-empty line without outer white space; `gap`: a blank line is before it.

    `indent`, `width`: characters before and up to the end of its words as it was set.
    """

    text: str
    gap: bool
    indent: int = 0
    width: int = 0


def lines_of(text: str) -> tuple[Line, ...]:
    """The lines of a tidy text, paragraphs that were broken at a fixed width joined again."""
    lines = list(_split(text))
    width = _set_width(lines)
    return tuple(lines) if width is None else tuple(_join(lines, width))


def _split(text: str) -> Iterator[Line]:
    gap = False
    for raw in text.split("\n"):
        line = squeeze(raw)
        if line:
            yield from _undated(Line(line, gap, len(raw) - len(raw.lstrip()), len(raw.rstrip())))
        gap = not line


def _undated(line: Line) -> Iterator[Line]:
    """The line without the crawler's dates at its start, which come first; no width is known of what is left of it."""
    start = 0
    while match := CRAWLER_DATE.match(line.text, start):
        yield Line(match[0].strip(), line.gap)
        start = match.end()
    if start == 0:
        yield line
    elif line.text[start:]:
        yield Line(line.text[start:], line.gap, line.indent)


def _set_width(lines: list[Line]) -> int | None:
    """The width at which running text was broken, or None if it was not.

    Lines that stop in mid-sentence with a line right below were broken, surely so where it goes on in lower case.
    In such a text they are the rule, and the width explains nearly all of them.
    """
    pairs = [(line, after) for line, after in pairwise(lines) if not after.gap and NARROWEST <= line.width <= WIDEST]
    broken = [(line, after) for line, after in pairs if not SENTENCE_END.search(plain(line.text))]
    if len(broken) < max(2, len(pairs) / 2) or not any(after.text[0].islower() for _, after in broken):
        return None
    width = max(line.width for line, _ in broken)
    full = sum(_is_full(line, after, width) for line, after in broken)
    return width if full >= STEADY * len(broken) else None


def _is_full(line: Line, after: Line, width: int) -> bool:
    """Whether the next line's first word did not fit any more (how every typesetter breaks lines)."""
    word = _FIRST_WORD.match(after.text)
    return line.width <= width < line.width + 1 + (word.end() if word else 0)


def _join(lines: list[Line], width: int) -> Iterator[Line]:
    head, parts = lines[0], [lines[0].text]
    for last, line in pairwise(lines):
        if not line.gap and not _starts_paragraph(last, line) and _is_full(last, line, width):
            parts.append(line.text)
        else:
            yield from _undated(Line(_glue(parts), head.gap))
            head, parts = line, [line.text]
    yield from _undated(Line(_glue(parts), head.gap))


def _starts_paragraph(last: Line, line: Line) -> bool:
    return line.indent > last.indent


def _glue(parts: list[str]) -> str:
    """Joined by spaces; a word that was broken at its hyphen keeps the hyphen and loses the break."""
    pieces = [parts[0]]
    for before, part in pairwise(parts):
        hyphened = _BROKEN_WORD.search(before) and part[0].islower()
        pieces.append(part if hyphened else " " + part)
    return "".join(pieces)
