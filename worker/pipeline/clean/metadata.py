"""What the labelled lines tell about the article; what the producer says wins over it."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from worker.pipeline.clean import furniture
from worker.pipeline.clean.bylines import authors_of, names_of
from worker.pipeline.clean.hygiene import squeeze, tidy
from worker.pipeline.clean.page_times import locally
from worker.pipeline.clean.photos import credit_of
from worker.pipeline.clean.published import at_clock, read_clock, read_iso, read_times
from worker.pipeline.clean.shapes import plain
from worker.pipeline.values import Metadata

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from schemas.article import RawArticle
    from worker.pipeline.clean.published import Role
    from worker.pipeline.values import BlockLabel, LocalTime

Labelled = tuple[str, "BlockLabel"]  # the text of a line and its label
BODY: frozenset[BlockLabel] = frozenset({"body", "heading", "caption"})
STANDFIRST = 3  # sentences that may stand above byline and dateline
BELOW = 3  # lines below the text in which a byline or dateline is still the article's own
MAX_CREDITS = 100  # a gallery has dozens; a hostile page has no limit


def find(lines: Sequence[Labelled]) -> Metadata:
    """Title, authors, times and section stand above the text (or right below it), credits anywhere."""
    own = _own_lines(lines)
    times = _times([text for text, label in own if label in {"dateline", "byline"}])
    return Metadata(
        title=next((text for text, label in own if label == "title"), None),
        authors=_authors(own),
        published=times.get("published"),
        updated=times.get("updated"),
        section=next(filter(None, (_section(text) for text, label in own if label == "navigation")), None),
        credits=_credits(lines),
    )


def _credits(lines: Iterable[Labelled]) -> tuple[str, ...]:
    found = dict.fromkeys(credit_of(plain(text)) for text, label in lines if label == "credit")
    return tuple(found)[:MAX_CREDITS]


def merge(article: RawArticle, html: Metadata, text: Metadata) -> Metadata:
    """The producer's word, else the page's own markup, else what the lines tell."""
    return Metadata(
        title=_said(article.title) or html.title or text.title,
        authors=tuple(filter(None, map(_said, article.authors))) or html.authors or text.authors,
        published=_told(article.published) or _published(html.published, text.published),
        updated=_told(article.updated) or html.updated or text.updated,
        publisher=_said(article.publisher) or html.publisher or text.publisher,
        section=_said(article.section) or html.section or text.section,
        credits=text.credits,
        url=article.url or html.url,
        language=article.language or html.language,
        rights=article.rights,
    )


def _said(value: str | None) -> str | None:
    return squeeze(tidy(value).replace("\n", " ")) or None if value else None


def _told(value: str | None) -> LocalTime | None:
    return read_iso(value, "producer") if value else None


def _published(html: LocalTime | None, text: LocalTime | None) -> LocalTime | None:
    """What markup tells, on the clock that the line above the text shows."""
    return locally(html, [text]) if html and text else html or text


def _own_lines(lines: Sequence[Labelled]) -> Sequence[Labelled]:
    """The lines around the text that speak of it; a standfirst may stand above the byline."""
    body = [i for i, (_, label) in enumerate(lines) if label in BODY]
    if not body:
        return lines
    below = lines[body[-1] + 1 : body[-1] + 1 + BELOW]
    related = next((i for i, (_, label) in enumerate(below) if label == "related"), BELOW)
    return [*lines[: body[: STANDFIRST + 1][-1]], *below[:related]]


def _authors(lines: Iterable[Labelled]) -> tuple[str, ...]:
    names: list[str] = []
    for text, label in lines:
        if label == "byline":
            names += authors_of(text) or names_of(text)
    return tuple(dict.fromkeys(names))


def _times(lines: Sequence[str]) -> dict[Role, LocalTime]:
    """The first time told for each role; a finer one of the same day wins ("date 2021-03-04" above a dateline)."""
    times: dict[Role, LocalTime] = {}
    for line, after in zip_longest(lines, lines[1:], fillvalue=""):
        for role, when in read_times(line, "text").items():
            exact = _with_next(when, after)
            known = times.get(role)
            if known is None or (known.precision == "day" and exact.local.startswith(known.local)):
                times[role] = exact
    return times


def _with_next(when: LocalTime, after: str) -> LocalTime:
    """A date whose time of day stands alone on the next line."""
    clock = None if read_times(after, "text") else read_clock(after)
    return at_clock(when, clock) if clock else when


def _section(trail: str) -> str | None:
    """The steps of a breadcrumb below the front page, "News > Local"."""
    steps = [step.strip() for step in furniture.TRAIL_STEP.split(trail) if step.strip()]
    steps = [step for step in steps if step.lower() not in furniture.FRONT_PAGE]
    known = furniture.GLUED_TRAIL.fullmatch(trail) or furniture.BREADCRUMB.fullmatch(trail)
    return " > ".join(steps) if known and steps else None
