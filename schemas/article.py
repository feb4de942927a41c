"""The raw article: what a producer sends; unknown fields are kept under `extensions`."""

from __future__ import annotations

import hashlib
from typing import Any, Literal, Self

from pydantic import Field, model_validator

from schemas.model import Contract


class RawArticle(Contract):
    """Exactly one of `text` and `html`. `published`, `updated`: ISO 8601 date or local time, offset only if known."""

    id: str | None = None
    text: str | None = None
    html: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    updated: str | None = None
    publisher: str | None = None
    section: str | None = None
    url: str | None = None
    language: str | None = None
    rights: str | None = None
    pub_status: Literal["usable", "withheld", "canceled"] = "usable"
    version: str | None = None
    extensions: dict[str, Any] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _has_one_body(self) -> Self:
        if (self.text is None) == (self.html is None) and self.pub_status != "canceled":
            raise ValueError("exactly one of `text` and `html` must be given")
        return self

    @property
    def document_id(self) -> str:
        """The producer's id, else a hash of the canonical url, else of the content."""
        if self.id:
            return self.id
        source = self.url or self.text or self.html or ""
        return "doc_" + hashlib.sha256(source.encode("utf-8", "surrogatepass")).hexdigest()[:32]

    @property
    def content_hash(self) -> str:
        """SHA-256 of all that can change what is drawn from the article (id, version and extensions cannot)."""
        content = self.model_dump_json(exclude={"id", "version", "extensions"})
        return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()
