"""Ranges: two numbers of one unit are a lower and an upper bound, each a quantity of its own."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from worker.pipeline.annotate import numbers
from worker.pipeline.annotate.quantities.figures import START, Number, number_at
from worker.pipeline.annotate.quantities.single import countable, measure, measured
from worker.pipeline.values import Quantity, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

# A number right behind the dash of a range, which _START refuses to begin with.
_GLUED_START: Final = re.compile(r"(?P<sign>(?!))?(?P<code>(?!))?(?P<nth>(?!))?(?P<size>(?!))?(?=\d)")
_RANGE: Final = re.compile(r"[ ]?[-\u2013\u2014][ ]?|[ ](?P<word>to|and|or)[ ]", re.IGNORECASE)


def bounds(text: str, first: Number) -> list[Quantity] | None:
    """As in "10 to 12 people", "$5-10 million": at least the one and at most the other, in the second one's unit."""
    gap = _RANGE.match(text, first.end)
    if gap is None or not _joins(text, gap, first.start):
        return None
    start = START.match(text, gap.end()) or _GLUED_START.match(text, gap.end())
    second = number_at(text, start) if start else None
    if second is None or (second.currency and second.currency != first.currency):
        return None
    second = replace(second, currency=first.currency)
    low = replace(first, amount=_scaled_alike(first, second))
    if low.amount >= second.amount or (gap["word"] == "or" and second.amount > 2 * low.amount):
        return None
    return _two_sides(text, low, second)


def _joins(text: str, gap: re.Match[str], start: int) -> bool:
    """The word "and" joins only after "between"; "from 10 to 12" is more often a change than a range."""
    word = (gap["word"] or "-").lower()
    before = text[max(0, start - 8) : start].lower()
    return before == "between " if word == "and" else not (word == "to" and before.endswith("from "))


def _two_sides(text: str, low: Number, high: Number) -> list[Quantity] | None:
    spans = Span(low.start, low.end), Span(high.start, high.end)
    found = measure(text, high, high.end)
    if found is not None and found.fixed is None:
        lower = measured(text, low, found, spans[0], ">=")
        return [lower, measured(text, high, found, Span(high.start, found.end), "<=")]
    upper, _ = (None, 0) if found else countable(text, high, spans[1], "<=")
    if upper is None or not upper.unit_ucum:
        return None
    return [replace(upper, span=spans[0], amount=numbers.plain(low.amount), comparator=">="), upper]


def _scaled_alike(first: Number, second: Number) -> Decimal:
    """As in "$5-10 million": the scale of the second number holds for both."""
    if not second.scaled or first.scaled or first.amount >= 1000:
        return first.amount
    scale = next((scale for scale in sorted(numbers.SCALES.values(), reverse=True) if second.amount >= scale), 1)
    return first.amount * scale


def with_bounds(text: str, found: Sequence[Quantity]) -> list[Quantity]:
    """As in "between 29% and 43%", "$5 million-$10 million": both have their unit, so each was read by itself."""
    result = list(found)
    for index, (low, high) in enumerate(pairwise(found)):
        gap = text[low.span.end : high.span.start]
        between = gap == " and " and text[max(0, low.span.start - 8) : low.span.start].lower() == "between "
        if (between or gap in {"-", "\u2013", " - ", " \u2013 "}) and _ascend(low, high):
            result[index : index + 2] = [replace(low, comparator=">="), replace(high, comparator="<=")]
    return result


def _ascend(low: Quantity, high: Quantity) -> bool:
    alike = (low.unit_ucum, low.currency) == (high.unit_ucum, high.currency)
    return alike and low.comparator == high.comparator == "=" and Decimal(low.amount) < Decimal(high.amount)
