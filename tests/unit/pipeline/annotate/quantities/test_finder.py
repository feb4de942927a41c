from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from worker.pipeline.annotate.quantities import find_quantities
from worker.pipeline.annotate.quantities.finder import MOST_PLACES
from worker.pipeline.values import Quantity, Span


def _found(text: str) -> list[tuple[str, str, str, str]]:
    return [
        (one.span.of(text), one.amount, one.comparator, one.unit_ucum or one.currency or "")
        for one in find_quantities(text)
    ]


@pytest.mark.parametrize(
    ("text", "words", "amount", "unit"),
    [
        ("It got 300,000 likes.", "300,000 likes", "300000", "{like}"),
        ("It got 300, 000 likes.", "300, 000 likes", "300000", "{like}"),
        ("It has eight teeth.", "eight teeth", "8", "{tooth}"),
        ("It killed 12 people.", "12 people", "12", "{person}"),
        ("It hired twenty-two women.", "twenty-two women", "22", "{woman}"),
        ("It has two lively kids.", "two lively kids", "2", "{child}"),
        ("It met three senior White House officials.", "three senior White House officials", "3", "{official}"),
        ("It beat two sports teams.", "two sports teams", "2", "{team}"),
        ("It sent 12 US troops.", "12 US troops", "12", "{troop}"),
        ("It has 16 women's teams.", "16 women's teams", "16", "{team}"),
        ("It fed a dozen families.", "a dozen families", "12", "{family}"),
        ("It fed a half dozen wolves.", "a half dozen wolves", "6", "{wolf}"),
        ("It fed a half-dozen wolves.", "a half-dozen wolves", "6", "{wolf}"),
        ("It seated 40 Rovers fans.", "40 Rovers fans", "40", "{fan}"),
        ("It hurt two women officers.", "two women officers", "2", "{officer}"),
        ("It fed half a dozen wolves.", "half a dozen wolves", "6", "{wolf}"),
        ("It has 3m members.", "3m members", "3000000", "{member}"),
        ("It has 5k followers.", "5k followers", "5000", "{follower}"),
        ("It sold 2.5 million copies.", "2.5 million copies", "2500000", "{copy}"),
        ("It sold two and a half million copies.", "two and a half million copies", "2500000", "{copy}"),
        ("It lost one hundred and fifty jobs.", "one hundred and fifty jobs", "150", "{job}"),
        ("A 500-page report.", "500-page", "500", "{page}"),
        ("A five-member panel.", "five-member", "5", "{member}"),
        ("He is a father of three.", "father of three", "3", "{child}"),
        ("The mum-of-two spoke.", "mum-of-two", "2", "{child}"),
        ("She is a grandmother of five.", "grandmother of five", "5", "{grandchild}"),
        ("One person was killed.", "One person", "1", "{person}"),
        ("It named nine policemen.", "nine policemen", "9", "{policeman}"),
    ],
)
def test_what_is_counted_becomes_a_lemma_in_braces(text: str, words: str, amount: str, unit: str) -> None:
    assert _found(text) == [(words, amount, "=", unit)]


@pytest.mark.parametrize(
    ("text", "words", "comparator"),
    [
        ("over 300 fans", "over 300 fans", ">"),
        ("more than 300 fans", "more than 300 fans", ">"),
        ("in excess of 300 fans", "in excess of 300 fans", ">"),
        ("at least 300 fans", "at least 300 fans", ">="),
        ("no fewer than 300 fans", "no fewer than 300 fans", ">="),
        ("300 or more fans", "300 or more fans", ">="),
        ("300+ fans", "300+ fans", ">="),
        ("up to 300 fans", "up to 300 fans", "<="),
        ("as many as 300 fans", "as many as 300 fans", "<="),
        ("no more than 300 fans", "no more than 300 fans", "<="),
        ("fewer than 300 fans", "fewer than 300 fans", "<"),
        ("under 300 fans", "under 300 fans", "<"),
        ("nearly 300 fans", "nearly 300 fans", "~"),
        ("about 300 fans", "about 300 fans", "~"),
        ("some 300 fans", "some 300 fans", "~"),
        ("an estimated 300 fans", "an estimated 300 fans", "~"),
        ("300 or so fans", "300 or so fans", "~"),
        ("a couple of fans", "a couple of fans", "~"),
    ],
)
def test_a_comparator_belongs_to_the_quantity(text: str, words: str, comparator: str) -> None:
    assert [one[0::2] for one in _found(f"There were {text} there.")] == [(words, comparator)]


