"""Time expressions of a text, resolved against the article's day or the day of the quotation they stand in."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from worker.pipeline.annotate.times import anchors, quotations
from worker.pipeline.annotate.times.neighbours import Found, cued
from worker.pipeline.annotate.times.scan import scan
from worker.pipeline.annotate.times.stamps import Stamp
from worker.pipeline.annotate.times.tense import Signs, signs
from worker.pipeline.values import Span, TimeExpression

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from worker.pipeline.annotate.times.anchors import Ground
    from worker.pipeline.annotate.times.quotations import Said
    from worker.pipeline.values import LocalTime

_NOTHING_SAID: Final[Mapping[Span, LocalTime | TimeExpression | None]] = {}


def find_times(
    text: str,
    published: LocalTime | None,
    quotes: Sequence[Span] = (),
    blocked: Sequence[Span] = (),
    said: Mapping[Span, LocalTime | TimeExpression | None] = _NOTHING_SAID,
) -> tuple[TimeExpression, ...]:
    """In text order, none overlapping another.

    `published`: the article's local date; without it nothing relative is resolved. `quotes`: spans of quoted words,
    without their marks. `said` tells when a quotation was said (None: not known, so nothing in it is resolved);
    of a quotation that is not in it the date is derived from its reporting clause, failing that the article's day
    is taken, unless the clause says that the words are older. `blocked`: names; no expression cuts into one.

    A numeric date of two numbers up to 12 is in American order unless the article shows the other.
    """
    found = [cued(text, one) for one in scan(text, blocked)]
    article = anchors.of_article(published)
    tenses = signs(text)
    ordered = sorted(quotes)
    inside = [_quote_of(ordered, one.span) for one in found]
    told = {index: _outside(one, article, tenses) for index, one in enumerate(found) if inside[index] is None}
    speech = quotations.Speech(text, list(told.values()), article, tenses.breaks)
    spoken = {one.span: one for one in speech.said(ordered, said)}
    return tuple(
        told[index] if quote is None else _quoted(text, one, spoken[quote], tenses)
        for index, (one, quote) in enumerate(zip(found, inside, strict=True))
    )


def _quote_of(quotes: Sequence[Span], span: Span) -> Span | None:
    index = bisect_right(quotes, Span(span.start, 2**62)) - 1
    return quotes[index] if index >= 0 and quotes[index].covers(span) else None


def _outside(found: Found, ground: Ground | None, tenses: Signs) -> TimeExpression:
    if isinstance(found.reading, Stamp):
        return _expression(found.span, found.reading, None)
    stamp = ground and ground.resolve(found.reading, tenses.tense(found.span))
    return _expression(found.span, stamp or found.reading.unresolved, ground if stamp else None)


def _quoted(text: str, found: Found, said: Said, tenses: Signs) -> TimeExpression:
    if isinstance(found.reading, Stamp):
        return _expression(found.span, found.reading, None)
    ground = said.ground
    if ground is None:
        return _expression(found.span, found.reading.unresolved, None)
    if found.reading.weekday and not said.told and _verbless(text, found.span, said.span, tenses):
        return _expression(found.span, _some_time_before(found, ground), ground)
    stamp = ground.resolve(found.reading, tenses.tense(found.span, said.span))
    return _expression(found.span, stamp or found.reading.unresolved, ground if stamp else None)


_LINE_OR_STOP: Final = re.compile(r"[.!?\n]")


def _verbless(text: str, span: Span, quote: Span, tenses: Signs) -> bool:
    """A label such as "Monday night practice": neither which week nor whether a certain day is meant is told."""
    stop = _LINE_OR_STOP.search(text, span.end, quote.end)
    return tenses.none_in(quote.start, stop.start() if stop else quote.end)


def _some_time_before(found: Found, ground: Ground) -> Stamp:
    unresolved = anchors.unresolved(found.reading)
    return Stamp(unresolved.kind, unresolved.timex3, f"../{ground.last.isoformat()}", "day", None, ground.last)


def _expression(span: Span, stamp: Stamp, ground: Ground | None) -> TimeExpression:
    return TimeExpression(
        span=span,
        type=stamp.kind,
        timex3=stamp.timex3,
        edtf=stamp.edtf,
        precision=stamp.precision,
        earliest=stamp.first.isoformat() if stamp.first else None,
        latest=stamp.last.isoformat() if stamp.last else None,
        anchor=ground.kind if ground else None,
        anchor_value=ground.value if ground else None,
    )
