"""A sentence's names as the reader saw them, cut to our rules: no article, no title, no mark of possession."""

# ruff: noqa: RUF001, SIM905 - typographic marks are what the text holds; word lists read best as prose

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from worker.pipeline.annotate import name_words as words
from worker.pipeline.annotate.gazetteer import COMMON, DEMONYM, FIRST
from worker.pipeline.annotate.name_joints import piece_of
from worker.pipeline.annotate.name_spans import spans
from worker.pipeline.annotate.reading import NAMES
from worker.pipeline.values import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from worker.pipeline.annotate.reading import Reading
    from worker.pipeline.values import Sentence, Token

_LEADING = frozenset('the a an this our its his her their my your & and of , . - – ( [ " “ ‘'.split())
_TRAILING = frozenset("""'s ’s ' ’ , . ; : - – ) ] " ”""".split())
_FULL_NAME = 2  # words


class Chances(NamedTuple):
    """How likely the words are a person, an organization, a place, another name, or none; they add up to 1."""

    person: float
    organization: float
    place: float
    other: float
    none: float


NO_NAME = Chances(0.0, 0.0, 0.0, 0.0, 1.0)


@dataclass(frozen=True, slots=True)
class Run:
    """Tokens `[start, stop)` of a sentence that are a name.

    `titled`: a person's title stood before it. `pieces`: the words without glued endings ("Leeds" of "Leeds-based").
    """

    sentence: Sentence
    start: int
    stop: int
    pieces: tuple[str, ...]
    titled: bool = False
    chances: Chances = NO_NAME

    @property
    def span(self) -> Span:
        last = self.sentence.tokens[self.stop - 1]
        return Span(self.sentence.tokens[self.start].span.start, last.span.start + len(self.pieces[-1]))

    @property
    def text(self) -> str:
        return " ".join(self.pieces)


def find_runs(sentence: Sentence, reading: Reading, gazetteer: Mapping[str, int]) -> Iterator[Run]:
    """In text order. What peoples and languages are called alone ("the French") is no name here."""
    for begin, end, kind in _joined(spans(reading.names), sentence.tokens):
        start, stop = _bare(sentence.tokens, begin, end)
        untitled = _untitled(sentence.tokens, start, stop, gazetteer) if kind == "PERSON" else start
        if untitled < stop:
            titled = kind == "PERSON" and (untitled > start or _is_titled(sentence.tokens, start))
            run = run_of(sentence, reading, untitled, stop, titled=titled)
            if not (_is_people(run, kind, gazetteer) or _is_word(run, gazetteer) or _is_party(run)):
                yield run


def _joined(found: Iterator[tuple[int, int, str]], tokens: Sequence[Token]) -> Iterator[tuple[int, int, str]]:
    """Two persons with nothing or a nickname's mark between them are one: "Honor" and "Roe", 'Al "Bo" Roe'."""
    last: tuple[int, int, str] | None = None
    for name in found:
        if last is not None and last[2] == name[2] == "PERSON":
            stop = _met(tokens, last[1], name)
            if stop is not None:
                last = (last[0], stop, name[2])
                continue
        if last is not None:
            yield last
        last = name
    if last is not None:
        yield last


def _met(tokens: Sequence[Token], stop: int, name: tuple[int, int, str]) -> int | None:
    """Where the one name ends that both make; None if they are two."""
    if name[0] <= stop:
        return max(stop, name[1])
    marked = name[0] == stop + 1 and tokens[stop].text in NICKNAMED
    end = _nicknamed(tokens, stop) if marked else None
    return max(end, name[1]) if end is not None else None


NICKNAMED = frozenset('"“”')  # marks around one inside a name


def _nicknamed(tokens: Sequence[Token], mark: int) -> int | None:
    """Where the name ends in which the mark opens or closes a word or two: 'Leo "Lenny" Roe', 'Al “Lil Al” Roe'."""
    for opens, long in ((mark, 1), (mark - 2, 1), (mark, 2), (mark - 3, 2)):
        words = [token.text for token in tokens[max(0, opens - 1) : opens + long + 3]]
        inner = (words[0], *words[2 : long + 2], words[-1]) if len(words) == long + 4 and opens > 0 else ()
        marks = NICKNAMED.issuperset((words[1], words[long + 2])) if inner else False
        if marks and all(word[0].isupper() for word in inner):
            return opens + long + 3
    return None


