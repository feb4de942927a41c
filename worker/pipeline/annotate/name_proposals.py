"""Which tokens spelling alone would join to one proper name: capitals with their connectors, titles cut off."""

# ruff: noqa: RUF001 - typographic marks are what the text holds; word lists read best as prose

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from worker.pipeline.annotate import name_words as words
from worker.pipeline.annotate.gazetteer import COMMON, DEMONYM, FIRST, LAST, PLACE
from worker.pipeline.annotate.name_joints import HEADS, end_of_run, is_capital, may_end
from worker.pipeline.annotate.name_runs import is_title, run_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from worker.pipeline.annotate.name_runs import Run
    from worker.pipeline.annotate.reading import Reading
    from worker.pipeline.values import Sentence, Token

    Part = tuple[int, int, bool]  # first token, end, whether a title stood before it

_FULL_NAME = 2  # words: "Dean Roe" is called Dean far more often than he is one
_OPENING = frozenset("\"“‘'([•–—-:*")


def proposed(sentence: Sentence, reading: Reading, gazetteer: Mapping[str, int]) -> Iterator[Run]:
    """In text order; the reader says whether they are names, unless their own words do."""
    at, tokens = 0, sentence.tokens
    while at < len(tokens):
        if not _begins(tokens, at):
            at += 1
            continue
        stop = end_of_run(tokens, at, gazetteer)
        runs = (run_of(sentence, reading, a, b, titled=titled) for a, b, titled in _cut(sentence, at, stop, gazetteer))
        yield from (run for run in runs if not (run.titled and _is_nobody(run)))
        at = stop


def _is_nobody(run: Run) -> bool:
    """Behind a word that is a title elsewhere: "Executive Order", "U.S. Attorney's Office", "Gen Z"."""
    return run.chances.person < _NOBODY or run.text in _GENERATIONS


_NOBODY = 0.02  # a name behind a title that the reader does not know for one has .15 and more
_GENERATIONS = frozenset(["X", "Xer", "Xers", "Y", "Yers", "Z", "Z.", "Zer", "Zers", "Alpha"])


def _begins(tokens: Sequence[Token], at: int) -> bool:
    word = tokens[at].text
    if not is_capital(word) or word in words.PRONOUNS or _PARTY_AND_PLACE.match(word):
        return False
    if word in words.CALENDAR:
        return _heads_event(tokens, at) or _named_like_a_month(tokens, at)
    return word.casefold() not in words.FUNCTION_WORDS or _inner_function_word(tokens, at)


_PARTY_AND_PLACE = re.compile(r"[DRI]-[A-Z]")  # "R-Ohio": where a politician is from, and no name


def _heads_event(tokens: Sequence[Token], at: int) -> bool:
    """Reads "March" that ends a longer name, or "May" before one: "April Fools", "Sunday Times", "Christmas Carol"."""
    following = tokens[at + 1].text if at + 1 < len(tokens) else ""
    return bool(following) and following in HEADS


def _named_like_a_month(tokens: Sequence[Token], at: int) -> bool:
    """Reads "April Jones": a capital word follows and no preposition of time stands before."""
    if tokens[at].text not in {"April", "May", "June", "August", "Summer", "Autumn", "Jan"} or at + 1 >= len(tokens):
        return False
    following, before = tokens[at + 1].text, tokens[at - 1].text.casefold() if at else ""
    return (
        following[0].isupper()
        and following not in words.CALENDAR
        and following.casefold() not in words.FUNCTION_WORDS
        and before
        not in {"in", "on", "last", "this", "next", "since", "by", "until", "of", "late", "early", "mid"}
    )


def _inner_function_word(tokens: Sequence[Token], at: int) -> bool:
    """Written with a capital inside a sentence and before a capital: "Will Roe", "New York"."""
    if at + 1 >= len(tokens) or not tokens[at + 1].text[0].isupper():
        return False
    inside = at > 0 and tokens[at - 1].text not in _OPENING and tokens[at - 1].text not in "\"'"
    return tokens[at].text in {"New", "Will"} or (
        inside and tokens[at].text not in {"The", "A", "An", "I"}
    )


def _cut(sentence: Sentence, start: int, stop: int, gazetteer: Mapping[str, int]) -> Iterator[Part]:
    """A run without titles, leading nationalities and words that only start the sentence; two runs around a title."""
    tokens = sentence.tokens
    initial = start == 0 or tokens[start - 1].text in _OPENING or tokens[start - 1].text in "\"'"
    title = _title(tokens, start, stop)
    if title is not None:
        yield from _plain(sentence, start, title[0], gazetteer, initial=initial)
        if title[1] < stop:
            yield title[1], stop, True
        return
    yield from _plain(sentence, start, stop, gazetteer, initial=initial)


