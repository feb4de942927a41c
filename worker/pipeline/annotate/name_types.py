"""What kind of thing a name names, where its own words or those beside it say so."""

# ruff: noqa: RUF001, SIM905 - typographic marks are what the text holds; word lists read best as prose

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from worker.pipeline.annotate import name_words as words
from worker.pipeline.annotate.firm_signs import is_firm
from worker.pipeline.annotate.gazetteer import BIG_CITY, COMMON, COUNTRY, DEMONYM, FIRST, LAST, PLACE, STATE
from worker.pipeline.annotate.name_signs import told_beside

if TYPE_CHECKING:
    from collections.abc import Mapping

    from worker.pipeline.annotate.name_runs import Run
    from worker.pipeline.values import EntityType

def spelled(run: Run, gazetteer: Mapping[str, int]) -> EntityType | None:
    """The type that the name's own words give, or a title before it; None if they leave it open."""
    if run.titled:
        return "person"
    if run.text in words.CLUBS:
        return "organization"
    if len(run.pieces) == 1:
        return _by_list(run.text)
    war = run.pieces[-2] == "War" and run.pieces[-1] in _NUMBERS
    kind = "event" if war else _by_words(run.pieces, gazetteer)
    team = kind == "gpe" and run.pieces[-1] in words.TEAM_HEADS and run.chances.organization > run.chances.place
    return "organization" if team else kind


def placed(run: Run, gazetteer: Mapping[str, int]) -> EntityType | None:
    """The type that the words beside the name give; None if they leave it open."""
    if _seats(run, gazetteer):
        return "gpe"
    told = told_beside(run, gazetteer)
    if told is not None:
        return told
    kind = _introduced(run, gazetteer)
    return kind or (_by_belongings(run, gazetteer) if len(run.pieces) == 1 else None)


def _seats(run: Run, gazetteer: Mapping[str, int]) -> bool:
    """Reads "the Denver company": a place that anybody knows between an article and what is seated there."""
    tokens = run.sentence.tokens
    before, after = tokens[run.start - 1 : run.start], tokens[run.stop : run.stop + 1]
    known = gazetteer.get(run.text, 0) & (BIG_CITY | STATE | COUNTRY)
    return bool(known and before and after) and before[0].text.casefold() == "the" and after[0].text in _SEATED


_SEATED = frozenset("company firm bank retailer carmaker startup club side team court university suburb".split())


def _by_belongings(run: Run, gazetteer: Mapping[str, int]) -> EntityType | None:
    """A lone name that has revenue, shares or a chief executive, unless it is a place that has some, too."""
    if run.text in words.ORG_HEADS:
        return None  # "Hospice chief executive Jane Roe" begins a sentence
    place = gazetteer.get(run.text, 0) & (PLACE | DEMONYM)
    known = place or gazetteer.get(run.text, 0) & FIRST
    return "organization" if not known and (_is_brand(run) or is_firm(run)) else None


_NUMBERS = frozenset("I II III 1 2 One Two".split())  # of wars


def _by_words(pieces: tuple[str, ...], gazetteer: Mapping[str, int]) -> EntityType | None:
    if len(pieces) > 1 and pieces[-1] == "State" and pieces[0] not in {"New", "Washington"}:
        return "organization" if gazetteer.get(pieces[-2], 0) & STATE else None
    if pieces[-1] in words.COMPANY_FORMS or pieces[-3:] == ("A", "/", "S") or _is_firm_of_names(pieces, gazetteer):
        return "organization"
    if pieces[-1] == "Executive" and "and" in pieces:
        return "organization"
    for heads, kind in _LAST_WORD:
        if pieces[-1] in heads and not _is_person(pieces, gazetteer):
            return kind
    if _place_name(pieces, gazetteer):
        return "gpe"
    return "organization" if _team_name(pieces, gazetteer) else _by_first(pieces, gazetteer)


def _is_firm_of_names(pieces: tuple[str, ...], gazetteer: Mapping[str, int]) -> bool:
    """Reads "Carver & Lowe"; two words that are first names only, as of a couple, are no firm."""
    if "&" not in pieces[1:-1]:
        return False
    masks = [gazetteer.get(piece, 0) for piece in (pieces[0], pieces[-1])]
    return len(pieces) > 3 or not all(mask & FIRST for mask in masks) or all(mask & LAST for mask in masks)


