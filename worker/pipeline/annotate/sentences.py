"""Where sentences and tokens begin and end; a sentence never crosses a block."""

# ruff: noqa: RUF001 - typographic marks are what the text holds

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from worker.pipeline.annotate.abbreviations import (
    BEFORE_NAME,
    BEFORE_NUMBER,
    CLOCK_OR_UNIT,
    KNOWN,
    STARTERS,
    WHAT_FOLLOWS_A_CLOCK,
)
from worker.pipeline.annotate.cues import CUE_FORMS
from worker.pipeline.values import Sentence, Span, Token

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from worker.pipeline.values import CleanArticle

# Every repeat is bounded or over one class followed by something outside it, so a scan is linear.
_TOKEN = re.compile(
    r"https?://\S{1,2000}"
    r"|[@#][^\W_]\w{0,100}"
    r"|(?:[^\W\d_]\.){2,8}"  # U.S., a.m., J.K.
    r"|\d{1,20}(?:-[^\W\d_]{1,20}){1,4}"  # 34-year-old
    r"|\d{1,40}(?:[.,:/]\d{1,40}){0,10}(?:st|nd|rd|th|s|m|k|bn)?(?![^\W_])"
    r"|['’][sS](?![^\W_])"
    r"|[^\W_](?:[^\W_]|(?:['’](?![sS](?![^\W_]))|[-_‑])(?=[^\W_])){0,200}"
    r"|\.{2,10}|…|-{2,10}"
    r"|\S"
)
_ENDERS = frozenset(".!?…")
_CLOSERS = frozenset("\"”’')]»")
_OPENERS = frozenset("\"“‘'([«")
_REPORTING_REACH = (
    5  # words between a quoted "!" and the verb that reports it: "..." the team's coach Jo Roe said
)


def split_sentences(article: CleanArticle) -> tuple[Sentence, ...]:
    return tuple(
        sentence
        for index, block in enumerate(article.blocks)
        for sentence in _sentences_of(article.text, index, tokenize(article.text, block.span))
    )


def tokenize(text: str, span: Span) -> tuple[Token, ...]:
    """Words, numbers and marks; a possessive "'s" and each mark stand alone, "Mr." and "U.S." keep their stop."""
    return tuple(_with_stops(_TOKEN.finditer(text, span.start, span.end), text, span.end))


def _with_stops(matches: Iterator[re.Match[str]], text: str, end: int) -> Iterator[Token]:
    taken = -1
    for match in matches:
        if match.start() < taken:
            continue
        stop = match.end()
        if stop < end and text[stop] == "." and _owns_stop(match.group(), text[stop + 1 : stop + 2]):
            stop += 1
        taken = stop
        yield Token(Span(match.start(), stop), text[match.start() : stop])


def _owns_stop(word: str, after: str) -> bool:
    """Whether the full stop behind `word` abbreviates it: "Mr.", "lbs.", or an initial."""
    if after == ".":
        return False
    return word.casefold() in KNOWN or (len(word) == 1 and word.isalpha() and word.isupper() and word != "I")


def _sentences_of(text: str, block: int, tokens: Sequence[Token]) -> Iterator[Sentence]:
    start = 0
    for stop in _stops(text, tokens):
        yield Sentence(
            Span(tokens[start].span.start, tokens[stop - 1].span.end), block, tuple(tokens[start:stop])
        )
        start = stop


def _stops(text: str, tokens: Sequence[Token]) -> Iterator[int]:
    """Index after the last token of each sentence, the last of all included."""
    last = 0
    for at, token in enumerate(tokens):
        if at < last or token.text[-1] not in _ENDERS:
            continue
        stop, closed = _behind_closers(text, tokens, at + 1)
        if stop < len(tokens) and _ends(tokens, at, stop, closed):
            last = stop
            yield stop
    yield len(tokens)


def _behind_closers(text: str, tokens: Sequence[Token], at: int) -> tuple[int, bool]:
    """Index behind the marks that close directly after `at`, and whether there were any."""
    start = at
    while at < len(tokens) and (
        tokens[at].text[0] in _ENDERS
        or (
            tokens[at].text in _CLOSERS
            and tokens[at].span.start == tokens[at - 1].span.end
            and not text[tokens[at].span.end : tokens[at].span.end + 1].isalnum()
        )
    ):
        at += 1
    return at, any(token.text in _CLOSERS for token in tokens[start:at])


def _ends(tokens: Sequence[Token], at: int, stop: int, closed: bool) -> bool:
    ender, following = tokens[at].text, tokens[stop].text
    if not _may_start(following):
        return False
    if len(ender) > 1 and ender[0].isalnum():
        return _abbreviation_ends(ender, following)
    if ender[0] in "!?" and closed:
        return not _reports(tokens, stop)
    before = tokens[at - 1].text if at else ""
    if ender == ".":
        return not (before.casefold() in BEFORE_NUMBER and following[0].isdigit())
    return not (ender == "!" and len(before) == 1 and before.isupper())  # a name such as E! News


def _may_start(word: str) -> bool:
    return not word[0].islower() and (word[0].isalnum() or word[0] in _OPENERS or word[0] in "@#$£€-–—•")


def _abbreviation_ends(word: str, following: str) -> bool:
    """Whether an abbreviation's stop also ends the sentence, judged by the word that follows."""
    bare = word.casefold().rstrip(".")
    if bare in BEFORE_NAME:
        return False
    if bare in CLOCK_OR_UNIT:
        return following[0].isupper() and following.rstrip(".") not in WHAT_FOLLOWS_A_CLOCK
    return following in STARTERS or following[0] in _OPENERS


def _reports(tokens: Sequence[Token], at: int) -> bool:
    """Whether a reporting clause begins here: capitalised words and then a verb of saying."""
    for token in tokens[at : at + _REPORTING_REACH]:
        if token.text in CUE_FORMS:
            return True
        if not (token.text[0].isupper() or token.text in {"'s", "’s"}):
            return False
    return False
