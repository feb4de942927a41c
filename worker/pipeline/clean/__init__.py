"""Clean: raw text or HTML to the article's own text in labelled blocks, and what stands beside it as metadata."""

from __future__ import annotations

from typing import TYPE_CHECKING

from worker.pipeline.clean.hygiene import tidy
from worker.pipeline.clean.layout import lines_of
from worker.pipeline.clean.lines import KEPT, label_lines
from worker.pipeline.clean.markup import ReadPage, read_page
from worker.pipeline.clean.metadata import find, merge
from worker.pipeline.errors import ArticleRejected, RejectReason
from worker.pipeline.values import Block, CleanArticle, Metadata, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from schemas.article import RawArticle
    from worker.pipeline.clean.metadata import Labelled

BETWEEN = "\n\n"  # between blocks of the clean text


def clean(article: RawArticle) -> CleanArticle:
    """Raises ArticleRejected (NO_TEXT) if nothing of the own text remains. What text was cleaned to stays as it is."""
    page = _read(article)
    labels = label_lines(page.lines, article.title or page.metadata.title, page.chosen)
    labelled = tuple(zip((line.text for line in page.lines), labels, strict=True))
    kept = [(line, label) for line, label in labelled if label in KEPT]
    if not kept and article.pub_status != "canceled":
        raise ArticleRejected(
            RejectReason.NO_TEXT,
            field="/text" if article.html is None else "/html",
            rule="must hold at least one sentence of running text",
            fix="Send the article's text, not only its headline, menus or an empty page.",
        )
    body, blocks = _blocks(kept)
    return CleanArticle(article.document_id, body, blocks, merge(article, page.metadata, find(labelled)))


def label_text(text: str, title: str | None = None) -> tuple[Labelled, ...]:
    """Every line of a raw text with its label, hard-wrapped paragraphs joined; `title`: the headline if known."""
    lines = lines_of(tidy(text))
    return tuple(zip((line.text for line in lines), label_lines(lines, title), strict=True))


def _read(article: RawArticle) -> ReadPage:
    if article.html is None:
        return ReadPage(lines_of(tidy(article.text or "")), None, Metadata())
    return read_page(article.html)


def _blocks(kept: Iterable[Labelled]) -> tuple[str, tuple[Block, ...]]:
    parts, blocks, at = [], [], 0
    for line, label in kept:
        parts.append(line)
        blocks.append(Block(Span(at, at + len(line)), label))
        at += len(line) + len(BETWEEN)
    return BETWEEN.join(parts), tuple(blocks)
