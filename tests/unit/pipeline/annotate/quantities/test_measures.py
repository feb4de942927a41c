from __future__ import annotations

from decimal import Decimal

import pytest

from worker.pipeline.annotate.quantities import find_quantities
from worker.pipeline.annotate.quantities.measures import si_amount
from worker.pipeline.annotate.quantities.units import FAHRENHEIT, KNOT, POUND


@pytest.mark.parametrize(
    ("text", "words", "amount", "unit", "si"),
    [
        ("19 lbs. 8 ounces", "19 lbs. 8 ounces", "19.5", "[lb_av]", "8.845051215 kg"),
        ("19 pounds, 8 ounces", "19 pounds, 8 ounces", "19.5", "[lb_av]", "8.845051215 kg"),
        ("7lb 3oz", "7lb 3oz", "7.1875", "[lb_av]", "3.260195159375 kg"),
        ("5ft 10in", "5ft 10in", "70", "[in_i]", "1.778 m"),
        ("5 feet, 10 inches", "5 feet, 10 inches", "70", "[in_i]", "1.778 m"),
        ("6-foot-5", "6-foot-5", "77", "[in_i]", "1.9558 m"),
        ("six-foot-two", "six-foot-two", "74", "[in_i]", "1.8796 m"),
        ("5'10\"", "5'10\"", "70", "[in_i]", "1.778 m"),
        ("12st 5lb", "12st 5lb", "173", "[lb_av]", "78.47148001 kg"),
        ("12 stone", "12 stone", "12", "[stone_av]", "76.20351816 kg"),
        ("19 lbs.", "19 lbs", "19", "[lb_av]", "8.61825503 kg"),
        ("19-pound", "19-pound", "19", "[lb_av]", "8.61825503 kg"),
        ("50 kilograms", "50 kilograms", "50", "kg", "50 kg"),
        ("800kg", "800kg", "800", "kg", "800 kg"),
        ("3 metric tons", "3 metric tons", "3", "t", "3000 kg"),
        ("2 1/2 miles", "2 1/2 miles", "2.5", "[mi_i]", "4023.36 m"),
        ("18,000km", "18,000km", "18000", "km", "18000000 m"),
        ("100 metres", "100 metres", "100", "m", "100 m"),
        ("3m", "3m", "3", "m", "3 m"),
        ("10,000 square feet", "10,000 square feet", "10000", "[sft_i]", "929.0304 m2"),
        ("7,500-square-foot", "7,500-square-foot", "7500", "[sft_i]", "696.7728 m2"),
        ("30 square miles", "30 square miles", "30", "[mi_i]2", "77699643.31008 m2"),
        ("30 hectares", "30 hectares", "30", "har", "300000 m2"),
        ("2 litres", "2 litres", "2", "L", "0.002 m3"),
        ("1.5 million barrels", "1.5 million barrels", "1500000", "[bbl_us]", "238480.942392 m3"),
        ("60 miles per hour", "60 miles per hour", "60", "[mi_i]/h", "26.8224 m/s"),
        ("60mph", "60mph", "60", "[mi_i]/h", "26.8224 m/s"),
        ("90 km/h", "90 km/h", "90", "km/h", "25 m/s"),
        ("40 degrees Celsius", "40 degrees Celsius", "40", "Cel", "313.15 K"),
        ("40C", "40C", "40", "Cel", "313.15 K"),
        ("minus 5C", "minus 5C", "-5", "Cel", "268.15 K"),
        ("32 degrees Fahrenheit", "32 degrees Fahrenheit", "32", "[degF]", "273.15 K"),
        ("12.5%", "12.5%", "12.5", "%", "0.125 1"),
        ("12 per cent", "12 per cent", "12", "%", "0.12 1"),
        ("-3%", "-3%", "-3", "%", "-0.03 1"),
        ("25 basis points", "25 basis points", "25", "{basis_point}", "0.0025 1"),
        ("500 MB", "500 MB", "500", "MBy", "500000000 By"),
        ("20 megawatts", "20 megawatts", "20", "MW", "20000000 W"),
        ("300 calories", "300 calories", "300", "[Cal]", "1255200 J"),
    ],
)  # fmt: skip
def test_a_measure_has_its_ucum_code_and_si_value(text: str, words: str, amount: str, unit: str, si: str) -> None:
    sentence = f"It is {text}, they say."

    (one,) = find_quantities(sentence)

    assert (one.span.of(sentence), one.amount, one.unit_ucum) == (words, amount, unit)
    assert f"{one.si_amount} {one.si_unit}" == si