def _team_name(pieces: tuple[str, ...], gazetteer: Mapping[str, int]) -> bool:
    """A place and a plural, as teams are called: "Leeds Rhinos", "New York Giants"."""
    last = pieces[-1].casefold()
    plural = last.endswith("s") and not last.endswith("ss") and len(last) > 4
    known = any(gazetteer.get(word, 0) & COMMON for word in (last, last[:-1]))
    places = all(gazetteer.get(piece, 0) & PLACE or piece in words.GPE_FIRST for piece in pieces[:-1])
    return (
        plural
        and known
        and places
        and pieces[-1] not in words.CALENDAR
        and not gazetteer.get(pieces[-1], 0) & LAST
    )


_SCORE = re.compile(r"\d{1,3}[-–]\d{1,3}")


def _introduced(run: Run, gazetteer: Mapping[str, int]) -> EntityType | None:
    """What the words beside the name call it, or a match's score behind it."""
    tokens = run.sentence.tokens
    before = tokens[run.start - 1].text if run.start else ""
    if before in words.WORK_NOUNS - {"title", "titled", "entitled", "column", "cover", "game"}:
        return "work" if before not in words.WORK_NOUNS_OR_VERBS or _is_noun(run) else None
    seated = before.endswith("-based") and not gazetteer.get(run.pieces[0], 0) & FIRST  # "the Leeds-based Halvex"
    if seated or before in words.ORG_NOUNS or (_is_party(run) and not gazetteer.get(run.text, 0) & DEMONYM):
        return "organization"
    if before == "of" and run.start > 1 and tokens[run.start - 2].text in words.PLACE_NOUNS:
        return "gpe"
    if _is_starred_in(run, gazetteer) or _is_described_work(run):
        return "work"
    return _by_figures(run, bool(gazetteer.get(run.pieces[0], 0) & FIRST))


def _is_noun(run: Run) -> bool:
    """Whether an article or an owner stands a few words before, so that the word before the name is no verb."""
    near = run.sentence.tokens[max(0, run.start - _PHRASE) : run.start - 1]
    return any(token.text.casefold() in _DETERMINERS for token in near)


_PHRASE = 5  # words back to the article: "the award-winning BBC drama X"
_DETERMINERS = frozenset("a an the this that his her its their 's ’s".split())


def _is_starred_in(run: Run, gazetteer: Mapping[str, int]) -> bool:
    """Reads "the Harbour Lights star": a film or show, unless its own words say that it is a team or a firm."""
    tokens = run.sentence.tokens
    before, after = tokens[run.start - 1 : run.start], tokens[run.stop : run.stop + 1]
    return (
        len(run.pieces) > 1
        and bool(before and after)
        and before[0].text.casefold() == "the"
        and after[0].text in {"star", "actor", "actress", "hitmaker", "author", "director", "creator", "actors"}
        and _by_words(run.pieces, gazetteer) is None
    )


def _is_described_work(run: Run) -> bool:
    """Reads "The Glass Coast, a thriller based on ..." and "starred in The Long Shore"."""
    tokens = run.sentence.tokens
    before = [token.text for token in tokens[max(0, run.start - _PHRASE - 1) : run.start]]
    behind = [token.text for token in tokens[run.stop : run.stop + _PHRASE]]
    if before[-2:] == ["in", "The"] and _PLAYED & set(before):
        return True
    if behind[:1] != [","] or not behind[1:2] or behind[1] not in _DETERMINERS:
        return False
    noun = next((i for i, word in enumerate(behind[2:4], 2) if word in words.WORK_NOUNS - words.WORK_NOUNS_OR_VERBS), 0)
    return bool(noun) and (len(behind) == noun + 1 or behind[noun + 1] in _AFTER_WORK)


_PLAYED = frozenset("starred stars starring star appeared appears role cast played".split())
_AFTER_WORK = frozenset(", . about based that which by from in set starring with on of".split())
_BRAND = re.compile(r"(?!Mac|Mc|Fitz|Van|Saint|Den)[A-Z][a-z]{2,15}[A-Z][A-Za-z]{1,15}$")


