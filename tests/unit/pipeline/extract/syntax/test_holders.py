"""Holders: whom a role's noun speaks of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from worker.pipeline.extract.syntax.holders import holder_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from worker.pipeline.extract.syntax.tree import Tree
    from worker.pipeline.extract.view import View

CASES = [
    ("The treasurer, Ruth Amory, agreed.", "treasurer", "Ruth Amory", "aside"),
    ("Ruth Amory, 41, a plumber from Leeds, agreed.", "plumber", "Ruth Amory", "aside"),
    ("Ruth Amory is a plumber in Leeds.", "plumber", "Ruth Amory", "is"),
    ("Ruth Amory, who is a plumber, agreed.", "plumber", "Ruth Amory", "is"),
    ("Ruth Amory is a plumber and poet.", "poet", "Ruth Amory", "is"),
    ("The treasurer of Halvex Systems is Ruth Amory.", "treasurer", "Ruth Amory", "is"),
    ("A secretary in the Ministry of Health, Dr Ruth Amory, agreed.", "secretary", "Ruth Amory", "aside"),
    ("The head of the Norland Health Ministry, Ruth Amory, agreed.", "head", "Ruth Amory", "aside"),
    ("The chairman of the bank, Col (retd) Ruth Amory, agreed.", "chairman", "Ruth Amory", "aside"),
]  # fmt: skip


def _holder(view: View, noun: str) -> tuple[str, str] | None:
    ((tree, at),) = view.nouns[noun]
    found = holder_of(tree, at)
    return (found[1].entity.label, found[2]) if found is not None and found[1].entity is not None else None


@pytest.mark.parametrize(("text", "noun", "name", "how"), CASES, ids=[case[0] for case in CASES])
def test_finds_who_is_called_so(seen: Callable[[str], View], text: str, noun: str, name: str, how: str) -> None:
    assert _holder(seen(text), noun) == (name, how)


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Ruth Amory criticised the treasurer.", "treasurer"),
        ("The treasurer thanked Ruth Amory.", "treasurer"),
        ("Ruth Amory has a plumber.", "plumber"),
        ("Halvex Systems is a lender.", "lender"),
    ],
    ids=["an object", "a subject of its own", "somebody she has", "a firm"],
)
def test_finds_nobody_where_it_is_another(seen: Callable[[str], View], text: str, noun: str) -> None:
    assert _holder(seen(text), noun) is None


@pytest.mark.parametrize(("between", "head"), [(3, 0), (4, None)], ids=["three away", "four away"])
def test_looks_over_three_other_nouns_for_the_name(
    tree: Callable[..., Tree], between: int, head: int | None
) -> None:
    nouns = [("cook", "NOUN", "NN", at, "appos") for at in range(between + 1)]
    words = [("Amory", "PROPN", "NNP", 0, "root"), *nouns]

    found = holder_of(tree(words, {0: "P"}), len(words) - 1)

    assert (found and found[0]) == head