@pytest.mark.parametrize(
    ("text", "words", "amount", "currency"),
    [
        ("$9", "$9", "9", "USD"),
        ("$1,234.50", "$1,234.50", "1234.5", "USD"),
        ("over $1.2bn", "over $1.2bn", "1200000000", "USD"),
        ("$1.2 billion", "$1.2 billion", "1200000000", "USD"),
        ("$3m", "$3m", "3000000", "USD"),
        ("$5K", "$5K", "5000", "USD"),
        ("US$904,100", "US$904,100", "904100", "USD"),
        ("A$20", "A$20", "20", "AUD"),
        ("C$20", "C$20", "20", "CAD"),
        ("£5,000", "£5,000", "5000", "GBP"),
        ("€2m", "€2m", "2000000", "EUR"),
        ("¥500", "¥500", "500", "JPY"),
        ("EUR 1,000", "EUR 1,000", "1000", "EUR"),
        ("3 million CHF", "3 million CHF", "3000000", "CHF"),
        ("20 million dollars", "20 million dollars", "20000000", "USD"),
        ("five Australian dollars", "five Australian dollars", "5", "AUD"),
        ("45 yuan", "45 yuan", "45", "CNY"),
        ("50 cents", "50 cents", "0.5", "USD"),
        ("80 pence", "80 pence", "0.8", "GBP"),
        ("half a million euros", "half a million euros", "500000", "EUR"),
        ("a 10-million-dollar", "10-million-dollar", "10000000", "USD"),
    ],
)
def test_money_has_a_currency_and_no_unit(text: str, words: str, amount: str, currency: str) -> None:
    sentence = f"It cost {text} then."

    (one,) = find_quantities(sentence)

    assert (one.span.of(sentence), one.amount, one.currency, one.unit_ucum) == (words, amount, currency, "")


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("He was fined 50 pounds.", "GBP"),
        ("It spent 3 million pounds.", "GBP"),
        ("He lost 50 pounds.", "[lb_av]"),
        ("They eat 3 million pounds of beef.", "[lb_av]"),
        ("A 50-pound dog.", "[lb_av]"),
        ("He weighs 190 pounds.", "[lb_av]"),
    ],
)
def test_the_words_around_a_pound_tell_whether_it_pays_or_weighs(text: str, reading: str) -> None:
    (one,) = find_quantities(text)

    assert (one.currency or one.unit_ucum) == reading


@pytest.mark.parametrize("text", ["He starred in 9 Mile.", "He starred with 50 Cent.", "It is 4K video.", "It has 5G."])
def test_titles_and_names_with_units_in_them_measure_nothing(text: str) -> None:
    assert find_quantities(text) == ()


@pytest.mark.parametrize(
    ("text", "first"),
    [("He was six feet two months ago.", "six feet"), ("She stood 5 feet 10 people away.", "5 feet")],
)
def test_a_number_of_something_else_is_no_smaller_unit(text: str, first: str) -> None:
    assert find_quantities(text)[0].span.of(text) == first


def test_an_si_value_without_finite_decimals_is_rounded_and_any_other_exact() -> None:
    assert si_amount(Decimal(1), KNOT) == "0.514444444"
    assert si_amount(Decimal(100), FAHRENHEIT) == "310.927777778"
    assert si_amount(Decimal("0.000001"), POUND) == "0.00000045359237"
