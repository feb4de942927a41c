"""The resolved article as the rules see it: its sentences as readings, its entities and nominals by place."""

# ruff: noqa: RUF001 - typographic marks are what the text holds

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from worker.pipeline.extract.reading import MAX_CHARS, TYPE_LETTERS, Reading, Slot, is_possessive, render
from worker.pipeline.extract.setting import parties, tells_of_match
from worker.pipeline.extract.syntax.clause import Clause, clauses
from worker.pipeline.extract.syntax.roles import Role, roles
from worker.pipeline.extract.syntax.tree import Tree, grow
from worker.pipeline.values import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from worker.pipeline.values import (
        Entity,
        Mention,
        Quantity,
        Quote,
        ResolvedArticle,
        Sentence,
    )

READ_LABELS = frozenset({"body", "caption"})  # headings, credits, bylines and related links state no facts
_TIME_UNITS = frozenset({"a", "mo", "wk", "d", "h", "min", "s"})  # ages and durations stay words
_REACTIONS = frozenset({"{like}", "{follower}", "{view}", "{share}", "{retweet}", "{comment}"})
_CONTENT_WORD = re.compile(r"[^\W\d_]{4,}")
_COPULAS = frozenset(
    {"is", "was", "are", "were", "be", "been", "became", "as", "becomes", "remains", "named"}
)
_OFTEN = 3  # mentions that make an organization an article's subject
_MARKS = "\"'“”‘’«»"


@dataclass(frozen=True, slots=True)
class Nominal:
    """A description ("the singer", "his dad") with the entity it stands for."""

    span: Span
    entity: Entity
    sentence: int


@dataclass(frozen=True, slots=True)
class View:
    """`narration` holds the journalist's words, quoted words cut out; `quoted` the words of direct quotes."""

    article: ResolvedArticle
    entities: Mapping[str, Entity]
    narration: tuple[Reading, ...]
    holding: Mapping[str, tuple[int, ...]]  # word -> places of the readings of narration that hold it
    quoted: tuple[Reading, ...]
    nominals: tuple[Nominal, ...]
    names: tuple[tuple[Span, Entity], ...]  # in text order
    places: Mapping[str, Entity]  # gpe entities by label
    trees: tuple[Tree, ...]  # of the sentences that are read, where the reader gave syntax
    clauses: Mapping[str, tuple[Clause, ...]]  # by the verb's form with its particle
    nouns: Mapping[str, tuple[tuple[Tree, int], ...]]  # common nouns in small letters, with tree and token
    roles: tuple[Role, ...]  # what people are called, in text order
    is_sport: bool  # the article tells of a match
    parties: frozenset[str]  # ids of organizations that are parties

    @property
    def text(self) -> str:
        return self.article.annotated.article.text

    @property
    def published(self) -> str | None:
        """ISO date of publication (local), None if unknown or not to the day."""
        time = self.article.annotated.article.metadata.published
        return time.local[:10] if time is not None and len(time.local) >= 10 else None

    @property
    def main_firm(self) -> Entity | None:
        """The organization that the article is about: named, and mentioned half as often again as any other."""
        firms = [e for e in self.entities.values() if e.type == "organization" and e.named]
        counts = sorted(((len(e.mentions), e.id) for e in firms), reverse=True)[:2]
        if not counts or counts[0][0] < _OFTEN or (len(counts) > 1 and 2 * counts[0][0] < 3 * counts[1][0]):
            return None
        return self.entities[counts[0][1]]

    def narration_with(self, words: frozenset[str]) -> list[Reading]:
        """The readings of narration that hold one of the words, in order."""
        found = {at for word in self.holding.keys() & words for at in self.holding[word]}
        return [self.narration[at] for at in sorted(found)]

    def clauses_with(self, verbs: frozenset[str]) -> Iterator[Clause]:
        """The clauses of one of these verb forms; in text order for each form."""
        for words in sorted(self.clauses.keys() & verbs):
            yield from self.clauses[words]

    def nominal_over(self, span: Span) -> Entity | None:
        """The entity of the shortest description that covers `span`."""
        covering = [n for n in self._nominals_near(span) if n.span.covers(span)]
        return min(covering, key=lambda n: n.span.end - n.span.start).entity if covering else None

    def names_in(self, span: Span) -> list[tuple[Span, Entity]]:
        """The proper names that lie inside `span`."""
        first = bisect_left(self.names, span.start, key=lambda name: name[0].start)
        last = bisect_left(self.names, span.end, key=lambda name: name[0].start)
        return [name for name in self.names[first:last] if name[0].end <= span.end]

    def _nominals_near(self, span: Span) -> Sequence[Nominal]:
        """Descriptions that start within 200 characters before `span`'s end: none is longer."""
        first = bisect_left(self.nominals, span.end - 200, key=lambda n: n.span.start)
        last = bisect_right(self.nominals, span.start, key=lambda n: n.span.start)
        return self.nominals[first:last]


