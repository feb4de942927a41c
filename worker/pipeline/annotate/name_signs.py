"""Words beside a name that tell a place or a body, though the name itself may look like a person's."""

# ruff: noqa: RUF001, SIM905 - typographic marks are what the text holds; word lists read best as prose

from __future__ import annotations

from typing import TYPE_CHECKING

from worker.pipeline.annotate.gazetteer import FIRST, PLACE
from worker.pipeline.annotate.name_words import CALENDAR

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from worker.pipeline.annotate.name_runs import Run
    from worker.pipeline.values import EntityType, Token

_SEATED = ("-based", "-born", "-headquartered", "-area")
_HOUSES = frozenset("MP MPs MSP MLA MEP MK TD senator councillor congressman congresswoman lawmaker".split())
_ELECTED = frozenset(
    "mp msp mla mep senator member councillor congressman congresswoman representative delegate".split()
)
_STREETS = frozenset("Close Crescent Terrace Mews Grove Way Row Rise View Walk Parade Gardens Place Court".split())
_STANDS = frozenset("of in on at near to from".split())
# Before a person's name and behind one that is no place on the map they say that it is a team.
_ROLES_BEHIND = frozenset("boss captain skipper striker defender midfielder winger goalkeeper manager coach".split())
_BODIES = frozenset(
    """giants side outfit minnows franchise consultancy carmakers broadcaster lender maker group unit subsidiary
    division arm""".split()
)
_MADE_UP = frozenset("film music programme program documentary holiday dress".split())  # their makers are people
_SPEAK_FROM = frozenset(
    "analysts administrators economists strategists researchers scientists lawyers auditors experts engineers".split()
)
_HEADS_BEHIND = frozenset((("care", "home"), ("nursing", "home"), ("primary", "school"), ("car", "plant")))
_DASHES = frozenset("- – — | --".split())
_NEAR = 14  # words of a dateline up to its dash
_LIKELY = 0.5
_LIST = 4  # words back to the office in "MP for Roe and Doe"


def told_beside(run: Run, gazetteer: Mapping[str, int]) -> EntityType | None:
    """The type that the words beside the name give; None if they tell nothing."""
    tokens = run.sentence.tokens
    if _is_place(run, tokens):
        return "gpe"
    if run.pieces[-1] in _STREETS and len(run.pieces) > 1 and _stands(run, tokens, gazetteer):
        return "location"
    return "organization" if _is_body(run, tokens, gazetteer) else None


def _word(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].text if 0 <= at < len(tokens) else ""


def _is_place(run: Run, tokens: Sequence[Token]) -> bool:
    """Reads "Leeds-based", "Roe, 52, of Leeds", "the MP for Leeds", "Leeds MP Jane Roe" and a dateline."""
    start, stop = run.start, run.stop
    if tokens[stop - 1].text.endswith(_SEATED) or is_dateline(run):
        return True
    if run.chances.organization > _LIKELY:
        return False  # "Roe, 52, of Halden Motors"
    before = [_word(tokens, at) for at in range(start - _LIST, start)]
    if before[-1] == "of" and before[-2] == "," and before[-3].isdigit():
        return True
    joined = before[-1] == "and" and before[-3] == "for" and before[-4].casefold() in _ELECTED
    if joined or (before[-1] == "for" and before[-2].casefold() in _ELECTED):
        return True
    return _word(tokens, stop) in _HOUSES and _word(tokens, stop + 1)[:1].isupper()


def is_dateline(run: Run) -> bool:
    """Reads "HALDEN, Nov. 25 -" and "Halden, Aug 21:": capitals only or a month behind, and a dash soon."""
    tokens = run.sentence.tokens
    month = _word(tokens, run.stop) == "," and _word(tokens, run.stop + 1) in CALENDAR
    if run.start == 0 and month and any(token.text in _DASHES | {":"} for token in tokens[run.stop : run.stop + 5]):
        return True
    if run.start or not run.text.isupper() or _word(tokens, run.stop) not in _DASHES | {",", "("}:
        return False
    return any(token.text in _DASHES for token in tokens[run.stop : run.stop + _NEAR])


def _stands(run: Run, tokens: Sequence[Token], gazetteer: Mapping[str, int]) -> bool:
    """Reads "of Roe Close, Leeds": a preposition before, and a first name only if a place follows."""
    follows = _word(tokens, run.stop) == "," and _word(tokens, run.stop + 1)[:1].isupper()
    first = gazetteer.get(run.pieces[0], 0) & FIRST
    return _word(tokens, run.start - 1) in _STANDS and (follows or not first)


def _is_body(run: Run, tokens: Sequence[Token], gazetteer: Mapping[str, int]) -> bool:
    before, behind = _word(tokens, run.start - 1), _word(tokens, run.stop)
    if gazetteer.get(run.text, 0) & (PLACE | FIRST):
        return False  # "England captain Jane Roe": teams named by their country are the country
    if behind in _ROLES_BEHIND and len(run.pieces) < _FULL and _word(tokens, run.stop + 1)[:1].isupper():
        return True
    if before in _BODIES and _word(tokens, run.start - 2) not in _MADE_UP:
        return True
    if before in {"from", "at", "for"} and _word(tokens, run.start - 2).casefold() in _SPEAK_FROM:
        return True
    if (behind, _word(tokens, run.stop + 1)) in _HEADS_BEHIND or _is_newsroom(run, tokens):
        return True
    return _is_unit(tokens, run.stop)


_FULL = 3  # words of a name that is too long for a team


def _is_newsroom(run: Run, tokens: Sequence[Token]) -> bool:
    """Reads "LEEDS (Newsline) -"."""
    around = _word(tokens, run.start - 1) == "(" and _word(tokens, run.stop) == ")"
    return around and run.stop < _NEAR and _word(tokens, run.stop + 1) in _DASHES


def _is_unit(tokens: Sequence[Token], stop: int) -> bool:
    """Reads "Roe, a unit of Doe", "Roe, a Leeds subsidiary of Doe"."""
    behind = [_word(tokens, at).casefold() for at in range(stop, stop + 6)]
    if behind[0] != "," or behind[1] not in {"a", "an", "the"}:
        return False
    return any(behind[at] in {"unit", "subsidiary", "division"} and behind[at + 1] == "of" for at in (2, 3, 4))
