"""What kind of thing a name names: by its own words first, then by the gazetteer and the words around it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from worker.pipeline.annotate import name_words as words
from worker.pipeline.annotate.gazetteer import (
    BIG_CITY,
    COMMON,
    COUNTRY,
    DEMONYM,
    FIRST,
    LAST,
    PLACE,
    STATE,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from worker.pipeline.annotate.name_runs import Run
    from worker.pipeline.values import EntityType

# Weights were set by hand and checked on the GUM train split; a margin below 1 counts as weak evidence.
_STRONG, _CLEAR, _SLIGHT = 3.0, 2.0, 1.0


def type_of(run: Run, gazetteer: Mapping[str, int]) -> tuple[EntityType, float]:
    """The type and how much speaks for it (0 to about 6)."""
    if run.titled:
        return "person", 2 * _STRONG
    headed = _by_head(run, gazetteer)
    if headed is not None:
        return headed, _STRONG
    scores = _by_evidence(run, gazetteer)
    best, weight = max(scores.items(), key=lambda item: item[1])
    return best, weight


def _by_head(run: Run, gazetteer: Mapping[str, int]) -> EntityType | None:
    """The type that the name's own words give."""
    pieces, last = run.pieces, run.pieces[-1]
    if len(pieces) == 1:
        return _by_list(last)
    if run.text in words.GPES or _place_name(pieces, gazetteer):
        return "gpe"
    for heads, kind in _LAST_WORD:
        if last in heads and not (kind == "organization" and _is_person(pieces, gazetteer)):
            return kind
    if pieces[0] in words.EVENT_FIRST:
        return "event"
    if pieces[0] in words.LOCATION_FIRST and not gazetteer.get(pieces[0], 0) & FIRST:
        return "location"
    if any(piece in words.ORG_HEADS for piece in pieces[:-1]) or ("&" in pieces):
        return "organization"
    if pieces[0] in words.ROYAL and len(pieces) <= 3 and pieces[0] not in {"St", "Saint"}:
        return "person"
    return "product" if pieces[0] in words.PLATFORMS else None


def _by_list(word: str) -> EntityType | None:
    lists: tuple[tuple[frozenset[str], EntityType], ...] = (
        (words.PLATFORMS, "product"),
        (words.AWARD_WORDS, "award"),
        (words.ORGANIZATIONS, "organization"),
        (words.GPES, "gpe"),
        (words.LOCATIONS, "location"),
    )
    return next((kind for members, kind in lists if word in members), None)


_LAST_WORD: tuple[tuple[frozenset[str], EntityType], ...] = (
    (words.AWARD_HEADS - {"Star", "Tony", "Cross", "Globe", "Brit", "Fellowship"}, "award"),
    (words.EVENT_HEADS - {"Series", "Ball", "Walk", "Fair"}, "event"),
    (words.ORG_HEADS, "organization"),
    (words.LOCATION_HEADS, "location"),
    (words.NEWS_HEADS, "organization"),
    (words.GPE_HEADS, "gpe"),
)


def _is_person(pieces: tuple[str, ...], gazetteer: Mapping[str, int]) -> bool:
    """A first name and one more word, the last of which merely looks like a head: "Jane Banks" is no bank."""
    return (
        len(pieces) == 2
        and bool(gazetteer.get(pieces[0], 0) & FIRST)
        and not gazetteer.get(pieces[0].casefold(), 0) & COMMON
        and bool(gazetteer.get(pieces[1], 0) & LAST)
        and not gazetteer.get(pieces[0], 0) & (PLACE | DEMONYM)
    )


def _place_name(pieces: tuple[str, ...], gazetteer: Mapping[str, int]) -> bool:
    """ "New York", "South Korea", "Los Angeles": a word that begins place names and one the gazetteer knows."""
    return (
        pieces[0] in words.GPE_FIRST
        and len(pieces) <= 3
        and all(gazetteer.get(piece, 0) & PLACE or piece in words.PARTICLES for piece in pieces[1:])
    )


