"""Labelled pages to learn from: as they were scraped, and mixed, cut and bared so that a model meets more layouts."""

from __future__ import annotations

import gzip
import hashlib
import json
import random
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

FILE = "lines_dev.jsonl.gz"
FOLDS = 4
HEADLINE_ABOVE = 25  # lines above the text in which its headline is looked for
SPARE = 0.1  # how often a line that is no text stays in a bared article


@dataclass(frozen=True, slots=True)
class PageLine:
    """`own`: belongs to the article's text; None if it does in part."""

    text: str
    gap: bool
    own: bool | None
    label: str


@dataclass(frozen=True, slots=True)
class Page:
    """`view`: how much of the page was scraped (region, container, full), or how it was made of others."""

    site: str
    name: str
    view: str
    lines: tuple[PageLine, ...]
    body: str

    @property
    def fold(self) -> int:
        """By site, so that no site is learned from and measured on."""
        return int(hashlib.sha256(self.site.encode()).hexdigest(), 16) % FOLDS


def read_pages(folder: Path, split: str) -> list[Page]:
    with gzip.open(folder / FILE, "rt", encoding="utf-8") as file:
        return [_page(record) for record in map(json.loads, file) if record["split"] == split]


def _page(record: dict[str, Any]) -> Page:
    lines = tuple(_line(**line) for line in record["lines"])
    return Page(record["site"], record["id"], record["view"], lines, record["body"])


def _line(text: str, label: str, gap: int, cov: float | None = None) -> PageLine:
    return PageLine(text, bool(gap), None if cov else label == "body", label)


def made_of(pages: Sequence[Page], seed: int) -> Iterator[Page]:
    """For each full page: its furniture around another site's article, another article below it, a cut, the bare text.

    Only sites of one fold are mixed, so that folds stay apart.
    """
    chance = random.Random(seed)  # noqa: S311 - no secret depends on it
    views = {(page.view, page.name): page for page in pages}
    full = [page for page in pages if page.view == "full"]
    for page in full:
        inner = views.get(("container", page.name), page)
        others = [other for other in full if other.fold == page.fold and other.site != page.site]
        if others:
            other = chance.choice(others)
            guest = views.get(("container", other.name), other)
            yield _around(page, guest)
            yield _above(page, guest, chance)
        yield _cut(chance.choice((page, inner)), chance)
        yield _bare(inner, chance)


def _extent(page: Page) -> tuple[int, int, int]:
    """Where headline and text begin, and where the text ends."""
    own = [i for i, line in enumerate(page.lines) if line.own]
    first = own[0] if own else 0
    near = range(max(0, first - HEADLINE_ABOVE), first)
    head = [i for i in near if page.lines[i].label == "title"]
    return (head[-1] if head else first), first, (own[-1] + 1 if own else 0)


def _around(host: Page, guest: Page) -> Page:
    start, _, end = _extent(host)
    head, _, foot = _extent(guest)
    lines = (*host.lines[:start], *guest.lines[head:foot], *host.lines[end:])
    return replace(guest, view="mixed", lines=lines)


def _above(host: Page, guest: Page, chance: random.Random) -> Page:
    """The guest below is another article, and none of the host's text."""
    _, _, end = _extent(host)
    head, _, foot = _extent(guest)
    at = min(len(host.lines), end + chance.randint(0, 12))
    below = [replace(line, own=False, label="related") for line in guest.lines[head:foot]]
    lines = (*host.lines[:at], *below[: chance.choice((15, 60))], *host.lines[at:])
    return replace(host, view="stacked", lines=lines)


def _cut(page: Page, chance: random.Random) -> Page:
    start, _, end = _extent(page)
    low = chance.randint(max(0, start - 15), start)
    high = chance.randint(end, min(len(page.lines), end + 20))
    return replace(page, view="cut", lines=_gapped(page.lines[low:high], chance))


def _bare(page: Page, chance: random.Random) -> Page:
    """Nothing but text and head, as an agency's feed or a clean scrape has it."""
    start, first, end = _extent(page)
    lines = page.lines[chance.choice((start, first)) : end]
    shown = [line for line in lines if line.own or line.label in {"title", "byline", "date"} or chance.random() < SPARE]
    return replace(page, view="bare", lines=_gapped(shown, chance))


def _gapped(lines: Sequence[PageLine], chance: random.Random) -> tuple[PageLine, ...]:
    """Blank lines as they were, between all lines, or nowhere: scrapers differ."""
    gap = chance.choice((None, True, False))
    return tuple(line if gap is None else replace(line, gap=gap) for line in lines)
