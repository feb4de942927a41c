"""The JSON-LD of a page, as far as it is JSON and no longer than any that tells of an article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

import orjson

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.html import HtmlElement  # type: ignore[import-untyped] # lxml ships no types

MAX_SCRIPTS: Final = 200  # of any kind: 150 pages of ../shared/data/cleaning have 37 at the median, 158 at the most
MAX_SCRIPT_CHARS: Final = 200_000  # JSON-LD has a few kB
MAX_DEPTH: Final = 8
_CONTROL: Final = re.compile(r"[\x00-\x1f]")


def linked_objects(tree: HtmlElement) -> Iterator[Mapping[str, Any]]:
    """All objects of all scripts, those that hold others first."""
    for count, script in enumerate(tree.iter("script")):
        if count >= MAX_SCRIPTS:
            break
        if (script.get("type") or "").startswith("application/ld+json"):
            yield from _objects(_json(script.text or ""), MAX_DEPTH)


def _json(text: str) -> Any:
    try:
        return orjson.loads(_CONTROL.sub(" ", text)) if len(text) <= MAX_SCRIPT_CHARS else None
    except orjson.JSONDecodeError:
        return None


def _objects(value: Any, depth: int) -> Iterator[Mapping[str, Any]]:
    if isinstance(value, dict):
        yield value
    if depth and isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _objects(part, depth - 1)
