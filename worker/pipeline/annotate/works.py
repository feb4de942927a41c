"""Titles of works: what stands in quotation marks, is written as a title, and is introduced or used as one."""

# ruff: noqa: SIM905 - word lists read best as prose

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from worker.pipeline.annotate import name_words as words
from worker.pipeline.annotate.cues import CUE_FORMS
from worker.pipeline.values import NameMention, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from worker.pipeline.annotate.quote_marks import Quoted
    from worker.pipeline.values import Sentence, Token

_LONGEST = 10  # words; longer ones in title case are shouted slogans and headlines
_CUE_REACH = 4  # words before the mark: 'the song that made her famous, "X"' has its noun farther away
_REPORT_REACH = 12  # words before the mark in which a verb of saying reports what is quoted
_BOTH = 2  # sides of a quotation
_MINOR = frozenset("a an the and or but nor of in on at to for from by with as is it vs v".split())


def find_works(text: str, sentences: Sequence[Sentence], quoted: Sequence[Quoted]) -> tuple[NameMention, ...]:
    return tuple(_works(text, sentences, quoted))


def _works(text: str, sentences: Sequence[Sentence], quoted: Sequence[Quoted]) -> Iterator[NameMention]:
    starts = [sentence.span.start for sentence in sentences]
    for quotation in quoted:
        at = bisect_left(starts, quotation.outer.start + 1) - 1
        if at < 0 or not quotation.complete:
            continue
        title = _trimmed(text, quotation.inner)
        if title is not None and _used_as_title(sentences[at].tokens, quotation.outer, title.of(text)):
            yield NameMention(title, "work")


def _trimmed(text: str, inner: Span) -> Span | None:
    """The title without the comma or full stop that English sets inside the marks; None if it is written as none."""
    end = inner.end - 1 if inner.end > inner.start and text[inner.end - 1] in ",.;" else inner.end
    parts = text[inner.start : end].split()
    if not 0 < len(parts) <= _LONGEST or not parts[0][0].isalnum() or parts[0][0].islower():
        return None
    titled = all(not part[0].isalpha() or part[0].isupper() or part.casefold() in _MINOR for part in parts)
    return Span(inner.start, end) if titled else None


def _used_as_title(tokens: Sequence[Token], outer: Span, title: str) -> bool:
    first = bisect_left(tokens, outer.start, key=lambda token: token.span.start)
    behind = bisect_left(tokens, outer.end, key=lambda token: token.span.start)
    before = [token.text.casefold() for token in tokens[max(0, first - _REPORT_REACH) : first]]
    after = [token.text for token in tokens[behind : behind + _CUE_REACH]]
    if _reported(before, after):
        return False
    near = before[-_CUE_REACH:]
    if any(word in words.WORK_NOUNS for word in near) or (near and near[-1] in words.WORK_VERBS):
        return True
    if len(title.split()) == 1 or not (before or after):
        return False
    return not _inside_name([*(token.text for token in tokens[max(0, first - 1) : first]), *after[:1]])


def _inside_name(beside: Sequence[str]) -> bool:
    """Reads 'Al “Lil Al” Roe': what somebody is called stands between his other names."""
    named = all(word.istitle() and word.casefold() not in words.FUNCTION_WORDS for word in beside)
    return named and len(beside) == _BOTH


def _reported(before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether a reporting clause stands beside the marks."""
    if any(word in CUE_FORMS for word in after) and not after[0].islower():
        return True
    if after and after[0] in CUE_FORMS and after[0] not in words.WORK_VERBS:
        return True
    if len(after) > 1 and after[0].casefold() in {"he", "she", "they", "i", "we"} and after[1] in CUE_FORMS:
        return True
    return bool(before) and before[-1] in {",", ":"} and any(word in CUE_FORMS for word in before)
