"""Nouns that tie a named thing to another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from worker.pipeline.extract.syntax.epithet import epithets

if TYPE_CHECKING:
    from collections.abc import Callable

    from worker.pipeline.extract.syntax.tree import Tree
    from worker.pipeline.extract.view import View

NOUNS = frozenset({"unit", "owner", "subsidiary", "part", "parent company"})
CASES = [
    ("Halvex Systems, a unit of Nordbank Holdings, cut jobs.", "Halvex Systems", "Nordbank Holdings"),
    ("Halvex Systems is a subsidiary of Nordbank Holdings.", "Halvex Systems", "Nordbank Holdings"),
    ("Halvex Systems became part of Nordbank Holdings in 2019.", "Halvex Systems", "Nordbank Holdings"),
    ("Halvex Systems owner Nordbank Holdings cut jobs.", "Nordbank Holdings", "Halvex Systems"),
    ("Halvex Systems's parent company, Nordbank Holdings, cut jobs.", "Nordbank Holdings", "Halvex Systems"),
]


@pytest.mark.parametrize(("text", "holder", "other"), CASES, ids=[case[0] for case in CASES])
def test_finds_who_is_called_so_and_of_whom(
    seen: Callable[[str], View], text: str, holder: str, other: str
) -> None:
    (one,) = [e for tree in seen(text).trees for e in epithets(tree, NOUNS)]

    slots = [one.tree.slot(at) for at in (*one.holders, *one.others)]
    assert [slot.entity.label for slot in slots if slot and slot.entity] == [holder, other]


def test_a_would_be_owner_owns_nothing(seen: Callable[[str], View]) -> None:
    view = seen("Halvex Systems met its would-be owner, Nordbank Holdings.")

    assert [e for tree in view.trees for e in epithets(tree, NOUNS)] == []


def test_knows_the_former_owner(seen: Callable[[str], View]) -> None:
    view = seen("Nordbank Holdings, the former owner of Halvex Systems, cut jobs.")

    assert [e.former for tree in view.trees for e in epithets(tree, NOUNS)] == [True]


@pytest.mark.parametrize(("between", "holders"), [(2, [0]), (3, [])], ids=["two away", "three away"])
def test_looks_over_two_other_descriptions_for_the_name(
    tree: Callable[..., Tree], between: int, holders: list[int]
) -> None:
    others = [("mill", "NOUN", "NN", at, "appos") for at in range(between)]
    unit = [("unit", "NOUN", "NN", between, "appos"), ("of", "ADP", "IN", between + 3, "case"),
            ("Nordbank", "PROPN", "NNP", between + 1, "nmod")]  # fmt: skip
    words = [("Halvex", "PROPN", "NNP", 0, "root"), *others, *unit]

    found = list(epithets(tree(words, {0: "O", len(words) - 1: "O"}), NOUNS))

    assert [at for epithet in found for at in epithet.holders] == holders
