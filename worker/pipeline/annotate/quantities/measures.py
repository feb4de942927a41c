"""What stands behind a number: a unit of measurement, a pair of units, a currency or a scale sign."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal
from typing import TYPE_CHECKING, Final

from worker.pipeline.annotate import numbers
from worker.pipeline.annotate.quantities import money, units

if TYPE_CHECKING:
    from worker.pipeline.annotate.quantities.units import Pair, Unit

NUMBER: Final = re.compile(
    rf"(?:(?P<digits>{numbers.DIGITS})(?P<half>[ ]and[ ]a[ ]half(?![a-z]))?"
    rf"(?:[ \u00a0-]?(?P<scale>{numbers.SCALE}))?|(?P<words>{numbers.WORDS}))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit or a currency behind a number. `factor`: what the number is multiplied with; `fixed`: it replaces it."""

    end: int
    unit: Unit | None = None
    currency: str | None = None
    factor: Decimal = Decimal(1)
    fixed: Decimal | None = None


# Up to three words right behind a number, or one sign; dictionaries say what they mean.
_WORDS: Final = re.compile(
    r"[ \u00a0-](?P<one>[A-Za-z][A-Za-z.]{0,13})(?:[ -](?P<two>[A-Za-z]{1,12})(?:[ -](?P<three>[A-Za-z]{1,10}))?)?"
)
_SYMBOL: Final = re.compile(
    r"(?P<space>[ \u00a0-]?)"
    r"(?P<symbol>%|sq\.?[ ](?:ft|mi|km|m)|[°º][ ]?[CF]|[A-Za-zµμ]{1,4}(?:[²³23]|/[hs])?)(?![A-Za-z0-9²³/])"
)
_UNIT_WORDS: Final[dict[str, Unit]] = {
    **{f"{name}s": unit for name, unit in units.WORDS.items() if not name.endswith("s")},
    **units.WORDS,
}
_MONEY_WORDS: Final[dict[str, tuple[str, Decimal]]] = {
    **{f"{name}s": value for name, value in money.WORDS.items() if not name.endswith("s")},
    **money.WORDS,
}
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
_MAY_PAIR: Final = re.compile(r"[ -]?(?:f(?:oo|ee|)t|pound|lb|st)", re.IGNORECASE)
_PRIMES: Final = re.compile(r"['\u2019\u2032](?P<small>\d{1,2})(?:[\"”″]|['\u2019]['\u2019]|(?=[ ,.;)]))")


def measure_after(text: str, end: int, amount: Decimal, *, digits: bool) -> Measure | None:
    """The unit or currency that begins at `end`, right behind the number `amount`."""
    follows = text[end : end + 1]
    if not follows or follows in "\n,.;:)":
        return None
    pair = _pair(text, end, amount, digits=digits)
    if pair is not None:
        return pair
    match = _WORDS.match(text, end)
    if match is not None:
        for name in ("three", "two", "one"):
            measure = _named(text, match, name, amount) if match[name] else None
            if measure is not None:
                return measure
    return (_pence(text, end, amount) or _symbol(text, end)) if digits else None


_PENCE: Final = re.compile(r"p(?![A-Za-z0-9]|\.m)")
_SCREENS: Final = frozenset({240, 360, 480, 720, 1080, 1440, 2160})  # lines of a picture, "1080p"


def _pence(text: str, end: int, amount: Decimal) -> Measure | None:
    match = _PENCE.match(text, end)
    if match is None or amount in _SCREENS or amount >= 10_000:
        return None
    return Measure(match.end(), currency="GBP", factor=Decimal("0.01"))