def _title(tokens: Sequence[Token], start: int, stop: int) -> tuple[int, int] | None:
    """Where the title inside a run stands; the last word of an organization's name makes it none."""
    if tokens[stop - 1].text in HEADS and tokens[start].text[-1] != ".":
        return None
    at = stop
    for index in range(start, stop):
        word = tokens[index].text
        if is_title(word) and not (word == "Dean" and stop - index == _FULL_NAME):
            at = index
            break
    following = tokens[at + 1].text if at + 1 < stop else ""
    if at == stop or (following in HEADS and following.casefold() not in words.TITLE_PARTS):
        return None
    if at == stop - 1 and any(token.text == "and" for token in tokens[start:at]):
        return None  # "the Health and Safety Executive"
    first, last = at, at + 1
    while first > start and tokens[first - 1].text.casefold() in words.TITLE_PARTS:
        first -= 1
    while last < stop and tokens[last].text.casefold().rstrip(".") in words.TITLES | words.TITLE_PARTS:
        last += 1
    return first, last


def _plain(
    sentence: Sentence, start: int, stop: int, gazetteer: Mapping[str, int], *, initial: bool
) -> Iterator[Part]:
    tokens = sentence.tokens
    while start < stop and _drops(tokens, start, stop, gazetteer, initial=initial):
        start += 1
        initial = False
    while stop > start and not may_end(tokens[stop - 1].text):
        stop -= 1
    if start < stop:
        yield start, stop, False


def _drops(
    tokens: Sequence[Token], start: int, stop: int, gazetteer: Mapping[str, int], *, initial: bool
) -> bool:
    """Whether the run's first word is none of the name."""
    word = tokens[start].text
    leads = initial and stop - start > 1 and _leads(word)
    if leads or word in words.PARTICLES or word in {"&", "and", "of", "the", "for", "on", "'s", "’s", ","}:
        return True
    ends_in_head = stop - start > 1 and tokens[stop - 1].text in HEADS
    following = tokens[start + 1].text if start + 1 < stop else ""
    if word in words.GPE_FIRST and gazetteer.get(following, 0) & DEMONYM and not ends_in_head:
        return True  # "North Korean hackers"
    if following in words.NEW_PLACES if word == "New" else _is_compass(word, following, gazetteer):
        return False
    if gazetteer.get(word, 0) & DEMONYM and not gazetteer.get(word, 0) & (FIRST | LAST):
        return not (ends_in_head or _heads_of(tokens, start, stop))
    person = stop - start > 2 and bool(gazetteer.get(following, 0) & FIRST)
    if person and not ends_in_head and (_is_trade(word, gazetteer) or word in words.COMMON_CAPITALS | words.PEOPLE):
        return True
    common = initial and stop - start > 1 and bool(gazetteer.get(word.casefold(), 0) & COMMON)
    return common and not ends_in_head and not gazetteer.get(word, 0) & FIRST


def _is_compass(word: str, following: str, gazetteer: Mapping[str, int]) -> bool:
    """Reads "South Africa" and "Saudi Arabia"."""
    return word in {"North", "South", "East", "West", "Saudi"} and bool(gazetteer.get(following, 0) & PLACE)


def _leads(word: str) -> bool:
    """Reads "Rival Acme", "Co-author Jane Roe", "Actor-director Al Roe"."""
    parts = word.casefold().split("-")
    trades = all(part in words.JOBS or part in {"co", "ex", "vice", "then"} for part in parts)
    return word.casefold() in words.LEADERS or (len(parts) > 1 and trades)


def _heads_of(tokens: Sequence[Token], start: int, stop: int) -> bool:
    """Reads "European Court of Human Rights": the word behind heads a name that goes on with "of"."""
    return any(
        tokens[at].text == "of" and tokens[at - 1].text in words.OF_HEADS for at in range(start + 2, stop - 1)
    )


def _is_trade(word: str, gazetteer: Mapping[str, int]) -> bool:
    """Reads "Cartoonist Ann Roe": a trade in capitals, as at the start of a sentence; "Tasman" is none."""
    return "-turned-" in word or word.casefold() in words.JOBS or (
        word.endswith(words.JOB_ENDINGS) and not gazetteer.get(word, 0) & (LAST | PLACE)
    )
