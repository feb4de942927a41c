"""On which channel and when something was said: the words around the verb that reports it."""

# ruff: noqa: RUF001, SIM905 - typographic marks are what the text holds; word lists read best as prose

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from worker.pipeline.annotate.channels import ADDING, DOCUMENTS, GOING_ON, MEDIA, PLATFORMS, POSTED_ON
from worker.pipeline.values import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from worker.pipeline.values import CleanArticle, Quote, Sentence, TimeExpression, Token

_NAMES = "|".join(name for name in PLATFORMS if name != "x")
_PLATFORM = re.compile(
    rf"\b(?i:on|via|to|over on|through|in|from) (?:[\w’'-]{{1,20}} ){{0,3}}?((?i:{_NAMES})|X(?= |,|\.|$))(?![\w-])"
)
_BROADCAST = re.compile(
    r"\b(?i:in|on|via|to|for|told|tells) (?:[\w’'-]{1,20} ){0,3}?(television|TV|radio|podcast)\b(?![’'-])"
)
_MEDIUM = re.compile(
    r"\b(?:(?i:in|via|during|on|by|over|through|at|from|to)|a|told) "
    rf"(?:[\w’'“”\"-]{{1,20}} ){{0,3}}?({MEDIA})(?![\w’'-]| office| \d)",
)
_ADVERBIAL = 9  # words from the verb, or from the sentence's start, to the date: "said in a statement issued on"
_CLAUSE_WORDS = frozenset(
    """that he she it they we i was were is are be been had has have would will could should may""".split()
)
_OTHER_TIMES = frozenset("since until for between before by from after".split())  # "by Friday" is when something is due
_REACH = 240  # characters of a sentence that are looked at on each side of the verb
_BESIDE = 30  # characters between a medium and its date
_NESTED = 12  # governors looked at above a date
_TAIL = re.compile(  # behind the words said
    r"[“”\"’']? ((?:in|on|at|via|during|over|by|through) [^;“”\".]{1,120}(?:\.$)?)"
)
_BREAKS = re.compile(r";|, (?:who|which|whose|where|when|after|as|but|and) |\b(?:who|which|when|after|because) ")


def with_circumstances(
    article: CleanArticle, sentences: Sequence[Sentence], quotes: Sequence[Quote], times: Sequence[TimeExpression]
) -> tuple[Quote, ...]:
    """The quotations with channel and date, where the reporting clause or the sentence before a post tells them."""
    clauses = _Clauses(article, sentences, times)
    told: list[Quote] = []
    for quote in quotes:
        channel, said_at = clauses.told(quote)
        if channel is None and told and clauses.goes_on(told[-1], quote):
            channel, said_at = told[-1].channel, said_at or told[-1].said_at
        told.append(replace(quote, channel=channel, said_at=said_at))
    return tuple(told)


