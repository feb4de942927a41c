"""HTML to plain lines and the page's own metadata, by trafilatura (best of the open extractors on news)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trafilatura import bare_extraction

from worker.pipeline.clean.metadata import Found

if TYPE_CHECKING:
    from trafilatura.settings import Document


def read_page(html: str) -> tuple[str, Found]:
    """The main text, one line a paragraph, and what the markup tells; empty text if there is none."""
    page = bare_extraction(html, fast=True, with_metadata=True, include_comments=False)
    if page is None:
        return "", Found()
    return page.text or "", _found(page)


def _found(page: Document) -> Found:
    return Found(title=page.title, authors=tuple((page.author or "").split("; ")) if page.author else ())
