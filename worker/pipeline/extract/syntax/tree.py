"""A sentence's tokens as a tree, with the mention, time or amount that each phrase is headed by."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from worker.pipeline.extract.reading import plain
from worker.pipeline.values import EntityObject, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from worker.pipeline.extract.reading import Slot
    from worker.pipeline.values import ObjectValue, Token

_OTHERS = frozenset({"conj", "compound", "nmod:poss", "nsubj", "nsubj:pass", "nmod:unmarked", "obl:unmarked"})
_ADDED = frozenset({"compound", "amod", "det", "case", "punct", "nmod:desc", "nummod", "flat"})
_LANDS = frozenset(
    {"province", "state", "county", "city", "district", "region", "prefecture", "village", "town", "island"}
)
_FILLERS_AT_MOST = 20  # joined in one list; a sentence that has more is a table


@dataclass(frozen=True, slots=True)
class Tree:
    """`children[i]` are the tokens governed by token i, in order; `slots[i]` what the phrase headed by i stands for.

    `words[i]` is the token as `word` gives it. `sentence` and `label` are those of the sentence and its block; `quoted`
    holds the tokens of direct quotes, each with its quote's index.
    """

    tokens: tuple[Token, ...]
    words: tuple[str, ...]
    children: tuple[tuple[int, ...], ...]
    slots: Mapping[int, Slot]
    sentence: int
    label: str
    quoted: Mapping[int, int]
    text: str

    def word(self, at: int) -> str:
        """The token in small letters and with a straight apostrophe, "" beyond the sentence."""
        return self.words[at] if 0 <= at < len(self.words) else ""

    def under(self, at: int, *relations: str) -> list[int]:
        """Children of `at` in one of the relations, whose subtypes count as given ("nmod" is not "nmod:poss")."""
        return [child for child in self.children[at] if self.tokens[child].relation in relations]

    def case(self, at: int) -> str:
        """The preposition of a phrase: "with", "according to", "" if it has none."""
        marks = self.under(at, "case") or [m for i in self.under(at, "nmod:desc") for m in self.under(i, "case")]
        if not marks:
            return ""
        first = marks[0]
        return " ".join(self.word(i) for i in (first, *self.under(first, "fixed")))

    def joined(self, at: int) -> list[int]:
        """`at` and what is joined to it by "and" or commas; what "or" and "but" join is another matter."""
        found = [at]
        for child in self.under(at, "conj"):
            if not {self.word(i) for i in self.under(child, "cc")} & {"or", "but", "nor", "than"}:
                found += self.joined(child) if len(found) < _FILLERS_AT_MOST else []
        return found[:_FILLERS_AT_MOST]

    def reach(self, at: int, *, without: frozenset[str] = frozenset()) -> list[int]:
        """Tokens of the phrase headed by `at`, in order, less the branches in the relations `without`."""
        found, waiting = [], [at]
        while waiting:
            node = waiting.pop()
            found.append(node)
            waiting += [c for c in self.children[node] if self.tokens[c].relation not in without]
        return sorted(found)

    def span(self, first: int, last: int) -> Span:
        """From token `first` to token `last`, either way round, in the clean text."""
        first, last = min(first, last), max(first, last)
        return Span(self.tokens[first].span.start, self.tokens[last].span.end)

    def around(self, *ats: int) -> Span:
        """From the first to the last of the tokens, with the mentions that they head whole."""
        spans = [self.tokens[at].span for at in ats]
        spans += [slot.span for at in ats if (slot := self.slot(at)) is not None]
        return Span(min(spans).start, max(span.end for span in spans))

    def slot(self, at: int) -> Slot | None:
        """What the phrase headed by `at` stands for: its own mention, or the name that stands in apposition to it."""
        own = self.slots.get(at)
        if own is not None and (own.name or own.entity is None):
            return own
        person = self.person(at)
        if person is not None:
            return self.slots[person]
        land = self._land(at) if own is None else None
        if land is not None:
            return land
        near = (*self.under(at, "appos"), *self._next(at))
        called = (i for i in near if i in self.slots and self._is_called(at, i, own))
        return next((self.slots[i] for i in called), own)

    def _land(self, at: int) -> Slot | None:
        """Of "Brannoc province" Brannoc."""
        told = self.under(at, "compound") if self.word(at) in _LANDS else ()
        return next((self.slots[i] for i in told if i in self.slots and self.slots[i].letter in "GL"), None)

    def _next(self, at: int) -> list[int]:
        """Heads of the mentions that begin with the next token: "the host Halvex United"."""
        if at + 1 >= len(self.tokens):
            return []
        start = self.tokens[at + 1].span.start
        return [i for i, slot in self.slots.items() if slot.span.start == start]

    def named_before(self, at: int) -> list[int]:
        """Heads of the name that ends right before the comma before token `at`: "Halvex , founded in 1999"."""
        if at < 2 or self.word(at - 1) != ",":
            return []
        comma = self.tokens[at - 1].span.start
        return [i for i, slot in self.slots.items() if slot.name and i < at and 0 <= comma - slot.span.end <= 1]

    def person(self, at: int) -> int | None:
        """The token under which the phrase's person stands by name: itself, or in apposition to it."""
        for other in (at, *self.under(at, "appos"), at + 1):
            slot = self.slots.get(other)
            if slot is not None and slot.name and slot.letter == "P" and (other == at or self._is_title(at, other)):
                return other
        return None

    def label_of(self, value: ObjectValue) -> str:
        """The name of an entity of the sentence, "" for any other value."""
        entities = (slot.entity for slot in self.slots.values() if slot.entity is not None)
        return next((e.label for e in entities if value == EntityObject(e.id)), "")

    def _is_called(self, at: int, other: int, own: Slot | None) -> bool:
        """"Its rival, Halvex" is Halvex, and so is "the lender Halvex", however the parser ties the two."""
        follows = self.tokens[at].tag == "NOUN" and self.tokens[other].relation not in _OTHERS
        known = self.slots[other].name and (own is None or own.nominal)
        return known and (self._is_apposed(at, other) or follows)

    def _is_apposed(self, at: int, other: int) -> bool:
        return self.tokens[other].relation == "appos" and self.tokens[other].head == at

    def _is_title(self, at: int, other: int) -> bool:
        """A parser may leave "officer Jane Roe" as two phrases: a common noun right before a name is its title."""
        return self._is_apposed(at, other) or (self.tokens[at].tag == "NOUN" and self.tokens[other].relation != "conj")