def look(article: ResolvedArticle) -> View:
    """Index the article: linear in its mentions, sentence by sentence."""
    placed = _Placed(article)
    narration: list[Reading] = []
    quoted: list[Reading] = []
    nominals: list[Nominal] = []
    trees: list[Tree] = []
    for number, sentence in enumerate(article.annotated.sentences):
        slots = placed.inside(sentence.span)
        nominals += [
            Nominal(s.span, s.entity, number) for s in placed.nominals_inside(sentence.span) if s.entity
        ]
        label = article.annotated.article.blocks[sentence.block].label
        if label in READ_LABELS and not _is_heading(placed.text, sentence):
            narration += _narrated(placed, sentence, number, label, slots)
            quoted += _quoted(placed, sentence, number, label, slots)
            tree = _grown(placed, sentence, number, label, slots)
            trees += [tree] if tree is not None else []
    entities = {entity.id: entity for entity in article.entities}
    mentions = ((m.span, e) for e in article.entities for m in e.mentions if m.kind == "name")
    names = tuple(sorted(mentions, key=lambda name: name[0]))
    return View(
        article,
        entities,
        tuple(narration),
        _holding(narration),
        tuple(quoted),
        tuple(nominals),
        names,
        {e.label: e for e in reversed(article.entities) if e.type == "gpe"},
        tuple(trees),
        _by_verb(trees),
        _by_noun(trees),
        tuple(role for tree in trees for role in roles(tree)),
        tells_of_match(placed.text),
        parties(placed.text, names),
    )


def _holding(readings: Sequence[Reading]) -> Mapping[str, tuple[int, ...]]:
    found: dict[str, list[int]] = {}
    for at, reading in enumerate(readings):
        for word in reading.words:
            found.setdefault(word, []).append(at)
    return {word: tuple(places) for word, places in found.items()}


def _by_verb(trees: Sequence[Tree]) -> Mapping[str, tuple[Clause, ...]]:
    found: dict[str, list[Clause]] = {}
    for tree in trees:
        for clause in clauses(tree):
            found.setdefault(clause.words, []).append(clause)
    return {words: tuple(some) for words, some in found.items()}


def _by_noun(trees: Sequence[Tree]) -> Mapping[str, tuple[tuple[Tree, int], ...]]:
    found: dict[str, list[tuple[Tree, int]]] = {}
    for tree in trees:
        for at, token in enumerate(tree.tokens):
            if token.tag == "NOUN":
                found.setdefault(tree.word(at), []).append((tree, at))
    return {word: tuple(some) for word, some in found.items()}