def _by_evidence(run: Run, gazetteer: Mapping[str, int]) -> Counter[EntityType]:
    scores: Counter[EntityType] = Counter({"organization": _SLIGHT})
    masks = [gazetteer.get(piece, 0) for piece in run.pieces]
    _person_by_words(run.pieces, masks, gazetteer, scores)
    _place_by_words(masks, scores)
    if len(run.pieces) == 1 and run.pieces[0].isupper() and len(run.pieces[0]) <= 6:
        scores["organization"] += _CLEAR
    _by_neighbours(run, gazetteer, scores)
    return scores


def _person_by_words(
    pieces: tuple[str, ...], masks: list[int], gazetteer: Mapping[str, int], scores: Counter[EntityType]
) -> None:
    ordinary = [bool(gazetteer.get(piece.casefold(), 0) & COMMON) for piece in pieces]
    if masks[0] & FIRST and len(pieces) <= 4:
        scores["person"] += (_SLIGHT if ordinary[0] else _CLEAR) + (_SLIGHT if len(pieces) > 1 else 0)
    if masks[-1] & LAST and len(pieces) <= 4:
        scores["person"] += _SLIGHT / 2 if ordinary[-1] else _SLIGHT
    if len(pieces) in {2, 3} and any(len(piece.rstrip(".")) == 1 for piece in pieces[:-1]):
        scores["person"] += _CLEAR
    if len(pieces) in {2, 3} and not any(ordinary) and not any(piece.isupper() for piece in pieces):
        scores["person"] += _SLIGHT
    if pieces[-1] in words.SUFFIXES:
        scores["person"] += _STRONG


def _place_by_words(masks: list[int], scores: Counter[EntityType]) -> None:
    if not all(mask & PLACE for mask in masks):
        return
    big = all(mask & (COUNTRY | STATE | BIG_CITY) for mask in masks)
    scores["gpe"] += _STRONG if big else _SLIGHT + (_SLIGHT / 2 if len(masks) > 1 else 0)


def _by_neighbours(run: Run, gazetteer: Mapping[str, int], scores: Counter[EntityType]) -> None:
    tokens = run.sentence.tokens
    before = [token.text for token in tokens[max(0, run.start - 3) : run.start]]
    after = [token.text for token in tokens[run.stop : run.stop + 3]]
    _before(before, run, scores)
    _after(after, gazetteer, scores)


def _before(before: list[str], run: Run, scores: Counter[EntityType]) -> None:
    last = before[-1].casefold() if before else ""
    if last in words.KIN_BEFORE or last in words.JOBS or (last.islower() and last.endswith(words.JOB_ENDINGS)):
        scores["person"] += _CLEAR
    if last in words.PLACE_PREPOSITIONS:
        scores["gpe"] += _SLIGHT if run.pieces[0] not in words.PRONOUNS and len(run.pieces) == 1 else _SLIGHT / 2
    if last == "the":
        scores["organization"] += _SLIGHT
        scores["person"] -= _STRONG
        scores["gpe"] -= 0 if run.pieces[0] in words.THE_GPES else _SLIGHT
    if last == "named" or (last == "," and len(before) > 1 and before[-2].casefold() in words.KIN_BEFORE):
        scores["person"] += _CLEAR


def _after(after: list[str], gazetteer: Mapping[str, int], scores: Counter[EntityType]) -> None:
    first = after[0] if after else ""
    second = after[1] if len(after) > 1 else ""
    if first in words.HUMAN_VERBS:
        scores["person"] += _SLIGHT
    if first == "," and second.isdigit() and len(second) <= 2:
        scores["person"] += _STRONG
    if "who" in {first, second if first == "," else ""}:
        scores["person"] += _CLEAR
    if first in {"'s", "’s"} and second.casefold() in words.KIN_BEFORE:
        scores["person"] += _CLEAR
    if first == "," and gazetteer.get(second, 0) & (COUNTRY | STATE):
        scores["gpe"] += _SLIGHT
