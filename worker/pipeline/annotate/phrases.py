"""Noun phrases around a verb of saying: who speaks, found by words alone, without a parser."""

# ruff: noqa: RUF001 - typographic marks are what the text holds

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from worker.pipeline.annotate import phrase_words as words
from worker.pipeline.values import Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from worker.pipeline.values import Token

_WIDEST = 8  # words of a phrase before its head: "the company's newly appointed regional vice president"
_REACH = 60  # words before a verb in which its subject's phrase lies; bounds how deep "of the X of the Y" is followed
_OWNER_MARKS = frozenset(("'s", "’s", "'", "’"))
_TITLE_MARKS = frozenset(('"', "“", "”"))
_APPOSITION = 25  # words between the commas of an apposition


@dataclass(frozen=True, slots=True)
class Words:
    """Tokens of a passage, and which of them stand in a name: token index -> (first, behind last).

    `heads`: the index of the token that governs each, its own for a root; empty without a parser.
    """

    tokens: Sequence[Token]
    names: Mapping[int, tuple[int, int]]
    heads: Sequence[int] = ()

    def lower(self, at: int) -> str:
        return self.tokens[at].text.casefold() if 0 <= at < len(self.tokens) else ""

    def is_capital(self, at: int) -> bool:
        return 0 <= at < len(self.tokens) and self.tokens[at].text[0].isupper()

    def span(self, start: int, stop: int) -> Span:
        return Span(self.tokens[start].span.start, self.tokens[stop - 1].span.end)

    def index(self, offset: int) -> int:
        """Index of the first token at or behind `offset`."""
        return bisect_left(self.tokens, offset, key=lambda token: token.span.start)


def subject_before(passage: Words, verb: int, floor: int) -> Span | None:
    """The subject of the verb at `verb`, down to `floor`: beside it, over an apposition, or the first one."""
    at = behind_subject(passage, verb, floor)
    near = max(floor, at - _REACH)
    if at <= floor:
        return None
    if passage.lower(at - 1) == "which":
        behind = at - 2 if passage.lower(at - 2) == "," else at - 1
        found = phrase_ending(passage, behind, near) if behind > floor else None
    elif passage.lower(at - 1) == ",":
        found = _before_apposition(passage, at - 1, near)
    elif passage.lower(at - 1) in words.JOINERS:
        found = None
    else:
        found = phrase_ending(passage, at, near)
    return found or first_subject(passage, floor, at)


def behind_subject(passage: Words, verb: int, floor: int) -> int:
    """Skips auxiliaries and adverbs back from the verb."""
    at = verb
    while at > floor and (passage.lower(at - 1) in words.AUXILIARIES or _is_adverb(passage.lower(at - 1))):
        at -= 1
    return at


def _is_adverb(word: str) -> bool:
    return word in words.ADVERBS or (len(word) > 4 and word.endswith("ly") and word not in words.NOUNS_IN_LY)


def _before_apposition(passage: Words, comma: int, floor: int) -> Span | None:
    """Reads "Jane Roe, the mayor of Leeds, said": the phrase before the earlier comma."""
    at = floor
    while at not in passage.names and at < floor + 4 and passage.tokens[at].text[0].isupper():
        at += 1  # over a title
    first = passage.names.get(at)
    if first is not None and passage.lower(first[1]) == "," and first[1] < comma:
        return passage.span(
            *first
        )  # the clause begins with a name: what follows up to the verb is said of it
    for at in range(comma - 1, max(floor, comma - _APPOSITION), -1):
        if passage.lower(at) == ",":
            if passage.names.get(at + 1) == (at + 1, comma):
                return passage.span(at + 1, comma)  # "the mayor, Jane Roe, said"
            found = phrase_ending(passage, at, floor)
            if found is not None:
                return found
    return None


