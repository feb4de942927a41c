"""What the ends of a relation may be in a sentence: names, pronouns, descriptions, dates, adjectives of nations."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from worker.pipeline.extract.lexicon.places import DEMONYMS, PARTIES
from worker.pipeline.extract.relations.vocabulary import LOOSE, RELATIVES, TYPES
from worker.pipeline.values import EntityObject, Span, TextObject, TimeObject

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from worker.pipeline.values import (
        Entity,
        MentionKind,
        ObjectValue,
        ResolvedArticle,
        Sentence,
        TimeExpression,
        Token,
    )

_CLAUSES_UP = 4  # words from a relative pronoun to the verb of its clause


@dataclass(frozen=True, slots=True)
class End:
    """A mention over the tokens `[first, stop)` of its sentence, of a description the head alone.

    `value`: what it stands for, None where the article does not tell (a pronoun before anybody is named).
    """

    first: int
    stop: int
    type: str
    kind: str
    word: str
    span: Span
    value: ObjectValue | None

    def overlaps(self, other: End) -> bool:
        return self.first < other.stop and other.first < self.stop


class Ends:
    """Answers for each sentence of an article; every mention is looked up by bisection."""

    def __init__(self, article: ResolvedArticle) -> None:
        found = [(m.span, m.kind, e) for e in article.entities for m in e.mentions]
        self._mentions = sorted(found, key=lambda one: one[0])
        self._starts = [span.start for span, _, _ in self._mentions]
        self._times = [t for t in article.annotated.times if t.type == "date"]

    def of(self, sentence: Sentence) -> list[End]:
        """In text order."""
        words = _Words(sentence.tokens)
        mentioned = [*self._mentioned(sentence.span, words)]
        taken = {at for end in mentioned for at in range(end.first, end.stop)}
        dated = [end for end in self._dated(sentence.span, words) if taken.isdisjoint(range(end.first, end.stop))]
        taken |= {at for end in dated for at in range(end.first, end.stop)}
        named = [end for end in mentioned if end.kind != "pronoun"]
        loose = [e for at in range(len(words.tokens)) if at not in taken and (e := words.loose(at, named))]
        return sorted((*mentioned, *dated, *loose), key=lambda end: (end.first, end.stop))

    def _mentioned(self, within: Span, words: _Words) -> Iterator[End]:
        first, last = bisect_left(self._starts, within.start), bisect_left(self._starts, within.end)
        for span, kind, entity in self._mentions[first:last]:
            yield words.end(span, kind, entity)

    def _dated(self, within: Span, words: _Words) -> Iterator[End]:
        first = bisect_left(self._times, within.start, key=lambda time: time.span.start)
        last = bisect_left(self._times, within.end, key=lambda time: time.span.start)
        for time in self._times[first:last]:
            yield words.date(time)


class _Words:
    """The tokens of a sentence, found by their place in the text."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self._starts = [token.span.start for token in tokens]

    def end(self, span: Span, kind: MentionKind, entity: Entity) -> End:
        found = self._range(span)
        first, stop = self._head(*found) if kind == "nominal" else found
        return self._end(first, stop, TYPES[entity.type], kind, EntityObject(entity.id))

    def date(self, time: TimeExpression) -> End:
        return self._end(*self._range(time.span), "date", "date", TimeObject(time, "date"))

    def loose(self, at: int, named: Sequence[End]) -> End | None:
        """A pronoun that nobody resolved, or an adjective of a nation or party."""
        word = self._word(at)
        if word in RELATIVES:
            return self._relative(at, RELATIVES[word], named) if self._opens_clause(at) else None
        if word in LOOSE:
            return self._end(at, at + 1, LOOSE[word], "loose", None)
        if word in DEMONYMS:
            return self._end(at, at + 1, "demonym", "demonym", TextObject(DEMONYMS[word]))
        if word in PARTIES and self.tokens[at].text[:1].isupper():
            return self._end(at, at + 1, "party", "demonym", TextObject(PARTIES[word]))
        return None

    def _opens_clause(self, at: int) -> bool:
        return self.tokens[at].fine in {"WDT", "WP", "WRB", "WP$"}

    def _relative(self, at: int, kind: str, named: Sequence[End]) -> End:
        """Stands for the name that its clause describes, if there is one."""
        above = self.tokens[at].head
        for _ in range(_CLAUSES_UP):
            if self.tokens[above].relation.startswith("acl"):
                break
            above = self.tokens[above].head
        else:
            return self._end(at, at + 1, kind, "relative", None)
        told = self.tokens[above].head
        meant = next((end for end in reversed(named) if end.first <= told < end.stop), None)
        return self._end(
            at, at + 1, meant.type if meant else kind, "relative", meant.value if meant is not None else None
        )

    def _range(self, span: Span) -> tuple[int, int]:
        """The tokens that `span` touches, which starts in one of them: all that is no space is in a token."""
        return bisect_right(self._starts, span.start) - 1, bisect_left(self._starts, span.end)

    def _head(self, first: int, stop: int) -> tuple[int, int]:
        """The last token that nothing inside the range governs."""
        above = {at: self.tokens[at].head for at in range(first, stop)}
        at = max(at for at, head in above.items() if head == at or not first <= head < stop)
        return at, at + 1

    def _word(self, at: int) -> str:
        return self.tokens[at].text.lower()

    def _end(self, first: int, stop: int, type_: str, kind: str, value: ObjectValue | None) -> End:
        span = Span(self.tokens[first].span.start, self.tokens[stop - 1].span.end)
        return End(first, stop, type_, kind, self._word(stop - 1), span, value)
