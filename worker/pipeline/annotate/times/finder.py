"""Time expressions of a text, resolved against the article's day or the day of the quotation they stand in."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

from worker.pipeline.annotate.times import anchors, quotations, stamps
from worker.pipeline.annotate.times.narrative import Narrative
from worker.pipeline.annotate.times.neighbours import cued
from worker.pipeline.annotate.times.scan import scan
from worker.pipeline.annotate.times.stamps import Event, Relative, Stamp
from worker.pipeline.annotate.times.tense import Signs, directed, signs
from worker.pipeline.values import Span, TimeExpression

if TYPE_CHECKING:
    from collections.abc import Sequence

    from worker.pipeline.annotate.times.anchors import Ground
    from worker.pipeline.annotate.times.quotations import Said
    from worker.pipeline.annotate.times.rule import Found
    from worker.pipeline.annotate.times.stamps import Tense
    from worker.pipeline.values import LocalTime


def find_times(
    text: str, published: LocalTime | None, quotes: Sequence[Span] = (), blocked: Sequence[Span] = ()
) -> tuple[TimeExpression, ...]:
    """In text order, none overlapping another.

    `published`: the article's local date; without it nothing relative is resolved. `quotes`: spans of quoted words,
    without their marks; they were said on the day that the reporting clause tells, failing that on the article's,
    unless the clause says that the words are older. `blocked`: names; no expression cuts into one.

    A numeric date of two numbers up to 12 is in American order unless the article shows the other.
    """
    found = [cued(text, one) for one in scan(text, blocked)]
    article = anchors.of_article(published)
    tenses = signs(text)
    ordered = sorted(quotes)
    inside = [_quote_of(ordered, one.span) for one in found]
    told = _outside(text, [one for one, quote in zip(found, inside, strict=True) if quote is None], article, tenses)
    speech = quotations.Speech(text, list(told.values()), article, tenses.breaks)
    spoken = {one.span: one for one in speech.said(ordered)}
    narratives = {quote: Narrative(text, spoken[quote].ground) for quote in inside if quote is not None}
    return tuple(
        told[one.span] if quote is None else _quoted(text, one, spoken[quote], tenses, narratives[quote])
        for one, quote in zip(found, inside, strict=True)
    )


def _quote_of(quotes: Sequence[Span], span: Span) -> Span | None:
    index = bisect_right(quotes, Span(span.start, 2**62)) - 1
    return quotes[index] if index >= 0 and quotes[index].covers(span) else None


def _outside(
    text: str, found: Sequence[Found], article: Ground | None, tenses: Signs
) -> dict[Span, TimeExpression]:
    narrative = Narrative(text, article)
    ways = [directed(text, one.span, tenses.tense(one.span)) for one in found]
    return {one.span: _resolved(one, article, way, narrative) for one, way in zip(found, ways, strict=True)}


def _quoted(text: str, found: Found, said: Said, tenses: Signs, narrative: Narrative) -> TimeExpression:
    ground = said.ground
    if isinstance(found.reading, Relative) and ground is None:
        return _expression(found.span, found.reading.unresolved, None)
    if _is_label(text, found, said, tenses) and ground:
        return _expression(found.span, _some_time_before(found, ground), ground)
    around = None if _is_fragment(text, said.span) else said.span
    return _resolved(found, ground, directed(text, found.span, tenses.tense(found.span, around)), narrative)


def _resolved(found: Found, ground: Ground | None, tense: Tense, narrative: Narrative) -> TimeExpression:
    """What the narrative tells goes before what the article's day tells."""
    reading = found.reading
    counted = _counted(found, tense, narrative)
    if counted is not None:
        narrative.add(*counted)
        return counted[0]
    if isinstance(reading, Stamp):
        time = _expression(found.span, reading, None)
    else:
        stamp = ground and ground.resolve(reading, tense)
        time = _expression(found.span, stamp or reading.unresolved, ground if stamp else None)
        if reading.counted:
            return time
    narrative.add(time)
    return time


def _counted(found: Found, tense: Tense, narrative: Narrative) -> tuple[TimeExpression, Event] | None:
    """Counted from a time told before; None if the words ask for none or none was told."""
    reading, span = found.reading, found.span
    if isinstance(reading, Stamp):
        event = narrative.event(span, tense, day=True) if reading.timex3[:1] == "T" else None
        return (_from(span, stamps.of_clock(event.first, reading.timex3), event), event) if event else None
    if reading.calendar and tense != "future":
        year = narrative.old_year(span)
        event = Event(date(year, 1, 1), date(year, 12, 31), f"{year}") if year else None
        stamp = reading.at(event.last, "past") if event else None
    else:
        event = narrative.event(span, tense, day=reading.by_day, near=reading.by_day) if reading.counted else None
        stamp = reading.counted(event) if event and reading.counted else None
    return (_from(span, stamp, event), event) if stamp and event else None


def _from(span: Span, stamp: Stamp, event: Event) -> TimeExpression:
    return replace(_expression(span, stamp, None), anchor="event", anchor_value=event.value)


def _is_fragment(text: str, quote: Span) -> bool:
    """Words of a sentence that goes on around them: its verb may stand outside."""
    return text[quote.start : quote.start + 1].islower()


def _is_label(text: str, found: Found, said: Said, tenses: Signs) -> bool:
    weekday = isinstance(found.reading, Relative) and found.reading.weekday
    if not weekday or said.told or _is_fragment(text, said.span):
        return False
    return _verbless(text, found.span, said.span, tenses)


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
        age=stamp.age,
    )
