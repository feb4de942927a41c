"""Cleaning of own pages of varied make (tests/golden/clean): text, labels and metadata; prints its table."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from statistics import fmean
from typing import TYPE_CHECKING, Any

import pytest

from schemas.article import RawArticle
from worker.pipeline.clean import clean, label_text

if TYPE_CHECKING:
    from worker.pipeline.values import CleanArticle

PAGES = Path(__file__).parents[1] / "golden" / "clean"
FLOORS = json.loads(Path(__file__).with_name("floors.json").read_text(encoding="utf-8"))
METADATA: dict[str, Any] = json.loads((PAGES / "metadata.json").read_text(encoding="utf-8"))
HELD = frozenset(METADATA.pop("held"))
KEPT = {"body", "heading", "caption"}

pytestmark = pytest.mark.quality


def gold_lines(name: str) -> list[tuple[str, str]]:
    """Label and text of each line; an empty pair is a blank line."""
    source = (PAGES / f"{name}.txt").read_text(encoding="utf-8").rstrip("\n").split("\n")
    return [(label, text) for label, _, text in (line.partition("|") for line in source)]


def article(name: str) -> tuple[CleanArticle, list[str]]:
    """The cleaned page, and its gold text by block."""
    if (PAGES / f"{name}.html").exists():
        body = (PAGES / f"{name}.body").read_text(encoding="utf-8").rstrip("\n").split("\n")
        return clean(RawArticle(html=(PAGES / f"{name}.html").read_text(encoding="utf-8"))), body
    lines = gold_lines(name)
    text = "\n".join(text for _, text in lines)
    return clean(RawArticle(text=text)), [text for label, text in lines if label in KEPT]


def word_f1(found: str, gold: str) -> float:
    ours, theirs = (Counter(re.findall(r"\w+", text.lower())) for text in (found, gold))
    both = (ours & theirs).total()
    return 2 * both / (ours.total() + theirs.total()) if both else float(ours == theirs)


def labels_right(name: str) -> float:
    """Share of a plain page's lines with the label of the gold; text that was set in narrow lines is left out."""
    gold = [(label, text) for label, text in gold_lines(name) if text]
    found = label_text("\n".join(text for _, text in gold_lines(name)))
    return fmean(label == told for (label, _), (_, told) in zip(gold, found, strict=True))


def metadata_right(name: str, page: CleanArticle) -> dict[str, bool]:
    gold, found = METADATA[name], page.metadata
    when = None if found.published is None else found.published.local + (found.published.offset or "")
    return {
        "title": found.title == gold["title"],
        "authors": list(found.authors) == gold["authors"],
        "published": (when and re.sub(r"(T\d\d:\d\d):00", r"\1", when)) == gold["published"],
    }


def test_own_pages_are_cleaned_above_their_floors() -> None:
    rows: dict[str, dict[str, float]] = {}
    for name in METADATA:
        page, body = article(name)
        rows[name] = {"f1": word_f1(page.text, "\n".join(body)), **metadata_right(name, page)}
        if name != "wrapped" and (PAGES / f"{name}.txt").exists():
            rows[name]["labels"] = labels_right(name)
    print("\nown pages: word-F1, labels, title, authors, published (h: never tuned on)")  # noqa: T201 - a table to read
    for name, row in rows.items():
        mark = "h" if name in HELD else " "
        figures = (f"{row[key]:6.3f}" if key in row else "     -" for key in ("f1", "labels"))
        print(f"  {mark} {name:12s}", *figures, *(int(row[key]) for key in ("title", "authors", "published")))  # noqa: T201
    scores = {
        "f1": fmean(row["f1"] for row in rows.values()),
        "held.f1": fmean(row["f1"] for name, row in rows.items() if name in HELD),
        "labels": fmean(row["labels"] for row in rows.values() if "labels" in row),
        "metadata": fmean(row[key] for row in rows.values() for key in ("title", "authors", "published")),
    }
    print("  mean", scores)  # noqa: T201
    for name, score in scores.items():
        assert score >= FLOORS.get(f"lines.own.{name}", 0.0), name
