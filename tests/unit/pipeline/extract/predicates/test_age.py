"""Ages in their unit, of whom they are said, and the day of birth that a birthday gives away."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from schemas.fact import FactEvent


@pytest.mark.parametrize(
    ("text", "born"),
    [
        ("Peter Albrook turned 40 on Monday.", {("Peter Albrook", "1984-03-11")}),
        ("Peter Albrook celebrated his 40th birthday on Monday.", {("Peter Albrook", "1984-03-11")}),
        ("Peter Albrook turned 40 in March.", set()),
        ("Simon Albrook turned six months old on Monday.", set()),
        ("Peter Albrook turned 21 on 29 February 2024.", set()),
    ],
    ids=["turned", "birthday", "in no day", "months fall on no birthday", "2003 had no such day"],
)
def test_a_birthday_on_a_known_day_gives_the_day_of_birth(
    told: Callable[[str, str], set[tuple[str, str]]], text: str, born: set[tuple[str, str]]
) -> None:
    assert told(text, "date_of_birth") == born


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("Simon Albrook turned six months old on Monday.", {("Simon Albrook", "P6M")}),
        ("Simon Albrook was six weeks old on Monday.", {("Simon Albrook", "P6W")}),
        ("Mia Quill celebrated Leo Brandt's 40th birthday on Monday.", {("Leo Brandt", "P40Y")}),
        ("Nadia Velez met a nurse. The 34-year-old said she was glad.", {("Nadia Velez", "P34Y")}),
    ],
    ids=["months", "weeks", "whose birthday it is", "described"],
)
def test_an_age_is_told_in_its_unit_of_whom_it_is_said(
    told: Callable[[str, str], set[tuple[str, str]]], text: str, ages: set[tuple[str, str]]
) -> None:
    assert told(text, "age") == ages


@pytest.mark.parametrize(
    "text",
    [
        "Peter Albrook turned 900 on Monday.",
        "Nadia Velez is a nurse in Leeds. The 900-year-old said she was glad.",
        "Did you know that Peter Albrook was 57 years old?",
        "Peter Albrook has turned 40 years of losses into profit.",
        "Mia Quill recently celebrated her mother's 60th birthday.",
    ],
    ids=["nobody is that old", "nor is a nurse", "asked", "no age at all", "her mother's"],
)
def test_what_is_no_age_of_the_named_is_not_told(
    told: Callable[[str, str], set[tuple[str, str]]], text: str
) -> None:
    assert told(text, "age") == set()


@pytest.mark.parametrize(("published", "days"), [("2024-03-14", ["2024-03-14"]), ("2024-03", [])])
def test_an_age_holds_on_the_day_of_publication_if_that_is_known(
    read: Callable[..., tuple[FactEvent, ...]], published: str, days: list[str]
) -> None:
    [age] = [f for f in read("Peter Albrook, 57, lives alone.", published) if f.predicate == "age"]

    assert [v.value for v in age.qualifiers.get("as_of", ()) if hasattr(v, "value")] == days
