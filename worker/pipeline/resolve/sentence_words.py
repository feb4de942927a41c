"""One sentence: its words by place, which of them are names, and which may describe."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from worker.pipeline.resolve.grammar import FUNCTION_WORDS
from worker.pipeline.resolve.tree import Tree

if TYPE_CHECKING:
    from collections.abc import Sequence

    from worker.pipeline.values import NameMention, Sentence, Span, Token


class SentenceWords:
    """The tokens of one sentence, its names by place, and what the words around them are."""

    def __init__(self, text: str, index: int, sentence: Sentence, names: Sequence[NameMention]) -> None:
        self.text, self.index, self.sentence = text, index, sentence
        self.tokens: Sequence[Token] = sentence.tokens
        self.tree = Tree(sentence.tokens)
        self.words = [token.text.casefold() for token in sentence.tokens]
        self.starts = [token.span.start for token in sentence.tokens]
        self.names = {first: (name, last) for name in names for first, last in (self.bounds(name.span),)}
        self.ends = {last: first for first, (_, last) in self.names.items()}
        self.towns = {
            i for first, (name, last) in self.names.items() if name.type == "gpe" for i in range(first, last)
        }
        self.heads: dict[int, Span] = {}  # behind a nominal's last word -> the nominal, if it means a person
        self._over = {i: name for first, (name, last) in self.names.items() for i in range(first, last)}
        self.inside = self._over.keys()

    def bounds(self, span: Span) -> tuple[int, int]:
        first = max(0, bisect_right(self.starts, span.start) - 1)
        return first, max(first + 1, bisect_left(self.starts, span.end))

    def lower(self, at: int) -> str:
        return self.words[at] if 0 <= at < len(self.words) else ""

    def name_over(self, at: int) -> NameMention | None:
        """The name that the word is part of."""
        return self._over.get(at)

    def modifies(self, at: int) -> bool:
        word = self.lower(at)
        return word[:1].isalnum() and word not in FUNCTION_WORDS
