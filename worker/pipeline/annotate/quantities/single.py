"""One number to one quantity: its comparator, and the unit, currency or noun behind it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from worker.pipeline.annotate import numbers
from worker.pipeline.annotate.quantities import comparators, counted, rates
from worker.pipeline.annotate.quantities.amounts import may_count, stands_alone
from worker.pipeline.annotate.quantities.measures import Measure, measure_after, si_amount
from worker.pipeline.annotate.quantities.units import CELSIUS, FAHRENHEIT, PERCENT
from worker.pipeline.values import Quantity, Span

if TYPE_CHECKING:
    from worker.pipeline.annotate.quantities.figures import Number
    from worker.pipeline.values import Comparator

_RATIO: Final = re.compile(r"[\w%][ ](?:in|out[ ]of)[ ](?:every[ ])?$", re.IGNORECASE)
_PARENT: Final = re.compile(
    r"\b(?P<grand>grand|great-grand)?(?:mother|father|mum|mom|dad|parent)s?[- ]of[- ]$", re.IGNORECASE
)
_MINUS: Final = re.compile(r"(?:\bminus[ ]|(?<![\w])[-\u2212])$", re.IGNORECASE)
_MINUS_WORD: Final = re.compile(r"minus[ ]$", re.IGNORECASE)
# "31 times"; "three times as many" and "three times a week" count nothing.
_TIMES: Final = re.compile(
    r"[ ]times(?=[.,;:!?)\"”\n]|$|[ ](?:in|on|for|by|since|before|after|at|with|and|but|to|from|over|during|when|while"
    r"|last|this)\b)",
    re.IGNORECASE,
)
_SIGNED: Final = (CELSIUS, FAHRENHEIT, PERCENT)


def quantity(text: str, number: Number, floor: int) -> tuple[Quantity | None, int]:
    marked = comparators.after(text, number.end)
    end = marked[0] if marked else number.end
    found = measure(text, number, end)
    lead = comparators.before(text, number.start)
    if lead is not None and lead[0] < floor:
        lead = None
    exact: Comparator = "~" if number.words.startswith("a couple") else "="
    comparator = (lead or marked or (0, exact))[1]
    start = lead[0] if lead else number.start
    if found is not None:
        return measured(text, number, found, Span(start, found.end), comparator), found.end
    per = rates.rate(text, number, Span(start, end), comparator)
    if per is not None:
        return per, per.span.end
    if text.startswith("-magnitude", number.end):
        return _of(Span(start, number.end), number, "", comparator), number.end
    described = counted.hyphened(text, number.end)
    if described is not None:
        unit = f"{{{described.lemma}}}"
        return Quantity(Span(start, described.end), numbers.plain(number.amount), comparator, unit), described.end
    if _glued(text, number):
        return None, number.end
    return countable(text, number, Span(start, end), comparator)


def measure(text: str, number: Number, end: int) -> Measure | None:
    if number.currency:
        return Measure(end, currency=number.currency)
    return measure_after(text, end, number.amount, digits=number.digits)


def measured(text: str, number: Number, found: Measure, span: Span, comparator: Comparator) -> Quantity:
    amount = found.fixed if found.fixed is not None else number.amount * found.factor
    unit = found.unit
    if unit is None:
        return Quantity(span, numbers.plain(amount), comparator, "", currency=found.currency)
    minus = _MINUS.search(text[max(0, number.start - 6) : number.start]) if unit in _SIGNED else None
    if minus is not None:
        amount, span = -amount, Span(min(span.start, number.start - len(minus.group())), span.end)
    si = si_amount(amount, unit) if unit.si else None
    return Quantity(span, numbers.plain(amount), comparator, unit.ucum, si, unit.si)


def _glued(text: str, number: Number) -> bool:
    """As in "1st", "3D", "two-time", "10:20": the number is part of something else."""
    tail = text[number.end : number.end + 2]
    if tail[:1] == "-":
        return tail[1:2].isalnum() or not number.digits
    return tail[:1].isalpha() or (tail[:1] in set("/:'\u2019°") and tail[1:2].isalnum())


def countable(text: str, number: Number, span: Span, comparator: Comparator) -> tuple[Quantity | None, int]:
    often = _TIMES.match(text, span.end) if number.amount > 1 and span.end == number.end else None
    if often is not None:
        return _of(Span(span.start, often.end()), number, "{time}", comparator), often.end()
    noun = counted.noun_after(text, span.end, single=number.amount == 1)
    if _RATIO.search(text[max(0, number.start - 16) : number.start]):
        return None, noun.end if noun else span.end  # "one in five voters" counts no voters
    if noun is not None and (noun.time or not may_count(text, number, span)):
        return None, noun.end if noun.time else span.end
    if noun is not None:
        unit = f"{{{noun.lemma}}}" if noun.lemma else ""
        return _of(Span(span.start, noun.end), number, unit, comparator), noun.end
    return _lone(text, number, span, comparator), span.end


def _of(span: Span, number: Number, unit: str, comparator: Comparator) -> Quantity:
    return Quantity(span, numbers.plain(number.amount), comparator, unit)


def _lone(text: str, number: Number, span: Span, comparator: Comparator) -> Quantity | None:
    """A number with nothing counted behind it."""
    parent = _PARENT.search(text[max(0, number.start - 24) : number.start])
    if parent is not None and number.amount == int(number.amount):
        whole = Span(number.start - len(parent.group()), number.end)
        return _of(whole, number, "{grandchild}" if parent["grand"] else "{child}", "=")
    if not stands_alone(text, number, span):
        return None
    minus = _MINUS_WORD.search(text[max(0, span.start - 6) : span.start])
    if minus is None:
        return _of(span, number, "", comparator)
    below = Span(span.start - len(minus.group()), span.end)
    return Quantity(below, numbers.plain(-number.amount), comparator, "")