def phrase_ending(passage: Words, stop: int, floor: int) -> Span | None:
    """The noun phrase whose last word is before `stop`; of "a spokesman for the firm" the part before "for"."""
    start = _start_of(passage, stop, floor)
    if start is None:
        return None
    if start - 2 > floor and passage.lower(start - 1) == "the" and passage.lower(start - 2) in words.ATTACHING:
        start -= 1
    if start - 1 > floor and passage.lower(start - 1) in words.ATTACHING:
        outer = phrase_ending(passage, start - 1, floor)
        return outer if outer is not None or passage.lower(start - 1) != "of" else passage.span(start, stop)
    if passage.lower(start - 1) in words.PREPOSITIONS - {"as"} and start > floor:
        return None
    return passage.span(start, stop)


def _start_of(passage: Words, stop: int, floor: int) -> int | None:
    last = stop - 1
    if passage.lower(last) in words.SUBJECT_PRONOUNS:
        return last
    if last in passage.names:
        return max(passage.names[last][0], floor)
    return _start_of_common(passage, last, floor)


def _start_of_common(passage: Words, last: int, floor: int) -> int | None:
    """The start of a phrase with a common noun as its last word."""
    if not noun_like(passage, last):
        return None
    at = last
    while at > max(floor, last - _WIDEST):
        word = passage.lower(at)
        if word in words.DETERMINERS:
            return at
        if word in {"'s", "’s", "'", "’"}:
            owner = _start_of(passage, at, floor)
            return owner if owner is not None else at + 1
        if not noun_like(passage, at):
            return at + 1 if _bare_subject(passage, at + 1, last) else None
        at -= 1
    return at if passage.lower(at) in words.DETERMINERS or _bare_subject(passage, at, last) else None


def noun_like(passage: Words, at: int) -> bool:
    word = passage.lower(at)
    return (
        word[0].isalnum()
        and word not in words.NO_NOUNS
        and not (word.endswith("ing") and at not in passage.names and passage.lower(at - 1) not in words.DETERMINERS)
    )


def _bare_subject(passage: Words, start: int, last: int) -> bool:
    """A phrase without an article can speak if it is plural or a collective: "police", "local officials"."""
    word = passage.lower(last)
    return last - start <= 3 and (
        word in words.COLLECTIVES or (word.endswith("s") and not word.endswith("ss"))
    )


def phrase_beginning(passage: Words, start: int, ceiling: int) -> Span | None:
    """The noun phrase that begins at `start`; a person's name inside it or in apposition to it wins."""
    if start >= ceiling:
        return None
    if passage.lower(start) in words.SUBJECT_PRONOUNS:
        return passage.span(start, start + 1)
    stop = _end_of(passage, start, ceiling)
    if stop == start or (stop == start + 1 and passage.lower(start) in _LONELY):
        return None
    if stop - 1 in passage.names:
        return passage.span(max(passage.names[stop - 1][0], start), stop)
    comma = _behind_office(passage, stop, ceiling)
    if passage.lower(comma) == "," and comma + 1 in passage.names and passage.names[comma + 1][1] <= ceiling:
        return passage.span(*passage.names[comma + 1])
    return passage.span(start, stop)


def _behind_office(passage: Words, stop: int, ceiling: int) -> int:
    """The comma behind "[the minister] for culture", if only small words and a name follow up to it."""
    if passage.lower(stop) not in {"of", "for", "at"}:
        return stop
    comma = next((i for i in range(stop, min(ceiling, stop + _WIDEST)) if passage.lower(i) == ","), stop)
    behind = passage.names.get(comma + 1, (0, 0))[1]
    return comma if passage.lower(behind) == "," else stop


_LONELY = words.DETERMINERS - words.LONE_DETERMINERS  # no phrase without a noun


