"""Trees that are written down, for chains of phrases that are deeper than a parser makes of plain sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from worker.pipeline.extract.reading import Slot
from worker.pipeline.extract.syntax.tree import grow
from worker.pipeline.values import Entity, Mention, Span, Token

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from worker.pipeline.extract.syntax.tree import Tree

_LETTERS = {"P": "person", "O": "organization"}


@pytest.fixture
def tree() -> Callable[..., Tree]:
    """Of (word, tag, Penn tag, head, relation), parted by one space; `names`: place of a name -> P or O."""

    def grown(words: Sequence[tuple[str, str, str, int, str]], names: dict[int, str]) -> Tree:
        tokens, at = [], 0
        for text, tag, fine, head, relation in words:
            tokens.append(Token(Span(at, at + len(text)), text, tag, fine, text.lower(), head, relation))
            at += len(text) + 1
        slots = [_slot(tokens[at], letter) for at, letter in sorted(names.items())]
        text = " ".join(word for word, *_ in words)
        made = grow(tuple(tokens), slots, sentence=0, label="body", quoted=(), text=text)
        assert made is not None
        return made

    return grown


def _slot(token: Token, letter: str) -> Slot:
    mention = Mention(token.span, "name")
    entity = Entity(token.text, token.text, token.text, _LETTERS[letter], True, (mention,))  # type: ignore[arg-type]
    return Slot(token.span, letter, token.text, entity, name=True)
