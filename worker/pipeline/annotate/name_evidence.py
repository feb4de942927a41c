"""What speaks for and against a run's being a person, an organization, a place or no name: one key for each sign."""

# ruff: noqa: RUF001, SIM905 - typographic marks are what the text holds; word lists read best as prose

from __future__ import annotations

from typing import TYPE_CHECKING

from worker.pipeline.annotate import name_words as words
from worker.pipeline.annotate.gazetteer import (
    BIG_CITY,
    CITY,
    COMMON,
    COUNTRY,
    DEMONYM,
    FIRST,
    LAST,
    ORG_WORD,
    PLACE,
    REGION,
    STATE,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from worker.pipeline.annotate.name_runs import Run

_BITS = (
    ("first", FIRST), ("last", LAST), ("country", COUNTRY), ("city", CITY), ("big", BIG_CITY), ("state", STATE),
    ("demonym", DEMONYM), ("org", ORG_WORD), ("region", REGION),
)  # fmt: skip
_HEADS = (
    ("org", words.ORG_HEADS), ("news", words.NEWS_HEADS), ("event", words.EVENT_HEADS), ("award", words.AWARD_HEADS),
    ("place", words.LOCATION_HEADS), ("gpe", words.GPE_HEADS),
)  # fmt: skip
_LISTS = (
    ("platform", words.PLATFORMS), ("orgs", words.ORGANIZATIONS), ("gpes", words.GPES), ("places", words.LOCATIONS),
    ("capitals", words.COMMON_CAPITALS), ("suffix", words.SUFFIXES), ("royal", words.ROYAL),
    ("mount", words.LOCATION_FIRST), ("new", words.GPE_FIRST),
)  # fmt: skip
# Endings that news names share; the longest that fits counts.
_ENDINGS = tuple(
    "shire chester ville burgh stein town burg land stan ford bury grad abad berg mann wood port ton ham pur son sen"
    " ova sky ski icz escu man ian ini ish nia lia ria ov ev ez ng er ia".split()
)
_NEAR = frozenset(
    """the a an in at from of to by with for and or on near into against over between through , ( ) " . : ; - / 's is
    was are were has had as who which that than after before under via""".split()
)


def evidence(run: Run, gazetteer: Mapping[str, int]) -> frozenset[str]:
    """Keys such as "last:city" (a bit of the last word) or "before:in"; their weights are in name_weights.py."""
    sort = _sort(run, gazetteer)
    around = tuple(_of_place(run, gazetteer))
    return frozenset(
        (*_of_words(run, gazetteer), *_of_shape(run), *around, *(f"{sort}|{key}" for key in around))
    )


def _sort(run: Run, gazetteer: Mapping[str, int]) -> str:
    """What the gazetteer holds the run for, to be read together with what stands around it."""
    first, last = gazetteer.get(run.pieces[0], 0), gazetteer.get(run.pieces[-1], 0)
    ordinary = all(gazetteer.get(piece.casefold(), 0) & COMMON for piece in run.pieces)
    person = "p" if first & FIRST or last & LAST else ""
    place = "g" if last & (COUNTRY | STATE | BIG_CITY) else "c" if last & PLACE else ""
    return f"{min(len(run.pieces), 2)}{person}{place}{'o' if ordinary else ''}"


def _of_words(run: Run, gazetteer: Mapping[str, int]) -> Iterator[str]:
    pieces = run.pieces
    size = min(len(pieces), 4)
    yield f"size:{size}"
    places = (("only", pieces[0]),) if size == 1 else (("start", pieces[0]), ("end", pieces[-1]))
    for place, word in places:
        yield from _of_word(place, word, gazetteer)
    masks = [gazetteer.get(piece, 0) for piece in pieces]
    ordinary = [bool(gazetteer.get(piece.casefold(), 0) & COMMON) for piece in pieces]
    if size > 1 and all(mask & PLACE for mask in masks):
        yield "all:place"
    if size > 1 and masks[0] & FIRST and masks[-1] & LAST:
        yield "first and last"
    if all(ordinary):
        yield f"all:ordinary{min(size, 2)}"
    elif not any(ordinary):
        yield f"none:ordinary{min(size, 2)}"


def _of_word(place: str, word: str, gazetteer: Mapping[str, int]) -> Iterator[str]:
    mask = gazetteer.get(word, 0)
    ordinary = gazetteer.get(word.casefold(), 0) & COMMON
    known = [name for name, bit in _BITS if mask & bit]
    yield from (f"{place}:{name}" for name in known)
    yield f"{place}:{'ordinary' if ordinary else 'strange'}{'' if known else ':unlisted'}"
    yield from (f"{place}:head:{name}" for name, heads in _HEADS if word in heads)
    yield from (f"{place}:{name}" for name, members in _LISTS if word in members)
    if not known and not ordinary:
        ending = next((e for e in _ENDINGS if word.endswith(e) and len(word) > len(e) + 2), None)
        if ending:
            yield f"{place}:-{ending}"


def _of_shape(run: Run) -> Iterator[str]:
    pieces = run.pieces
    if run.titled:
        yield "titled"
    if any(piece.isupper() and 1 < len(piece) <= 6 for piece in pieces):
        yield f"acronym{min(len(pieces), 2)}"
    if len(pieces) > 1 and any(len(piece.rstrip(".")) == 1 for piece in pieces[:-1]):
        yield "initial letter"
    if any(char.isdigit() for char in run.text):
        yield "digit"
    yield from (
        f"inner:{piece}"
        for piece in pieces[1:-1]
        if piece in {"of", "&", "and", "de", "van", "von", "'s", "al"}
    )
    if any(piece in words.ORG_HEADS for piece in pieces[:-1]):
        yield "inner:org"
    if not any(char.islower() for char in run.text):
        yield "shouted"


def _of_place(run: Run, gazetteer: Mapping[str, int]) -> Iterator[str]:
    tokens = run.sentence.tokens
    before = [token.text for token in tokens[max(0, run.start - 2) : run.start]]
    after = [token.text for token in tokens[run.stop : run.stop + 2]]
    yield from _before(before)
    yield from _after(after, gazetteer)


def _before(before: list[str]) -> Iterator[str]:
    if not before:
        yield "before:nothing"
        return
    last = before[-1].casefold()
    if last in words.KIN_BEFORE or (
        last == "," and len(before) > 1 and before[-2].casefold() in words.KIN_BEFORE
    ):
        yield "before:kin"
    elif before[-1].islower() and (last in words.JOBS or last.endswith(words.JOB_ENDINGS)):
        yield "before:job"
    yield f"before:{_near(before[-1])}"


def _after(after: list[str], gazetteer: Mapping[str, int]) -> Iterator[str]:
    first, second = (*after, "", "")[:2]
    yield f"after:{_near(first) if first else 'nothing'}"
    if first in words.HUMAN_VERBS:
        yield "after:human verb"
    if first == "," and second.isdigit() and len(second) <= 2:
        yield "after:age"
    if first in {"'s", "’s"} and second.casefold() in words.KIN_BEFORE:
        yield "after:kin"
    if first == "," and gazetteer.get(second, 0) & (COUNTRY | STATE):
        yield "after:, country"
    if first == "," and second == "who":
        yield "after:who"


def _near(word: str) -> str:
    folded = word.casefold().replace("’", "'")
    if folded in _NEAR:
        return folded
    if word[0].isupper():
        return "Capital"
    if word[0].isdigit():
        return "number"
    if word.endswith("ed"):
        return "-ed"
    return "-s" if word.endswith("s") else "word"