class _Placed:
    """Slots of the whole article in text order, and where its direct quotes lie."""

    def __init__(self, article: ResolvedArticle) -> None:
        annotated = article.annotated
        self.text = annotated.article.text
        mentions = [self._mention(e, m) for e in article.entities for m in e.mentions]
        names = _Ranges([s.span for s, kind in mentions if kind == "name"])
        mentions = [(s, kind) for s, kind in mentions if kind != "nominal" or not names.cut(s.span)]
        times = [
            Slot(t.span, "t", t.span.of(self.text), time=t)
            for t in annotated.times
            if t.type in {"date", "time"}
        ]
        amounts = [_amount(self.text, q) for q in annotated.quantities if _is_slot(q)]
        others = [s for s in (*times, *amounts) if not names.overlap(s.span)]
        self.slots = sorted((*(s for s, _ in mentions), *others), key=lambda s: (s.span.start, -s.span.end))
        self.nominals = sorted((s for s, kind in mentions if kind == "nominal"), key=lambda s: s.span)
        self.quotes = _quote_parts(annotated.quotes)

    def _mention(self, entity: Entity, mention: Mention) -> tuple[Slot, str]:
        words = mention.span.of(self.text)
        after = self.text[mention.span.end : mention.span.end + 40]
        possessive = mention.kind == "pronoun" and is_possessive(words, after)
        nominal = mention.kind == "nominal"
        return Slot(
            mention.span,
            TYPE_LETTERS[entity.type],
            words,
            entity,
            None,
            None,
            possessive,
            nominal,
            mention.kind == "name",
        ), mention.kind

    def inside(self, span: Span) -> list[Slot]:
        return _between(self.slots, span)

    def nominals_inside(self, span: Span) -> list[Slot]:
        return _between(self.nominals, span)

    def quotes_in(self, span: Span) -> Iterator[tuple[int, Span]]:
        """(index of the quote, its words inside `span`)."""
        first = bisect_left(self.quotes, span.start, key=lambda part: part[1].end)
        for index, part in self.quotes[first:]:
            if part.start >= span.end:
                return
            yield index, Span(max(part.start, span.start), min(part.end, span.end))


class _Ranges:
    """Answers whether a span overlaps one of many, by bisection; the many may overlap each other slightly."""

    def __init__(self, spans: list[Span]) -> None:
        self.spans = sorted(spans)

    def cut(self, span: Span) -> bool:
        """Whether `span` holds a part of a range but not all of it, as "the University" does of a name."""
        at = bisect_left(self.spans, span.start, key=lambda s: s.start)
        near = self.spans[max(0, at - 2) : at + 4]
        return any(s.overlaps(span) and not span.covers(s) for s in near)

    def overlap(self, span: Span) -> bool:
        at = bisect_left(self.spans, span.start, key=lambda s: s.start)
        return any(s.overlaps(span) for s in self.spans[max(0, at - 2) : at + 2])


def _between(slots: Sequence[Slot], span: Span) -> list[Slot]:
    first = bisect_left(slots, span.start, key=lambda s: s.span.start)
    last = bisect_left(slots, span.end, key=lambda s: s.span.start)
    return [s for s in slots[first:last] if s.span.end <= span.end]


def _is_slot(quantity: Quantity) -> bool:
    """Money, measures and reactions are slots; ages, durations and counted things ("two counts") stay words."""
    if quantity.currency is not None or quantity.unit_ucum in _REACTIONS:
        return True
    return (
        quantity.si_unit is not None
        and quantity.unit_ucum not in _TIME_UNITS
        and "{" not in quantity.unit_ucum
    )


def _amount(text: str, quantity: Quantity) -> Slot:
    letter = "m" if quantity.currency else "q"
    return Slot(quantity.span, letter, quantity.span.of(text), quantity=quantity)


def _quote_parts(quotes: tuple[Quote, ...]) -> list[tuple[int, Span]]:
    """Only whole sentences in marks are cut out; a fragment ('a "model" pupil') is part of the narration."""
    parts = [(i, p) for i, quote in enumerate(quotes) if quote.kind == "direct" for p in quote.parts]
    return sorted(parts, key=lambda part: part[1])


