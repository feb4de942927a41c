"""Quantities of a text: a number with its comparator and what it measures, pays or counts."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from worker.pipeline.annotate import numbers
from worker.pipeline.annotate.quantities import comparators, counted, money
from worker.pipeline.annotate.quantities.idioms import IDIOM
from worker.pipeline.annotate.quantities.measures import NUMBER, Measure, measure_after, short_scale, si_amount
from worker.pipeline.annotate.quantities.nouns import LABELS
from worker.pipeline.annotate.quantities.units import CELSIUS, FAHRENHEIT, PERCENT
from worker.pipeline.values import Quantity, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from worker.pipeline.values import Comparator

_SIGN = "|".join(re.escape(sign) for sign in sorted(money.SIGNS, key=len, reverse=True))
_NUMBER_WORDS = "|".join(sorted((*numbers.ONES, *numbers.TENS, "half", "an", "a"), key=len, reverse=True))
# Nothing may be glued to the front of a number, save "mother-of-two", "$5m-$10m" and the minus of "-3%".
_FREE = r"(?<![\w@#&$£€¥₹])(?:(?<![.,:/'\u2019-])|(?<=-of-)|(?<=-)(?=[$£€])|(?<=[ (]-)(?=\d))"
_CODE = "|".join(sorted(money.CODES))
_START: Final = re.compile(
    rf"{_FREE}(?:(?P<sign>{_SIGN})[ ]?(?=[\d½¼¾])|(?P<code>{_CODE})[ \u00a0]?(?=\d)|(?=[\d½¼¾])"
    rf"|(?=(?:{_NUMBER_WORDS})(?![a-z])))",
    re.IGNORECASE,
)
# A number right behind the dash of a range, which _START refuses to begin with.
_GLUED_START: Final = re.compile(r"(?P<sign>(?!))?(?P<code>(?!))?(?=\d)")
# Places of a text at which a number is looked for. The densest of 888 news articles has 37,000 in a million characters
# (a common one 8,000); what has more is no article, and a hostile one gets no more than about a second.
MOST_PLACES = 40_000
_CHAIN: Final = re.compile(r"\d[\d.,]{0,12}(?:[-\u2013/:]\d[\d.,]{0,12}){1,4}")
_RANGE: Final = re.compile(r"[ ]?[-\u2013\u2014][ ]?|[ ](?P<word>to|and|or)[ ]", re.IGNORECASE)
_RATIO: Final = re.compile(r"[\w%][ ](?:in|out[ ]of)[ ](?:every[ ])?$", re.IGNORECASE)
_PARENT: Final = re.compile(
    r"\b(?P<grand>grand|great-grand)?(?:mother|father|mum|mom|dad|parent)s?[- ]of[- ]$", re.IGNORECASE
)
_MINUS: Final = re.compile(r"(?:\bminus[ ]|(?<![\w])[-\u2212])$", re.IGNORECASE)
_SIGNED: Final = (CELSIUS, FAHRENHEIT, PERCENT)


@dataclass(frozen=True, slots=True)
class _Number:
    """A number where it stands. `currency`: from a sign or code before it; `digits`: it is written in digits."""

    start: int
    end: int
    amount: Decimal
    digits: bool
    scaled: bool
    currency: str | None
    words: str


def find_quantities(text: str, blocked: Sequence[Span] = ()) -> tuple[Quantity, ...]:
    """In text order, none overlapping another; none starts inside a blocked span (a name, a time) or an idiom.

    Durations are times, ordinals, scores and labels ("page 12") no quantities. A range gives two: at least its first
    number, at most its second. A pair of units is one quantity: in the larger unit where that is a finite decimal
    (19 lb 8 oz: 19.5 lb), else in the smaller (5 ft 10 in: 70 in). "$" is the US dollar.
    """
    taken = sorted([*blocked, *(Span(*match.span()) for match in IDIOM.finditer(text))])
    reach = _reaches(taken)
    found: list[Quantity] = []
    at, floor = 0, 0
    for _ in range(MOST_PLACES):
        start = _START.search(text, at)
        if start is None:
            break
        if (busy := _busy_until(taken, reach, start.start())) is not None:
            at = max(busy, start.start() + 1)
            continue
        hits, at = _read(text, start, floor)
        found.extend(hits)
        floor = found[-1].span.end if found else 0
    return tuple(_ranges(text, found))


def _reaches(spans: Sequence[Span]) -> tuple[int, ...]:
    reach, ends = 0, []
    for span in spans:
        reach = max(reach, span.end)
        ends.append(reach)
    return tuple(ends)


def _busy_until(taken: Sequence[Span], reach: Sequence[int], at: int) -> int | None:
    index = bisect_right(taken, Span(at, 2**62)) - 1
    return reach[index] if index >= 0 and reach[index] > at else None


def _read(text: str, start: re.Match[str], floor: int) -> tuple[list[Quantity], int]:
    """The quantities that begin here (two for a range), and where to go on."""
    number = _number(text, start)
    if number is None:
        return [], max(start.end(), start.start() + 1)
    pair = _range(text, number)
    if pair is not None:
        return pair, pair[-1].span.end
    chain = _CHAIN.match(text, number.start)
    if chain is not None and not number.currency and chain.end() > number.end:
        return [], chain.end()  # a score, a date, a telephone number
    quantity, end = _quantity(text, number, floor)
    return ([quantity] if quantity else []), max(end, start.start() + 1)


def _number(text: str, start: re.Match[str]) -> _Number | None:
    match = NUMBER.match(text, start.end())
    if match is None:
        return None
    amount = numbers.words(match["words"]) if match["words"] else numbers.read(match.group().lower())
    if amount is None or match.group().lower() in {"a couple", "a half"}:
        return None
    sign, code = start["sign"], start["code"]
    currency = money.SIGNS.get(sign, money.SIGNS.get(sign.upper())) if sign else code.upper() if code else None
    number = _Number(
        start.start(),
        match.end(),
        amount,
        not match["words"],
        match["scale"] is not None,
        currency,
        match.group().lower(),
    )
    if number.digits and number.scaled is False:
        scale = short_scale(text, number.end)
        if scale and (currency or _counts(text, scale[0], text[number.end : scale[0]])):
            return replace(number, end=scale[0], amount=amount * scale[1], scaled=True)
    return number


def _counts(text: str, end: int, sign: str) -> bool:
    """In "3m people" and "5k followers" it counts, in "3m deep" it measures."""
    noun = counted.noun_after(text, end, single=False) if sign in {"m", "k"} else None
    return noun is not None and not noun.time


# ---------------------------------------------------------------------------------------------------- one number


def _quantity(text: str, number: _Number, floor: int) -> tuple[Quantity | None, int]:
    marked = comparators.after(text, number.end)
    end = marked[0] if marked else number.end
    measure = _measure(text, number, end)
    lead = comparators.before(text, number.start)
    comparator: Comparator = (
        lead[1] if lead else marked[1] if marked else "~" if number.words.startswith("a couple") else "="
    )
    start = lead[0] if lead and lead[0] >= floor else number.start
    if measure is not None:
        return _measured(text, number, measure, Span(start, measure.end), comparator), measure.end
    described = counted.hyphened(text, number.end)
    if described is not None:
        unit = f"{{{described.lemma}}}"
        return Quantity(Span(start, described.end), numbers.plain(number.amount), comparator, unit), described.end
    if _glued(text, number):
        return None, number.end
    return _countable(text, number, Span(start, end), comparator)


def _measure(text: str, number: _Number, end: int) -> Measure | None:
    if number.currency:
        return Measure(end, currency=number.currency)
    return measure_after(text, end, number.amount, digits=number.digits)


def _measured(text: str, number: _Number, measure: Measure, span: Span, comparator: Comparator) -> Quantity:
    amount = measure.fixed if measure.fixed is not None else number.amount * measure.factor
    unit = measure.unit
    if unit is None:
        return Quantity(span, numbers.plain(amount), comparator, "", currency=measure.currency)
    minus = _MINUS.search(text[max(0, number.start - 6) : number.start]) if unit in _SIGNED else None
    if minus is not None:
        amount, span = -amount, Span(min(span.start, number.start - len(minus.group())), span.end)
    si = si_amount(amount, unit) if unit.si else None
    return Quantity(span, numbers.plain(amount), comparator, unit.ucum, si, unit.si)


def _glued(text: str, number: _Number) -> bool:
    """As in "1st", "3D", "two-time", "10:20": the number is part of something else."""
    tail = text[number.end : number.end + 2]
    if tail[:1] == "-":
        return tail[1:2].isalnum() or not number.digits
    return tail[:1].isalpha() or (tail[:1] in set("/:'\u2019°") and tail[1:2].isalnum())


def _countable(text: str, number: _Number, span: Span, comparator: Comparator) -> tuple[Quantity | None, int]:
    parent = _PARENT.search(text[max(0, number.start - 24) : number.start])
    noun = counted.noun_after(text, span.end, single=number.amount == 1)
    if _RATIO.search(text[max(0, number.start - 16) : number.start]):
        return None, noun.end if noun else span.end  # "one in five voters" counts no voters
    if noun is not None and (noun.time or not _may_count(text, number, span)):
        return None, noun.end if noun.time else span.end
    if noun is not None:
        unit = f"{{{noun.lemma}}}" if noun.lemma else ""
        return Quantity(Span(span.start, noun.end), numbers.plain(number.amount), comparator, unit), noun.end
    if parent is not None and number.amount == int(number.amount):
        whole = Span(number.start - len(parent.group()), number.end)
        return Quantity(
            whole, numbers.plain(number.amount), "=", "{grandchild}" if parent["grand"] else "{child}"
        ), span.end
    if not _stands_alone(text, number, span):
        return None, span.end
    return Quantity(span, numbers.plain(number.amount), comparator, ""), span.end


_YEARLIKE: Final = re.compile(r"(?:19|20)\d\d")
_BEHIND: Final = re.compile(
    r"[ ](?:people|men|women|children|workers|jobs|votes|students|homes|houses|employees|troops|soldiers|migrants)\b",
    re.IGNORECASE,
)


def _may_count(text: str, number: _Number, span: Span) -> bool:
    """Not behind a label or a name ("Apollo 11 astronauts"), and no year ("2018 elections")."""
    if span.start < number.start:
        return True
    if number.digits and _YEARLIKE.fullmatch(number.words) and not _BEHIND.match(text, number.end):
        return False
    return not number.digits or not _labelled(text, number.start)


_WORD_BEFORE: Final = re.compile(r"(?P<edge>^|[\s\S][ \u00a0])?(?P<word>[A-Za-z][A-Za-z'\u2019.-]{0,24})[ \u00a0]$")


def _labelled(text: str, start: int) -> bool:
    match = _WORD_BEFORE.search(text[max(0, start - 28) : start])
    if match is None:
        return False
    word = match["word"].rstrip(".").lower()
    opens = (match["edge"] or "\n")[0] in '.!?\n"“:;-\u2013—•' or start - len(match.group()) <= 0
    return word in LABELS or (match["word"][0].isupper() and not opens)


# Behind these a lone number is a figure: "rose to 3,200", "12 were hurt", "killing 12".
_FIGURE_AFTER: Final = re.compile(
    r"[ ](?:were|was|are|have|had|died|dead|killed|injured|wounded|hurt|missing|others|of[ ](?:the|them|those|whom|its|his|her|their))\b",
    re.IGNORECASE,
)
_FIGURE_BEFORE: Final = re.compile(
    r"\b(?:kill(?:s|ed|ing)|injur(?:es|ed|ing)|wound(?:s|ed|ing)|total(?:s|ed|led|ing)?|reach(?:es|ed|ing)|to|employ(?:s|ed|ing))[ ]$",
    re.IGNORECASE,
)


def _stands_alone(text: str, number: _Number, span: Span) -> bool:
    """A number without unit is a quantity if something says so; most others are labels."""
    if number.digits and (_labelled(text, number.start) or _YEARLIKE.fullmatch(number.words)):
        return False
    if number.words in {"one", "a hundred", "a thousand", "zero", "half"} or number.amount == 1:
        return False
    if span.start < number.start or span.end > number.end or number.scaled:
        return True
    if _FIGURE_AFTER.match(text, number.end):
        return True
    before = text[max(0, number.start - 14) : number.start]
    return _FIGURE_BEFORE.search(before) is not None and (number.amount >= 100 or not before.endswith("to "))


# -------------------------------------------------------------------------------------------------------- ranges


def _range(text: str, first: _Number) -> list[Quantity] | None:
    """As in "10 to 12 people", "$5-10 million": at least the one and at most the other, in the second one's unit."""
    gap = _RANGE.match(text, first.end)
    if gap is None or not _joins(text, gap, first.start):
        return None
    start = _START.match(text, gap.end()) or _GLUED_START.match(text, gap.end())
    second = _number(text, start) if start else None
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


def _two_sides(text: str, low: _Number, high: _Number) -> list[Quantity] | None:
    spans = Span(low.start, low.end), Span(high.start, high.end)
    measure = _measure(text, high, high.end)
    if measure is not None and measure.fixed is None:
        lower = _measured(text, low, measure, spans[0], ">=")
        return [lower, _measured(text, high, measure, Span(high.start, measure.end), "<=")]
    upper, _ = (None, 0) if measure else _countable(text, high, spans[1], "<=")
    if upper is None or not upper.unit_ucum:
        return None
    return [replace(upper, span=spans[0], amount=numbers.plain(low.amount), comparator=">="), upper]


def _scaled_alike(first: _Number, second: _Number) -> Decimal:
    """As in "$5-10 million": the scale of the second number holds for both."""
    if not second.scaled or first.scaled or first.amount >= 1000:
        return first.amount
    scale = next((scale for scale in sorted(numbers.SCALES.values(), reverse=True) if second.amount >= scale), 1)
    return first.amount * scale


def _ranges(text: str, found: Sequence[Quantity]) -> list[Quantity]:
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
