"""The key of an entity: the same in every article that names it alike."""

# ruff: noqa: RUF001 - typographic marks are what the text holds

from __future__ import annotations

import re
import unicodedata

_OTHER = re.compile(r"[^a-z0-9]+")
_POINTS = re.compile(r"['’.]")


def named_key(kind: str, name: str) -> str:
    """Looks like "person:jane-roe": NFKD without accents, case folded, hyphenated; letters of other scripts stay."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    plain = _POINTS.sub("", plain)
    slug = _OTHER.sub("-", plain).strip("-") or "-".join(plain.split())
    return f"{kind}:{slug}"


def unnamed_key(document_id: str, number: int) -> str:
    """Bound to the document: nothing outside it can be the same."""
    return f"document:{document_id}:{number}"
