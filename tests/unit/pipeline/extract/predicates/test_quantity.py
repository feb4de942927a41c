"""Children, teeth and weight: how many, and of whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Nadia Velez was fined on Monday. The mother-of-three said she was sorry.", {("Nadia Velez", "3")}),
        ("Nadia Velez was fined on Monday. The mum of four said she was sorry.", {("Nadia Velez", "4")}),
        ("Does Mia Quill have two children?", set()),
    ],
    ids=["hyphened", "spelt", "asked"],
)
def test_children_are_counted_of_whoever_is_described(
    told: Callable[[str, str], set[tuple[str, str]]], text: str, facts: set[tuple[str, str]]
) -> None:
    assert told(text, "number_of_children") == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Mia Quill weighed 70 kg.", {("Mia Quill", "70")}),
        ("Did you know that Mia Quill weighs 70 kg?", set()),
    ],
    ids=["told", "asked"],
)
def test_a_weight_is_told_and_not_asked(
    told: Callable[[str, str], set[tuple[str, str]]], text: str, facts: set[tuple[str, str]]
) -> None:
    assert told(text, "mass") == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Mia Quill's third child was born in May.", {("Mia Quill", "3")}),
        ("Will Mia Quill's third child be born in May?", set()),
    ],
    ids=["born", "asked"],
)
def test_somebodys_third_child_tells_of_three(
    told: Callable[[str, str], set[tuple[str, str]]], text: str, facts: set[tuple[str, str]]
) -> None:
    assert told(text, "number_of_children") == facts
