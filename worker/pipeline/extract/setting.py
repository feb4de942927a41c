"""What an article as a whole tells of its parts: whether it reports a match, and which bodies in it are parties."""

# ruff: noqa: RUF001 - typographic marks are what the text holds

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from worker.pipeline.extract.lexicon.places import PARTY_ADJECTIVES, PARTY_PEOPLE, is_party_name
from worker.pipeline.extract.lexicon.roles import MATCH_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from worker.pipeline.values import Entity, Span

_WORD = re.compile(r"[^\W\d_]{4,}")
_OF_MATCH = 3  # of 66 tuned articles nine of eleven reports hold as many, and none of the others
_BEFORE, _BEHIND = 24, 32  # characters beside a name in which an adjective or noun of parties stands


def tells_of_match(text: str) -> bool:
    """Whether the text holds enough of the words that reports of matches are made of."""
    return len(MATCH_WORDS.intersection(_WORD.findall(text.lower()))) >= _OF_MATCH


def parties(text: str, names: Iterable[tuple[Span, Entity]]) -> frozenset[str]:
    """Ids of the organizations that the article calls parties: by name, or by whose leader and MP it tells."""
    bodies = ((span, e) for span, e in names if e.type in {"organization", "group"})
    return frozenset(e.id for span, e in bodies if is_party_name(e.label) or _is_told(text, span))


def _is_told(text: str, span: Span) -> bool:
    before = text[max(0, span.start - _BEFORE) : span.start].lower().split()[-1:]
    behind = text[span.end : span.end + _BEHIND].lower().removeprefix("'s").removeprefix("’s").split()[:1]
    people = PARTY_PEOPLE.intersection(word.strip(".,;'’") for word in behind)
    return bool(people or PARTY_ADJECTIVES.intersection(before))