def _narrated(
    placed: _Placed, sentence: Sentence, number: int, label: str, slots: list[Slot]
) -> Iterator[Reading]:
    """The sentence twice: with its longest mentions as slots, and with its shortest; once where that is the same."""
    cuts = [_with_marks(placed.text, part, sentence.span) for _, part in placed.quotes_in(sentence.span)]
    quotes = [Slot(cut, "k", "") for cut in cuts]
    own = [s for s in slots if not any(s.span.overlaps(cut) for cut in cuts)]
    outer = _outermost([*(s for s in own if not _is_predicate(placed.text, s)), *quotes])
    inner = _innermost([*(s for s in own if not _is_described(placed.text, s)), *quotes])
    if not outer or sentence.span.end - sentence.span.start > MAX_CHARS:
        return
    yield render(placed.text, sentence.span, outer, sentence=number, label=label)
    if inner != outer:
        yield render(placed.text, sentence.span, inner, sentence=number, label=label)


def _grown(
    placed: _Placed, sentence: Sentence, number: int, label: str, slots: list[Slot]
) -> Tree | None:
    if sentence.span.end - sentence.span.start > MAX_CHARS:
        return None
    quoted = list(placed.quotes_in(sentence.span))
    return grow(sentence.tokens, slots, sentence=number, label=label, quoted=quoted, text=placed.text)


def _quoted(
    placed: _Placed, sentence: Sentence, number: int, label: str, slots: list[Slot]
) -> Iterator[Reading]:
    for index, part in placed.quotes_in(sentence.span):
        inside = [s for s in slots if part.covers(s.span)]
        if inside and part.end - part.start <= MAX_CHARS:
            yield render(placed.text, part, _innermost(inside), sentence=number, label=label, quote=index)


def _with_marks(text: str, part: Span, within: Span) -> Span:
    """The quoted words with the quotation marks that touch them."""
    start, end = part.start, part.end
    while start > within.start and text[start - 1] in _MARKS:
        start -= 1
    while end < within.end and text[end] in _MARKS:
        end += 1
    return Span(start, end)


def _is_described(text: str, slot: Slot) -> bool:
    """A description whose words say something ("her uncle", "the chairman"), unless something is said to be its own."""
    return slot.nominal and text[slot.span.end : slot.span.end + 1] not in {"'", "’"}


def _is_predicate(text: str, slot: Slot) -> bool:
    """After "is" or a comma ", a nurse" says what somebody is; it does not stand for somebody else."""
    if not slot.nominal or slot.words[:2].lower() not in {"a ", "an"}:
        return False
    before = text[max(0, slot.span.start - 12) : slot.span.start].lower().split()
    return bool(before) and (before[-1] in _COPULAS or before[-1].endswith(","))


def _outermost(slots: list[Slot]) -> list[Slot]:
    kept: list[Slot] = []
    for slot in sorted(slots, key=lambda s: (s.span.start, -s.span.end)):
        if not kept or slot.span.start >= kept[-1].span.end:
            kept.append(slot)
    return kept


def _innermost(slots: list[Slot]) -> list[Slot]:
    """Those that end before the next one starts or lie inside it: of nested mentions the shortest."""
    kept: list[Slot] = []
    for slot in sorted(slots, key=lambda s: (s.span.end, -s.span.start)):
        if not kept or slot.span.start >= kept[-1].span.end:
            kept.append(slot)
    return kept


def _is_heading(text: str, sentence: Sentence) -> bool:
    """In capitals, or in title case without an end mark: a headline that was taken for body text."""
    words = _CONTENT_WORD.findall(
        text, sentence.span.start, min(sentence.span.end, sentence.span.start + MAX_CHARS)
    )
    if len(words) < 2:
        return False
    if all(word.isupper() for word in words):
        return True
    ended = sentence.span.of(text).rstrip(_MARKS + " )\n")[-1:] in {".", "!", "?", "…", ":"}
    return not ended and len(words) >= 4 and all(word[0].isupper() for word in words)
