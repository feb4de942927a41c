"""Where quotation marks open and close: straight, curly and single ones, told apart from apostrophes and inches."""

# ruff: noqa: RUF001 - typographic marks are what the text holds

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from worker.pipeline.values import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from worker.pipeline.values import Block, CleanArticle

_DOUBLE = re.compile(r"[\"“”„«»]|``|''")
_SINGLE = re.compile(r"['‘’]")
_ENDS_SPEECH = frozenset(".,!?…—-")


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words between marks. `inner` excludes the marks; `complete`: the closing mark was found in the block."""

    outer: Span
    inner: Span
    block: int
    complete: bool = True


def find_quoted(article: CleanArticle) -> tuple[Quoted, ...]:
    """The outermost quotations of every block, in order. Single marks count where an article uses no double ones."""
    double = tuple(_double(article))
    if len(double) > 0:
        return double
    return tuple(_single(article))


def _double(article: CleanArticle) -> Iterator[Quoted]:
    for index, block in enumerate(article.blocks):
        marks = list(_DOUBLE.finditer(article.text, block.span.start, block.span.end))
        yield from _pair(article.text, index, block.span, marks)


def _pair(text: str, block: int, span: Span, marks: Sequence[re.Match[str]]) -> Iterator[Quoted]:
    opened: re.Match[str] | None = None
    for mark in marks:
        if opened is None:
            opened = mark if _may_open(text, span, mark) else None
        elif _reopens(text, span, mark):
            yield Quoted(*_bounds(text, opened, mark.start(), mark.start()), block, complete=False)
            opened = mark
        else:
            yield Quoted(*_bounds(text, opened, mark.start(), mark.end()), block)
            opened = None
    if opened is not None:
        yield Quoted(*_bounds(text, opened, span.end, span.end), block, complete=False)


def _bounds(text: str, opened: re.Match[str], inner_end: int, outer_end: int) -> tuple[Span, Span]:
    start = opened.end()
    while start < inner_end and text[start].isspace():
        start += 1
    while inner_end > start and text[inner_end - 1].isspace():
        inner_end -= 1
    return Span(opened.start(), outer_end), Span(start, inner_end)


def _may_open(text: str, span: Span, mark: re.Match[str]) -> bool:
    """No inches ("6'2""), and something must follow."""
    after = text[mark.end() : mark.end() + 1]
    if mark.end() >= span.end or mark.group() in "”»":
        return False
    before = text[mark.start() - 1] if mark.start() > span.start else " "
    return mark.group() in "“„«" or not (before.isdigit() or (before.isalpha() and after.isspace()))


def _reopens(text: str, span: Span, mark: re.Match[str]) -> bool:
    """An opening mark while one is open: the closing one was forgotten."""
    if mark.group() in "“„«":
        return True
    before = text[mark.start() - 1]
    after = text[mark.end() : mark.end() + 1] if mark.end() < span.end else " "
    return mark.group() == '"' and before.isspace() and after.isalnum() and after.isupper()


def _single(article: CleanArticle) -> Iterator[Quoted]:
    text, blocks = article.text, article.blocks
    for index, block in enumerate(blocks):
        marks = list(_SINGLE.finditer(text, block.span.start, block.span.end))
        at = 0
        while at < len(marks):
            close = _single_close(text, block.span, marks, at)
            whole = marks[at].start() == block.span.start and _goes_on(text, blocks, index)
            if whole and (close is None or text[marks[close].start() - 1] not in _ENDS_SPEECH):
                yield Quoted(*_bounds(text, marks[at], block.span.end, block.span.end), index, complete=False)
                break
            if close is not None:
                yield Quoted(*_bounds(text, marks[at], marks[close].start(), marks[close].end()), index)
            at = at + 1 if close is None else close + 1


def _goes_on(text: str, blocks: Sequence[Block], index: int) -> bool:
    """Whether the next paragraph opens with a mark too: a quotation over several."""
    return index + 1 < len(blocks) and _single_opens(
        text, blocks[index + 1].span, blocks[index + 1].span.start
    )


_LOOKAHEAD = 60  # single marks looked at for a closing one: apostrophes of a long quoted paragraph


def _single_close(text: str, span: Span, marks: Sequence[re.Match[str]], at: int) -> int | None:
    if not _single_opens(text, span, marks[at].start()):
        return None
    fallback = None
    for index in range(at + 1, min(len(marks), at + _LOOKAHEAD)):
        place = marks[index].start()
        if _single_opens(text, span, place):
            break
        if text[place] == "‘" or not _single_may_close(text, span, place):
            continue
        if text[place - 1] in _ENDS_SPEECH:
            return index
        fallback = index
    return fallback


def _single_opens(text: str, span: Span, place: int) -> bool:
    before = text[place - 1] if place > span.start else " "
    after = text[place + 1 : place + 2]
    return text[place] != "’" and (before.isspace() or before in "([—–-") and bool(after) and after.isalnum()


def _single_may_close(text: str, span: Span, place: int) -> bool:
    after = text[place + 1] if place + 1 < span.end else " "
    return not after.isalnum() and not text[place - 1].isspace()
