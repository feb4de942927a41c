"""Who plays whom: the name in brackets behind a part, as critics tell it ("her mother, Anna (Mia Quill)")."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from worker.pipeline.extract.syntax.tree import Tree

_FULL = 2  # words of a player's name: "Robert (Bob) Roe" has another name of one in brackets


def players(tree: Tree) -> Iterator[tuple[int, int]]:
    """(head of the player's name, last word of the part) of each name that stands alone in brackets behind a name."""
    for at, slot in tree.slots.items():
        if slot.letter != "P" or not slot.name or len(slot.words.split()) < _FULL:
            continue
        held = [i for i, token in enumerate(tree.tokens) if token.span.overlaps(slot.span)]
        first, last = held[0], held[-1]
        part = first - 2
        if tree.word(first - 1) == "(" and tree.word(last + 1) == ")" and tree.tokens[part].text[:1].isupper():
            yield at, part
