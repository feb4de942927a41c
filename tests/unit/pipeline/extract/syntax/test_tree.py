from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from worker.pipeline.extract.syntax.tree import Tree

WORDS = [("the", "DET", "DT", 1, "det"), ("host", "NOUN", "NN", 1, "root"), ("Halvex", "PROPN", "NNP", 1, "dep")]


def test_a_noun_stands_for_the_name_that_begins_behind_it(tree: Callable[..., Tree]) -> None:
    named = tree(WORDS, {2: "O"})

    assert named.slot(1) == named.slots[2]


def test_a_noun_at_the_end_of_the_words_stands_for_nobody(tree: Callable[..., Tree]) -> None:
    assert tree(WORDS[:2], {}).slot(1) is None
