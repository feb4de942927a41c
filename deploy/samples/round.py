# ruff: noqa: INP001 - a script of its own, mounted into a container
"""Prints the samples as one round of a live feed: new documents, one told twice, one corrected, and the broken ones.

The document state drops what it has seen: a plain replay would show one burst of facts and then duplicates only.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
TOLD_TWICE, CORRECTED = "court-wire-4417", "harbour-post-2031"


def of_round(article: dict[str, Any], number: int) -> dict[str, Any]:
    if article.get("id") == TOLD_TWICE:
        return article
    if article.get("id") == CORRECTED:
        return shortened(article) if number % 2 else article
    named = next(name for name in ("id", "uri", "url") if name in article)
    return article | {named: f"{article[named]}-{number}"}


def shortened(article: dict[str, Any]) -> dict[str, Any]:
    """Without its last paragraph, as if a mistake was found in it: its facts are taken back."""
    return article | {"text": article["text"].rpartition("\n\n")[0]}


def main() -> None:
    number = int(time.time())
    for line in (HERE / "articles.jsonl").read_text(encoding="utf-8").splitlines():
        print(json.dumps(of_round(json.loads(line), number), ensure_ascii=False))  # noqa: T201 - its purpose
    sys.stdout.write((HERE / "broken.jsonl").read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
