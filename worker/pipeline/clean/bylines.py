"""Who wrote the article: bylines as pages print them, alone or together with a date and an outlet."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from worker.pipeline.clean.published import without_times
from worker.pipeline.clean.shapes import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

_LEAD = re.compile(
    r"\W{0,3}(?:(?:(?:written|posted|reporting|reported|story|words|text|compiled|authored|analysis|article|report"
    r"|published|exclusive|interview|review|opinion|comment|column) )?by\s?:?\s{1,2}"
    r"|(?:author|reporter|writer)s?\s?:\s?)(?P<names>\S.{0,150})",
    re.IGNORECASE,
)
_GLUED_LEAD = re.compile(r"By(?P<names>[A-Z][a-z'-]{1,20}(?: [A-Z][\w.'-]{0,20}){1,4})")
_PERSON = re.compile(
    r"(?:(?:Dr|Prof|Sir|Dame|Rev)\.? )?[A-Z][\w'-]{0,20}\.?"
    r"(?: (?:[A-Z][\w'-]{0,20}\.?|de|da|del|der|den|di|du|la|le|ter|van|von|bin|al|el)){1,4}"
    r"(?:,? (?:Jr|Sr|II|III|IV)\.?)?"
)
_NO_PERSON = re.compile(r"'s\b|[a-z]{4}[A-Z]")  # "Roe's", "RoePublished"
_OUTLET_WORDS = frozenset(
    (  # noqa: SIM905 - a word list reads best as prose
        "news staff times post herald tribune journal gazette reporter reporters editor editors correspondent writer "
        "writers columnist contributor press agency media desk team service daily sports sport magazine online bureau "
        "reuters bbc cnn afp ap pa associated network guardian telegraph independent mail mirror chronicle "
        "newspaper producer photographer special guest senior political business crime court health science "
        "entertainment culture features newsroom digital video newswire wire newsletter com www home about contact "
        "the and of for with in on at to by commentary presented illustration illustrations follow published "
        "says reveals update updated share watch read gallery"
    ).split()
)
_PARTS = re.compile(r"\s{0,2}(?:[|]|\s-\s|\s/\s)\s{0,2}")
_NAMES = re.compile(r"\s?[,;&+]\s?(?:and\s)?|\s(?:and|with|AND|And)\s")
# "Jane Roe for the Herald", "JANE ROE in London": the rest is no name.
_PLACE = re.compile(r"\s(?:for|For|FOR|in|In|IN|of|at|from|Of)\s.{1,80}$")
_OUTLET = re.compile(r"[A-Z][\w.'&-]{0,25}(?:\s(?:[A-Z&][\w.'&-]{0,25}|of|the|and|for)){0,7}")
_WORDS = re.compile(r"[a-z]+")
_HINT = re.compile(r"\bby|(?:author|reporter|writer)s?\s?:", re.IGNORECASE)
LONGEST = 160  # characters


def is_byline(line: str) -> bool:
    """Whether the line says who wrote the article, and nothing that belongs to its text."""
    return bool(authors_of(line))


def authors_of(line: str) -> tuple[str, ...]:
    """The names on a byline, in order; empty if the line is none.

    It has "by" before the names, or a time beside them: "By Jane Roe and John Doe", "Jane Roe | March 4, 2021 2:32 PM".
    """
    if len(line) > LONGEST:
        return ()
    rest = without_times(line)
    if not _HINT.search(line) and (rest is None or line.endswith(".")):
        return ()
    names: list[str] = []
    for part in filter(None, map(_trim, _PARTS.split(plain(line if rest is None else rest)))):
        lead = _LEAD.fullmatch(part) or _GLUED_LEAD.fullmatch(part)
        found = tuple(_names(_PLACE.sub("", lead["names"]))) if lead else names_of(part)
        if (lead and not found) or not (found or _is_outlet(part)):
            return ()
        names += found
    return tuple(dict.fromkeys(names))


def _trim(part: str) -> str:
    return part.strip(" |()[].,-:")


def names_of(line: str) -> tuple[str, ...]:
    """The persons on a line that is nothing but names, with or without post and outlet; empty if it is not."""
    return () if len(line) > LONGEST else tuple(_names(plain(line), outlets=False))


def is_person(line: str) -> bool:
    """Whether a line may be nothing but a person's name."""
    return bool(_PERSON.fullmatch(plain(line))) and not _NO_PERSON.search(plain(line)) and not _has_outlet_word(line)


def _names(words: str, *, outlets: bool = True) -> Iterator[str]:
    """The persons of "Jane Roe and John Doe, Herald staff"; nothing if a part is neither person nor outlet."""
    found = []
    for part in _NAMES.split(words.strip(" .:")):
        name = part.strip(" .:")
        if is_person(name):
            found.append(name)
        elif name and not (_has_outlet_word(name) or (outlets and _is_outlet(name))):
            return
    yield from found


def _is_outlet(part: str) -> bool:
    return bool(_OUTLET.fullmatch(part.strip())) or _has_outlet_word(part)


def _has_outlet_word(words: str) -> bool:
    return any(word in _OUTLET_WORDS for word in _WORDS.findall(words[:LONGEST].lower()))
