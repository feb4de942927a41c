"""Kin nouns: whose kin is meant, and who."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from worker.pipeline.extract.syntax.kin import kin_phrases

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from worker.pipeline.extract.syntax.tree import Tree
    from worker.pipeline.extract.view import View

CASES = [
    ("Peter Albrook's wife, Joan Albrook, sings.", "wife", "Peter Albrook", "Joan Albrook"),
    ("Mia Quill, the daughter of Sam Quill, was there.", "daughter", "Sam Quill", "Mia Quill"),
    ("Sam Quill lives in Leeds with wife Rosa, 41.", "wife", "Sam Quill", "Rosa"),
    ("Rosa Quill gave birth to a son, Leo, in May.", "son", "Rosa Quill", "Leo"),
    ("Sam Quill is survived by his wife, Rosa, and a son, Leo.", "son", "Sam Quill", "Leo"),
    ("Sam Quill leaves a wife, Rosa, and a daughter, Mia.", "daughter", "Sam Quill", "Mia"),
    ("Rosa Quill was joined by son Leo.", "son", "Rosa Quill", "Leo"),
    ("Mia Quill and boyfriend Leo Brandt were seen in Leeds.", "boyfriend", "Mia Quill", "Leo Brandt"),
    ("Sam Quill is also dad to son Leo, 20, and daughter Mia, 18.", "dad", "Leo", "Sam Quill"),
    ("Rosa Quill welcomed her first child, son Leo, in May.", "child", "Rosa Quill", "Leo"),
    ("Rosa Quill welcomed her first child together, a baby named Leo.", "child", "Rosa Quill", "Leo"),
    ("Sam Quill was the third of five children of Rosa Quill.", "children", "Rosa Quill", "Sam Quill"),
    ("Desmond Quill, whose father, Eustace Quill, was a judge, lost.", "father", "Desmond Quill", "Eustace Quill"),
]
NOBODY = [
    "Rosa Quill welcomed her first baby",
    "Sam Quill played the father of Mia Quill in the film.",
    "Sam Quill was like a father to Mia Quill.",
    "Sam Quill and his business partner Leo Brandt opened a bar.",
    "Sam Quill, a founding partner of Brandt and Hale, agreed with Leo Brandt.",
    "Rosa Quill learns that her brother (Leo Brandt) is a thief.",
]


def _labels(tree: Tree, heads: Iterable[int]) -> list[str]:
    slots = (tree.slot(at) for at in heads)
    return [slot.entity.label for slot in slots if slot is not None and slot.entity is not None]


@pytest.mark.parametrize(("text", "noun", "ego", "other"), CASES, ids=[case[0] for case in CASES])
def test_finds_whose_kin_and_who(seen: Callable[[str], View], text: str, noun: str, ego: str, other: str) -> None:
    found = [p for tree in seen(text).trees for p in kin_phrases(tree) if p.noun == noun]

    assert [(_labels(p.tree, p.egos), _labels(p.tree, p.others)) for p in found] == [([ego], [other])]


def test_whoever_shares_a_child_with_somebody_is_told_with_him(seen: Callable[[str], View]) -> None:
    view = seen("Sam Quill shares a daughter, Mia, with his ex, Rosa Moe.")
    (phrase,) = [p for tree in view.trees for p in kin_phrases(tree) if p.noun == "daughter"]

    assert _labels(phrase.tree, phrase.egos) == ["Sam Quill", "Rosa Moe"]
    assert _labels(phrase.tree, phrase.others) == ["Mia"]


@pytest.mark.parametrize("text", NOBODY)
def test_a_part_or_a_comparison_is_no_kinship(seen: Callable[[str], View], text: str) -> None:
    assert [p for tree in seen(text).trees for p in kin_phrases(tree)] == []


def test_a_former_spouse_is_told_by_the_noun(seen: Callable[[str], View]) -> None:
    view = seen("Mia Quill founded the firm with her then-husband, Leo Brandt.")
    (phrase,) = [p for tree in view.trees for p in kin_phrases(tree)]

    assert phrase.former


@pytest.mark.parametrize(("between", "egos"), [(6, [0]), (7, [])], ids=["six away", "seven away"])
def test_looks_over_six_others_for_the_verb_of_surviving(
    tree: Callable[..., Tree], between: int, egos: list[int]
) -> None:
    others = [("Joe", "PROPN", "NNP", at, "conj") for at in range(3, between + 2)]
    listed = [("Moe", "PROPN", "NNP", 2, "obl:agent"), *others]
    son = [("son", "NOUN", "NN", between + 2, "conj"), ("Leo", "PROPN", "NNP", between + 3, "appos")]
    words = [("Quill", "PROPN", "NNP", 2, "nsubj:pass"), ("is", "AUX", "VBZ", 2, "aux:pass"),
             ("survived", "VERB", "VBN", 2, "root"), *listed, *son]  # fmt: skip

    found = list(kin_phrases(tree(words, {0: "P", len(words) - 1: "P"})))

    assert [at for phrase in found for at in phrase.egos] == egos
