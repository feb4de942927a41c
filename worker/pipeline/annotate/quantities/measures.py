"""What stands behind a number: a unit of measurement, a pair of units, a currency or a scale sign."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Final

from worker.pipeline.annotate import numbers
from worker.pipeline.annotate.quantities import money, units
from worker.pipeline.annotate.quantities.units import Pair, Unit

NUMBER: Final = re.compile(
    rf"(?:(?P<digits>{numbers.DIGITS})(?P<half>[ ]and[ ]a[ ]half(?![a-z]))?(?:[ \u00a0-]?(?P<scale>{numbers.SCALE}))?|(?P<words>{numbers.WORDS}))",
    re.IGNORECASE,
)


def _longest_first(names: object) -> str:
    ordered = sorted((str(name) for name in names), key=len, reverse=True)  # type: ignore[attr-defined]
    return "|".join(re.escape(name) for name in ordered)


_SYMBOL: Final = re.compile(
    rf"(?P<space>[ \u00a0-]?)(?P<symbol>{_longest_first([*units.SYMBOLS, *units.SYMBOLS_TIGHT])})(?![A-Za-z0-9²³/])"
)
_PLURALS: Final = {f"{name}s": unit for name, unit in units.WORDS.items() if not name.endswith(("s", "feet"))}
_UNIT_WORDS: Final = {**_PLURALS, **units.WORDS}
_WORD: Final = re.compile(rf"[ \u00a0-](?P<word>{_longest_first(_UNIT_WORDS)}|pounds?)(?![A-Za-z0-9])", re.IGNORECASE)
_MONEY_PLURALS: Final = {f"{name}s": value for name, value in money.WORDS.items() if not name.endswith(("s", "e", "y"))}
_MONEY_WORDS: Final = {**_MONEY_PLURALS, **money.WORDS, "euros": money.WORDS["euro"], "roubles": money.WORDS["rouble"],
                       "rubles": money.WORDS["ruble"], "rupees": money.WORDS["rupee"], "pence": money.WORDS["pence"]}  # fmt: skip
_CURRENCY: Final = re.compile(
    rf"[ \u00a0-](?:(?P<code>{'|'.join(sorted(money.CODES))})|(?i:(?P<word>{_longest_first(_MONEY_WORDS)})))(?![A-Za-z0-9])"
)
_SHORT_SCALE: Final = re.compile(r"[ ]?(?P<scale>[kmbtKMBT])(?![A-Za-z0-9])")
_PAIRS: Final = tuple(
    (
        pair,
        re.compile(
            rf"[ -]?(?:{pair.big})(?![A-Za-z])\.?(?:,[ ]|,?[ ]and[ ]|[ -])?(?P<small>{numbers.DIGITS}|{numbers.WORDS})"
            rf"[ -]?(?P<name>{pair.small})?(?![A-Za-z])",
            re.IGNORECASE,
        ),
    )
    for pair in units.PAIRS
)
_PRIMES: Final = re.compile(r"['’′](?P<small>\d{1,2})(?:[\"”″]|['’]['’]|(?=[ ,.;)]))")


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit or a currency behind a number. `factor`: what the number is multiplied with; `fixed`: it replaces it."""

    end: int
    unit: Unit | None = None
    currency: str | None = None
    factor: Decimal = Decimal(1)
    fixed: Decimal | None = None


def measure_after(text: str, end: int, amount: Decimal, *, digits: bool) -> Measure | None:
    """The unit or currency that begins at `end`, right behind the number `amount`."""
    pair = _pair(text, end, amount, digits=digits)
    if pair is not None:
        return pair
    currency = _CURRENCY.match(text, end)
    if currency is not None and not _rapper(currency):
        code, factor = (currency["code"], Decimal(1)) if currency["code"] else _MONEY_WORDS[currency["word"].lower()]
        return Measure(currency.end(), currency=code, factor=factor)
    return _word(text, end, amount) or (_symbol(text, end) if digits else None)


def _rapper(match: re.Match[str]) -> bool:
    return match["word"] == "Cent"


def _pair(text: str, end: int, amount: Decimal, *, digits: bool) -> Measure | None:
    for pair, pattern in _PAIRS:
        match = pattern.match(text, end)
        small = numbers.read(match["small"].lower()) if match else None
        if match is None or small is None or not 0 <= small < pair.ratio:
            continue
        if match["name"] or (pair.lone and _touches(text, match)):
            return _composed(pair, amount, small, match.end() if match["name"] else match.end("small"))
    primes = _PRIMES.match(text, end) if digits else None
    if primes and int(primes["small"]) < 12 and 2 <= amount <= 8:
        return _composed(units.PAIRS[0], amount, Decimal(primes["small"]), primes.end())
    return None


def _touches(text: str, match: re.Match[str]) -> bool:
    """ "5-foot-10" and "5ft 10", but not "5 feet, 10 people" and not "six feet two months ago"."""
    gap = text[match.start("small") - 1]
    return gap in "- t" and "," not in match.group() and (gap == "-" or text[match.end() : match.end() + 1] in {"", ",", ".", ")", ";", "\n"})


def _composed(pair: Pair, big: Decimal, small: Decimal, end: int) -> Measure:
    if pair.exact_big:
        return Measure(end, pair.big_unit, fixed=big + small / pair.ratio)
    return Measure(end, pair.small_unit, fixed=big * pair.ratio + small)


def _word(text: str, end: int, amount: Decimal) -> Measure | None:
    match = _WORD.match(text, end)
    if match is None:
        return None
    name = match["word"].lower()
    if name in units.POUND_WORDS:
        return Measure(match.end(), currency="GBP") if _pays(text, match, amount) else Measure(match.end(), units.POUND)
    return Measure(match.end(), _UNIT_WORDS[name])


_PAYING: Final = re.compile(money.PAYING, re.IGNORECASE)
_WEIGHING: Final = re.compile(money.WEIGHING, re.IGNORECASE)
_NEAR = 60  # characters on either side that tell a pound of weight from one of money


def _pays(text: str, match: re.Match[str], amount: Decimal) -> bool:
    if match.group()[0] == "-" or text.startswith(" of ", match.end()):
        return False
    near = text[max(0, match.start() - _NEAR) : match.end() + _NEAR]
    weighs, pays = _WEIGHING.search(near) is not None, _PAYING.search(near) is not None
    return not weighs and (pays or amount >= 10**6)


def _symbol(text: str, end: int) -> Measure | None:
    match = _SYMBOL.match(text, end)
    if match is None or (match["space"] and match["symbol"] in units.SYMBOLS_GLUED):
        return None
    symbol = match["symbol"]
    return Measure(match.end(), units.SYMBOLS.get(symbol) or units.SYMBOLS_TIGHT[symbol])


def short_scale(text: str, end: int) -> tuple[int, int] | None:
    """ "$5m", "3k followers": where the sign ends, and its factor."""
    match = _SHORT_SCALE.match(text, end)
    return (match.end(), money.SHORT_SCALES[match["scale"].lower()]) if match else None


_DIGITS_KEPT = Decimal("1e-9")  # SI amounts that no finite decimal gives are rounded here: a nanometre, a microgram


def si_amount(amount: Decimal, unit: Unit) -> str:
    exact = amount * unit.factor + unit.offset
    exponent = exact.as_tuple().exponent
    if isinstance(exponent, int) and exponent < -20:
        exact = exact.quantize(_DIGITS_KEPT, ROUND_HALF_EVEN)
    return numbers.plain(exact)
