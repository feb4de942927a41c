"""Articles to feed a trial with: invented people, of whom every new version of a document tells something else."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

DOCUMENTS = 60
POISON_EVERY = 50  # such an article is no JSON, and must become one dead letter

_FIRST = ("Dorota", "Hamish", "Ilse", "Jonas", "Lena", "Marek", "Petra", "Tomas", "Vera", "Yusuf")
_LAST = ("Ashby", "Finch", "Marrow", "Orde", "Reed", "Weir")
_FIRMS = ("Norbeck Ferries", "Quayside Lines", "Sample Mills", "Tarn Bank", "Ellery Rail")
_CITIES = ("Chicago", "Oslo", "Leeds", "Toronto", "Lyon", "Madrid", "Perth")


def articles(count: int) -> Iterator[tuple[bytes, bytes]]:
    """(key, payload). The versions of a document are far apart; after 35 versions they come again from the first."""
    for number in range(count):
        document, version = number % DOCUMENTS, number // DOCUMENTS
        key = f"chaos-{document}".encode()
        yield key, b"poison %d" % number if number % POISON_EVERY == POISON_EVERY - 1 else _payload(document, version)


def _payload(document: int, version: int) -> bytes:
    name = f"{_FIRST[document % len(_FIRST)]} {_LAST[document // len(_FIRST)]}"
    firm, city = _FIRMS[version % len(_FIRMS)], _CITIES[version % len(_CITIES)]
    text = (
        f"{name}, 57, was named chief executive of {firm} on Monday, the company said.\n\n"
        f"{name.split()[1]} lives in {city}."
    )
    return json.dumps({"id": f"chaos-{document}", "title": f"{firm} names a new head", "text": text}).encode()