def _named(text: str, match: re.Match[str], last: str, amount: Decimal) -> Measure | None:
    """What the words up to group `last` mean, if they end there."""
    end = match.end(last)
    if text[end : end + 1].isalnum():
        return None
    written = text[match.start("one") : end]
    name = written.lower().rstrip(".")
    end -= len(written) - len(written.rstrip("."))
    if written in money.CODES:
        return Measure(end, currency=written)
    if name in _MONEY_WORDS and written.rstrip(".") != "Cent":  # the singer's name has no number of cents in it
        currency, factor = _MONEY_WORDS[name]
        return Measure(end, currency=currency, factor=factor)
    if name in units.POUND_WORDS:
        pays = _pays(text, match, end, amount)
        return Measure(end, currency="GBP") if pays else Measure(end, units.POUND)
    unit = _UNIT_WORDS.get(name) or _UNIT_WORDS.get(name.replace(" ", "-"))
    return Measure(end, unit) if unit and not _title(written, name, amount) else None


def _title(written: str, name: str, amount: Decimal) -> bool:
    """A capital and a singular where a plural belongs: "8 Mile" is no distance."""
    return written[0].isupper() and not written.isupper() and amount != 1 and not name.endswith("s") and name != "feet"


def _pair(text: str, end: int, amount: Decimal, *, digits: bool) -> Measure | None:
    for pair, pattern in _PAIRS if _MAY_PAIR.match(text, end) else ():
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
    """As in "5-foot-10" and "5ft 10", but not "5 feet, 10 people" and not "six feet two months ago"."""
    gap = text[match.start("small") - 1]
    return (
        gap in "- t"
        and "," not in match.group()
        and (gap == "-" or text[match.end() : match.end() + 1] in {"", ",", ".", ")", ";", "\n"})
    )


def _composed(pair: Pair, big: Decimal, small: Decimal, end: int) -> Measure:
    if pair.exact_big:
        return Measure(end, pair.big_unit, fixed=big + small / pair.ratio)
    return Measure(end, pair.small_unit, fixed=big * pair.ratio + small)


_PAYING: Final = re.compile(money.PAYING, re.IGNORECASE)
_WEIGHING: Final = re.compile(money.WEIGHING, re.IGNORECASE)
_NEAR = 60  # characters on either side that tell a pound of weight from one of money


def _pays(text: str, match: re.Match[str], end: int, amount: Decimal) -> bool:
    if match.group()[0] == "-" or text.startswith(" of ", end):
        return False
    near = text[max(0, match.start() - _NEAR) : end + _NEAR]
    weighs, pays = _WEIGHING.search(near) is not None, _PAYING.search(near) is not None
    return not weighs and (pays or amount >= 10**6)


def _symbol(text: str, end: int) -> Measure | None:
    match = _SYMBOL.match(text, end)
    if match is None:
        return None
    if match["space"] and match["symbol"] in units.SYMBOLS_GLUED and not _is_warmth(text, match):
        return None
    symbol = match["symbol"].replace("sq.", "sq")
    unit = units.SYMBOLS.get(symbol) or units.SYMBOLS_TIGHT.get(symbol)
    return Measure(match.end(), unit) if unit else None


_WARMTH: Final = re.compile(r"degrees?\b|\btemperatures?\b|[°º]|\d[CF]\b")


def _is_warmth(text: str, match: re.Match[str]) -> bool:
    """As in "42.6 degrees Celsius (108.7 F)": the sign stands apart, but degrees are near."""
    near = match["symbol"] in {"C", "F"} and match["space"] == " "
    return near and _WARMTH.search(text, max(0, match.start() - 120), match.end()) is not None


def short_scale(text: str, end: int) -> tuple[int, int] | None:
    """As in "$5m", "3k followers": where the sign ends, and its factor."""
    match = _SHORT_SCALE.match(text, end)
    return (match.end(), money.SHORT_SCALES[match["scale"].lower()]) if match else None


_DIGITS_KEPT = Decimal("1e-9")  # SI amounts that no finite decimal gives are rounded here: a nanometre, a microgram


def si_amount(amount: Decimal, unit: Unit) -> str:
    exact = amount * unit.factor + unit.offset
    exponent = exact.as_tuple().exponent
    if isinstance(exponent, int) and exponent < -20:
        exact = exact.quantize(_DIGITS_KEPT, ROUND_HALF_EVEN)
    return numbers.plain(exact)
