"""Who says what in which words: direct, partial and indirect speech with its speaker and cue."""

# ruff: noqa: RUF001 - typographic marks are what the text holds

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from worker.pipeline.annotate.closing_clauses import by_agent, report_around
from worker.pipeline.annotate.indirect import find_indirect
from worker.pipeline.annotate.page import Page
from worker.pipeline.annotate.speakers import introduced, report_after, report_before, signed
from worker.pipeline.annotate.terms import is_called, is_heading, is_term
from worker.pipeline.annotate.voices import Found, continued, joined
from worker.pipeline.values import Quote

if TYPE_CHECKING:
    from collections.abc import Sequence

    from worker.pipeline.annotate.quote_marks import Quoted
    from worker.pipeline.annotate.speakers import Report
    from worker.pipeline.values import CleanArticle, NameMention, QuoteKind, Sentence

_TERMINAL = frozenset(".!?…—")
_SPEECH_ENDS = _TERMINAL | {","}
_UNREPORTED_WORDS = 4  # of a fragment without any reporting clause; shorter ones are scare quotes
_LONG = 7  # words that open a sentence in marks and are reported: speech even without a comma before the mark
_CLOSE = 8  # words behind an exclamation in which a sentence of its own reports it
_BARE_WORDS = 3  # a quoted sentence without a reporting clause; shorter ones are headings and scare quotes


def find_quotes(
    article: CleanArticle,
    sentences: Sequence[Sentence],
    names: Sequence[NameMention],
    quoted: Sequence[Quoted],
) -> tuple[Quote, ...]:
    """Quotations in text order. Titles of works, terms and scare quotes are none."""
    page = Page(article, sentences, names)
    spoken = [q for q in quoted if not _is_title(q, names)]
    direct = joined(page, _read_all(page, spoken))
    marked = [part for quote in direct for part in quote.parts]
    taken = {quote.cue for quote in direct if quote.kind == "direct" and quote.cue is not None}
    indirect = find_indirect(page.passages(), marked, taken)
    ordered = sorted([*direct, *indirect], key=lambda quote: (quote.parts[0], quote.kind))
    return tuple(continued(page, ordered))


def _read_all(page: Page, spoken: Sequence[Quoted]) -> list[Found]:
    found: list[Found] = []
    for quotation in spoken:
        this = _read(page, quotation, found[-1] if found else None)
        found += [this] if this is not None else []
    return found


def _is_title(quotation: Quoted, names: Sequence[NameMention]) -> bool:
    at = bisect_left(names, quotation.outer.start, key=lambda name: name.span.start)
    return (
        at < len(names)
        and names[at].type == "work"
        and quotation.inner.covers(names[at].span)
        and (names[at].span.start == quotation.inner.start)
    )


def _read(page: Page, quotation: Quoted, previous: Found | None) -> Found | None:
    first, behind = page.index(quotation.outer.start), page.index(quotation.outer.end)
    if first == behind or quotation.inner.start >= quotation.inner.end:
        return None
    start = page.bounds(page.sentence_of(first))[0]
    stop = page.bounds(page.sentence_of(behind - 1))[1]
    bare = start == first and stop <= behind
    said = quotation.inner.of(page.text)
    ended = _last(said) in _SPEECH_ENDS
    opening = page.opens_sentence(first, start)
    after = report_after(page.words, behind, stop, opening=ended and opening)
    after = after or (signed(page.words, behind) if ended and page.block_at(behind) == quotation.block else None)
    after = after or (_in_next_sentence(page, quotation, behind) if bare and _last(said) in "!?" else None)
    agent = by_agent(page.words, start, first, (behind, stop))
    before = agent or report_before(page.words, start, first) or introduced(page.words, start, first)
    over = said.endswith(".") or (before is not None and before.attached)
    after = None if over and after is not None and page.brings_words(after.cue) else after
    if is_called(page.words, first) or (not ended and is_term(page.words, first, behind, said)):
        return None
    if bare and page.opens_block(first) and after is None and is_heading(said):
        return None
    goes_on = previous is not None and previous.block == quotation.block and previous.quote.kind == "direct"
    sentence = page.sentence_of(first)
    goes_on = goes_on or (sentence > 0 and page.asks(sentence - 1))
    kind = _kind(said, before, after, bare=bare, opening=opening, goes_on=goes_on)
    report = _reporting(before, after, kind) if kind else None
    if kind in {"partial", None} and not bare and (report is None or report.speaker is None):
        around = report_around(page.words, behind, stop)
        report = around or (report if kind else None)
        kind = kind or _fragment(said, report, claimed=page.words.lower(first - 1) == "that")
    if kind is None:
        return None
    quote = Quote(
        (quotation.inner,),
        kind,
        report.speaker if report else None,
        report.cue if report else None,
        quotation.complete,
    )
    return Found(quote, first, behind, quotation.block, after, before, bare)


def _in_next_sentence(page: Page, quotation: Quoted, behind: int) -> Report | None:
    """The clause that a splitter took for a sentence of its own: '"You are right!" Roe shot back.'."""
    if page.block_at(behind) != quotation.block:
        return None
    stop = page.bounds(page.sentence_of(behind))[1]
    report = report_after(page.words, behind, min(stop, behind + _CLOSE))
    opens = report is not None and report.speaker is not None and report.speaker.start == page.tokens[behind].span.start
    return report if report is not None and opens and not page.brings_words(report.cue) else None


def _kind(
    said: str, before: Report | None, after: Report | None, *, bare: bool, opening: bool, goes_on: bool
) -> QuoteKind | None:
    """None if the words in marks are no speech: nothing reports them and they are no sentence of their own.

    `goes_on`: they follow speech in their paragraph, or a question.
    """
    last = _last(said)
    ended = last in _SPEECH_ENDS
    if after is not None and (ended or (opening and len(said.split()) >= _LONG)):
        return "direct"
    if before is not None and before.attached and not said[0].islower():
        return "direct"
    if bare and last in _TERMINAL and (goes_on or last in "!?" or len(said.split()) >= _BARE_WORDS):
        return "direct"
    whole = last in _TERMINAL and said[0].isupper() and len(said.split()) > _BARE_WORDS
    if after is None and (before is None or not (before.near or whole)):
        return None
    return "direct" if whole and before is not None else "partial"


def _last(said: str) -> str:
    """The last character but for marks that close inner quotations."""
    return said.rstrip("\"”’'")[-1:] or said[-1]


def _fragment(said: str, report: Report | None, *, claimed: bool) -> QuoteKind | None:
    """Words in marks that nobody near them reports: too many for a term, and no title.

    `claimed`: "that" stands before the mark.
    """
    length = len(said.split())
    if report is not None or claimed:
        return "partial" if length >= _BARE_WORDS else None
    return "partial" if length >= _UNREPORTED_WORDS and said[0].islower() else None


def _reporting(before: Report | None, after: Report | None, kind: QuoteKind) -> Report | None:
    """The clause behind a direct quotation wins, unless it only tells who passed on what one before it reports."""
    passed_on = after is not None and after.cue_is_source and before is not None and before.attached
    if kind == "direct" and after is not None and not passed_on:
        return after
    return before or after
