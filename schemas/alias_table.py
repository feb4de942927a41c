"""Which names other vocabularies use for our fields, best first, and how each value is read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from schemas.url import is_web_url

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Reader: TypeAlias = Callable[
        [Any], Any
    ]  # what our field takes from a value; None: nothing, try the next alias
    Alias: TypeAlias = tuple[str, Reader]

# What joins the names of one byline: "Ann Lee and Bo Chen", "Ann Lee; Bo Chen", "Ann Lee, Bo Chen".
_JOINT: Final = re.compile(r"\s?(?:;|,|&|\band\b)\s?")
_BY: Final = re.compile(r"^by\s", re.IGNORECASE)
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8}){0,4}", re.ASCII)


def same(value: Any) -> Any:
    """As it is; a wrong type is refused later, under the producer's own name."""
    return value


def first(value: Any) -> Any:
    """The first of a list, or the value itself."""
    return next(iter(value), None) if isinstance(value, list) else value


def label(value: Any) -> Any:
    """The name of a thing given as a string, an object, or a list of either."""
    thing = first(value)
    if isinstance(thing, dict):
        return next(
            (name for key in ("name", "literal", "title", "@value") if (name := thing.get(key))), None
        )
    return thing or None


def people(value: Any) -> Any:
    """The names of persons given as a string, an object, or a list of either; nameless objects are passed over."""
    things = value if isinstance(value, list) else [value]
    names = [label(thing) if isinstance(thing, dict) else thing for thing in things]
    return [name for name in names if name is not None and name != ""] or None


def byline(value: Any) -> Any:
    """The names in a byline; split only where every part looks like a full name ("Lee, Ann" stays one)."""
    if not isinstance(value, str):
        return value
    line = _BY.sub("", value.strip())
    parts = [part for part in _JOINT.split(line) if part]
    return parts if parts and all(" " in part for part in parts) else [line]


def bylines(value: Any) -> Any:
    """All names in the `bylines: [{byline: ...}]` of ninjs 2 and 3."""
    things = value if isinstance(value, list) else [value]
    lines = [thing.get("byline") if isinstance(thing, dict) else thing for thing in things]
    return [name for line in lines if isinstance(line, str) for name in byline(line)] or None


def address(value: Any) -> Any:
    """A web address given as a string or an object with `@id` or `url`; None for a fragment or another kind of id."""
    thing = first(value)
    found = thing.get("@id") or thing.get("url") if isinstance(thing, dict) else thing
    return found if isinstance(found, str) and is_web_url(found.strip()) else None


def identifier(value: Any) -> Any:
    """A string, a number as content systems have it, or schema.org's PropertyValue around one."""
    thing = first(value)
    found = thing.get("value") if isinstance(thing, dict) else thing
    return str(found) if isinstance(found, int) and not isinstance(found, bool) else found


def language(value: Any) -> Any:
    """A BCP 47 tag given as a string or a schema.org Language; None for a language's name ("English")."""
    thing = first(value)
    found = thing.get("alternateName") or thing.get("name") if isinstance(thing, dict) else thing
    return found if isinstance(found, str) and _LANGUAGE.fullmatch(found) else None


def main(value: Any) -> Any:
    """In a list of ninjs 2 and 3, the value of the item whose role says main, else of the first."""
    items = [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []
    chosen = next((item for item in items if _is_main(item)), next(iter(items), {}))
    return chosen.get("value")


def body(kind: str) -> Reader:
    """A reader of the `bodies` of ninjs 2 and 3: that of a content type, the main one before the first."""

    def read(value: Any) -> Any:
        items = [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []
        return main([item for item in items if kind in _content_type(item)])

    return read


def _content_type(item: Mapping[str, Any]) -> str:
    """As `contentType` (ninjs 3) or `contenttype` (2.0); both may leave it out for plain text."""
    return str(item.get("contentType") or item.get("contenttype") or PLAIN).lower()


def _is_main(item: Mapping[str, Any]) -> bool:
    return "main" in str(item.get("role", "")).lower()


PLAIN: Final = "text/plain"
HTML: Final = "html"  # text/html and application/xhtml+xml

# Ours first, then schema.org, then ninjs (camelCase: 2 and 3; lower case: 1). Where an article has a plain and an HTML
# body, the plain one is read: nothing has to be guessed from markup.
# - isPartOf names the newspaper or issue, so it stands in for a publisher, after everything that names one.
# - ninjs has no date of publication: firstCreated is the first version's, versionCreated this one's; contentCreated
#   (the day a picture was taken) comes last.
# - versionCreated is what ninjs itself orders versions by where no number is given; schema.org's dateModified is not
#   used so, since sites do not raise it with every change.
ALIASES: Final[Mapping[str, tuple[Alias, ...]]] = {
    "id": (("id", same), ("identifier", identifier), ("uri", same)),
    "text": (("text", same), ("articleBody", same), ("bodies", body(PLAIN)), ("body_text", same)),
    "html": (("html", same), ("bodies", body(HTML)), ("body_html", same), ("body_xhtml", same)),
    "title": (("title", same), ("headline", first), ("headlines", main), ("name", first)),
    "authors": (
        ("authors", people),
        ("author", people),
        ("creator", people),
        ("bylines", bylines),
        ("by", byline),
        ("byline", byline),
    ),
    "published": (
        ("published", same),
        ("datePublished", same),
        ("firstCreated", same),
        ("firstcreated", same),
        ("versionCreated", same),
        ("versioncreated", same),
        ("contentCreated", same),
        ("contentcreated", same),
        ("dateCreated", same),
    ),
    "updated": (
        ("updated", same),
        ("dateModified", same),
        ("versionCreated", same),
        ("versioncreated", same),
    ),
    "publisher": (
        ("publisher", label),
        ("sourceOrganization", label),
        ("provider", label),
        ("infoSources", label),
        ("infosources", label),
        ("infosource", label),
        ("isPartOf", label),
    ),
    "section": (("section", label), ("articleSection", label)),
    "url": (("url", same), ("mainEntityOfPage", address), ("@id", address), ("canonicalUrl", address)),
    "language": (("language", same), ("inLanguage", language)),
    "rights": (
        ("rights", same),
        ("copyrightNotice", label),
        ("copyrightnotice", label),
        ("usageTerms", label),
        ("usageterms", label),
        ("copyrightHolder", label),
        ("copyrightholder", label),
        ("license", label),
    ),
    "pub_status": (("pub_status", same), ("pubStatus", same), ("pubstatus", same)),
    "version": (("version", same), ("versionCreated", same), ("versioncreated", same)),
}
