"""The toll: how many an accident killed, and what is no number of dead."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from worker.pipeline.extract.toll import deaths, tolls

if TYPE_CHECKING:
    from collections.abc import Callable

    from worker.pipeline.extract.view import View

CRASHED = frozenset({"crashed", "capsized", "plunged"})

CASES = [
    ("A bus crashed near Leeds, killing 17 people.", "17", "="),
    ("A bus crashed near Leeds, killing at least 17.", "17", ">="),
    ("A bus crashed near Leeds, leaving four passengers dead.", "4", "="),
    ("Nine people died when a bus crashed near Leeds.", "9", "="),
    ("More than 30 passengers were killed after a ferry capsized.", "30", ">"),
    ("Twelve people lost their lives when a bus plunged into a gorge.", "12", "="),
    ("A bus crashed near Leeds, killing between 10 and 12 people.", "10", ">="),
    ("A bus crashed near Leeds, killing 10-12 people.", "10", ">="),
]


@pytest.mark.parametrize(("text", "amount", "comparator"), CASES, ids=[case[0] for case in CASES])
def test_counts_the_dead(seen: Callable[[str], View], text: str, amount: str, comparator: str) -> None:
    (clause,) = seen(text).clauses_with(CRASHED)

    assert [(d.quantity.amount, d.quantity.comparator) for _, d in deaths(clause)] == [(amount, comparator)]


@pytest.mark.parametrize(
    "text",
    [
        "A bus crashed near Leeds, injuring 17 people.",
        "A bus crashed near Leeds, leaving four passengers stranded.",
        "A bus crashed near Leeds, killing a driver.",
        "A bus crashed near Leeds, killing 40 cows.",
        "A bus crashed near Leeds, killing two dozen people.",
        "Nine people fled when a bus crashed near Leeds.",
        "Nine people lost their homes when a bus crashed near Leeds.",
    ],
    ids=["the hurt", "the stranded", "no number", "no people", "a dozen", "those who fled", "another loss"],
)
def test_counts_nobody_else(seen: Callable[[str], View], text: str) -> None:
    (clause,) = seen(text).clauses_with(CRASHED)

    assert list(deaths(clause)) == []


@pytest.mark.parametrize(
    ("text", "of", "amount"),
    [
        ("The death toll from the fighting in Leeds has reached 19,667.", "fighting", "19667"),
        ("The death toll rose to 131 on Monday.", "", "131"),
        ("The city's death toll remained at 113.", "", "113"),
    ],
)
def test_reads_a_death_toll(seen: Callable[[str], View], text: str, of: str, amount: str) -> None:
    (toll,) = tolls(seen(text))

    assert (toll.tree.word(toll.of) if toll.of is not None else "", toll.number.quantity.amount) == (of, amount)


@pytest.mark.parametrize(
    "text",
    [
        "The bridge's toll rose to 12 crowns.",
        "The death toll shocked 12 mayors.",
        "A toll of 20 crowns is due.",
        "The death toll rose sharply on Monday.",
    ],
    ids=["a fee", "no growth", "a fee to come", "no number"],
)
def test_reads_no_other_toll(seen: Callable[[str], View], text: str) -> None:
    assert list(tolls(seen(text))) == []
