"""Which country's money a bare "$", "krone" or "peso" is, where the article tells it beside another amount.

An article that writes "A$2.5m" once means Australian dollars by its bare "$" too; one that marks dollars of several
countries, or none, is left as written. Words that several countries share ("kroner") are settled by the country named.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from worker.pipeline.annotate.quantities.money import DOLLARS, SHARED

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from worker.pipeline.values import Quantity

_MARK: Final = re.compile(
    r"(?<![A-Za-z])(?P<sign>AU|A|CA|C|NZ|HK|S|US)\$|(?P<name>Australian|Canadian|New[ ]Zealand|Hong[ ]Kong|Singapore"
    r"|U\.?S\.?|American)[ ]dollars?"
)
_MARKED: Final = re.compile(r"[A-Z]|dollar|cent", re.IGNORECASE)
_AMERICAN: Final = re.compile(r"U\.?S|American|USD")
_COUNTRIES: Final = {country: re.compile(country) for rows in SHARED.values() for _, country, _ in rows}


def settled(text: str, found: Iterable[Quantity]) -> list[Quantity]:
    """The quantities with their money in the currency that the article tells."""
    quantities = list(found)
    bare = {q.span for q in quantities if q.currency == "USD" and _is_bare(q, text)}
    home = _dollar(text) if bare else "USD"
    asked = {q.currency for q in quantities if q.currency in SHARED}
    told = {guess: _named(text, guess) for guess in asked if guess}
    return [replace(q, currency=home) if q.span in bare else _settled(q, text, told) for q in quantities]


def _named(text: str, guess: str) -> list[tuple[str, str]]:
    """The words of several countries whose country the article names, with its currency; one look each."""
    return [(word, code) for word, country, code in SHARED[guess] if _COUNTRIES[country].search(text)]


def _settled(quantity: Quantity, text: str, told: Mapping[str, Sequence[tuple[str, str]]]) -> Quantity:
    words = quantity.span.of(text).lower()
    codes = [code for word, code in told.get(quantity.currency or "", ()) if word in words]
    return replace(quantity, currency=codes[0]) if len(codes) == 1 else quantity


def _is_bare(quantity: Quantity, text: str) -> bool:
    """No country stands before the sign or the word."""
    words = quantity.span.of(text)
    sign = words.find("$")
    if sign >= 0:
        before = text[max(0, quantity.span.start + sign - 1) : quantity.span.start + sign]
        return not before.isalpha()
    return ("dollar" in words or "cent" in words) and not _AMERICAN.search(words)


def _dollar(text: str) -> str:
    """The one dollar that the article marks."""
    marked = {DOLLARS[(match["sign"] or match["name"]).replace(".", "")] for match in _MARK.finditer(text)}
    return marked.pop() if len(marked) == 1 else "USD"