def test_a_comparator_between_two_numbers_belongs_to_the_first() -> None:
    assert [one[0::2] for one in _found("It takes 20 or over 30 votes.")] == [("20 or over", ">="), ("30 votes", "=")]


@pytest.mark.parametrize(
    "text",
    [
        "They won 3-1 on Sunday.",
        "He looked like a million bucks.",
        "She told him a million times.",
        "Thanks a million!",
        "He is one in a million.",
        "It is second to none.",
        "One in five voters stayed home.",
        "She is a two-time champion.",
        "It was his twenty-first.",
        "It was her 1st win.",
        "See page 12.",
        "Route 66 is closed.",
        "He flew Flight 370.",
        "The A320 and the F-16 flew.",
        "COVID-19 spread.",
        "Call 555-1234.",
        "They met at 10:20.",
        "In 2018 elections failed.",
        "It took 14 months.",
        "A three-day strike.",
        "He sleeps seven or eight hours.",
        "A couple left the hall.",
        "No one came, and the two left.",
        "She wore number 23.",
        "A dime a dozen.",
        "It works 24/7.",
        "He gave 110 percent.",
        "Two, young, and free.",
    ],
)
def test_scores_labels_idioms_ordinals_and_durations_are_no_quantities(text: str) -> None:
    assert _found(text) == []


def test_nothing_starts_inside_a_blocked_span() -> None:
    text = "The Three Tenors sang for 40 guests."

    assert [one.amount for one in find_quantities(text, [Span(4, 16)])] == ["40"]


def test_a_quantity_may_run_over_a_name() -> None:
    text = "It met 12 Ruritanian officials."

    assert [one.unit_ucum for one in find_quantities(text, [Span(10, 20)])] == ["{official}"]


PIECES = [
    "1", "12", "300, 000", ",", ".", " ", "-", "$", "£", "two ", "half a ", "million", " and ", "between ", " to ",
    "lbs. ", "ounces",
    "5'10\"", "ft", "°C", "%", "people", " of ", "over ", "a ", "dozen", "½", "1/2", "€", "one ", "in ",
    "\U0001d7d9", "\n", "minus ", "k", "m",
    "99999999999999999999", "0.0000000001", "degrees Fahrenheit", "mother of ", "1e9", "٣",
]  # fmt: skip
texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=25).map("".join)


@given(texts)
def test_whatever_the_text_the_quantities_lie_in_it_in_order_and_apart(text: str) -> None:
    found = find_quantities(text, [Span(0, min(1, len(text)))])

    assert all(0 <= one.span.start < one.span.end <= len(text) for one in found)
    assert all(left.span.end <= right.span.start for left, right in pairwise(found))
    assert all(_is_plain(one) for one in found)


def _is_plain(one: Quantity) -> bool:
    numbers = [number for number in (one.amount, one.si_amount) if number is not None]
    return all(set(number) <= set("-0123456789.") for number in numbers) and (one.si_amount is None) == (
        one.si_unit is None
    )


@pytest.mark.parametrize("piece", ["1 2 3 ", "between 10 and 12 people ", "five white "])
def test_a_hostile_megabyte_gets_bounded_work(piece: str) -> None:
    text = piece * (1_000_000 // len(piece))

    assert len(find_quantities(text)) <= 2 * MOST_PLACES