def _is_party(run: Run) -> bool:
    """Reads "D-Ohio": the party and the place of a politician."""
    return len(run.pieces) == 1 and run.text[:2] in {"D-", "R-", "I-"}


def _is_people(run: Run, kind: str, gazetteer: Mapping[str, int]) -> bool:
    """Reads "French", "South Korean" and "the Serb"; a person or firm may be called so without an article."""
    before = run.sentence.tokens[run.start - 1].text.casefold() if run.start else ""
    following = run.sentence.tokens[run.stop : run.stop + 1]
    adjective = before in {"a", "an"} and bool(following) and following[0].tag == "NOUN"  # "a German newspaper"
    if kind in {"PERSON", "ORG"} and before != "the" and not adjective:
        return False
    own = run.pieces[1:] if len(run.pieces) > 1 and run.pieces[0] in words.GPE_FIRST else run.pieces
    return all(gazetteer.get(piece, 0) & DEMONYM or piece in words.PEOPLE for piece in own)


def _is_word(run: Run, gazetteer: Mapping[str, int]) -> bool:
    """A word that begins a sentence and is no proper noun, or an ordinary one before a noun: "Tech giant Acme"."""
    if run.start > 0 or run.stop > 1:
        return False
    token, following = run.sentence.tokens[0], run.sentence.tokens[1:2]
    before_noun = bool(following) and following[0].tag == "NOUN"
    ordinary = bool(gazetteer.get(token.text.casefold(), 0) & COMMON)
    return bool(token.tag) and (token.tag not in {"PROPN", "X"} or (ordinary and before_noun))


def run_of(sentence: Sentence, reading: Reading, start: int, stop: int, *, titled: bool = False) -> Run:
    """The tokens with the mean of their chances."""
    pieces = [token.text for token in sentence.tokens[start:stop]]
    pieces[-1] = piece_of(sentence.tokens[stop - 1])
    return Run(sentence, start, stop, tuple(pieces), titled, _chances(reading, start, stop))


def _chances(reading: Reading, start: int, stop: int) -> Chances:
    mean = np.exp(reading.names[start:stop]).mean(0)
    return Chances(*(float(sum(mean[at] for at in places)) for places in _PLACES))


_KINDS = ("PERSON", "ORG", "LOC", "MISC", "")
_PLACES = tuple(tuple(at for at, name in enumerate(NAMES) if name[2:] == kind) for kind in _KINDS)


def _bare(tokens: Sequence[Token], start: int, stop: int) -> tuple[int, int]:
    """Without article, owner and marks at the ends; a stop that closes an abbreviation is part of its word."""
    while start < stop and tokens[start].text.casefold() in _LEADING:
        start += 1
    while stop > start and tokens[stop - 1].text in _TRAILING:
        stop -= 1
    return start, stop


def _untitled(tokens: Sequence[Token], start: int, stop: int, gazetteer: Mapping[str, int]) -> int:
    """Where the name behind a title begins; a title alone names nobody, and "Dean Roe" bears none."""
    while start < stop and _is_of_title(tokens[start].text):
        if stop - start == _FULL_NAME and gazetteer.get(tokens[start].text, 0) & FIRST:
            break
        start += 1
    return start


def _is_titled(tokens: Sequence[Token], start: int) -> bool:
    before = tokens[start - 1].text if start else ""
    return before[:1].isupper() and before != "The" and _is_of_title(before)


def _is_of_title(word: str) -> bool:
    return is_title(word) or word.casefold().rstrip(".") in words.TITLE_PARTS


def is_title(word: str) -> bool:
    """Reads "Senator", "Mr." and "Minister-President"."""
    bare = word.casefold().rstrip(".")
    parts = bare.split("-")
    return bare in words.TITLES or (len(parts) > 1 and all(part in words.TITLES for part in parts))
