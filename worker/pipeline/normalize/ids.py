"""Identifiers of facts: the same words read again give the same id, whatever the version, place or time."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

MAJOR = 1  # of the fact schema: a new major gives new ids


def fact_id(
    document_id: str,
    triple: tuple[str, str, str],
    qualifiers: Sequence[tuple[str, str]],
    *,
    polarity: str,
    status: str,
    speaker: str | None,
) -> str:
    """Identity inside a document. `triple`: subject key, predicate, object key; `qualifiers`: name and value key."""
    subject, predicate, thing = triple
    return "f_" + _digest(
        [MAJOR, document_id, subject, predicate, thing, _pairs(qualifiers), polarity, status, speaker]
    )


def fact_key(triple: tuple[str, str, str], qualifiers: Sequence[tuple[str, str]], polarity: str) -> str:
    """What joins the fact across documents: `fact_id` less document, status and speaker."""
    return "k_" + _digest([MAJOR, *triple, _pairs(qualifiers), polarity])


def _pairs(qualifiers: Sequence[tuple[str, str]]) -> list[list[str]]:
    return sorted([name, key] for name, key in qualifiers)


def _digest(content: list[object]) -> str:
    """128 bits of the SHA-256 of canonical JSON (RFC 8785: for strings, integers and lists this form is it)."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
