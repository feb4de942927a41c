"""Values in canonical form: equal values have equal keys, however they are spelt."""

# ruff: noqa: RUF001 - typographic marks are what the text holds

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from schemas.fact import Literal_
from worker.pipeline.normalize.objects import Objects, plain_number, string_key, words_key
from worker.pipeline.values import (
    Quantity,
    QuantityObject,
    QuoteObject,
    Span,
    TextObject,
    TimeExpression,
    TimeObject,
)

if TYPE_CHECKING:
    from worker.pipeline.values import ObjectValue


def _literal(objects: Objects, value: ObjectValue) -> Literal_:
    found = objects.of(value)
    assert isinstance(found, Literal_)
    return found


@pytest.fixture
def objects() -> Objects:
    return Objects("19 lbs 8 ounces on Monday for $5", {})


def test_a_date_carries_its_bounds_and_its_words(objects: Objects) -> None:
    monday = TimeExpression(
        Span(19, 25),
        "date",
        "2024-03-11",
        "2024-03-11",
        "day",
        "2024-03-11",
        "2024-03-11",
        "document_date",
        "2024-03-14",
    )

    found = _literal(objects, TimeObject(monday, "date"))

    assert (found.datatype, found.value, found.key) == ("date", "2024-03-11", "2024-03-11")
    assert found.date is not None
    assert found.date.resolved_from.model_dump() == {
        "text": "Monday",
        "anchor": "document_date",
        "anchor_value": "2024-03-14",
    }


def test_an_unresolved_date_is_known_by_its_words(objects: Objects) -> None:
    found = _literal(objects, TimeObject(TimeExpression(Span(19, 25), "date", "XXXX-WXX-1"), "date"))

    assert (found.value, found.key) == ("Monday", "?monday")
    assert found.date is not None
    assert found.date.edtf is None


def test_a_duration_is_its_iso_value(objects: Objects) -> None:
    found = _literal(objects, TimeObject(TimeExpression(Span(0, 2), "duration", "P14M"), "duration"))

    assert (found.datatype, found.value, found.key) == ("duration", "P14M", "P14M")


def test_a_quantity_is_keyed_by_its_si_value(objects: Objects) -> None:
    pounds = Quantity(Span(0, 15), "19.5", "=", "[lb_av]", "8.845051215", "kg")
    kilos = Quantity(Span(0, 15), "8.8450512150", "=", "kg", "8.8450512150", "kg")

    found = _literal(objects, QuantityObject(pounds))

    assert found.quantity is not None
    assert found.quantity.original == "19 lbs 8 ounces"
    assert found.key == _literal(objects, QuantityObject(kilos)).key == "=8.845051215 kg"


def test_more_than_is_another_value_than_exactly(objects: Objects) -> None:
    more, exactly = (
        _literal(objects, QuantityObject(Quantity(Span(0, 2), "19", c, "{like}"))) for c in (">", "=")
    )

    assert more.key != exactly.key


def test_money_has_its_currency(objects: Objects) -> None:
    found = _literal(objects, QuantityObject(Quantity(Span(30, 32), "5.00", "=", "", currency="USD")))

    assert found.datatype == "money"
    assert found.key == "=5 USD"
    assert found.money is not None
    assert found.money.original == "$5"


def test_a_quote_is_keyed_by_its_words(objects: Objects) -> None:
    one, other = (
        _literal(objects, QuoteObject(text, "direct")) for text in ("Well, that’s it!", "well that's  it")
    )

    assert one.key == other.key
    assert one.value == "Well, that’s it!"


def test_a_string_is_keyed_without_case_and_article(objects: Objects) -> None:
    assert (
        _literal(objects, TextObject("The  Mayor")).key
        == _literal(objects, TextObject("mayor")).key
        == "mayor"
    )


@pytest.mark.parametrize(
    ("amount", "plain"),
    [
        ("5", "5"),
        ("5.0", "5"),
        ("5e3", "5000"),
        ("0.50", "0.5"),
        ("1E400", "1E400"),
        ("NaN", "NaN"),
        ("many", "many"),
    ],
)
def test_a_number_has_one_spelling(amount: str, plain: str) -> None:
    assert plain_number(amount) == plain


def test_keys_ignore_marks_and_spaces() -> None:
    assert words_key("“Yes,” — he said") == "yes he said"
    assert string_key(" A  Chief   Executive") == "chief executive"
