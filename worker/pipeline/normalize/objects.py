"""Ends of a fact: entities as references, values as literals with a canonical key."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from schemas.fact import (
    DateValue,
    EntityRef,
    Literal_,
    MoneyValue,
    ObjectRef,
    QuantityValue,
    QuoteValue,
    ResolvedFrom,
    SiValue,
)
from worker.pipeline.values import EntityObject, QuantityObject, QuoteObject, TimeObject

if TYPE_CHECKING:
    from collections.abc import Mapping

    from schemas.terms import Comparator
    from worker.pipeline.values import Entity, ObjectValue, Quantity, TextObject, TimeExpression

_WORD = re.compile(r"[^\W_]+")
_ARTICLE = re.compile(r"^(?:the|a|an) (?=\S)")
# What a comparator leaves open, as factors of the amount; "about 100" is met by what lies within a tenth of it.
_BOUNDS: Mapping[Comparator, tuple[float, float]] = {
    "=": (1, 1), ">": (1, math.inf), ">=": (1, math.inf), "<": (-math.inf, 1), "<=": (-math.inf, 1), "~": (0.9, 1.1),
}  # fmt: skip
_SIGNIFICANT = Decimal("1e-9")


@dataclass(frozen=True, slots=True)
class Objects:
    """Turns the values of one article into references; `entities` by their id in the article."""

    text: str
    entities: Mapping[str, Entity]

    def of(self, value: ObjectValue) -> ObjectRef:
        match value:
            case EntityObject(entity):
                return reference(self.entities[entity])
            case TimeObject(time, datatype):
                return self._duration(time) if datatype == "duration" else self._date(time)
            case QuantityObject(quantity):
                return self._money(quantity) if quantity.currency else self._quantity(quantity)
            case QuoteObject():
                return _quote(value)
            case _:
                return _string(value)

    def date_value(self, time: TimeExpression) -> DateValue:
        return DateValue(
            edtf=time.edtf,
            precision=time.precision,
            earliest=time.earliest,
            latest=time.latest,
            timex3=time.timex3,
            resolved_from=ResolvedFrom(
                text=time.span.of(self.text), anchor=time.anchor, anchor_value=time.anchor_value
            ),
        )

    def _date(self, time: TimeExpression) -> Literal_:
        words = time.span.of(self.text)
        value = time.edtf or words
        return Literal_(
            datatype="date", value=value, key=time.edtf or "?" + words_key(words), date=self.date_value(time)
        )

    @staticmethod
    def _duration(time: TimeExpression) -> Literal_:
        return Literal_(datatype="duration", value=time.timex3, key=time.timex3)

    def _quantity(self, quantity: Quantity) -> Literal_:
        si = si_value(quantity)
        amount, unit = (si.amount, si.unit) if si else (quantity.amount, quantity.unit_ucum)
        value = QuantityValue(
            amount=quantity.amount,
            comparator=quantity.comparator,
            unit_ucum=quantity.unit_ucum,
            si=si,
            original=quantity.span.of(self.text),
        )
        key = f"{quantity.comparator}{plain_number(amount)} {unit}".strip()
        return Literal_(datatype="quantity", value=quantity.amount, key=key, quantity=value)

    def _money(self, quantity: Quantity) -> Literal_:
        currency = quantity.currency or ""
        value = MoneyValue(
            amount=quantity.amount,
            currency=currency,
            comparator=quantity.comparator,
            original=quantity.span.of(self.text),
        )
        key = f"{quantity.comparator}{plain_number(quantity.amount)} {currency}"
        return Literal_(datatype="money", value=quantity.amount, key=key, money=value)


def si_value(quantity: Quantity) -> SiValue | None:
    if quantity.si_amount is None or quantity.si_unit is None:
        return None
    return SiValue(amount=quantity.si_amount, unit=quantity.si_unit)


def reference(entity: Entity) -> EntityRef:
    """A named entity's id reaches across the stream, an unnamed one's only its document, as its key does."""
    return EntityRef(
        id=public_id(entity),
        key=entity.key,
        label=entity.label,
        type=entity.type,
        id_scope="stream" if entity.named else "document",
    )


def _quote(quote: QuoteObject) -> Literal_:
    value = QuoteValue(text=quote.text, kind=quote.kind, complete=quote.complete)
    return Literal_(datatype="quote", value=quote.text, key=words_key(quote.text), quote=value)


def _string(text: TextObject) -> Literal_:
    return Literal_(datatype="string", value=text.value, key=string_key(text.value))


def words_key(text: str) -> str:
    """Words only, in small letters: marks and spacing tell no two quotations apart."""
    return " ".join(_WORD.findall(text.casefold()))


def string_key(text: str) -> str:
    """Small letters, single spaces, no leading article."""
    return _ARTICLE.sub("", " ".join(text.casefold().split()))


def plain_number(amount: str) -> str:
    """One spelling per number: "5.0", "5" and "5e0" are "5"; nine decimals are more than any article gives."""
    try:
        number = Decimal(amount)
    except InvalidOperation:
        return amount
    if not number.is_finite() or abs(number.adjusted()) > 60:
        return amount
    exact = number if number == number.to_integral_value() else number.quantize(_SIGNIFICANT)
    return f"{exact.normalize():f}"


def amount_bounds(value: Literal_) -> tuple[float, float] | None:
    """The least and the most that a quantity can be, in its SI unit where it has one; None if it is no quantity."""
    quantity = value.quantity
    if quantity is None:
        return None
    amount = float(quantity.si.amount if quantity.si else quantity.amount)
    low, high = _BOUNDS[quantity.comparator]
    return amount * low if low > -math.inf else low, amount * high if high < math.inf else high


def public_id(entity: Entity) -> str:
    """As events name an entity; the article's own "e1" means nothing outside."""
    return f"ent:{entity.key}"
