"""Which bodies are sides of a sport, and who of their people does not play for them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from worker.pipeline.extract.lexicon.lexemes import lexemes
from worker.pipeline.extract.lexicon.roles import SPORT_WORDS
from worker.pipeline.extract.lexicon.sides import NICKNAMES

if TYPE_CHECKING:
    from worker.pipeline.extract.syntax.clause import Clause
    from worker.pipeline.extract.view import View
    from worker.pipeline.values import ObjectValue

NO_SIDE = re.compile(
    r"\b(?:Medical|Hospital|Police|Court|Ministry|Department|Agency|Institute|Party|Radio|TV|News|Board|"
    r"WBC|WBA|IBF|WBO|IOC|ICC|NBA|WNBA|NFL|NHL|MLB|MLS|NCAA|UFC|FIFA|UEFA|ATP|WTA|PGA|F1|FA|ACC|SEC|League|"
    r"Liga|Serie A|Bundesliga|Premiership|Championship|Division|Association|Federation|"
    r"Olympics?|Tour|Cup|Open|Classic|Games)\b"
)
SIDE_NAME = re.compile(rf"\b(?:{NICKNAMES})\b")
_PUBLIC = re.compile(r"\b(?:County|Palace|Forest|Town of|City of|City Council|Town Council|Real Estate)\b")
# Who leads a side does not play for it.
_LEADING = lexemes(
    "coach manager owner co-owner president chairman chairwoman director trainer boss gaffer ceo executive chancellor "
    "governor mayor scout agent referee umpire"
)


def is_side(clause: Clause, thing: ObjectValue) -> bool:
    """Told in words of sport: somebody also signs for a parcel, and plays for a laugh."""
    words = {token.text.casefold() for token in clause.tree.tokens}
    label = clause.tree.label_of(thing)
    return not NO_SIDE.search(label) and bool(words & SPORT_WORDS or SIDE_NAME.search(label))


# Firms, too, have deals, clubs and stars.
_CLEAR = SPORT_WORDS - lexemes(
    "deal loan transfer contract side game games star veteran captain player guard center centre safety lock ace prop "
    "keeper closer forward cap caps debut season seasons club coach team academy back end power point small tight wide "
    "running first second third number eight hooker skipper squad base runs"
)


def is_clear_side(clause: Clause, thing: ObjectValue) -> bool:
    """A side by its name, or among words that only sport has: singers sign deals with labels."""
    label = clause.tree.label_of(thing)
    return not NO_SIDE.search(label) and bool(SIDE_NAME.search(label) or not _CLEAR.isdisjoint(clause.tree.words))


def is_plain_side(label: str) -> bool:
    """Whether the name alone tells a side, and no county or palace that people work for."""
    return SIDE_NAME.search(label) is not None and _PUBLIC.search(label) is None


def is_no_league(clause: Clause, thing: ObjectValue) -> bool:
    return not NO_SIDE.search(clause.tree.label_of(thing))


def off_the_field(view: View) -> frozenset[str]:
    """Ids of those who own, run or coach a side: what they lead to a win is not what they play for."""
    return frozenset(role.holder.id for role in view.roles if not _LEADING.isdisjoint(role.noun.casefold().split()))