def inverted(passage: Words, verb: int, ceiling: int) -> Span | None:
    """The subject behind the verb in "..., said Jane Roe on Monday": a phrase, and no clause of its own after it."""
    named = verb + 1 in passage.names or passage.lower(verb + 1) in words.DETERMINERS - {"that"}
    rest = range(verb + 1, min(ceiling, verb + _APPOSITION))
    if not named or any(passage.lower(i) in words.FINITE or passage.lower(i).endswith("ed") for i in rest):
        return None
    return phrase_beginning(passage, verb + 1, ceiling)


def _end_of(passage: Words, start: int, ceiling: int) -> int:
    at = start
    while at < min(ceiling, start + _WIDEST):
        word = passage.lower(at)
        first = at == start and word in words.DETERMINERS
        owner = at > start and word in _OWNER_MARKS
        if at in passage.names:
            behind = passage.names[at][1]
            at = _next_name(passage, behind)
            if at == behind and passage.lower(start) in words.DETERMINERS:
                at = _behind_trade(passage, at)
            if at not in passage.names and passage.lower(at) not in _OWNER_MARKS | _TITLE_MARKS:
                break
            continue
        if word in _TITLE_MARKS and (at + 1 in passage.names or at - 1 in passage.names):
            at += 1  # the "Long Winter" author
            continue
        if (
            not (first or owner or noun_like(passage, at))
            or (_is_adverb(word) and not _grades(passage, start, at))
            or _verb_like(passage, start, at)
        ):
            break
        at += 1
    return min(at, ceiling)


def _grades(passage: Words, start: int, at: int) -> bool:
    """Whether the adverb belongs to an adjective of the phrase: "a visibly shaken Jane Roe"."""
    article = at == start + 1 and passage.lower(start) in {"a", "an"}
    return article and passage.lower(at).endswith("ly") and noun_like(passage, at + 1)


def _behind_trade(passage: Words, at: int) -> int:
    """Over the noun that ends "the former Leeds captain", if the sentence stops or goes on with a preposition there."""
    trade = passage.lower(at).islower() and noun_like(passage, at) and not _is_adverb(passage.lower(at))
    after = passage.lower(at + 1)
    return at + 1 if trade and (not after[:1].isalnum() or after in words.PREPOSITIONS) else at


def _next_name(passage: Words, at: int) -> int:
    """Over the trade between two names, "Acme spokesman Al Roe", else `at` itself."""
    behind = at
    while behind < at + 4 and passage.lower(behind).islower() and noun_like(passage, behind):
        if behind in passage.names:
            break
        behind += 1
    trade = behind > at and behind in passage.names and passage.tokens[at].text[0].islower()
    return behind if trade else at


def _verb_like(passage: Words, start: int, at: int) -> bool:
    """What a determiner or preposition follows, in a verb's form, ends the subject: "His mother shares a ..."."""
    if at == start:
        return False
    word, following = passage.lower(at), passage.lower(at + 1)
    return (
        word.endswith(("s", "ed"))
        and following in words.DETERMINERS | words.PREPOSITIONS | {"that", "him", "her"}
        and (following not in {"of", "for", "from", "in", "at", "with"} or word.endswith("ed"))
    )


def first_subject(passage: Words, floor: int, ceiling: int) -> Span | None:
    """The first phrase of a passage that can be a subject; leading adverbials up to their comma are skipped."""
    at = floor
    while at < ceiling and (passage.lower(at) in words.JOINERS or not passage.lower(at)[0].isalnum()):
        at += 1
    if passage.lower(at) in words.PREPOSITIONS | words.SUBORDINATORS or _is_adverb(passage.lower(at)):
        comma = next((i for i in range(at, min(ceiling, at + _REACH)) if passage.lower(i) == ","), ceiling)
        at = comma + 1
    found = phrase_beginning(passage, at, ceiling)
    if (
        found is None
        or at in passage.names
        or passage.lower(at) in words.DETERMINERS | words.SUBJECT_PRONOUNS
    ):
        return found
    behind = next((i for i in range(at, ceiling) if passage.tokens[i].span.end == found.end), at)
    return found if behind in passage.names or _bare_subject(passage, at, behind) else None
