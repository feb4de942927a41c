"""The article's tokens in one row, with the sentence and name that each stands in."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from worker.pipeline.annotate import phrase_words as words
from worker.pipeline.annotate.phrases import Words
from worker.pipeline.annotate.speech_verbs import MARKS

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from worker.pipeline.values import CleanArticle, NameMention, Sentence, Span


_SPEAKERS = frozenset(("person", "organization", "group"))


class Page:
    """Indexes count tokens of the whole article."""

    def __init__(
        self, article: CleanArticle, sentences: Sequence[Sentence], names: Sequence[NameMention]
    ) -> None:
        self.text = article.text
        self.blocks = article.blocks
        self.sentences = sentences
        self.people = [name.span for name in names if name.type == "person"]
        self.speakable = frozenset(name.span for name in names if name.type in _SPEAKERS)
        self.tokens = [token for sentence in sentences for token in sentence.tokens]
        self._starts = [token.span.start for token in self.tokens]
        self._bounds: list[int] = [0]
        for sentence in sentences:
            self._bounds.append(self._bounds[-1] + len(sentence.tokens))
        self.words = Words(self.tokens, dict(self._named(names)))
        self._surnames = {self.tokens[at].text for at in self.words.names if self.tokens[at].text[0].isupper()}
        self.words = Words(self.tokens, {**dict(self._capitals()), **self.words.names}, self._heads())

    def _heads(self) -> list[int]:
        """Which token of the page governs each; empty where nobody parsed it."""
        if any(token.head < 0 for token in self.tokens[:1]):
            return []
        rows = zip(self._bounds, self.sentences, strict=False)
        return [start + token.head if token.head >= 0 else -1 for start, sentence in rows for token in sentence.tokens]

    def _named(self, names: Sequence[NameMention]) -> Iterator[tuple[int, tuple[int, int]]]:
        for name in names:
            bounds = self.index(name.span.start), self.index(name.span.end)
            yield from ((at, bounds) for at in range(*bounds))

    def _capitals(self) -> Iterator[tuple[int, tuple[int, int]]]:
        """Runs of capitalised words inside a sentence that no name holds: names that nobody knows yet."""
        firsts, at = set(self._bounds), 0
        while at < len(self.tokens):
            stop = at
            while stop < len(self.tokens) and (stop not in firsts or stop == at) and self._name_like(stop, firsts):
                stop += 1
            if not self._titles(at, stop):
                yield from ((i, (at, stop)) for i in range(at, stop))
            at = max(stop, at + 1)

    def _titles(self, at: int, stop: int) -> bool:
        """A capital word before a name ("Cllr Jane Roe"), or one behind an article ("the Italian"), names nobody."""
        article = self.words.lower(at - 1) in {"the", "a", "an"}
        return stop - at == 1 and (stop in self.words.names or article)

    def _name_like(self, at: int, firsts: Container[int]) -> bool:
        text = self.tokens[at].text
        if at in self.words.names or (at in firsts and text not in self._surnames):
            return False
        capital = text[0].isupper() and text[1:].islower() and text.isalpha()
        return capital and text.casefold() not in words.NO_NOUNS

    def index(self, offset: int) -> int:
        """Index of the first token at or behind `offset`."""
        return bisect_left(self._starts, offset)

    def sentence_at(self, span: Span) -> int:
        return self.sentence_of(self.index(span.start))

    def sentence_of(self, token: int) -> int:
        return bisect_right(self._bounds, token) - 1

    def block_at(self, token: int) -> int:
        """The block of the token's sentence, -1 behind the last one."""
        return self.sentences[self.sentence_of(token)].block if token < len(self.tokens) else -1

    def bounds(self, sentence: int) -> tuple[int, int]:
        return self._bounds[sentence], self._bounds[sentence + 1]

    def passages(self) -> Iterator[tuple[Words, int, int]]:
        return ((self.words, *self.bounds(i)) for i in range(len(self.sentences)))

    def opens_sentence(self, first: int, start: int) -> bool:
        return first == start or all(self.words.lower(i) in MARKS for i in range(start, first))

    def opens_block(self, token: int) -> bool:
        sentence = self.sentence_of(token)
        first = sentence == 0 or self.sentences[sentence - 1].block != self.sentences[sentence].block
        return first and self.bounds(sentence)[0] == token

    def asks(self, sentence: int) -> bool:
        """Whether a sentence is a question: what an interviewer says names no speaker."""
        start, stop = self.bounds(sentence)
        return start < stop and self.words.lower(stop - 1) == "?"

    def brings_words(self, cue: Span) -> bool:
        """Whether a colon and a mark stand right behind the verb: it reports what follows."""
        at = self.index(cue.end)
        return self.words.lower(at) == ":" and self.words.lower(at + 1) in MARKS
