"""schema.org NewsArticle and IPTC ninjs 1, 2 and 3 read as our raw article; the table is in alias_table.py."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from schemas.alias_table import ALIASES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from schemas.alias_table import Alias

BODIES = ("text", "html")


class Translated(NamedTuple):
    """`fields`: ours, not yet validated; `sources`: for each of them the producer's name, for telling what is wrong."""

    fields: dict[str, Any]
    sources: dict[str, str]


class _Hit(NamedTuple):
    name: str
    value: Any


def translate(article: Mapping[str, Any]) -> Translated:
    """Our own name wins over every alias; among aliases the order of the table decides.

    A null or blank value counts as not given. What no field took, the losing alias included, goes to `extensions`,
    beside what the producer already put there.
    """
    given = {name: value for name, value in article.items() if not _blank(name, value)}
    hits = {field: hit for field, aliases in ALIASES.items() if (hit := _find(given, aliases))}
    hits.pop(_spare_body(hits), None)
    sources = {field: hit.name for field, hit in hits.items()}
    fields = {field: hit.value for field, hit in hits.items()}
    return Translated({**fields, "extensions": _rest(given, {*sources.values()})}, sources)


def _blank(name: str, value: Any) -> bool:
    """A blank body is kept: it is refused as a body without text, which is what the producer must be told."""
    return value is None or (isinstance(value, str) and not value.strip() and name not in BODIES)


def _find(given: Mapping[str, Any], aliases: tuple[Alias, ...]) -> _Hit | None:
    for name, read in aliases:
        if name in given and (value := read(given[name])) is not None:
            return _Hit(name, value)
    return None


def _spare_body(hits: Mapping[str, _Hit]) -> str:
    """The body to leave out where two were found: an alias beside our own name, else the HTML.

    None where the producer gave both by our own names: that is a contradiction, and is refused as one.
    """
    own = [field for field in BODIES if field in hits and hits[field].name == field]
    if not all(field in hits for field in BODIES) or len(own) == len(BODIES):
        return ""
    return "text" if own == ["html"] else "html"


def _rest(given: Mapping[str, Any], taken: set[str]) -> Any:
    own = given.get("extensions", {})
    if not isinstance(own, dict):
        return own  # refused by the model, under its name
    return {name: value for name, value in given.items() if name not in taken and name != "extensions"} | own
