"""Quantities of a text: a number with its comparator and what it measures, pays or counts."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from worker.pipeline.annotate.quantities.crowds import crowd
from worker.pipeline.annotate.quantities.figures import START, number_at
from worker.pipeline.annotate.quantities.idioms import IDIOM
from worker.pipeline.annotate.quantities.local_money import settled
from worker.pipeline.annotate.quantities.ordinals import ordinal
from worker.pipeline.annotate.quantities.ranges import bounds, with_bounds
from worker.pipeline.annotate.quantities.shares import share
from worker.pipeline.annotate.quantities.single import quantity
from worker.pipeline.annotate.quantities.units import PERCENT
from worker.pipeline.values import Quantity, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

# Places of a text at which a number is looked for. The densest of 888 news articles has 37,000 in a million characters
# (a common one 8,000); what has more is no article, and a hostile one gets no more than about a second.
MOST_PLACES = 40_000
_CHAIN: Final = re.compile(r"\d[\d.,]{0,12}(?:[-\u2013/:]\d[\d.,]{0,12}){1,4}")

_IDIOM_REACH = 32  # characters; the longest words before a number in an idiom, with room


def find_quantities(text: str, blocked: Sequence[Span] = ()) -> tuple[Quantity, ...]:
    """In text order, none overlapping another; none starts inside a blocked span (a name, a time) or an idiom.

    Durations are times, scores and labels ("page 12") no quantities. A range gives two: at least its first number, at
    most its second. A pair of units is one quantity: in the larger unit where that is a finite decimal (19 lb 8 oz:
    19.5 lb), else in the smaller (5 ft 10 in: 70 in). "$" is the US dollar unless the article marks another.
    """
    taken = sorted(blocked)
    reach = _reaches(taken)
    found: list[Quantity] = []
    at, floor = 0, 0
    for _ in range(MOST_PLACES):
        start = START.search(text, at)
        if start is None:
            break
        if (busy := _busy_until(taken, reach, start.start())) is not None:
            at = max(busy, start.start() + 1)
            continue
        hits, at = _read(text, start, floor)
        found.extend(hit for hit in hits if not _idiomatic(text, hit))
        floor = found[-1].span.end if found else 0
    return tuple(settled(text, with_bounds(text, found)))


def _idiomatic(text: str, hit: Quantity) -> bool:
    """Idioms write their numbers in words, save a percentage ("110 percent")."""
    if not text[hit.span.start].isalpha() and hit.unit_ucum != PERCENT.ucum:
        return False
    near = IDIOM.finditer(text, max(0, hit.span.start - _IDIOM_REACH), hit.span.end + _IDIOM_REACH)
    return any(match.start() < hit.span.end and hit.span.start < match.end() for match in near)


def _reaches(spans: Sequence[Span]) -> tuple[int, ...]:
    reach, ends = 0, []
    for span in spans:
        reach = max(reach, span.end)
        ends.append(reach)
    return tuple(ends)


def _busy_until(taken: Sequence[Span], reach: Sequence[int], at: int) -> int | None:
    index = bisect_right(taken, Span(at, 2**62)) - 1
    return reach[index] if index >= 0 and reach[index] > at else None


def _special(text: str, start: re.Match[str]) -> Quantity | None:
    """Fractions, sizes and places in a series, which are no numbers with a unit."""
    at = start.end()
    if start["size"]:
        return crowd(text, at)
    if start["nth"]:
        return ordinal(text, at)
    if start["sign"] or start["code"]:
        return None
    return ordinal(text, at) if text[at : at + 1].isdigit() else share(text, at)


def _read(text: str, start: re.Match[str], floor: int) -> tuple[list[Quantity], int]:
    """The quantities that begin here (two for a range), and where to go on."""
    special = _special(text, start)
    if special is not None or start["nth"] or start["size"]:
        return ([special], special.span.end) if special else ([], start.end() + 1)
    number = number_at(text, start)
    if number is None:
        return [], max(start.end(), start.start() + 1)
    pair = bounds(text, number)
    if pair is not None:
        return pair, pair[-1].span.end
    chain = _CHAIN.match(text, number.start)
    if chain is not None and not number.currency and chain.end() > number.end:
        return [], chain.end()  # a score, a date, a telephone number
    one, end = quantity(text, number, floor)
    return ([one] if one else []), max(end, start.start() + 1)
