"""Where quotation marks open and close: straight, curly and single ones, told apart from apostrophes and inches."""

# ruff: noqa: RUF001 - typographic marks are what the text holds

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

from worker.pipeline.annotate.cues import CUE_FORMS
from worker.pipeline.values import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from worker.pipeline.values import Block, CleanArticle

_MARK = re.compile(r"[\"“”„«»]|``|''|‘‘|’’|['‘’]")
_SINGLE = frozenset("'‘’")
_OPENING = frozenset(("“", "„", "«", "``", "‘‘"))
_CLOSING = frozenset(("”", "»", "’’"))
_ENDS_SPEECH = frozenset(".,!?…—-")
_STOPS = frozenset(".,!?…")
_LOOKAHEAD = 60  # single marks looked at for a closing one: apostrophes of a long quoted paragraph
_ELIDED = re.compile(r"(?:\d0s|em|tis|twas|til|till|cause|bout|round|n)\b", re.IGNORECASE)  # "the '90s", "get 'em"
_TOLD = re.compile(r"[,!?] (?:(?:he|she|they|[A-Z][\w’'-]{1,30}) )?([a-z]{3,14})\b(?= [A-Zathm]|[.,:]|$)")


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words between marks. `inner` excludes the marks; `complete`: the closing mark was found in the block."""

    outer: Span
    inner: Span
    block: int
    complete: bool = True


def find_quoted(article: CleanArticle) -> tuple[Quoted, ...]:
    """The outermost quotations of every block, in order.

    An article keeps to one kind of marks: where double ones stand outside, single ones only count around words that
    end like speech; where single ones do, double ones inside belong to the words.
    """
    single_style = _single_style(article)
    found: list[Quoted] = []
    for index in range(len(article.blocks)):
        found += _Block(article.text, article.blocks, index, single_style=single_style).quoted()
    return tuple(found)


def _single_style(article: CleanArticle) -> bool:
    """Whether more quotations open with single marks than with double ones."""
    text, single, double = article.text, 0, 0
    for block in article.blocks:
        opened = False
        for mark in _MARK.finditer(text, block.span.start, block.span.end):
            if mark.group() not in _SINGLE:
                opened = not opened
                double += opened
            elif not opened and _single_opens(text, block.span, mark.start()):
                single += 1
    return single > double


class _Block:
    """The marks of one block, read from the left; what opens first is outermost."""

    def __init__(self, text: str, blocks: Sequence[Block], index: int, *, single_style: bool) -> None:
        self.text, self.blocks, self.index = text, blocks, index
        self.span = blocks[index].span
        self.marks = list(_MARK.finditer(text, self.span.start, self.span.end))
        self.single_style = single_style
        self.first_double = next((i for i, mark in enumerate(self.marks) if mark.group() not in _SINGLE), -1)

    def quoted(self) -> Iterator[Quoted]:
        at = 0
        while at < len(self.marks):
            single = self.marks[at].group() in _SINGLE
            found, behind = self._single(at) if single else self._double(at)
            if found is not None:
                yield found
            at = behind

    def _quoted(
        self, opened: int, inner_start: int, inner_end: int, outer_end: int, *, complete: bool = True
    ) -> Quoted:
        while inner_start < inner_end and self.text[inner_start].isspace():
            inner_start += 1
        while inner_end > inner_start and self.text[inner_end - 1].isspace():
            inner_end -= 1
        return Quoted(Span(opened, outer_end), Span(inner_start, inner_end), self.index, complete)

    # ------------------------------------------------------------------------------------------ double

    def _double(self, at: int) -> tuple[Quoted | None, int]:
        opened = self.marks[at]
        if not self._may_open(opened):
            return self._unopened(at), at + 1
        for index in range(at + 1, len(self.marks)):
            mark = self.marks[index]
            if mark.group() in _SINGLE:
                continue
            if self._reopens(mark) and (opened.group(), mark.group()) != ("„", "“"):
                cut = self._told_inside(opened.end(), mark.start()) or mark.start()
                return self._quoted(opened.start(), opened.end(), cut, cut, complete=False), index
            return self._quoted(opened.start(), opened.end(), mark.start(), mark.end()), index + 1
        cut = self.span.end if self._goes_on() else self._told_inside(opened.end(), self.span.end) or self.span.end
        return self._quoted(opened.start(), opened.end(), cut, cut, complete=False), len(self.marks)

    def _may_open(self, mark: re.Match[str]) -> bool:
        """No inches ("6'2""), no closing mark (words touch it on the left only), and something must follow."""
        if mark.end() >= self.span.end or mark.group() in _CLOSING:
            return False
        if mark.group() in _OPENING:
            return True
        before = self.text[mark.start() - 1] if mark.start() > self.span.start else " "
        after = self.text[mark.end()]
        return not (before.isdigit() or ((before.isalpha() or before in _STOPS) and not after.isalnum()))

    def _reopens(self, mark: re.Match[str]) -> bool:
        """An opening mark while one is open: the closing one was forgotten."""
        if mark.group() in _OPENING:
            return True
        before = self.text[mark.start() - 1]
        after = self.text[mark.end() : mark.end() + 1] if mark.end() < self.span.end else " "
        return mark.group() == '"' and before.isspace() and after.isalnum() and after.isupper()

    def _unopened(self, at: int) -> Quoted | None:
        """A block's first mark that only closes: the words from the block's start on, if they end like speech."""
        mark, start = self.marks[at], self.span.start
        ends = mark.start() > start and self.text[mark.start() - 1] in _STOPS
        return self._quoted(start, start, mark.start(), mark.end()) if ends and at == self.first_double else None

    def _told_inside(self, start: int, stop: int) -> int | None:
        """Where the words end that nobody closed, if a reporting clause follows them: "Great news, added Jane Roe"."""
        told = (match for match in _TOLD.finditer(self.text, start, stop) if match.group(1) in CUE_FORMS)
        last = next(iter(deque(told, maxlen=1)), None)
        return last.start() + 1 if last is not None else None

    def _goes_on(self) -> bool:
        """Whether the next paragraph opens with a mark too: a quotation over several."""
        if self.index + 1 >= len(self.blocks):
            return False
        span = self.blocks[self.index + 1].span
        mark = _MARK.match(self.text, span.start, span.end)
        if mark is None:
            return False
        return _single_opens(self.text, span, span.start) if mark.group() in _SINGLE else mark.group() not in _CLOSING

    # ------------------------------------------------------------------------------------------ single

    def _single(self, at: int) -> tuple[Quoted | None, int]:
        opened = self.marks[at].start()
        if not _single_opens(self.text, self.span, opened):
            return None, at + 1
        close = self._single_close(at)
        whole = opened == self.span.start and self._goes_on()
        if whole and (close is None or self.text[self.marks[close].start() - 1] not in _ENDS_SPEECH):
            end = self.span.end
            return self._quoted(opened, opened + 1, end, end, complete=False), len(self.marks)
        if close is None or not self._fits_style(opened, self.marks[close].start()):
            return None, at + 1
        mark = self.marks[close]
        return self._quoted(opened, opened + 1, mark.start(), mark.end()), close + 1

    def _fits_style(self, opened: int, close: int) -> bool:
        """Among double marks, single ones are mostly apostrophes: only words that end like speech are quoted."""
        return self.single_style or (self.text[close - 1] in _STOPS and " " in self.text[opened:close])

    def _single_close(self, at: int) -> int | None:
        """The first mark that closes; possessives and dropped letters ("the Roes' dog") only if no other does."""
        fallback, nested = None, False
        for index in range(at + 1, min(len(self.marks), at + _LOOKAHEAD)):
            place, mark = self.marks[index].start(), self.marks[index].group()
            if mark not in _SINGLE:
                nested = not nested
                continue
            if nested:
                continue
            if _single_opens(self.text, self.span, place):
                break
            if mark == "‘" or not self._single_may_close(place):
                continue
            if not self._apostrophe_like(place):
                return index
            fallback = index if fallback is None else fallback
        return fallback

    def _single_may_close(self, place: int) -> bool:
        after = self.text[place + 1] if place + 1 < self.span.end else " "
        return not after.isalnum() and not self.text[place - 1].isspace()

    def _apostrophe_like(self, place: int) -> bool:
        """Between two words, behind a plural's "s" or a dropped "g"."""
        before, after = self.text[place - 2 : place], self.text[place + 1 : place + 3]
        return (before.endswith("s") or before == "in") and after[:1].isspace() and after[1:].isalnum()


def _single_opens(text: str, span: Span, place: int) -> bool:
    before = text[place - 1] if place > span.start else " "
    after = text[place + 1 : place + 2]
    if _ELIDED.match(text, place + 1):
        return False
    return text[place] != "’" and (before.isspace() or before in '([—–-“"') and bool(after) and after.isalnum()
