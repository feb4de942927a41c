"""Reads one sentence for the words that refer: names, pronouns, nominals with their owners and appositions."""

# ruff: noqa: RUF001 - typographic marks are what the text holds; word lists read best as prose

from __future__ import annotations

from typing import TYPE_CHECKING

from worker.pipeline.resolve.appositions import apposed
from worker.pipeline.resolve.expressions import PRONOUNS, Expression
from worker.pipeline.resolve.grammar import (
    ARTICLES,
    CLAUSE_OPENERS,
    COPULAS,
    DETERMINERS,
    HEDGES,
    MARKS,
    POSSESSIVES,
    PREPOSITIONS,
    REACH,
    STOP,
    noun_at,
    years_in,
)
from worker.pipeline.resolve.heads import head_of, modified, owner_noun
from worker.pipeline.resolve.nouns import BARE_KIN, NOUNS, SORTS_OF_EVENT
from worker.pipeline.resolve.sentence_words import SentenceWords
from worker.pipeline.values import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from worker.pipeline.values import Gender, MentionKind


_BEGINNINGS = DETERMINERS | BARE_KIN  # where a nominal may begin
_CLAUSE = 20  # words of the clause in which a pronoun tells the gender of its subject
_THIRD = 3
_OF_MANY = frozenset({"their", "they", "them", "it", "its", "themselves", "itself"})  # never the one person


