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
    from collections.abc import Iterable

    from worker.pipeline.values import Quantity

_MARK: Final = re.compile(
    r"(?<![A-Za-z])(?P<sign>AU|A|CA|C|NZ|HK|S|US)\$|(?P<name>Australian|Canadian|New[ ]Zealand|Hong[ ]Kong|Singapore"
    r"|U\.?S\.?|American)[ ]dollars?"
)
_MARKED: Final = re.compile(r"[A-Z]|dollar|cent", re.IGNORECASE)


def settled(text: str, found: Iterable[Quantity]) -> list[Quantity]:
    """The quantities with their money in the currency that the article tells."""
    quantities = list(found)
    bare = {q.span for q in quantities if q.currency == "USD" and _is_bare(q, text)}
    home = _dollar(text) if bare else "USD"
    return [_settled(q, text, home if q.span in bare else None) for q in quantities]


def _settled(quantity: Quantity, text: str, home: str | None) -> Quantity:
    shared = SHARED.get(quantity.currency or "")
    if home and home != "USD":
        return replace(quantity, currency=home)
    if shared is None:
        return quantity
    words = quantity.span.of(text).lower()
    told = [code for word, country, code in shared if word in words and re.search(country, text)]
    return replace(quantity, currency=told[0]) if len(told) == 1 else quantity


def _is_bare(quantity: Quantity, text: str) -> bool:
    """No country stands before the sign or the word."""
    words = quantity.span.of(text)
    sign = words.find("$")
    if sign >= 0:
        before = text[max(0, quantity.span.start + sign - 1) : quantity.span.start + sign]
        return not before.isalpha()
    return ("dollar" in words or "cent" in words) and not re.search(r"U\.?S|American|USD", words)


def _dollar(text: str) -> str:
    """The one dollar that the article marks."""
    marked = {DOLLARS[(match["sign"] or match["name"]).replace(".", "")] for match in _MARK.finditer(text)}
    return marked.pop() if len(marked) == 1 else "USD"
