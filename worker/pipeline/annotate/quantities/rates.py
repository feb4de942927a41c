"""Numbers per so many: "5 per 100,000", "12 deaths per million people", with the base as a power of ten in UCUM."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from worker.pipeline.annotate import numbers
from worker.pipeline.annotate.quantities.counted import singular
from worker.pipeline.values import Quantity, Span

if TYPE_CHECKING:
    from worker.pipeline.annotate.quantities.figures import Number
    from worker.pipeline.values import Comparator

_BASES: Final = {"100": 2, "1,000": 3, "thousand": 3, "10,000": 4, "100,000": 5, "1 million": 6, "million": 6, "1m": 6}
_RATE: Final = re.compile(
    r"(?:[ ](?P<noun>[a-z-]{3,16}))?[ ](?:per|for[ ]every)[ ](?P<base>"
    + "|".join(sorted(_BASES, key=len, reverse=True)).replace(" ", "[ ]")
    + r")(?![\w,])"
)


def rate(text: str, number: Number, span: Span, comparator: Comparator) -> Quantity | None:
    """The rate whose number ends where `span` does."""
    match = _RATE.match(text, span.end)
    if match is None:
        return None
    power = _BASES[match["base"]]
    unit = f"{{{singular(match['noun'])}}}/10*{power}" if match["noun"] else f"/10*{power}"
    whole = Span(span.start, match.end())
    if match["noun"]:
        return Quantity(whole, numbers.plain(number.amount), comparator, unit)
    si = numbers.plain(number.amount.scaleb(-power))
    return Quantity(whole, numbers.plain(number.amount), comparator, unit, si, "1")