class _Clauses:
    """The words around verbs of saying."""

    def __init__(
        self, article: CleanArticle, sentences: Sequence[Sentence], times: Sequence[TimeExpression]
    ) -> None:
        self.text, self.blocks, self.sentences = article.text, article.blocks, sentences
        self.times = [time for time in times if time.type in {"date", "time"}]

    def told(self, quote: Quote) -> tuple[str | None, TimeExpression | None]:
        if quote.cue is None:
            return None, None
        spans = list(self._clause(quote, quote.cue))
        channel, said_at = self._channel(quote, spans), self._date(spans, _ADVERBIAL)
        for before in self._sentence_before(quote) if channel is None else ():
            channel = self._channel(quote, [before])
            medium = self._medium([before])
            if medium is not None:
                said_at = said_at or self._date([before], _REACH) or self._beside(before, medium)
        return channel, said_at

    def goes_on(self, previous: Quote, quote: Quote) -> bool:
        """Whether the quotation goes on with the one before it: ", adding: ...", "she continued"."""
        if quote.cue is None or previous.channel is None:
            return False
        here, before = (self._sentence_at(one.parts[0].start) for one in (quote, previous))
        cue, near = quote.cue.of(self.text).lower(), self.sentences[here].block - self.sentences[before].block
        if near > 1 or cue not in (GOING_ON if near else GOING_ON | ADDING):
            return False  # "he added" a paragraph later may be said on another day
        speakers = [one.speaker.of(self.text).split()[-1] for one in (quote, previous) if one.speaker is not None]
        return cue in GOING_ON or speakers[:1] == speakers[1:] or speakers[:1] in (["he"], ["she"], ["it"], ["they"])

    def _sentence_at(self, place: int) -> int:
        return max(0, bisect_left(self.sentences, place + 1, key=lambda sentence: sentence.span.start) - 1)

    def _clause(self, quote: Quote, cue: Span) -> Iterator[Span]:
        """Behind the cue up to the words said or the next clause, before it, and behind the words it brings."""
        sentence = self.sentences[self._sentence_at(cue.start)].span
        stop = min(sentence.end, cue.end + _REACH)
        behind = [part for part in quote.parts if part.start >= cue.end]
        cut = _BREAKS.search(self.text, cue.end, min([stop, *(part.start for part in behind)]))
        start = max(sentence.start, cue.start - _REACH)
        start = max([start, *(part.end for part in quote.parts if part.end <= cue.start)])
        yield Span(cue.start, cut.start() if cut is not None else min([stop, *(part.start for part in behind)]))
        if start < cue.start:
            yield Span(start, cue.start)
        tail = _TAIL.match(self.text, behind[-1].end, sentence.end) if behind and quote.kind != "indirect" else None
        if tail is not None:
            yield Span(*tail.span(1))

    def _sentence_before(self, quote: Quote) -> Iterator[Span]:
        """The sentence before the quotation in its paragraph: "... shared the news on Instagram. ..."."""
        first = self._sentence_at(quote.parts[0].start)
        if first == 0 or self.sentences[first - 1].block != self.sentences[first].block:
            return
        span = self.sentences[first - 1].span
        if '"' not in span.of(self.text) and "”" not in span.of(self.text):
            yield span

    def _channel(self, quote: Quote, spans: Sequence[Span]) -> str | None:
        medium = self._medium(spans)
        if medium is not None and medium.re is _PLATFORM:
            return PLATFORMS[medium.group(1).lower()]
        cue = quote.cue.of(self.text).lower() if quote.cue is not None else ""
        if cue in POSTED_ON:
            return POSTED_ON[cue]
        if medium is not None:
            return medium.group(1).lower()
        speaker = quote.speaker.of(self.text).lower().split() if quote.speaker is not None else []
        return speaker[-1] if speaker and speaker[-1] in DOCUMENTS else None

    def _medium(self, spans: Sequence[Span]) -> re.Match[str] | None:
        """Where the words name a platform, else a kind of statement."""
        for pattern in (_PLATFORM, _BROADCAST, _MEDIUM):
            for span in spans:
                found = pattern.search(self.text, span.start, min(span.end, span.start + 2 * _REACH))
                if found is not None:
                    return found
        return None

    def _date(self, spans: Sequence[Span], reach: int) -> TimeExpression | None:
        for span in spans:
            for time in self._times_in(span):
                between = self.text[span.start : time.span.start].lower().split()
                due = bool(between) and between[-1] in _OTHER_TIMES
                if len(between) <= reach and not due and not _CLAUSE_WORDS & frozenset(between):
                    return time
                break
        return None

    def _beside(self, span: Span, medium: re.Match[str]) -> TimeExpression | None:
        """The date beside a medium: "took to Instagram on Sunday", "in Tuesday's press conference"."""
        near = Span(max(span.start, medium.start() - _BESIDE), min(span.end, medium.end() + _BESIDE))
        return next(self._times_in(near), None)

    def _times_in(self, span: Span) -> Iterator[TimeExpression]:
        at = bisect_left(self.times, span.start, key=lambda time: time.span.start)
        inside = takewhile(lambda time: time.span.end <= span.end, self.times[at:])
        return (time for time in inside if not self._of_another_clause(time.span))

    def _of_another_clause(self, time: Span) -> bool:
        """Whether a time stands in a clause that tells of a noun: "Roe, who took over in January, said"."""
        return any(token.relation == "acl:relcl" for token in islice(self._governors(time), _NESTED))

    def _governors(self, time: Span) -> Iterator[Token]:
        """The date's last word and those above it in its sentence's tree, nearest first."""
        tokens = self.sentences[self._sentence_at(time.start)].tokens
        at = bisect_left(tokens, time.end, key=lambda token: token.span.end)
        while 0 <= at < len(tokens):
            yield tokens[at]
            at = tokens[at].head if tokens[at].relation != "root" else -1