def grow(
    tokens: tuple[Token, ...],
    slots: Sequence[Slot],
    *,
    sentence: int,
    label: str,
    quoted: Sequence[tuple[int, Span]],
    text: str,
) -> Tree | None:
    """The tree of a sentence; None where the reader gave no syntax. `slots` are those inside the sentence."""
    if not tokens or tokens[0].head < 0:
        return None
    children: list[list[int]] = [[] for _ in tokens]
    for at, token in enumerate(tokens):
        if token.head != at:
            children[token.head].append(at)
    inside = {at: index for index, part in quoted for at in _tokens_in(tokens, part)}
    heads = _by_head(tokens, slots)
    words = tuple(plain(token.text).casefold() for token in tokens)
    return Tree(tokens, words, tuple(map(tuple, children)), heads, sentence, label, inside, text)


def _by_head(tokens: Sequence[Token], slots: Sequence[Slot]) -> dict[int, Slot]:
    """Each slot under the token that governs its words; of several a name goes before a description."""
    found: dict[int, Slot] = {}
    for slot in slots:
        held = list(_tokens_in(tokens, slot.span))
        tops = [at for at in held if tokens[at].head == at or tokens[at].head not in held]
        # A parser may tie both words of a name to the verb; what is only added to a later word heads nothing.
        for head in [at for at in tops if tokens[at].relation not in _ADDED] or tops[:1]:
            if head not in found or (slot.name and not found[head].name):
                found[head] = slot
    return found


def _tokens_in(tokens: Sequence[Token], span: Span) -> Iterator[int]:
    at = bisect_left(tokens, span.start, key=lambda token: token.span.end - 1)
    while at < len(tokens) and tokens[at].span.start < span.end:
        yield at
        at += 1
