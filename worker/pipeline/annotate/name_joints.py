"""How far a name goes on: which words join capitals into one name."""

# ruff: noqa: RUF001, SIM905 - typographic marks are what the text holds; word lists read best as prose

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from worker.pipeline.annotate import name_words as words
from worker.pipeline.annotate.gazetteer import COMMON, FIRST, LAST, PLACE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from worker.pipeline.values import Token

MAX_TOKENS = 12  # the longest names of organizations in KnowledgeNet have ten
HEADS = (
    words.GPE_HEADS
    | words.ORG_HEADS
    | words.EVENT_HEADS
    | words.LOCATION_HEADS
    | words.AWARD_HEADS
    | words.NEWS_HEADS
)


def piece_of(token: Token) -> str:
    """The name in a token: "Leeds" of "Leeds-based", else the token."""
    head, mark, ending = token.text.partition("-")
    return head if mark and ending in words.GLUED_ENDINGS else token.text


def is_capital(word: str) -> bool:
    """Begins like a name: a capital, or a brand's inner capital as in "eBay"."""
    return word[0].isupper() or (
        len(word) > 2 and word[0].islower() and word[1].isupper() and word[2:].islower()
    )


def end_of_run(tokens: Sequence[Token], start: int, gazetteer: Mapping[str, int]) -> int:
    at = start + 1
    while at < min(len(tokens), start + MAX_TOKENS):
        if tokens[at - 1].text != piece_of(tokens[at - 1]):
            break
        step = _joined(tokens, start, at, gazetteer)
        if step == 0:
            break
        at += step
    return min(at, len(tokens))


def may_end(word: str) -> bool:
    """Whether a name can end in the word."""
    return (
        is_capital(word) or word[0].isdigit() or word in words.COMPANY_FORMS or bool(_PREFIXED.match(word))
    )


def _joined(tokens: Sequence[Token], start: int, at: int, gazetteer: Mapping[str, int]) -> int:
    """How many tokens from `at` on belong to the run that began at `start`."""
    word = tokens[at].text
    if [token.text for token in tokens[at : at + 3]] == ["A", "/", "S"]:
        return 3  # a form of company in Denmark and Norway
    if _continues(tokens, start, at):
        return 1
    if word == "," and at + 1 < len(tokens) and tokens[at + 1].text in _AFTER_COMMA:
        return 2
    if word in {"'s", "’s"}:
        return 1 if _joined_by_genitive(tokens, start, at) else 0
    if word in {"'", "’"}:
        return 1 if tokens[at - 1].text[-1] == "s" and _heads_soon(tokens, at) else 0
    return _connector(tokens, start, at, gazetteer)


_AFTER_COMMA = frozenset("Inc Inc. Ltd Ltd. LLC LLP PLC Plc plc Jr Jr. Sr Sr.".split())
# Articles and particles written together with the name behind them: "al-Rashid", "d'Avignon".
_PREFIXED = re.compile(r"(?:a[ldnrst]|ash|el|ul|ben|bin|ibn|d|l)[-'’][A-Z]")


def _continues(tokens: Sequence[Token], start: int, at: int) -> bool:
    word = tokens[at].text
    if word.isdigit():
        return tokens[at - 1].text in {
            "Formula",
            "Apollo",
            "Studio",
            "Channel",
            "Area",
            "Route",
            "Interstate",
            "Boeing",
        }
    if word in words.CALENDAR:
        return word in words.EVENT_HEADS and at - start >= 2
    if word in words.COMPANY_FORMS or _PREFIXED.match(word):
        return True
    if not is_capital(word) or word in words.PRONOUNS:
        return False
    return word.casefold() not in words.FUNCTION_WORDS or (
        at + 1 < len(tokens) and tokens[at + 1].text[0].isupper()
    )


def _joined_by_genitive(tokens: Sequence[Token], start: int, at: int) -> bool:
    owner = tokens[at - 1].text
    if owner in words.BRANDS_IN_S:
        return True
    saint = at - start == 2 and tokens[start].text in {"St", "St.", "Saint"}
    return (saint or owner in words.GENITIVES) and _heads_soon(tokens, at)