class SentenceReader(SentenceWords):
    """Reads one sentence."""

    def read(self) -> Iterator[Expression]:
        for at in range(len(self.tokens)):
            if at in self.names:
                yield self._name(at)
            elif at in self.inside:
                continue
            elif self._is_pronoun(at):
                yield self._pronoun(at)
            if self.words[at] in _BEGINNINGS:
                yield from self._nominals(at)

    def _made(
        self, span: Span, kind: MentionKind, head: str, at: int, stop: int, **more: object
    ) -> Expression:
        return Expression(
            span,
            kind,
            self.index,
            self.sentence.block,
            head,
            subject=self._is_subject(at, stop),
            **more,  # type: ignore[arg-type]
        )

    def _is_subject(self, start: int, stop: int) -> bool:
        """Fills the place of a verb's subject, or begins a clause before something that can be its verb."""
        before, after = self.lower(start - 1), self.lower(stop)
        if start == stop:
            return False
        if self.tree and self.tree.is_subject(self.tree.top(start, stop)):
            return True
        if start > 0 and before not in CLAUSE_OPENERS:
            return False
        if start == 0 and after in PREPOSITIONS:
            return True  # "The post on the site drew ..."
        return (
            bool(after) and after not in PREPOSITIONS and after not in {".", "!", "?", "'s", "’s", "'", "’"}
        )

    def _name(self, at: int) -> Expression:
        name, stop = self.names[at]
        titles = self._titles(at)
        start = self._start_of(at)
        seat = name.type == "gpe" and self.lower(start) == "the" and noun_at(self.lower(stop)) is not None
        if seat or name.span.end < self.tokens[stop - 1].span.end:
            start = stop  # "Leeds-based", "the Denver company": part of a word or phrase is no subject
        return self._made(
            name.span,
            "name",
            name.span.of(self.text),
            start,
            stop,
            type=name.type,
            titles=titles,
            years=self._years(at, stop),
            opening=self._start_of(at) == 0,
            joined=self._joined(at, stop),
        )

    def _joined(self, start: int, stop: int) -> int | None:
        """Reads "Roe, who stars in it, and Doe": where the first of the two begins."""
        top = self.tokens[self.tree.top(start, stop)] if self.tree else None
        two = top is not None and top.relation == "conj" and len(self.tree.below(top.head, "conj")) == 1
        if top is None or not two:
            return None
        first = self.tokens[top.head]  # or what stands in apposition to the first
        name = self.name_over(top.head) or (self.name_over(first.head) if first.relation == "appos" else None)
        return name.span.start if name is not None else None

    def _years(self, start: int, stop: int) -> int | None:
        """Reads "Jane Roe, 43," and "the 43-year-old Jane Roe"."""
        for at in range(max(0, start - REACH), start):
            if (years := years_in(self.lower(at))) is not None:
                return years
        at = stop + 1 if self.lower(stop) == "," else len(self.tokens)
        at += self.lower(at) in {"aged", "age", "now", "then"}
        number = self.lower(at)
        closed = self.lower(at + 1) in {",", ".", "", ";", "and", "who"}
        return int(number) if closed and number.isdecimal() and len(number) < 4 else None

    def _titles(self, at: int) -> tuple[str, ...]:
        words = tuple(self.lower(i).rstrip(".") for i in range(max(0, at - 3), at))
        return (*words[:-2], "prime-minister") if words[-2:] == ("prime", "minister") else words

    def _start_of(self, at: int) -> int:
        """Where the phrase begins that ends in the name at `at`: at its titles, trades and article."""
        start = at
        while start > 0 and at - start < REACH and self._before_name(start - 1):
            start -= 1
        return 0 if self._opens_sentence(start) else start

    def _opens_sentence(self, at: int) -> bool:
        """Whether only words that describe stand before: "Tech giant Acme", "Budget airline Blue"."""
        return at <= REACH and all(self.modifies(i) and i not in self.inside for i in range(at))

    def _before_name(self, at: int) -> bool:
        word = self.lower(at)
        return (
            word in NOUNS
            or word in {"the", "former", "ex"}
            or (self.tokens[at].text[0].isupper() and not (word in STOP or word in PREPOSITIONS or at in self.ends))
        )

    def _is_pronoun(self, at: int) -> bool:
        word = self.words[at]
        if word == "it" and self.tree.is_empty(at):
            return False
        return word in PRONOUNS and self.tokens[at].text not in {"IT", "US"}

    def _pronoun(self, at: int) -> Expression:
        token = self.tokens[at]
        word = token.text.replace("’", "'").partition("'")[0]  # "they" of "they're"
        span = Span(token.span.start, token.span.start + len(word))
        barred = () if word.endswith("self") else tuple(self.tokens[i].span.start for i in self.tree.barred(at))
        pronoun = PRONOUNS[self.lower(at)]
        many = self.tree.many_before(at) if pronoun.plural and pronoun.person == _THIRD else None
        return self._made(
            span, "pronoun", word.casefold(), at, at + 1,
            pronoun=pronoun, barred=barred, many=None if many is None else self.tokens[many].span.start,
        )  # fmt: skip

    # ------------------------------------------------------------------------------------ nominals

    def _nominals(self, at: int) -> Iterator[Expression]:
        """The nominals that begin with the determiner or possessive mark at `at`."""
        word = self.lower(at)
        if word in BARE_KIN and self.lower(at - 1) not in DETERMINERS and not modified(self, at):
            yield self._nominal(at, at, at, "", ())
        if word not in ARTICLES and not (word in MARKS and (at in self.ends or owner_noun(self, at))):
            return
        head = head_of(self, at + 1)
        if head is None or (self.lower(head) in SORTS_OF_EVENT and self.lower(head + 1) in MARKS):
            return
        if self.tree.is_part(head) and self.name_over(self.tokens[head].head) is None:
            return  # "the best actress award"
        owners = self._owners(at)
        yield self._nominal(at, at + 1, head, word, owners)
        yield from self._conjoined(head, word, owners)

    def _owners(self, at: int) -> tuple[Span, ...]:
        word = self.lower(at)
        if word in POSSESSIVES:
            return (self.tokens[at].span,)
        if word not in MARKS:
            return ()
        if at not in self.ends:
            start = at - 1
            while start > 0 and self.lower(start) not in ARTICLES and start > at - REACH:
                start -= 1
            return (Span(self.tokens[start].span.start, self.tokens[at - 1].span.end),)
        first = self.ends[at]
        last = self.names[first][0].span
        if self.lower(first - 1) in {"and", "&"} and first - 1 in self.ends:
            return (self.names[self.ends[first - 1]][0].span, last)
        return (last,)

    def _nominal(self, at: int, start: int, head: int, article: str, owners: tuple[Span, ...]) -> Expression:
        noun = noun_at(self.lower(head))
        first = self._first_offset(at, start, article, owners, kin=noun is not None and noun.kin is not None)
        span = Span(first, self.tokens[head].span.end)
        person = noun is not None and noun.sort == "person"
        office = person and noun is not None and noun.kin is None and article in POSSESSIVES
        if person:
            self.heads[head + 1] = span
        return self._made(
            span, "nominal", self._office(head), at, head + 1,
            years=next((y for i in range(start, head + 1) if (y := years_in(self.lower(i))) is not None), None),
            article=article, noun=noun, owners=owners, named=apposed(self, at, head),
            modifiers=tuple(self._modifier(i) for i in range(start, head)), hint=self._hint(head),
            predicate=(self._is_predicate(at) or self._names_object(head)) and (not owners or office),
        )  # fmt: skip

    def _office(self, head: int) -> str:
        """The noun; a prime minister is no minister among others."""
        return "prime-minister" if self.lower(head - 1) == "prime" else self.lower(head)

    def _modifier(self, at: int) -> str:
        """The word; a town's name says where something is seated: "the Denver company"."""
        return f"{self.lower(at)}-based" if at in self.towns else self.lower(at)

    def _first_offset(self, at: int, start: int, article: str, owners: tuple[Span, ...], *, kin: bool) -> int:
        """Reads "Jane Roe's son" is mentioned by "son"; "the couple's son" and "Roe's photo" by the whole."""
        if article in MARKS:
            return self.tokens[start].span.start if kin and at in self.ends else owners[0].start
        return self.tokens[at].span.start

    def _is_predicate(self, at: int) -> bool:
        """Reads "is still a baby", "as a model": says what the subject is and refers to nobody new."""
        before = at - 2 if self.lower(at - 1) in HEDGES else at - 1
        return self.lower(before) in COPULAS

    def _names_object(self, head: int) -> bool:
        """Reads "calls her the best cook": says what the object is."""
        return self.tokens[head].relation == "xcomp"

    def _hint(self, head: int) -> Gender | None:
        """The gender that a pronoun of the clause gives: "the musician said on his page", "the singer said she"."""
        for at in range(head + 1, min(len(self.tokens), head + _CLAUSE)):
            word = self.lower(at)
            if word in _OF_MANY:
                continue
            if word in {"his", "himself", "he"}:
                return "male"
            if word in {"herself", "she"} or (word == "her" and self.modifies(at + 1)):
                return "female"
            if word in PRONOUNS:
                return None
            ends = not word[0].isalnum() or word in {"and", "but", "that"}
            if ends or at in self.inside or noun_at(word) is not None:
                return None
        return None

    def _conjoined(self, head: int, article: str, owners: tuple[Span, ...]) -> Iterator[Expression]:
        """Reads "his son and daughter": the second noun has the same owner."""
        if not owners or self.lower(head + 1) != "and":
            return
        noun = noun_at(self.lower(head + 2))
        if noun is not None and noun.kin is not None:
            yield self._nominal(head + 2, head + 2, head + 2, article if article not in MARKS else "", owners)
