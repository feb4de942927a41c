"""When quoted words were said: told by the reporting clause, or on the article's own day unless it hints otherwise."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from worker.pipeline.annotate.times import anchors
from worker.pipeline.annotate.times.tense import sentence_at
from worker.pipeline.annotate.times.words import CLAUSE_BREAK, OLD_SPEECH, SPEECH
from worker.pipeline.values import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from worker.pipeline.annotate.times.anchors import Ground
    from worker.pipeline.values import TimeExpression

_SPEECH: Final = re.compile(SPEECH, re.IGNORECASE)
_OLD: Final = re.compile(OLD_SPEECH, re.IGNORECASE)
_BREAK: Final = re.compile(CLAUSE_BREAK, re.IGNORECASE)
_REACH = 160  # characters of a reporting clause that are looked at on either side of a quotation
_NEAR = 60  # between the verb of speech and its date: "told reporters at the town hall on Friday"


@dataclass(frozen=True, slots=True)
class Said:
    """A quotation with the ground its words stand on; None where that is not known. `told`: its date was found."""

    span: Span
    ground: Ground | None
    told: bool


@dataclass(frozen=True, slots=True)
class Speech:
    """An article's text with what was found outside its quotations. `times`: resolved; `breaks`: sentence offsets."""

    text: str
    times: Sequence[TimeExpression]
    article: Ground | None
    breaks: Sequence[int]

    def said(self, quotes: Sequence[Span]) -> tuple[Said, ...]:
        """The quotations in order.

        One in the same paragraph without a reporting clause of its own goes on from the one before it.
        """
        result: list[Said] = []
        starts = [time.span.start for time in self.times]
        for quote in quotes:
            result.append(self._derived(quote, result[-1] if result else None, starts))
        return tuple(result)

    def _derived(self, quote: Span, before: Said | None, starts: Sequence[int]) -> Said:
        clauses = _clauses(self.text, quote, before.span.end if before else 0, self.breaks)
        for clause in clauses:
            near = self.times[bisect_left(starts, clause.start) : bisect_right(starts, clause.end)]
            told = _date_of_speech(self.text, clause, near, self.article)
            if told is not None:
                return Said(quote, told, told=True)
        words = [clause.of(self.text) for clause in clauses]
        if any(_OLD.search(clause) for clause in words):
            return Said(quote, None, told=True)
        alone = not any(_SPEECH.search(clause) for clause in words)
        if alone and before is not None and "\n" not in self.text[before.span.end : quote.start]:
            return Said(quote, before.ground, before.told)
        return Said(quote, self.article, told=False)


def _clauses(text: str, quote: Span, floor: int, breaks: Sequence[int]) -> tuple[Span, ...]:
    """What stands in the sentence before the quotation and behind it."""
    low, _ = sentence_at(breaks, quote.start)
    lead = Span(max(low, floor, quote.start - _REACH), quote.start)
    after = (
        quote.end + len(text[quote.end : quote.end + 3]) - len(text[quote.end : quote.end + 3].lstrip("\"'”\u2019,"))
    )
    _, high = sentence_at(breaks, min(after + 1, len(text)))
    tail = Span(after, max(after, min(high, after + _REACH, len(text))))
    closed = text[max(0, after - 3) : after].strip("\"'”\u2019 ")[-1:]
    verb = _SPEECH.search(text, tail.start, tail.end)
    fresh = text[tail.start : tail.end].lstrip()[:1].isupper()
    if closed == "." or (fresh and closed in {"!", "?"} and (verb is None or verb.start() > after + 40)):
        return (lead,)
    return lead, tail


def _date_of_speech(text: str, clause: Span, times: Sequence[TimeExpression], article: Ground | None) -> Ground | None:
    """The date beside the verb of speech; not one that a relative clause, a possessive or the future sets apart."""
    verbs = [match.span() for match in _SPEECH.finditer(text, clause.start, clause.end)]
    for time in times:
        ground = anchors.of_expression(time) if time.type in {"date", "time"} else None
        if ground is None or (article and ground.first > article.last):
            continue
        if text[time.span.end : time.span.end + 2] in {"'s", "\u2019s"} or not clause.covers(time.span):
            continue
        if any(_beside(text, verb, time.span, clause.start) for verb in verbs):
            return ground
    return None


_SINCE: Final = re.compile(
    r"\b(?:since|from|until|till|through|between)[ ](?:the[ ])?(?:early|late|mid)?[ -]?$", re.IGNORECASE
)


def _beside(text: str, verb: tuple[int, int], time: Span, start: int) -> bool:
    """Nothing parts the date from the verb; one before it stands in no clause of its own ("who left in May, said")."""
    before = verb[1] > time.start
    low, high = (time.end, verb[0]) if before else (verb[1], time.start)
    if not 0 <= high - low <= _NEAR or _BREAK.search(text, low, high) or _SINCE.search(text, start, time.start):
        return False
    return not before or _BREAK.search(text, max(start, time.start - _NEAR), time.start) is None
