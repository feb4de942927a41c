"""On which channel and when something was said: the words around the verb that reports it."""

# ruff: noqa: RUF001, SIM905 - typographic marks are what the text holds; word lists read best as prose

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from worker.pipeline.annotate.channels import DOCUMENTS, MEDIA, PLATFORMS, POSTED_ON
from worker.pipeline.values import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from worker.pipeline.values import CleanArticle, Quote, Sentence, TimeExpression

_NAMES = "|".join(name for name in PLATFORMS if name != "x")
_PLATFORM = re.compile(
    rf"\b(?:on|via|to|over on|through|in|from) (?:[\w’'-]{{1,20}} ){{0,3}}?((?i:{_NAMES})|X(?= |,|\.|$))(?![\w-])"
)
_MEDIUM = re.compile(
    r"\b(?:in|via|during|on|by|over|through|at|from|to|a|told) "
    rf"(?:[\w’'“”\"-]{{1,20}} ){{0,3}}?({MEDIA})(?![\w’'-]| office)",
)
_ADVERBIAL = 9  # words from the verb, or from the sentence's start, to the date: "said in a statement issued on"
_CLAUSE_WORDS = frozenset(
    """that he she it they we i was were is are be been had has have would will could should may""".split()
)
_OTHER_TIMES = frozenset("since until for between before by from after".split())  # "by Friday" is when something is due
_REACH = 240  # characters of a sentence that are looked at on each side of the verb
_BREAKS = re.compile(r"[;“”\"]|, (?:who|which|whose|where|when|after|as|but|and) |\b(?:who|which|when|after|because) ")


def with_circumstances(
    article: CleanArticle, sentences: Sequence[Sentence], quotes: Sequence[Quote], times: Sequence[TimeExpression]
) -> tuple[Quote, ...]:
    """The quotations with channel and date, where the reporting clause or the sentence before a post tells them."""
    clauses = _Clauses(article, sentences, times)
    return tuple(
        replace(quote, channel=channel, said_at=said_at)
        for quote in quotes
        for channel, said_at in [clauses.told(quote)]
    )


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
        if channel is None:
            before = list(self._sentence_before(quote))
            channel = self._channel(quote, before)
            said_at = said_at or (self._date(before, _REACH) if channel else None)
        return channel, said_at

    def _sentence_at(self, place: int) -> int:
        return max(0, bisect_left(self.sentences, place + 1, key=lambda sentence: sentence.span.start) - 1)

    def _clause(self, quote: Quote, cue: Span) -> Iterator[Span]:
        """Behind the cue up to the words said or the next clause, and before it what no part of the words holds."""
        sentence = self.sentences[self._sentence_at(cue.start)].span
        stop = min(sentence.end, cue.end + _REACH)
        stop = min([stop, *(part.start for part in quote.parts if part.start >= cue.end)])
        cut = _BREAKS.search(self.text, cue.end, stop)
        start = max(sentence.start, cue.start - _REACH)
        start = max([start, *(part.end for part in quote.parts if part.end <= cue.start)])
        yield Span(cue.start, cut.start() if cut is not None else stop)
        if start < cue.start:
            yield Span(start, cue.start)

    def _sentence_before(self, quote: Quote) -> Iterator[Span]:
        """The sentence before the quotation in its paragraph: "... shared the news on Instagram. ..."."""
        first = self._sentence_at(quote.parts[0].start)
        if first == 0 or self.sentences[first - 1].block != self.sentences[first].block:
            return
        span = self.sentences[first - 1].span
        if '"' not in span.of(self.text) and "”" not in span.of(self.text):
            yield span

    def _channel(self, quote: Quote, spans: Sequence[Span]) -> str | None:
        words = [span.of(self.text)[: 2 * _REACH] for span in spans]
        platform = next((found for one in words if (found := _PLATFORM.search(one))), None)
        if platform is not None:
            return PLATFORMS[platform.group(1).lower()]
        cue = quote.cue.of(self.text).lower() if quote.cue is not None else ""
        if cue in POSTED_ON:
            return POSTED_ON[cue]
        medium = next((found for one in words if (found := _MEDIUM.search(one))), None)
        if medium is not None:
            return medium.group(1).lower()
        speaker = quote.speaker.of(self.text).lower().split() if quote.speaker is not None else []
        return speaker[-1] if speaker and speaker[-1] in DOCUMENTS else None

    def _date(self, spans: Sequence[Span], reach: int) -> TimeExpression | None:
        for span in spans:
            at = bisect_left(self.times, span.start, key=lambda time: time.span.start)
            if at < len(self.times) and span.covers(self.times[at].span):
                between = self.text[span.start : self.times[at].span.start].lower().split()
                due = bool(between) and between[-1] in _OTHER_TIMES
                if len(between) <= reach and not due and not _CLAUSE_WORDS & frozenset(between):
                    return self.times[at]
        return None
