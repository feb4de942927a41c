"""Numbers of which only the size is told: "dozens of people", "tens of thousands", "several hundred homes".

A plural is at least two of its unit, so the amount is a lower bound: "dozens" is at least 24.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from worker.pipeline.annotate import numbers
from worker.pipeline.annotate.quantities import counted
from worker.pipeline.annotate.quantities.measures import measure_after
from worker.pipeline.values import Quantity, Span

_SIZES: Final = {**numbers.SCALES, "dozen": 12, "score": 20, "ten": 10}
_MANY: Final = re.compile(
    r"(?:(?P<of>tens|hundreds|thousands)[ ]of[ ](?P<big>thousands|millions|billions|trillions)"
    r"|(?P<one>dozens|hundreds|thousands|millions|billions|trillions|scores(?=[ ]of[ ]))"
    r"|(?:several|few)[ ](?P<few>dozen|hundred|thousand|million|billion))(?![A-Za-z-])(?P<more>[ ]more)?",
    re.IGNORECASE,
)
_OF: Final = re.compile(r"[ ]of[ ](?:the[ ]|its[ ]|their[ ]|his[ ]|her[ ])?", re.IGNORECASE)
_VAGUE: Final = re.compile(r"\b(?:the|by|their|its|those|these)[ ]$", re.IGNORECASE)  # "in their thousands"


def crowd(text: str, at: int) -> Quantity | None:
    """The size that begins at `at`, with what is counted, measured or paid."""
    match = _MANY.match(text, at)
    if match is None or _VAGUE.search(text[max(0, at - 8) : at]):
        return None
    amount = _least(match)
    of = _OF.match(text, match.end())
    behind = of.end() - 1 if of else match.end()
    found = measure_after(text, behind, amount, digits=False)
    if found is not None and found.currency:
        return Quantity(Span(at, found.end), numbers.plain(amount * found.factor), ">=", "", currency=found.currency)
    if found is not None and found.unit:
        return Quantity(Span(at, found.end), numbers.plain(amount), ">=", found.unit.ucum)
    noun = counted.noun_after(text, behind, single=False)
    if noun is not None and noun.time:
        return None
    if noun is None or not noun.lemma:
        return Quantity(Span(at, match.end()), numbers.plain(amount), ">=", "")
    return Quantity(Span(at, noun.end), numbers.plain(amount), ">=", f"{{{noun.lemma}}}")


def _least(match: re.Match[str]) -> Decimal:
    if match["big"]:
        return 2 * _size(match["of"]) * _size(match["big"])
    return 2 * _size(match["one"] or match["few"])


def _size(name: str) -> Decimal:
    return Decimal(_SIZES[name.lower().removesuffix("s")])
