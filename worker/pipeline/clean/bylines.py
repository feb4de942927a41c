"""Who wrote the article: bylines as pages print them, alone or together with a date and an outlet."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from worker.pipeline.clean.patterns import BYLINE, GLUED_BYLINE, OUTLET_WORDS, PERSON
from worker.pipeline.clean.published import is_time_line

if TYPE_CHECKING:
    from collections.abc import Iterator

_PARTS = re.compile(r"\s{0,2}(?:[|•·‧∙●—–]|\s-\s|\s/\s)\s{0,2}")
_NAMES = re.compile(r"\s?[,;&+]\s?(?:and\s)?|\s(?:and|with|AND|And)\s")
# "Jane Roe for the Herald", "JANE ROE in London": the rest is no name.
_ROLE = re.compile(r"\s(?:for|For|FOR|in|In|IN|of|at|from|Of)\s.{1,80}$")
_TITLE_LIKE = re.compile(r"[A-Z][\w.'’&-]{0,25}(?:\s(?:[A-Z&][\w.'’&-]{0,25}|of|the|and|for)){0,7}")
LONGEST = 160  # characters


def is_byline(line: str) -> bool:
    """Whether the line says who wrote the article, and nothing that belongs to its text."""
    return bool(authors_of(line))


def authors_of(line: str) -> tuple[str, ...]:
    """The names on a byline, in order; empty if the line is none."""
    if len(line) > LONGEST:
        return ()
    names: list[str] = []
    for part in _PARTS.split(line.strip(" |•·()[]")):
        lead = BYLINE.fullmatch(part) or GLUED_BYLINE.fullmatch(part)
        found = tuple(_names(lead["names"])) if lead else ()
        if lead and not found:
            return ()
        names += found
        if not lead and part and not (is_time_line(part) or _is_outlet(part)):
            return ()
    return tuple(dict.fromkeys(names))


def is_person(line: str) -> bool:
    """Whether a line may be nothing but a person's name."""
    return bool(PERSON.fullmatch(line)) and not _has_outlet_word(line)


def _names(words: str) -> Iterator[str]:
    """The persons of "Jane Roe and John Doe, Herald staff"; nothing if a part is neither person nor outlet."""
    found = []
    for part in _NAMES.split(_ROLE.sub("", words.strip(" .:"))):
        name = part.strip(" .:")
        if is_person(name):
            found.append(name)
        elif name and not (is_time_line(name) or _is_outlet(name)):
            return
    yield from found


def _is_outlet(part: str) -> bool:
    return bool(_TITLE_LIKE.fullmatch(part.strip())) or _has_outlet_word(part)


def _has_outlet_word(words: str) -> bool:
    return any(word in OUTLET_WORDS for word in re.split(r"[^a-z]+", words[:LONGEST].lower()))