def _heads_soon(tokens: Sequence[Token], mark: int) -> bool:
    """Whether capitals lead from the genitive's mark to a word that heads names: "Workers' Party"."""
    for token in tokens[mark + 1 : mark + 4]:
        if token.text in HEADS:
            return True
        if not token.text[0].isupper():
            return False
    return False


def _connector(tokens: Sequence[Token], start: int, at: int, gazetteer: Mapping[str, int]) -> int:
    """Tokens up to and with the capital behind a connector, 0 if it joins nothing."""
    word = tokens[at].text
    size = 2 if at + 1 < len(tokens) and tokens[at + 1].text == "the" and word in {"of", "for", "on"} else 1
    while word in words.PARTICLES and size < _PARTICLES and _is_particle(tokens, at + size):
        size += 1
    behind = tokens[at + size].text if at + size < len(tokens) else ""
    if not behind or not is_capital(behind) or behind in words.CALENDAR or behind in words.PRONOUNS:
        return 0
    if word in _AFTER_NAMES:
        joins = bool(gazetteer.get(tokens[at - 1].text, 0) & (FIRST | LAST))
    elif word in {"of", "for", "on"}:
        joins = _takes_of(tokens, start, at, word)
    elif word in {"&", "and"}:
        joins = _joined_by_and(tokens, start, at, gazetteer)
    else:
        joins = word in words.PARTICLES
    return size + 1 if joins else 0


_PARTICLES = 3  # "van der", "de la", "von und zu"


def _is_particle(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].text in words.PARTICLES


_AFTER_NAMES = frozenset("la le el al y e".split())  # particles that English has other uses for


def _takes_of(tokens: Sequence[Token], start: int, at: int, word: str) -> bool:
    if word == "on":
        return tokens[at - 1].text in {
            "Council",
            "Committee",
            "Commission",
            "Conference",
            "Convention",
            "Subcommittee",
        }
    if word == "for":
        return tokens[at - 1].text in {
            "Centers",
            "Center",
            "Centre",
            "Institute",
            "Agency",
            "Office",
            "Foundation",
            "Campaign",
            "Society",
            "Alliance",
            "Fund",
            "Coalition",
            "Council",
            "Americans",
        }
    return any(tokens[i].text in words.OF_HEADS for i in range(max(start, at - 2), at))


def _joined_by_and(tokens: Sequence[Token], start: int, at: int, gazetteer: Mapping[str, int]) -> bool:
    """Reads "Securities and Exchange Commission", "Johnson & Johnson"; never two persons or two places."""
    left = [token.text for token in tokens[start:at]]
    if tokens[at].text == "&":
        return len(left) == 1 or not gazetteer.get(left[0], 0) & FIRST
    if len(left) == 1 and at + 2 < len(tokens) and tokens[at + 2].text in _SHARED:
        return True
    return left[-1] not in words.COMPANY_FORMS and _joined_by_word(tokens, left, at, gazetteer)


def _joined_by_word(
    tokens: Sequence[Token], left: Sequence[str], at: int, gazetteer: Mapping[str, int]
) -> bool:
    if any(
        gazetteer.get(word, 0) & PLACE and not gazetteer.get(word.casefold(), 0) & COMMON for word in left
    ):
        return any(word in {"Department", "Ministry", "Office"} for word in left) and "of" in left
    if "of" in left or "for" in left:
        return left[0] in {"Department", "Ministry", "Office", "Committee", "Institute", "Bureau", "Centers"}
    if len(left) != 1 or not _ordinary_pair(left[0], tokens[at + 1].text, gazetteer):
        return False
    return any(token.text in words.ORG_HEADS | {"Executive"} for token in tokens[at + 2 : at + 4])


# What two places have together: "Devon and Cornwall Police".
_SHARED = frozenset("Police Council Constabulary NHS Fire Hospitals".split())


def _ordinary_pair(left: str, right: str, gazetteer: Mapping[str, int]) -> bool:
    """Two words that only a longer name writes with capitals, like "Food" and "Drug"."""
    if left in words.COMMON_CAPITALS or left in words.ORGANIZATIONS:
        return False
    if gazetteer.get(left, 0) & (FIRST | LAST | PLACE):
        return False
    return any(gazetteer.get(word.casefold(), 0) & COMMON for word in (left, right))
