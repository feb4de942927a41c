"""Lengths of time in ISO 8601, from amounts with our unit names."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from worker.pipeline.annotate import numbers
from worker.pipeline.annotate.times import words

if TYPE_CHECKING:
    from collections.abc import Iterable

# Unit -> the next smaller one and how many of it, for halves ("two and a half years": P2Y6M).
_SMALLER: Final = {"Y": ("M", 12), "TH": ("TM", 60), "TM": ("TS", 60), "W": ("D", 7), "D": ("TH", 24)}
_ORDER: Final = ("Y", "M", "W", "D", "TH", "TM", "TS")


def iso(parts: Iterable[tuple[Decimal, str]]) -> str:
    """ISO 8601 of amounts with our unit names: [(2, "year"), (6, "month")] -> "P2Y6M"."""
    amounts: dict[str, Decimal] = {}
    for amount, unit in parts:
        letter, timed, multiple = words.UNITS[unit]
        key = f"T{letter}" if timed else letter
        whole, rest = divmod(amount * multiple, 1)
        smaller, count = _SMALLER.get(key, (key, 1))
        if rest and (rest * count) % 1 == 0:
            amounts[key] = amounts.get(key, Decimal(0)) + whole
            amounts[smaller] = amounts.get(smaller, Decimal(0)) + rest * count
        else:
            amounts[key] = amounts.get(key, Decimal(0)) + whole + rest
    return _written({key: amount for key, amount in amounts.items() if amount or len(amounts) == 1})


def _written(amounts: dict[str, Decimal]) -> str:
    dates = "".join(f"{numbers.plain(amounts[key])}{key}" for key in _ORDER if key in amounts and key[0] != "T")
    times = "".join(f"{numbers.plain(amounts[key])}{key[1]}" for key in _ORDER if key in amounts and key[0] == "T")
    return f"P{dates}T{times}" if times else f"P{dates}"


def vague(unit: str) -> str:
    """A duration of which only the unit is known: "months" -> "PXM"."""
    letter, timed, _ = words.UNITS[unit]
    special = {"decade": "DE", "century": "CE"}.get(unit, letter)
    return f"P{'T' if timed else ''}X{special}"


def rank(unit: str) -> int:
    """The larger the unit, the smaller the rank."""
    letter, timed, _ = words.UNITS[unit]
    return _ORDER.index(f"T{letter}" if timed else letter)


def amount(text: str) -> Decimal | None:
    """The number before a unit; an article is one."""
    plain = text.lower().strip().replace("-and-a-half", " and a half")
    return Decimal(1) if plain in {"a", "an"} else numbers.read(plain)
