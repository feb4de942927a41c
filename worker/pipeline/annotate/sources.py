"""Phrases that name whose words come: "according to Jane Roe", "per Roe", "in a statement from the council"."""

# ruff: noqa: RUF001, SIM905 - typographic marks are what the text holds; word lists read best as prose

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from worker.pipeline.annotate.phrases import noun_like, phrase_beginning

if TYPE_CHECKING:
    from worker.pipeline.annotate.phrases import Words
    from worker.pipeline.values import Span

_OPENINGS = (("according", "to"), ("in", "the", "words", "of"), ("to", "quote"))
# What somebody writes to be read as his own words; a report or a study speaks for itself.
_WRITTEN = frozenset("statement statements release message letter email note tweet post announcement caption".split())
_SENT = frozenset("released issued published posted sent shared written signed filed compiled conducted".split())
_OWNER_MARKS = frozenset(("'s", "’s", "'", "’"))


def opening(passage: Words, at: int) -> int:
    """How many words from `at` on say that the name of a source comes; 0 if none do."""
    if passage.lower(at) == "per":
        return int(at + 1 in passage.names and passage.is_capital(at + 1))
    return next((len(line) for line in _OPENINGS if _reads(passage, at, line)), 0)


def _reads(passage: Words, at: int, line: tuple[str, ...]) -> bool:
    return all(passage.lower(at + n) == word for n, word in enumerate(line))


def source(passage: Words, start: int, stop: int) -> Span | None:
    """The phrase behind the opening; "boxing writer Jane Roe" begins with no participle here."""
    trade = passage.lower(start).endswith("ing") and start + 1 < stop and noun_like(passage, start + 1)
    return phrase_beginning(passage, start + (trade and start not in passage.names), stop)


def author(passage: Words, first: int, behind: int) -> tuple[int, int] | None:
    """Of a phrase for something written, the name of its author: "a news release from Acme", "Roe's statement"."""
    if passage.lower(behind - 1) not in _WRITTEN:
        return None
    owner = passage.names.get(first)
    if owner is not None and passage.lower(owner[1]) in _OWNER_MARKS:
        return owner
    at = behind + (passage.lower(behind) in _SENT)
    if passage.lower(at) not in {"from", "by"}:
        return None
    return _name_in(passage, at + 1)


def _name_in(passage: Words, start: int) -> tuple[int, int] | None:
    """The name that begins at `start`, behind an article or a title in capitals too."""
    titled = takewhile(lambda at: passage.lower(at) == "the" or passage.is_capital(at), range(start, start + 3))
    return next((passage.names[at] for at in titled if at in passage.names), None)