def _is_brand(run: Run) -> bool:
    """Reads "QuickBite": a capital inside one word, and no Scottish, Irish or Dutch surname."""
    return len(run.pieces) == 1 and bool(_BRAND.match(run.text))


def _is_party(run: Run) -> bool:
    """Reads "the Forward Left party": a name between an article and the noun."""
    tokens = run.sentence.tokens
    before, after = tokens[run.start - 1 : run.start], tokens[run.stop : run.stop + 1]
    return (
        bool(before and after)
        and after[0].text in {"party", "newspaper", "magazine"}
        and before[0].text.casefold() in _DETERMINERS
    )


def _by_figures(run: Run, first_name: bool) -> EntityType | None:
    """An age makes a first name a person, a score makes a team of what is no person's name."""
    following = [token.text for token in run.sentence.tokens[run.stop : run.stop + 3]]
    before = run.sentence.tokens[run.start - 1].text if run.start else ""
    if _SCORE.match("".join(following)) and before != "of" and not (first_name and len(run.pieces) > 1):
        return "organization"
    if first_name:
        aged = (
            len(following) == 3 and following[0] == "," and following[1].isdigit() and len(following[1]) < 3
        )
        return "person" if aged and following[2] in {",", ".", "and", ";"} else None
    return None


def _by_first(pieces: tuple[str, ...], gazetteer: Mapping[str, int]) -> EntityType | None:
    if pieces[0] in words.EVENT_FIRST:
        return "event"
    if pieces[0] in words.LOCATION_FIRST and not gazetteer.get(pieces[0], 0) & FIRST:
        return "location"
    if "of" in pieces[:3] and pieces[pieces.index("of") - 1] in words.OF_HEADS & words.ORG_HEADS:
        return "organization"
    return "product" if pieces[0] in words.PLATFORMS else None


def _by_list(word: str) -> EntityType | None:
    lists: tuple[tuple[frozenset[str], EntityType], ...] = (
        (words.PLATFORMS, "product"),
        (words.AWARD_WORDS, "award"),
        (words.GPES, "gpe"),
        (words.ORGANIZATIONS, "organization"),
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


def place_type(text: str) -> EntityType:
    """Whether a place is a country, state or town, or a stretch of land or water."""
    pieces = text.split()
    first, last = pieces[0], pieces[-1]
    natural = first in words.LOCATION_FIRST or last in words.LOCATION_HEADS or text in words.LOCATIONS
    return "location" if natural else "gpe"


def other_type(run: Run, gazetteer: Mapping[str, int]) -> EntityType:
    """What a name is in which the reader sees no person, organization or place."""
    if _is_owned_stranger(run, gazetteer):
        return "person"
    near = {token.text.casefold() for token in run.sentence.tokens[max(0, run.start - _PHRASE) : run.stop + _PHRASE]}
    if near & words.WORK_NOUNS:
        return "work"
    return "product" if len(run.pieces) == 1 or run.pieces[-1][0].isdigit() else "work"


def _is_owned_stranger(run: Run, gazetteer: Mapping[str, int]) -> bool:
    """Reads "Japan's Kenta Mori": two words that no list knows, behind a country or a club that owns them."""
    before = run.sentence.tokens[run.start - 1].text if run.start else ""
    known = (gazetteer.get(p.casefold(), 0) & COMMON or p in words.ORG_HEADS for p in run.pieces)
    return before in {"'s", "’s"} and len(run.pieces) == _FULL_NAME and not any(known)


_FULL_NAME = 2  # words, first and last name


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
    """Reads "New York", "South Korea", "Los Angeles": a word that begins place names and one the gazetteer knows."""
    return (
        pieces[0] in words.GPE_FIRST
        and len(pieces) <= 3
        and all(gazetteer.get(piece, 0) & PLACE or piece in words.PARTICLES for piece in pieces[1:])
        and not (gazetteer.get(pieces[0], 0) & FIRST and gazetteer.get(pieces[-1], 0) & LAST)
    )
